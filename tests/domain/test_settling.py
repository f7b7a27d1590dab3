"""The state that follows from a change, of an answer and of a decision."""

import pytest

from charter.domain.settling import settled as settled_choice
from strategy.domain.loading import questionnaire
from strategy.domain.settling import settled

OBJECTIVE = questionnaire("fr").by_id["objective"]


@pytest.mark.parametrize(
    ("paths", "changes", "expected"),
    [
        pytest.param(
            {"header/x": "1"}, {"header/x": [None, "1"]}, {"state": "draft"}, id="first words"
        ),
        pytest.param({"state": "done"}, {"header/x": ["1", None]}, {"state": None}, id="emptied"),
        pytest.param({"state": "done", "header/x": "2"}, {"header/x": ["1", "2"]}, {}, id="done"),
        pytest.param(
            {"state": "not_applicable", "header/x": "1"},
            {"header/x": [None, "1"]},
            {"state": "draft"},
            id="passed over, then said",
        ),
        pytest.param(
            {"state": "not_applicable", "header/x": "2"}, {"header/x": ["1", "2"]}, {}, id="kept"
        ),
        pytest.param({}, {}, {}, id="nothing"),
    ],
)
def test_answer_is_a_draft_once_it_says_something(paths, changes, expected):
    assert settled(OBJECTIVE, paths, changes) == expected


FIRST, SECOND = "rows/objectives/one/objective", "rows/objectives/two/objective"
BOTH = {"state": "done", "order/objectives": ["one", "two"], FIRST: "trust", SECOND: "trust"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({SECOND: ["help", "trust"]}, {"state": "draft"}, id="said twice from now on"),
        pytest.param({"note": [None, "x"]}, {}, id="said twice before"),
    ],
)
def test_finished_answer_waits_again_once_it_says_something_twice(changes, expected):
    assert settled(OBJECTIVE, BOTH, changes) == expected


@pytest.mark.parametrize(
    ("paths", "changes", "expected"),
    [
        ({"header/options": ["a"]}, {"state": [None, "confirmed"]}, {}),
        ({"state": "confirmed"}, {"header/options": [["a"], None]}, {"state": None}),
        (
            {"state": "confirmed", "header/options": ["b"]},
            {"header/options": [["a"], ["b"]]},
            {"state": "to_confirm"},
        ),
        ({"header/options": ["a"]}, {"note": [None, "x"]}, {"state": "to_confirm"}),
        ({"state": "confirmed", "header/options": ["a"]}, {"note": [None, "x"]}, {}),
    ],
    ids=["said by a person", "nothing chosen", "choice changed", "not said yet", "note"],
)
def test_decision_waits_once_its_choice_has_changed(paths, changes, expected):
    assert settled_choice(paths, changes) == expected
