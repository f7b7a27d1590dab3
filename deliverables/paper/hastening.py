"""What WeasyPrint 70 does more slowly than it need, and is done at once here.

- A border above or below a box, the rule of a row, is one rectangle: WeasyPrint cuts its corners
  as it must where borders of several colours meet.
- The words of a drawing are set as a line: WeasyPrint sets each letter by itself, so that it
  loses the kerning and the forms of Arabic letters besides.
- The references of all pages are listed once, not for each tag.

Together a fifth of the time of a document. Two functions of WeasyPrint and one of pydyf are
wrapped, held by `weasyprint>=70,<71` and by tests that look at what is drawn.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint import draw, svg
from weasyprint.draw.color import get_color

_border = draw.draw_border
_words = svg.text
_references = pydyf.PDF.page_references.fget
ENDS = ("top", "bottom")


def _draw_border(stream: Any, box: Any) -> None:
    if not _is_rule(box):
        _border(stream, box)
        return
    left, top, width = box.border_box_x(), box.border_box_y(), box.border_width()
    bottom = top + box.border_height() - box.border_bottom_width
    with stream.artifact(), stream.stacked():
        for side, place in zip(ENDS, (top, bottom), strict=True):
            if height := getattr(box, f"border_{side}_width"):
                stream.set_color(get_color(box.style, f"border_{side}_color"))
                stream.rectangle(left, place, width, height)
                stream.fill()


def _is_rule(box: Any) -> bool:
    """Whether the box has nothing but plain borders above and below."""
    style = box.style
    drawn = [side for side in ENDS if getattr(box, f"border_{side}_width")]
    return (
        bool(drawn)
        and not (box.border_left_width or box.border_right_width)
        and all(style[f"border_{side}_style"] == "solid" for side in drawn)
        and style["visibility"] == "visible"
        and style["border_image_source"][0] == "none"
    )


class Line(str):
    """Words that are one piece, as WeasyPrint goes through them."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _draw_words(image: Any, node: Any, size: float) -> None:
    if node.text:
        node._etree_node.text = Line(node.text)
    _words(image, node, size)


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """The same for as long as no page is added."""
    known: tuple[bytes, ...] = getattr(pdf, "known_references", ())
    if len(known) != pdf.pages["Count"]:
        known = pdf.known_references = _references(pdf)
    return known


def teach() -> None:
    """Hasten every PDF rendered from now on."""
    draw.draw_border = _draw_border
    svg.text = _draw_words
    svg.TAGS |= {tag: _draw_words for tag, drawn in svg.TAGS.items() if drawn is _words}
    pydyf.PDF.page_references = property(_page_references)
