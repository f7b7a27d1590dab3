"""The ten-minute review: what it asks again, once, with which reasons, and in which order."""

from datetime import date, timedelta

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.living.asking import (
    Confirmed,
    Said,
    Subject,
    fingerprint,
    is_due,
    next_review,
    queue,
    reread_from,
)
from conclusions.domain.living.triggers import LastReview, departures, triggers
from conclusions.domain.review import review
from tests.conclusions import dossier

DAY = date(2027, 7, 1)
OLD, YOUNG = DAY - timedelta(days=90), DAY - timedelta(days=89)
GONE = "abcdefghijkl"


def said(name="tone", confidence="", saved_on=YOUNG, kind="question", print_="a" * 16):
    return Said(Subject(kind, name), print_, confidence, saved_on)


def asked(*given, confirmed=None, findings=(), as_of=DAY):
    kept = {Subject("question", name): each for name, each in (confirmed or {}).items()}
    return queue(given, kept, findings, as_of)


def reasons(found):
    return [(each.said.subject.id, [why.value for why in each.reasons]) for each in found.all]


def contradicted():
    """Findings: R12 (warning) of speakers, R01 (blocking) of the objective, R04 (reminder)."""
    return review(
        dossier(
            speakers={"speakers": [{"place": "p", "holder": "ines"}, {"holder": "marc"}]},
            objective={"objectives": [{"objective": "help"}, {"objective": "trust"}]},
            relays={"relays": [{"relay": "A", "consideration": "money", "yearly_value": 60_000}]},
        ),
        DAY,
    )


def test_answer_that_is_young_and_sure_is_left_alone():
    found = asked(said(), said("image", "observed"))

    assert (found.all, found.minutes) == ((), 0)
    assert found.next_on == YOUNG + timedelta(days=90)


def test_nothing_said_has_no_next_day():
    assert asked().next_on is None


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (said(saved_on=OLD), ["stale"]),
        (said(confidence="assumed"), ["assumed"]),
        (said(confidence="assumed", saved_on=OLD), ["assumed", "stale"]),
    ],
)
def test_answer_is_asked_once_with_every_reason(given, why):
    assert reasons(asked(given)) == [("tone", why)]


def test_contradicted_answer_is_asked_and_a_reminder_is_none():
    codes = {each.code for each in contradicted()}
    found = asked(said("speakers"), said("relays"), said("objective"), findings=contradicted())

    assert {"R01", "R12"} <= codes
    assert reasons(found)[0] == ("objective", ["contradicted"])
    assert found.all[0].pressing
    assert "R01" in found.all[0].codes


def test_stale_assumed_and_contradicted_is_one_question():
    given = said("objective", "assumed", OLD)

    found = asked(given, findings=contradicted())

    assert reasons(found) == [("objective", ["contradicted", "assumed", "stale"])]
    assert found.all[0].seconds == 120


def test_order_is_what_presses_then_the_oldest():
    found = asked(
        said("image", saved_on=OLD),
        said("tone", saved_on=OLD - timedelta(days=1)),
        said("messages", "assumed"),
        said("speakers"),
        said("objective"),
        findings=contradicted(),
    )

    assert [name for name, _why in reasons(found)] == [
        "objective",
        "speakers",
        "messages",
        "tone",
        "image",
    ]


def test_ten_minutes_hold_what_fits_and_the_rest_waits():
    many = [said(f"q{number}", "assumed") for number in range(12)]

    found = asked(*many)

    assert (len(found.now), len(found.later), found.minutes) == (10, 2, 10)


@pytest.mark.parametrize(
    ("on", "why"),
    [
        pytest.param(YOUNG, [], id="what was confirmed does not come back"),
        pytest.param(OLD, [("tone", ["assumed", "stale"])], id="before it is stale again"),
    ],
)
def test_confirmed_answer_comes_back_when_it_is_stale_again(on, why):
    given = said(confidence="assumed", saved_on=OLD - timedelta(days=9))

    found = asked(given, confirmed={"tone": Confirmed("a" * 16, on)})

    assert reasons(found) == why


def test_confirmed_answer_comes_back_when_it_has_changed():
    given = said(confidence="assumed", print_="b" * 16)

    found = asked(given, confirmed={"tone": Confirmed("a" * 16, DAY)})

    assert reasons(found) == [("tone", ["assumed"])]


def test_confirmed_contradiction_comes_back_only_with_a_new_one():
    known = {each.code for each in contradicted()}
    given = said("objective")

    seen = asked(
        given,
        confirmed={"objective": Confirmed("a" * 16, DAY, frozenset(known))},
        findings=contradicted(),
    )
    fresh = asked(
        given,
        confirmed={"objective": Confirmed("a" * 16, DAY, frozenset(known - {"R01"}))},
        findings=contradicted(),
    )

    assert reasons(seen) == []
    assert [each.codes for each in fresh.all] == [("R01",)]


def test_fingerprint_changes_with_what_is_said_and_how_sure():
    one = {"value": {"header": {"said": "Sérieux"}}, "state": "done", "confidence": "assumed"}

    prints = {
        fingerprint(one),
        fingerprint(one | {"confidence": "observed"}),
        fingerprint(one | {"value": {}}),
        fingerprint(one | {"state": "draft"}),
    }

    assert len(prints) == 4
    assert fingerprint(one | {"owner": "ines"}) == fingerprint(one)


@pytest.mark.parametrize(
    ("planned", "given", "day"),
    [
        (None, [], None),
        (date(2027, 9, 1), [], date(2027, 9, 1)),
        (date(2027, 9, 1), [said()], date(2027, 9, 1)),
        (None, [said()], DAY + timedelta(days=1)),
        (None, [said(saved_on=DAY)], DAY + timedelta(days=90)),
        (date(2027, 6, 1), [said(saved_on=DAY)], DAY),
        (date(2027, 9, 1), [said(saved_on=OLD)], DAY),
    ],
)
def test_next_review_is_the_day_decided_else_the_first_that_asks_for_one(planned, given, day):
    assert next_review(planned, asked(*given), DAY) == day


@pytest.mark.parametrize(
    ("planned", "given", "day"),
    [
        (None, [said()], None),
        (date(2027, 9, 1), [], None),
        (date(2027, 9, 1), [said(saved_on=OLD)], None),
        (date(2027, 9, 1), [said()], DAY + timedelta(days=1)),
        (DAY + timedelta(days=1), [said()], None),
    ],
)
def test_answers_are_read_again_before_the_review_that_comes_after_they_are_stale(
    planned, given, day
):
    assert reread_from(planned, asked(*given)) == day


@pytest.mark.parametrize(
    ("planned", "given", "triggered", "due"),
    [
        (None, [], False, False),
        (DAY, [], False, True),
        (date(2027, 7, 2), [], False, False),
        (None, [], True, True),
        (None, [said(saved_on=OLD)], False, True),
    ],
)
def test_review_is_due_when_its_day_has_come_or_something_waits(planned, given, triggered, due):
    assert is_due(planned, asked(*given), DAY, triggered=triggered) is due


def happened(written, last=None, objective="now", language="fr"):
    return triggers(Dossier(written), DAY, last=last, objective=objective, language=language)


def register(**cells):
    return dossier(review_triggers={"triggers": [{"id": "crisis", **cells}]})


@pytest.mark.parametrize(
    ("cells", "closed_on", "stands"),
    [
        ({"happened_on": "2027-06-01"}, None, True),
        ({"happened_on": "2027-08-01"}, None, False),
        ({"note": "Bientôt"}, None, False),
        ({"happened_on": "2027-06-01", "reviewed_on": "2027-06-02"}, None, False),
        ({"happened_on": "2027-06-01", "reviewed_on": "2027-05-02"}, None, True),
        ({"happened_on": "2027-06-01"}, date(2027, 6, 10), False),
        ({"happened_on": "2027-06-01"}, date(2027, 5, 10), True),
    ],
)
def test_declared_trigger_stands_until_a_review_follows(cells, closed_on, stands):
    last = LastReview(closed_on, "now") if closed_on else None

    found = happened(register(**cells), last)

    assert (bool(found.declared), found.any) == (stands, stands)


@pytest.mark.parametrize(
    ("last", "changed"),
    [
        (None, False),
        (LastReview(date(2027, 6, 1), "now"), False),
        (LastReview(date(2027, 6, 1), "then"), True),
    ],
)
def test_objective_changed_since_the_last_review_is_a_trigger(last, changed):
    found = happened(dossier(), last)

    assert (found.objective, found.any) == (changed, changed)


def test_person_who_left_the_list_is_a_trigger():
    written = dossier(
        speakers={"speakers": [{"place": "p", "holder": GONE}]},
        change_of_course={"decider": "ines"},
        tone={"signature": "brand"},
        crisis={"triggers": [{"trigger": "A", "informed": ["marc", GONE]}]},
    )
    written["answers"]["tone"]["owner"] = GONE

    assert set(departures(Dossier(written))) == {"speakers", "tone", "crisis"}
    assert happened(written).any


def test_text_checked_again_since_the_last_review_is_a_trigger():
    # Every reminder shipped was checked on 22 November 2026.
    written = dossier(decisions={"space": "third_party_page"})

    before = happened(written, LastReview(date(2026, 11, 21), "now"), language="en")
    after = happened(written, LastReview(date(2026, 11, 22), "now"))

    assert before.texts
    assert before.any
    assert {each.checked for each in before.texts} == {date(2026, 11, 22)}
    assert (after.texts, happened(written).texts) == ((), ())
