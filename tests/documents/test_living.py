"""The chapter on the next review: what brings it forward, what is read again first."""

import copy
import re

import pytest

from tests.conclusions import demonstration, dossier
from tests.documents.test_last_chapters import chapter_of


def read_first(chapter):
    (facts,) = chapter.blocks
    return {fact.label: re.split("\u202f?; ", fact.text.words) for fact in facts.facts}


def triggers(chapter):
    return chapter.sections[0].blocks[0]


def with_triggers(*rows, **said):
    written = dossier(review_triggers={})
    written["answers"]["review_triggers"] |= said
    written["answers"]["review_triggers"]["value"]["tables"] = {"triggers": list(rows)}
    return written


def test_what_is_assumed_and_what_is_contradicted_is_read_first():
    told = read_first(chapter_of(demonstration("sauvelande-fr"), "living"))

    assert list(told) == [
        "Prochaine revue",
        "Contredit, à relire d’abord",
        "Relevé attendu",
        "Supposé, à observer",
    ]
    assert all(len(lines) == len(set(lines)) for lines in told.values())


def test_reading_that_is_late_is_awaited():
    read = {"indicator": "Avis", "measured_on": "2026-01-31", "frequency": "monthly"}
    written = dossier(indicators={"indicators": [read]})

    told = read_first(chapter_of(written, "living"))
    assert told["Relevé attendu"] == ["Avis"]
    assert told["Prochaine revue"] == ["à fixer (question 27)"]


def test_what_has_happened_is_told_until_it_is_reviewed():
    crisis = {"id": "crisis", "happened_on": "2026-11-01", "note": "Rappel d’un lot"}

    before = read_first(chapter_of(with_triggers(crisis), "living"))
    crisis["reviewed_on"] = "2026-11-02"
    after = read_first(chapter_of(with_triggers(crisis), "living"))

    assert before["Arrivé, pas encore revu"] == ["Une crise"]
    assert "Arrivé, pas encore revu" not in after


def test_person_who_has_left_is_told_by_the_questions_that_name_them():
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["people"] = [each for each in written["people"] if each["name"] != "Clarisse Vorlet"]

    told = read_first(chapter_of(written, "living"))
    assert "Question 27" in told["Nomme une personne partie"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_trigger_says_what_it_makes_one_reopen(language):
    table = triggers(chapter_of(demonstration(f"altivane-{language}"), "living", language))

    first = [row.cells[1].words.splitlines()[0] for row in table.rows]
    assert [each.split(".")[0].split()[-1] for each in first] == ["16", "9", "4", "25", "24"]


def test_what_was_typed_on_a_trigger_stands_beside_it_once():
    crisis = {"id": "crisis", "happened_on": "2026-11-01", "note": "Rappel d’un lot"}
    chapter = chapter_of(with_triggers(crisis, note="Vu en réunion"), "living")

    row = triggers(chapter).rows[0]
    assert row.cells[2].words == "1er\xa0novembre 2026"
    assert [fact.text.words for fact in row.details] == ["Rappel d’un lot"]
    assert [text.words for text in chapter.sections[0].blocks[1].texts()] == ["Vu en réunion"]
