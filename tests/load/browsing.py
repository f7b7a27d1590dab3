"""A browser reduced to what a load needs: pages, their forms, and saves as the pages make them."""

import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlencode

from tests.load.served import Site

VERSION = re.compile(r'name="version" value="(\d+)"')
COMMON = {"csrfmiddlewaretoken", "tab", "form"}
UNTICKED = {"radio", "checkbox"}


class Inputs(HTMLParser):
    """The named inputs of a page, with what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[tuple[str, str]] = []
        self._name = ""
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an input, or the beginning of one."""
        known = {name: value or "" for name, value in attrs}
        if tag == "input" and known.get("name"):
            self._input(known)
        elif tag == "textarea":
            self._name, self._text = known["name"], []
        elif tag == "select":
            self._name = known.get("name", "")
        elif tag == "option" and self._name and "selected" in known:
            self.values.append((self._name, known.get("value", "")))

    def _input(self, known: dict[str, str]) -> None:
        kind = known.get("type", "text")
        if kind in UNTICKED and "checked" not in known:
            return
        self.values.append((known["name"], known.get("value", "")))

    def handle_data(self, data: str) -> None:
        """Note what a text area holds."""
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close a text area or a list."""
        if tag == "textarea" and self._text is not None:
            self.values.append((self._name, "".join(self._text).removeprefix("\n")))
            self._text = None
        if tag in {"textarea", "select"}:
            self._name = ""


@dataclass
class Visitor:
    """One person on one question's page, typing."""

    site: Site
    session: str
    question: str
    place: str  # the pattern of the name of the input to type in
    csrf: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    target: str = ""
    unit: str = ""
    version: str = "0"

    @property
    def page(self) -> str:
        """The address of the page."""
        return f"/o/{self.site.organisation}/questions/{self.question}/"

    def open(self) -> bytes:
        """Read the page and its forms; what the page weighs."""
        status, body, cookies = self.request("GET", self.page)
        assert status == 200, f"{self.page}: {status}"
        if found := re.search(r"csrf=([^;]+)", cookies):
            self.csrf = found[1]
        inputs = Inputs()
        inputs.feed(body.decode())
        names = [name for name, _value in inputs.values]
        self.target = next(name for name in names if re.fullmatch(self.place, name))
        self.unit = self.target.rpartition("-")[0]
        self.fields = [
            (name, value)
            for name, value in inputs.values
            if name in COMMON or name.startswith(f"{self.unit}-")
        ]
        self.version = VERSION.search(body.decode())[1]
        return body

    def save(self, text: str) -> tuple[int, float]:
        """Save the unit with this text in its first field; the status and the milliseconds."""
        body = urlencode(list(self._posted(text))).encode()
        began = time.perf_counter()
        status, reply, _cookies = self.request("POST", f"{self.page}save", body)
        took = (time.perf_counter() - began) * 1000
        if found := VERSION.search(reply.decode()):
            self.version = found[1]
        return status, took

    def _posted(self, text: str) -> Iterator[tuple[str, str]]:
        yield from ((name, value) for name, value in self.fields if name != self.target)
        yield self.target, text
        yield "unit", self.unit.replace("-", "/")
        yield "version", self.version
        yield "save_id", str(uuid.uuid4())

    def request(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes, str]:
        """The status, the body and the cookies of an answer."""
        headers = {
            "Cookie": f"session={self.session}; csrf={self.csrf}",
            "HX-Request": "true" if body else "false",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), "; ".join(answer.headers.get_all("Set-Cookie", []))
        finally:
            connection.close()
