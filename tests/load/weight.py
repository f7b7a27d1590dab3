"""What a page weighs on the wire: its HTML, its stylesheets and its scripts, compressed."""

import gzip
import re
from http.client import HTTPConnection

from tests.load.browsing import Visitor
from tests.load.served import Site

LINKED = re.compile(r'(?:<link[^>]*rel="stylesheet"[^>]*href|<script[^>]*src)="([^"]+)"')


def question_page_kb(site: Site) -> dict[str, float]:
    """The weight in kB of the heaviest question page, with what it links to."""
    pages = [Visitor(site, site.sessions[0], *place).open() for place in site.questions]
    heaviest = max(pages, key=lambda page: len(gzip.compress(page)))
    linked = [_weight(site.port, path) for path in LINKED.findall(heaviest.decode())]
    html = len(gzip.compress(heaviest))  # as a proxy in front would send it
    return {"html": round(html / 1000, 1), "css_and_js": round(sum(linked) / 1000, 1)}


def _weight(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
        answer = connection.getresponse()
        body = answer.read()
        return len(body if answer.getheader("Content-Encoding") else gzip.compress(body))
    finally:
        connection.close()
