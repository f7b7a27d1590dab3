"""OPML 2.0, the file by which readers of feeds give each other subscriptions: written and read."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from conclusions.domain.tools.monitoring import Feed
from strategy.domain import limits

# What XML 1.0 cannot hold, whatever the escaping.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WEB = ("http://", "https://")


class UnreadableOpmlError(ValueError):
    """The file is no OPML that subscriptions can be read from."""


def write(feeds: Iterable[Feed], *, title: str) -> bytes:
    """An OPML 2.0 file of these feeds, one folder a group, UTF-8; at least one feed is needed."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = _clean(title)
    body = SubElement(root, "body")
    for group, each in groupby(feeds, key=lambda feed: feed.group):
        folder = SubElement(body, "outline", text=_clean(group))
        for feed in each:
            told = {"text": feed.title, "title": feed.title, "type": "rss", "xmlUrl": feed.address}
            told |= {"htmlUrl": feed.page} if feed.page else {}
            SubElement(folder, "outline", {name: _clean(said) for name, said in told.items()})
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _clean(said: str) -> str:
    return FORBIDDEN.sub("", said)


def read(content: bytes) -> tuple[Feed, ...]:
    """The feeds of an OPML file, each address once; UnreadableOpmlError when it is none.

    Read in the encoding that it is in, even where it declares another. Entities and external
    references are refused, never followed.
    """
    root = _root(content)
    body = root.find("body")
    if root.tag != "opml" or body is None:
        raise UnreadableOpmlError("no <opml> with a <body>")
    found = {feed.address: feed for feed in _feeds(body)}
    return tuple(found.values())


def _root(content: bytes) -> Element:
    """The root, by the first way of reading the bytes that gives XML."""
    trouble: Exception = UnreadableOpmlError("empty")
    for written in _ways(content):
        try:
            root: Element = fromstring(written)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            trouble = error
        else:
            return root
    raise UnreadableOpmlError(str(trouble)) from trouble


def _ways(content: bytes) -> Iterator[str | bytes]:
    """As UTF-8, whatever it declares; as it declares; as Windows wrote it before UTF-8."""
    with suppress(UnicodeDecodeError):
        yield content.decode("utf-8-sig").lstrip()
    yield content
    yield content.decode("cp1252", errors="replace").lstrip()


def _feeds(body: Element) -> Iterator[Feed]:
    """The feeds of all folders, however deep, in the order of the file."""
    waiting = [(each, "") for each in reversed(body.findall("outline"))]
    while waiting:
        outline, group = waiting.pop()
        said = {name.lower(): value.strip() for name, value in outline.attrib.items()}
        title = said.get("title") or said.get("text") or ""
        address = _web(said.get("xmlurl", ""))
        if address:
            yield Feed(group, title or address, address, _web(said.get("htmlurl", "")))
        waiting += [(each, title) for each in reversed(outline.findall("outline"))]


def _web(address: str) -> str:
    """An address of the web that a cell holds whole; else nothing."""
    return address if address.lower().startswith(WEB) and len(address) <= limits.CELL else ""
