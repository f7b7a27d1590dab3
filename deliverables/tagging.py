"""What WeasyPrint 70 leaves out of the tags of a PDF: the language of texts, the scope of headers.

WeasyPrint 70 writes the language of the whole document only. A screen reader that meets a
French answer in an English document needs to know: each element that carries `lang` in HTML
gets `/Lang` in its tag. Headers of rows and columns that no cell names get their `/Scope`,
links are printed like the rest (`/F 4`), and running heads and feet are artifacts. This wraps
two functions of WeasyPrint, held by `weasyprint>=70,<71` and by a test that reads the tags of
a real PDF.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

_build = tags._build_box_tree
_mark = Stream.marked


PRINTED = 4


def _build_more(box: Any, *rest: Any) -> Iterator[Any]:
    if isinstance(box, MarginBox):
        return
    element = getattr(getattr(box, "_box", box), "element", None)
    known = element.attrib if element is not None else {}
    for tag in _build(box, *rest):
        if "lang" in known:
            tag["Lang"] = pydyf.String(known["lang"])
        if tag["S"] == "/TH" and "scope" in known:
            tag["A"]["Scope"] = "/Row" if known["scope"] == "row" else "/Column"
        yield tag


def _marked(stream: Any, box: Any, tag: str) -> Any:
    """Heads and feet are no content: a screen reader should not read them on every page."""
    if box.element_tag is None:
        return stream.artifact()
    return _mark(stream, box, tag)


def finish(document: Any, pdf: Any) -> None:
    """Make links part of what is printed, as PDF/UA readers expect."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/Annot":
            each["F"] = PRINTED


def teach() -> None:
    """Make every PDF rendered from now on say the language of its texts."""
    tags._build_box_tree = _build_more
    Stream.marked = _marked
