"""What WeasyPrint 70 leaves undone in a PDF/UA file, and is done here.

- The language of each text: a screen reader that meets a French answer in an English document
  needs to know. Each element that carries `lang` in HTML gets `/Lang` in its tag.
- The `/Scope` of headers, and `/F 4` on links, which are printed like the rest.
- Running heads and feet are artifacts, not content to be read out on every page; nor are the
  places of pages that say nothing.
- Headers of tables are known by names that no other part of the document has.
- The box of a drawing is told in points from the foot of its page, not in pixels from its head.
- Chinese, Japanese and Korean glyphs stay in a CFF2 table, which PDF readers do not know: they
  are written as CFF.
- A drawing that fails is an error; it would be left out, with a line in the log.

Four functions of WeasyPrint are wrapped, held by `weasyprint>=70,<71` and by tests that read
the tags and the fonts of real files.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from fontTools.cffLib.CFF2ToCFF import convertCFF2ToCFF
from fontTools.varLib.instancer import instantiateVariableFont
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.images import SVGImage
from weasyprint.pdf import fonts, tags
from weasyprint.pdf.stream import Stream

_build = tags._build_box_tree
_mark = Stream.marked


PRINTED = 4
# Pixels of CSS in points.
PIXEL = 0.75


def _build_more(box: Any, *rest: Any) -> Iterator[Any]:
    element = getattr(getattr(box, "_box", box), "element", None)
    known = element.attrib if element is not None else {}
    if isinstance(box, MarginBox) or "data-untagged" in known:
        return
    for tag in _build(box, *rest):
        if "lang" in known:
            tag["Lang"] = pydyf.String(known["lang"])
        if tag["S"] == "/TH" and "scope" in known:
            tag["A"]["Scope"] = "/Row" if known["scope"] == "row" else "/Column"
        yield tag


def _marked(stream: Any, box: Any, tag: str) -> Any:
    """Heads and feet are no content: a screen reader should not read them on every page."""
    element = box.element
    if box.element_tag is None or (element is not None and "data-untagged" in element.attrib):
        return stream.artifact()
    return _mark(stream, box, tag)


def _static(font: Any, location: dict[str, float], **options: Any) -> Any:
    """One instance of a variable font, in tables that PDF readers know."""
    found = instantiateVariableFont(font, location, **options)
    if "CFF2" in found:
        convertCFF2ToCFF(found)
        # Glyphs have other names in the new table; their boxes are what they were.
        found.recalcBBoxes = False
    return found


def _draw(image: Any, stream: Any, width: float, height: float, _style: Any) -> None:
    image._svg.draw(stream, width, height, image._base_url, image._context)


def _boxed(figure: Any, pdf: Any) -> None:
    """Tell where a drawing is as PDF counts."""
    page = pdf.objects[int(figure["Pg"].split()[0])]
    left, top, right, bottom = (edge * PIXEL for edge in figure["A"]["BBox"])
    height = page["MediaBox"][3]
    figure["A"]["BBox"][:] = left, height - bottom, right, height - top


def finish(part: str, document: Any, pdf: Any) -> None:
    """Links that are printed, drawings in their place, headers named for this part only."""
    for each in pdf.objects:
        if not isinstance(each, pydyf.Dictionary):
            continue
        if each.get("Type") == "/Annot":
            each["F"] = PRINTED
        if each.get("S") == "/Figure":
            _boxed(each, pdf)
        if "ID" in each:
            # The cells below a header hold the same string.
            each["ID"].string = f"{part}-{each['ID'].string}"


def teach() -> None:
    """Mend every PDF rendered from now on."""
    tags._build_box_tree = _build_more
    Stream.marked = _marked
    fonts.instantiateVariableFont = _static
    SVGImage.draw = _draw
