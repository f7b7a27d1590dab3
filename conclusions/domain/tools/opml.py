"""OPML 2.0, the file by which readers of feeds give each other subscriptions: written and read."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from conclusions.domain.tools.monitoring import Feed

# What XML 1.0 cannot hold, whatever the escaping.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WEB = ("http://", "https://")
DEPTH = 50


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

    Entities and external references are refused, never followed.
    """
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableOpmlError(str(error)) from error
    body = root.find("body")
    if root.tag != "opml" or body is None:
        raise UnreadableOpmlError("no <opml> with a <body>")
    found = {feed.address: feed for feed in _feeds(body, "", DEPTH)}
    return tuple(found.values())


def _feeds(parent: Element, group: str, depth: int) -> Iterator[Feed]:
    if not depth:
        return
    for outline in parent.findall("outline"):
        title = outline.get("title") or outline.get("text") or ""
        address = (outline.get("xmlUrl") or "").strip()
        if address.lower().startswith(WEB):
            yield Feed(group, title.strip() or address, address, _page(outline))
        yield from _feeds(outline, title, depth - 1)


def _page(outline: Element) -> str:
    page = (outline.get("htmlUrl") or "").strip()
    return page if page.lower().startswith(WEB) else ""
