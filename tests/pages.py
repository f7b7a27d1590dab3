"""What a page holds: the controls that a browser would post, as they stand, and its messages."""

from html.parser import HTMLParser

from django.http import HttpResponse

Posted = dict[str, list[str]]


class _Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.posted: Posted = {}
        self.within = ""
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "textarea":
            self.within, self.text = name, []
        elif tag == "select":
            self.within = name
            self.posted.setdefault(name, [])
        elif tag == "option" and "selected" in given:
            self.posted[self.within].append(given.get("value") or "")
        elif tag == "input" and name:
            self._input(name, given)

    def _input(self, name: str, given: dict[str, str | None]) -> None:
        ticked = given.get("type") in {"radio", "checkbox"}
        if not ticked or "checked" in given:
            self.posted.setdefault(name, []).append(given.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.text is not None:
            self.posted[self.within] = ["".join(self.text).removeprefix("\n")]
            self.text = None


def controls(page: str, *, prefix: str) -> Posted:
    """The controls whose names begin so, with what they hold; boxes not ticked say nothing."""
    found = _Controls()
    found.feed(page)
    return {name: values for name, values in found.posted.items() if name.startswith(prefix)}


def said(response: HttpResponse) -> list[str]:
    """The messages that a page shows."""
    return [str(message) for message in response.context["messages"]]
