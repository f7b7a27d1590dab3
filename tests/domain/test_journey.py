"""The way through the questions: what comes next, and what an answer still lacks."""

import pytest

from strategy.domain.journey import (
    all_missing,
    missing,
    neighbours,
    next_question,
)
from strategy.domain.loading import load, questionnaire
from tests.domain.contents import write

ASKED = questionnaire("fr")
PATH = [question.id for question in ASKED.along_path]


def lacks(question, state="draft", *, header=None, **tables):
    value = {"header": header or {}, "tables": tables}
    found = missing(ASKED.by_id[question], state, value)
    return [(each.what, each.label, each.wanted) for each in found]


def test_path_begins_with_the_objective():
    assert next_question(ASKED, {}).id == "objective"


def test_what_is_settled_is_passed():
    states = {"objective": "done", "hours": "not_applicable", "receivers": "draft"}

    assert next_question(ASKED, states).id == "receivers"


def test_path_ends_when_all_is_settled():
    assert next_question(ASKED, dict.fromkeys(PATH, "done")) is None


def test_later_answer_does_not_change_what_comes_next():
    assert next_question(ASKED, {"change_of_course": "done"}).id == "objective"


@pytest.mark.parametrize(
    ("question", "before", "after"),
    [
        ("scope", None, "objective"),
        ("objective", "scope", "hours"),
        ("hours", "objective", "receivers"),
        ("change_of_course", "indicators", None),
    ],
)
def test_neighbours_are_those_of_the_path(question, before, after):
    found = neighbours(ASKED, ASKED.by_id[question])

    assert [each and each.id for each in found] == [before, after]


def test_answer_that_says_nothing_lacks_everything():
    assert lacks("objective", "empty") == [("empty", "", 0)]


def test_answer_lacks_its_quick_fields_its_rows_and_a_last_word():
    assert lacks("objective", header={"sentence": "Être reconnus."}) == [
        ("field", "Horizon de la stratégie", 0),
        ("rows", ASKED.by_id["objective"].tables[0].title, 1),
        ("not_confirmed", "", 0),
    ]


def test_table_lacks_the_rows_of_a_good_answer():
    assert lacks("receivers", "done", audiences=[{"id": "a", "audience": "Riverains"}]) == [
        ("rows", "Nos publics, par ordre de priorité", 3)
    ]


def test_whole_answer_lacks_nothing():
    rows = [{"id": str(number), "audience": "Riverains"} for number in range(3)]

    assert lacks("receivers", "done", audiences=rows) == []


def test_sum_is_not_missing_once_a_row_says_a_number():
    lacking = ("field", ASKED.by_id["hours"].fields[0].label, 0)
    said, silent = {"id": "a", "weekly_hours": "3"}, {"id": "b", "person": "ines"}

    assert lacking not in lacks("hours", people=[said, silent])
    assert lacking in lacks("hours", people=[silent])


def test_what_does_not_apply_or_is_counted_lacks_nothing():
    assert lacks("objective", "not_applicable") == []
    assert lacks("moderation", "empty") == []


def test_all_that_is_missing_stands_in_the_order_of_the_questions():
    answers = {"receivers": {"state": "not_applicable"}}

    found = [each.question.number for each in all_missing(ASKED, answers)]

    assert found == [number for number in range(2, 28) if number != 20]


def test_register_stands_beside_the_path(tmp_path):
    asked = load("fr", write(tmp_path))

    assert neighbours(asked, asked.by_id["tools"]) == (None, None)


def test_place_of_a_question_has_its_number(tmp_path):
    asked = load("fr", write(tmp_path))

    assert asked.by_id["aim"].place == "2. Quel but ?".replace(" ?", "\N{NO-BREAK SPACE}?")
    assert asked.by_id["tools"].place == "Quels outils ?".replace(" ?", "\N{NO-BREAK SPACE}?")
