"""What an answer leaves out because a chapter prints it: said once, with its page, never lost."""

import copy

import pytest

from deliverables.chapters import elsewhere
from deliverables.tree import Document, Grid
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Kind
from tests.conclusions import demonstration
from tests.documents import dossiers
from tests.documents.conftest import tree_of
from tests.documents.test_binding import page_of

DEMONSTRATIONS = ["altivane-fr", "altivane-en", "sauvelande-fr"]
TYPED = {Kind.TEXT, Kind.LONG}


def section(tree: Document, question: str):
    found = (each for chapter in tree.chapters for each in chapter.sections)
    return next(each for each in found if each.id == f"question-{question}")


def references(tree, question):
    blocks = section(tree, question).blocks
    return [each.target for each in blocks if isinstance(each, elsewhere.Reference)]


def words(tree):
    return "\n".join(text.words for _place, texts in tree.parts() for text in texts)


def canaries(written):
    """The same dossier, each typed text a word that stands nowhere else; and these words."""
    written, sung = copy.deepcopy(written), []
    for asked, kept in parts_of(written):
        for each in asked:
            if each.kind in TYPED and kept.get(each.id):
                sung.append(f"canari{len(sung):04}x")
                kept[each.id] = sung[-1]
    return written, sung


def parts_of(written):
    """The fields of each header and of each row, with what was answered."""
    by_id = questionnaire("fr").by_id
    for key, answer in written["answers"].items():
        value = answer.get("value", {})
        yield by_id[key].fields, value.get("header", {})
        for table in by_id[key].tables:
            rows = value.get("tables", {}).get(table.id, ())
            yield from ((table.columns, row) for row in rows)


@pytest.mark.parametrize("name", DEMONSTRATIONS)
def test_every_text_of_every_answer_is_printed(name):
    written, sung = canaries(demonstration(name))

    said = words(tree_of(written))
    assert len(sung) > 60
    assert [each for each in sung if each not in said] == []


def test_answers_lead_to_the_chapters_that_print_them():
    tree = tree_of(demonstration("altivane-fr"))

    led = {key: references(tree, key) for key in elsewhere.known("fr")}
    assert led == {key: [each.place] for key, each in elsewhere.known("fr").items()}
    grids = [each for each in section(tree, "indicators").blocks if isinstance(each, Grid)]
    assert grids == []


def test_answer_keeps_the_columns_that_no_chapter_prints():
    tree = tree_of(demonstration("altivane-fr"))

    (table,) = [each for each in section(tree, "trust").blocks if isinstance(each, Grid)]
    assert len(table.columns) == 4
    assert [row.details for row in table.rows] == [()] * 5


def test_answer_is_printed_whole_where_the_chapter_says_something_else():
    written = copy.deepcopy(demonstration("altivane-fr"))
    register = written["answers"]["promises"]["value"]["tables"]["withdrawals"]
    register[0]["signal"] = "Un autre signal"

    assert references(tree_of(written), "trust") == []
    assert "Avis à une étoile citant le délai" in words(tree_of(written))


def test_answer_is_printed_whole_while_there_is_no_chapter():
    rows = [{"id": "requete00000", "query": "duroc", "threshold": "Dix par jour"}]
    tree = tree_of(dossiers.with_rows(rows, question="monitoring", table="queries"))

    assert references(tree, "monitoring") == []
    assert "Dix par jour" in [text.words for text in section(tree, "monitoring").texts()]


def test_page_of_the_place_stands_at_the_end_of_the_line(full):
    tree = full.tree
    for question in elsewhere.known("fr"):
        for target in references(tree, question):
            assert f"page {page_of(full, target)}" in full.text


def test_content_names_what_questions_have():
    assert list(elsewhere.problems()) == []
