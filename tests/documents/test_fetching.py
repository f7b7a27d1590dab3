"""Nothing is fetched and no file is read, whatever the page asks for.

The same constructs are rendered twice: by WeasyPrint's own fetcher, to prove that they would
reach out, and by ours. A third time, they are answers.
"""

import http.server
import threading
from contextlib import contextmanager

import pikepdf
import pytest
import weasyprint

from deliverables.paper import printing
from tests.documents import dossiers

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
CONSTRUCTS = (
    '<img src="{url}"/>',
    '<img srcset="{url} 1x"/>',
    '<link rel="stylesheet" href="{url}"/>',
    '<link rel="attachment" href="{url}"/>',
    '<a rel="attachment" href="{url}">a</a>',
    '<style>@import "{url}";</style>',
    "<style>@import url({url});</style>",
    "<style>body {{ background: url({url}) }}</style>",
    "<style>@font-face {{ font-family: f; src: url({url}) }} body {{ font-family: f }}</style>",
    "<style>li {{ list-style: url({url}) }}</style><ul><li>a</li></ul>",
    "<style>p::before {{ content: url({url}) }}</style><p>a</p>",
    "<style>p {{ border-image: url({url}) 1 }}</style><p>a</p>",
    '<object data="{url}"></object>',
    '<embed src="{url}"/>',
    '<input type="image" src="{url}"/>',
    SVG + '<image href="{url}" width="9" height="9"/></svg>',
    SVG + '<use href="{url}#a"/></svg>',
    SVG + '<style>@import "{url}";</style><rect width="9" height="9"/></svg>',
    '<base href="{url}"/><img src="picture.png"/>',
)
SECRET = "canari-de-fichier"


@contextmanager
def listening():
    """An address of this machine, and the list of what was asked of it."""
    asked: list[str] = []

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_args):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def page(url: str) -> str:
    body = "".join(each.format(url=f"{url}/{n}") for n, each in enumerate(CONSTRUCTS))
    return f'<html lang="fr"><title>Page</title>{body}</html>'


def attachments(path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.attachments)


def test_fetcher_of_weasyprint_would_reach_out(tmp_path):
    with listening() as (url, asked):
        weasyprint.HTML(string=page(url)).write_pdf(str(tmp_path / "open.pdf"))

    assert len(asked) >= 10


def test_our_fetcher_asks_nothing_of_the_network():
    with listening() as (url, asked):
        printing.print_pdf(page(url))

    assert asked == []


def test_our_fetcher_reads_no_file(tmp_path):
    (tmp_path / "0").write_text(SECRET)
    secrets = page(f"file://{tmp_path}").replace("/3", "/0").replace("/4", "/0")

    weasyprint.HTML(string=secrets).write_pdf(str(tmp_path / "open.pdf"))
    (tmp_path / "closed.pdf").write_bytes(printing.print_pdf(secrets).file)

    assert attachments(tmp_path / "open.pdf") > 0
    assert attachments(tmp_path / "closed.pdf") == 0


def test_answers_reach_nothing(made):
    with listening() as (url, asked):
        dossier = dossiers.with_text(page(url), question="scope", field="meaning")
        dossier["organisation"]["name"] = f'<img src="{url}/name">'
        document = made(dossier)

    assert asked == []
    assert attachments(document.path) == 0
    assert f'<img src="{url}/0"/>' in document.text


@pytest.mark.parametrize("parameter", ["stylesheets", "xmp_metadata"])
def test_other_ways_in_are_closed_too(parameter, tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text("p { color: red }")
    document = weasyprint.HTML(string="<p>a", url_fetcher=printing.Nothing())

    with pytest.raises(weasyprint.urls.URLFetchingError):
        document.write_pdf(str(tmp_path / "x.pdf"), **{parameter: [secret.as_uri()]})
