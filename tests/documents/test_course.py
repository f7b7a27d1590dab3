"""The course in the strategy document: before the answers, with what is given up."""

import copy

import pytest

from deliverables.tree import Grid
from tests.conclusions import demonstration
from tests.documents.conftest import tree_of


def chapter(written, language="fr"):
    found = tree_of(written, language).chapters
    return next((each for each in found if each.id == "course"), None)


def words(found):
    return " ".join(text.words for section in found.sections for text in section.texts()).replace(
        "\xa0", " "
    )


def changed(**header):
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["answers"]["objective"]["value"]["header"] |= header
    return written


def test_course_stands_before_the_answers_with_all_that_follows():
    found = chapter(demonstration("altivane-fr"))
    grids = [
        each for section in found.sections for each in section.blocks if isinstance(each, Grid)
    ]

    assert [each.id for each in found.sections] == ["course-chosen", "course-follows"]
    assert [len(each.rows) for each in grids] == [6]
    said = words(found)
    assert "Aider les utilisateurs : résoudre leurs problèmes" in said
    assert "Étalés dans la durée" in said
    assert "À répondre vous-mêmes à tout" in said
    assert "Inspirer confiance : être cru quand on parle" in said


@pytest.mark.parametrize(("language", "expected"), [("fr", "Le cap"), ("en", "Our course")])
def test_course_speaks_the_language_of_the_document(language, expected):
    assert chapter(demonstration("altivane-fr"), language).title == expected


def test_course_without_a_horizon_says_how_it_is_read():
    assert "lu à douze mois" in words(chapter(changed(horizon=None)))


def test_objective_without_a_rank_is_told_with_a_dash():
    written = changed()
    rows = written["answers"]["objective"]["value"]["tables"]["objectives"]
    del rows[1]["rank"]

    facts = chapter(written).sections[0].blocks[0].facts
    assert [each.label.replace("\xa0", " ") for each in facts[-2:]] == ["Rang 3", "Rang –"]


def test_only_objective_has_none_behind_it():
    written = changed()
    del written["answers"]["objective"]["value"]["tables"]["objectives"][1:]

    assert "Les objectifs des rangs suivants" not in words(chapter(written))


def test_there_is_no_course_while_two_are_first():
    written = changed()
    for row in written["answers"]["objective"]["value"]["tables"]["objectives"]:
        row["rank"] = "1"

    assert chapter(written) is None
