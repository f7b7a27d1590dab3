"""Promises: where they come from, what became of them."""

from datetime import date

import pytest

from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import Dossier
from conclusions.domain.trust.promises import counts, followed, promises
from tests.conclusions import TODAY, dossier, register

DELAY = {"value": "4", "unit": "working_hour"}
BILAN = {
    "message": "Le bilan paraît.",
    "promise": True,
    "proof": "En ligne",
    "due": "2027-03-31",
    "audience": "audiences1",
    "owner": "ines",
}
DERIVED = derived_id("message", "messages1")


def read(written, as_of=TODAY):
    return promises(Dossier(written), as_of)


def only(written, as_of=TODAY):
    (promise,) = read(written, as_of)
    return promise


def test_promise_of_question_7_keeps_its_proof_owner_and_public():
    promise = only(dossier(messages={"messages": [BILAN, {"message": "Bonjour"}]}))

    assert (promise.id, promise.source, promise.state) == (DERIVED, "message", "running")
    assert (promise.words, promise.proof, promise.owner) == ("Le bilan paraît.", "En ligne", "ines")
    assert (promise.public, promise.due) == ("audiences1", date(2027, 3, 31))
    assert promise.is_open


def test_promise_of_a_place_is_one():
    promise = only(
        dossier(
            places={"places": [{"place": "Forum", "promise": "Une réponse"}, {"place": "Blog"}]}
        )
    )

    assert (promise.source, promise.key, promise.words) == ("place", "places1", "Une réponse")


def test_charter_and_question_15_make_promises_with_their_values():
    written = dossier(
        reply_times={"announced_delay": DELAY},
        decisions={
            "space": "public_community",
            "appeal": ("another_person", {"days_to_answer": "10"}),
            "reasons": "silent",
            "hours": ("on_call", {"base": "business_hours", "delay": DELAY}),
        },
    )

    assert [(each.key, each.value) for each in read(written)] == [
        ("reply", DELAY),
        ("appeal", "10"),
        ("reports", DELAY),
        ("danger", {"value": "1", "unit": "hour"}),
        ("published_delays", ""),
    ]
    assert all(each.announced for each in read(written))


@pytest.mark.parametrize(
    ("row", "as_of", "state"),
    [
        pytest.param({}, date(2027, 3, 31), "running", id="the day itself is not late"),
        pytest.param({}, date(2027, 4, 1), "late", id="past, with the proof of question 7 alone"),
        pytest.param(
            {"proof": "Page 4"}, date(2027, 4, 1), "to_settle", id="past, with a proof noted since"
        ),
        pytest.param(
            {"state": "running"}, date(2027, 4, 1), "late", id="running says nothing more"
        ),
        pytest.param(
            {"state": "kept", "settled_on": "2027-03-30"}, date(2027, 4, 1), "kept", id="kept"
        ),
        pytest.param({"state": "broken"}, TODAY, "broken", id="broken"),
        pytest.param({"state": "withdrawn"}, TODAY, "withdrawn", id="withdrawn"),
        pytest.param({"state": "late"}, TODAY, "late", id="said to be late"),
        pytest.param({"due": "2026-01-01"}, TODAY, "late", id="a due date of the register"),
        pytest.param({"state": "odd"}, TODAY, "running", id="no such state"),
    ],
)
def test_state_follows_the_register_then_the_calendar(row, as_of, state):
    written = register({"id": DERIVED, **row}, messages={"messages": [BILAN]})

    assert only(written, as_of).state == state


def test_register_replaces_what_it_says_and_leaves_the_rest():
    row = {
        "id": DERIVED,
        "proof": "Page 4",
        "announced": False,
        "made_on": "2026-01-01",
        "to_whom": "À tous",
    }

    promise = only(register(row, messages={"messages": [BILAN]}))

    assert (promise.proof, promise.announced, promise.to_whom) == ("Page 4", False, "À tous")
    assert (promise.words, promise.owner, promise.row) == ("Le bilan paraît.", "ines", DERIVED)
    assert (promise.made_on, promise.due) == (date(2026, 1, 1), date(2027, 3, 31))


def test_row_whose_source_is_gone_stays_with_its_words():
    promise = only(register({"id": DERIVED, "promise": "Le bilan paraît.", "state": "kept"}))

    assert (promise.source, promise.words, promise.state) == ("own", "Le bilan paraît.", "kept")


def test_row_without_words_or_source_still_tells_what_it_says():
    promise = only(register({"id": DERIVED, "state": "kept"}))

    assert (promise.words, promise.state) == ("", "kept")


def test_promises_stand_with_what_went_wrong_first():
    written = register(
        {"promise": "Tenue", "state": "kept"},
        {"promise": "Manquée", "state": "broken"},
        {"promise": "En cours", "due": "2027-01-01"},
    )

    assert [each.words for each in read(written)] == ["Manquée", "En cours", "Tenue"]
    assert counts(read(written)) == {
        "broken": 1,
        "late": 0,
        "to_settle": 0,
        "running": 1,
        "kept": 1,
        "withdrawn": 0,
    }
    assert len(followed(Dossier(written), TODAY)) == 3
    assert followed(Dossier(dossier()), TODAY) == ()
