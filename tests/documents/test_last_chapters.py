"""The plan, indicators, roles, crises, the next review: chapters there when something is said."""

import pytest

from deliverables.chapters.crisis import Pocket
from deliverables.figures import Figure
from deliverables.tree import Grid
from tests.conclusions import demonstration, dossier
from tests.documents import dossiers
from tests.documents.conftest import tree_of


def chapter_of(written, name, language="fr"):
    chapters = tree_of(written, language).chapters
    return next((each for each in chapters if each.id == name), None)


def words_of(block):
    return [text.words for text in block.texts()]


@pytest.mark.parametrize("name", ["indicators", "roles", "crisis", "living"])
def test_nothing_said_makes_no_chapter(name):
    assert chapter_of(dossiers.empty(), name) is None


def test_each_indicator_hangs_from_its_objective_and_those_read_are_drawn():
    *figures, table = chapter_of(demonstration("altivane-fr"), "indicators").blocks

    assert table.rows[0].cells[0].words == "Aider les utilisateurs\xa0: résoudre leurs problèmes"
    assert table.rows[0].cells[2].words == (
        "Utilité\xa0: problèmes résolus, aide entre membres (principal)"
    )
    assert [each.picture for each in figures] == ["trend"] * 3
    assert all(isinstance(each, Figure) and each.text for each in figures)


def test_action_says_what_it_waits_for_and_no_more_what_is_done():
    blocks = chapter_of(demonstration("altivane-en"), "plan", "en").blocks
    tables = [each for each in blocks if isinstance(each, Grid)]
    rows = {row.cells[0].words: row for table in tables for row in table.rows}

    waits = rows["Publish the charter"].details[0]
    assert (waits.label, waits.text.words) == (
        "Waits for",
        "Have the charter and its legal reminders read by counsel",
    )
    assert "Put the monitoring into service" not in rows["Open"].details[0].text.words


def test_indicator_without_objective_is_told_apart():
    written = dossier(
        indicators={"indicators": [{"indicator": "Avis", "audience_size_only": True}]}
    )

    (table,) = chapter_of(written, "indicators").blocks
    assert [row.cells[0].words for row in table.rows] == ["Tailles d’audience"]


def test_activities_and_sheets_name_the_same_people():
    chapter = chapter_of(demonstration("altivane-en"), "roles", "en")

    matrix = chapter.blocks[0]

    assert matrix.rows[0].cells[0].words == "Monitoring"
    assert len(matrix.rows) == 7
    accountable = {row.cells[1].words for row in matrix.rows}
    assert accountable <= {each.title for each in chapter.sections}


def test_activity_of_nobody_is_said_so():
    written = dossier(hours={"people": [{"person": "ines", "mission": "moderation"}]})

    (matrix,) = chapter_of(written, "roles").blocks
    assert "à nommer" in words_of(matrix)


def test_evening_that_can_wait_lacks_nobody():
    matrix = chapter_of(demonstration("altivane-en"), "roles", "en").blocks[0]

    evening = matrix.rows[0].cells[-1]
    assert (evening.words, evening.tone) == ("Can wait for the next opening hours.", "quiet")
    assert "missing" not in {cell.tone for row in matrix.rows for cell in row.cells}


def test_three_levels_say_when_who_and_what():
    table, triggers = chapter_of(demonstration("altivane-fr"), "crisis").blocks

    assert len(triggers.rows) == 5
    red = table.rows[2]
    assert red.cells[2].words == "Clarisse Vorlet"
    assert red.details[-1].label == "Message d’attente"


def test_page_to_fold_has_eight_panels_and_stands_alone():
    sections = chapter_of(demonstration("altivane-fr"), "crisis").sections

    (pocket,) = sections[-1].blocks
    assert (sections[-1].state, isinstance(pocket, Pocket)) == ("folded", True)
    assert len(pocket.panels) == 8


def test_no_page_to_fold_while_red_has_nobody():
    chapter = chapter_of(demonstration("sauvelande-fr"), "crisis")

    assert "crisis-pocket" not in {each.id for each in chapter.sections}
    assert "dès que le niveau rouge" in chapter.lead.words


def test_ways_to_reach_are_printed_with_their_note():
    reach, _folded = chapter_of(demonstration("altivane-fr"), "crisis").sections

    assert "Poste 212" in [text.words for text in reach.texts()]


def test_actions_look_alike_from_one_phase_of_the_plan_to_the_next():
    blocks = chapter_of(demonstration("sauvelande-fr"), "plan", "en").blocks

    phases = [each for each in blocks if isinstance(each, Grid) and each.wide]
    assert {each.named for each in phases} == {False}
