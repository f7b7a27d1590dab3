"""What is drawn faster is drawn the same, and what fails to be drawn is no document."""

from io import BytesIO
from xml.etree.ElementTree import ParseError

import pikepdf
import pypdfium2
import pytest
from weasyprint import draw
from weasyprint.draw.border import draw_border

from deliverables.paper import printing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{}</svg>'


def page(body, style=""):
    """A page of one body; its style stands in it, as nothing else brings any."""
    return f'<html lang="fr"><head><title>Page</title><style>{style}</style></head>{body}</html>'


def steps(body, style=""):
    """The operators that draw the first page, with their operands."""
    with pikepdf.open(BytesIO(printing.print_pdf(page(body, style)).file)) as pdf:
        return [
            (str(each.operator), [str(operand) for operand in each.operands])
            for each in pikepdf.parse_content_stream(pdf.pages[0])
        ]


def rectangles(*arguments):
    return [tuple(float(each) for each in told) for sign, told in steps(*arguments) if sign == "re"]


def text(file):
    document = pypdfium2.PdfDocument(file)
    words = document[0].get_textpage().get_text_range()
    document.close()
    return words


def test_rules_above_and_below_are_a_rectangle_each():
    found = rectangles(
        "<body><p>a</p></body>",
        "p { width: 100px; height: 20px; border-top: 4px solid red; border-bottom: 2px solid red }",
    )

    assert [size[2:] for size in found[-2:]] == [(100, 4), (100, 2)]
    assert found[-1][1] - found[-2][1] == 24


@pytest.mark.parametrize(
    "border",
    [
        "border: 2px solid red",
        "border-left: 2px solid red; border-bottom: 2px solid red",
        "border-top: 2px dotted red",
    ],
)
def test_other_borders_are_drawn_as_before(border, monkeypatch):
    body, style = "<body><p>a</p></body>", f"p {{ height: 20px; {border} }}"
    ours = steps(body, style)

    monkeypatch.setattr(draw, "draw_border", draw_border)

    assert steps(body, style) == ours


def test_words_of_a_drawing_are_one_piece():
    body = "<body>" + SVG.format('<text x="9" y="9">Avant trente</text>') + "</body>"

    shown = [told for sign, told in steps(body) if sign == "TJ"]

    assert len(shown) == 1


def test_words_of_a_drawing_are_read_back():
    words = '<text x="50" y="9" text-anchor="middle">Avant <tspan dy="9">trente</tspan></text>'

    assert (
        text(printing.print_pdf(page("<body>" + SVG.format(words) + "</body>")).file)
        == "Avant trente"
    )


def test_drawing_that_fails_ends_the_document():
    body = "<body>" + SVG.format('<text x="here" y="9" rotate="no">a</text>') + "</body>"

    with pytest.raises(ValueError, match="no"):
        printing.print_pdf(page(body))


def test_page_that_is_not_well_formed_ends_the_document():
    with pytest.raises(ParseError):
        printing.print_pdf("<html><p>a</html>")
