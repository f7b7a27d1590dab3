"""The chapter on the twelve good practices: there when something tells, and whole."""

from tests.conclusions import demonstration, dossier
from tests.documents import dossiers
from tests.documents.conftest import tree_of


def chapter_of(written, language="fr"):
    chapters = tree_of(written, language).chapters
    return next((each for each in chapters if each.id == "practices"), None)


def test_nothing_said_makes_no_chapter():
    assert chapter_of(dossiers.empty()) is None


def test_chapter_counts_what_is_held_and_says_whose_titles_these_are():
    lead = chapter_of(demonstration("altivane-en"), "en").lead.words

    assert lead.startswith("8 of 12 followed.")
    assert "Dion Hinchcliffe" in lead


def test_table_has_the_twelve_with_what_tells():
    (figure, table) = chapter_of(demonstration("altivane-fr")).blocks

    assert len(figure.drawing.strokes) == len(table.rows) == 12
    assert table.rows[8].cells[3].words.splitlines() == [
        "les membres sont au moins consultés sur la charte (décision 20) – non",
        "des membres ont un rôle (décision 18) – oui",
    ]


def test_what_only_people_can_say_is_printed():
    (section,) = chapter_of(demonstration("altivane-fr")).sections

    said = [text.words for text in section.texts()]
    assert "Réparer soi-même une pièce que nous ne vendons plus" in said


def test_answers_alone_make_a_chapter_without_a_section():
    chapter = chapter_of(dossier(decisions={"space": "public_community"}))

    assert chapter.sections == ()
