"""Real PDFs: tagged, titled, complete, the same every time."""

import pikepdf
import pypdfium2
import pytest
from outloud import check

from deliverables.paper import proof
from deliverables.tree import Facts, Grid
from tests.documents import dossiers
from tests.documents.test_binding import opening_of_second_half, page_of
from tests.documents.test_compose import blocks_of

# Points above the foot of the page: the lower margin, where its first third ends, its head.
FOOT, TWO_THIRDS, HEAD = 68, 535, 770
FEW = 6


@pytest.fixture(params=["full", "english"])
def document(request):
    return request.getfixturevalue(request.param)


def test_checker_finds_no_error(document):
    found = check(str(document.path))

    errors = [each for each in found.findings if each.severity == "error"]
    assert (found.error, errors) == (None, [])


def test_document_says_what_it_is(document):
    with pikepdf.open(document.path) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == document.tree.title
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == document.tree.language
        assert bool(pdf.Root.MarkInfo.Marked)
        assert len(list(pdf.open_outline().root)) == len(document.tree.chapters) + 1


def test_every_text_is_in_the_file(document):
    pages = proof.pages_of(document.path)

    proof.prove(pages, document.tree.parts())


def test_every_answered_value_is_in_the_file(full):
    text = proof.normal(full.text)
    values = [
        value
        for answer in dossiers.full()["answers"].values()
        for row in [
            answer["value"]["header"],
            *(row for rows in answer["value"]["tables"].values() for row in rows),
        ]
        for value in row.values()
        if isinstance(value, str) and " " in value
    ]

    assert len(values) > 200
    assert [value for value in values if not all(
        proof.normal(line) in text for line in value.splitlines()
    )] == []  # fmt: skip


def test_answers_keep_the_language_of_their_dossier(english):
    languages = {tag["lang"] for tag in english.tags if tag["type"] in {"/TD", "/TH", "/Div"}}

    assert "fr" in languages


def test_headers_say_what_they_head(full):
    scopes = {tag["scope"] for tag in full.tags if tag["type"] == "/TH"}

    assert scopes == {"/Row", "/Column"}


def test_rows_of_long_tables_are_headed_by_their_names(full):
    headed = [each for each in blocks_of(full.tree, Grid) if each.headed]
    names = sum(bool(row.cells[0].words) for each in headed for row in each.rows)
    facts = sum(len(each.facts) for each in blocks_of(full.tree, Facts))
    heads = [tag for tag in full.tags if tag["type"] == "/TH" and tag["scope"] == "/Row"]

    assert names > 100
    assert len(heads) >= names + facts


def test_same_snapshot_gives_the_same_bytes(made):
    first, second = made(dossiers.empty()), made(dossiers.empty())

    assert first.path.read_bytes() == second.path.read_bytes()


def test_document_speaks_its_own_language(english):
    assert "E-reputation strategy" in english.text
    assert "Working draft as of 23 November 2026" in english.text
    assert "Page" not in english.text.split("Contents")[0]


def test_no_page_holds_a_few_lines_only(document):
    """Any page is filled by a third, but for the last page of each half and before a heading."""
    headings = [page_of(document, each.id) for each in document.tree.chapters if each.arc]
    halves = {document.production.pages, opening_of_second_half(document) - 1}
    pdf = pypdfium2.PdfDocument(document.path)
    lines = {number: _lines(page) for number, page in enumerate(pdf, 1)}
    pdf.close()

    few = {number for number, found in lines.items() if min(found) > TWO_THIRDS} - halves
    assert few <= {heading - 1 for heading in headings}
    assert [number for number in few if len(lines[number]) < FEW] == []


def _lines(page):
    """How high above the foot of the page each line of text stands."""
    text = page.get_textpage()
    bottoms = [text.get_rect(index)[1] for index in range(text.count_rects())]
    return {round(bottom) for bottom in bottoms if FOOT < bottom < HEAD}


def test_running_head_names_the_chapter_that_the_page_begins_with(document):
    pdf = pypdfium2.PdfDocument(document.path)
    heads = [_head(page, document.tree.author) for page in list(pdf)[1:]]
    begun = [proof.normal(each) for each in _begun_with(pdf)]
    pdf.close()
    # The page to fold has no head: what is printed near its top is its own.
    folded = page_of(document, "crisis-pocket") - 2

    crisis = next(each for each in document.tree.chapters if each.id == "crisis")
    assert begun[folded] == proof.normal(crisis.title)
    assert heads[:folded] + heads[folded + 1 :] == begun[:folded] + begun[folded + 1 :]


def _head(page, author):
    """What stands in the running head under the name of the organisation."""
    told = proof.normal(page.get_textpage().get_text_bounded(bottom=HEAD))
    return told.removeprefix(proof.normal(author)).strip()


def _begun_with(pdf):
    """For each page after the cover, the chapter that its first line belongs to."""
    opened = [(mark.get_title(), mark.get_dest()) for mark in pdf.get_toc() if mark.level == 0]
    starts = {}
    for title, place in opened:
        at_top = place.get_view()[1][1] > HEAD - 10
        starts[place.get_index() + (0 if at_top else 1)] = title
    current = ""
    for number in range(1, len(pdf)):
        current = starts.get(number, current)
        yield current


def test_drawings_are_told_to_stand_where_they_do(full):
    with pikepdf.open(full.path) as pdf:
        figures = [each for each in pdf.objects if _is_figure(each)]
        boxes = [[float(edge) for edge in each.A.BBox] for each in figures]
        width, height = (float(edge) for edge in pdf.pages[0].MediaBox[2:])

    # The dial of the cover, in millimetres from the left and from the foot of the page.
    assert [round(edge / 72 * 25.4) for edge in boxes[0]] == [34, 68, 184, 185]
    assert all(0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height for box in boxes)


def _is_figure(each):
    return isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
