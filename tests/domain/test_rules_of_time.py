"""R06, R07 and R08 more closely: hours, the charter in time, an opening that has passed."""

from datetime import date

import pytest

from tests.conclusions import codes, dossier, found
from tests.domain.test_rules_of_answers import CONFIRMED, OFFICE, OPEN, hours, prerequisite, times


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(times("on_call", announced_delay=hours("1")), id="somebody is on call"),
        pytest.param(times(announced_delay=hours("1", "working_hour")), id="working hours wait"),
        pytest.param({"announced_delay": hours("1"), "out_of_hours": "nothing"}, id="no hours yet"),
    ],
)
def test_r06_is_silent(kept):
    assert "R06" not in codes(dossier(reply_times=kept))


def test_r06_reads_each_place_with_its_own_hours():
    saturday = [{"day": "saturday", "from": "10:00", "to": "12:00"}]
    row = {"acknowledgement": hours("5", "day"), "hours": saturday}

    written = dossier(reply_times=times(announced_delay=hours("3", "day"), places=[row]))

    assert [each.path for each in found(written, "R06").reads][-2:] == [
        "rows/places/places1/acknowledgement",
        "rows/places/places1/hours",
    ]


def test_r07_is_silent_once_the_charter_is_confirmed():
    written = dossier(places=OPEN, opening=prerequisite("monitoring"), decisions=CONFIRMED)

    assert "R07" not in codes(written)


def test_r06_fires_until_somebody_is_on_call():
    times = {"covered_hours": OFFICE, "announced_delay": hours("24")}

    assert "R06" in codes(dossier(reply_times=times))


def test_r07_fires_while_the_opening_has_no_prerequisite():
    assert "R07" in codes(dossier(places=OPEN))


def test_r08_fires_for_a_prerequisite_without_a_date_even_before_the_opening_has_one():
    written = dossier(opening={"prerequisites": [{"prerequisite": "monitoring"}]})

    assert found(written, "R08").variant == "undated"


def test_r08_waits_for_the_opening_once_the_prerequisite_has_a_date():
    rows = [{"prerequisite": "monitoring", "due": "2027-01-01"}]

    assert "R08" not in codes(dossier(opening={"prerequisites": rows}))


@pytest.mark.parametrize(
    ("as_of", "expected"), [(date(2027, 2, 2), False), (date(2027, 2, 3), True)]
)
def test_r08_fires_once_the_opening_has_passed(as_of, expected):
    written = dossier(opening=prerequisite("monitoring", due="2027-01-01"))

    assert ("R08" in codes(written, as_of)) is expected


def charter_planned(**row):
    """Contributions open on the second of February, with the charter among the prerequisites."""
    rows = [{"prerequisite": "monitoring"}, {"prerequisite": "charter", **row}]
    return dossier(places=OPEN, opening={"opens_on": "2027-02-02", "prerequisites": rows})


def told(written):
    """How R07 is worded, and where its ways to mend lead."""
    finding = found(written, "R07")
    return finding.variant, [(place.id, place.path) for place in finding.mends]


def test_r07_asks_to_bring_a_charter_forward_that_is_planned_too_late():
    assert told(charter_planned(due="2027-03-01")) == (
        "late",
        [
            ("opening", "rows/prerequisites/prerequisites2/due"),
            ("opening", "header/opens_on"),
            ("space", "header/options"),
        ],
    )


def test_r07_asks_to_date_a_charter_that_is_planned_for_no_day():
    assert told(charter_planned()) == (
        "undated",
        [("opening", "rows/prerequisites/prerequisites2/due"), ("space", "header/options")],
    )


def test_r07_leads_to_the_first_decision_that_is_not_confirmed():
    first, second = list(CONFIRMED)[:2]
    decisions = {key: said for key, said in CONFIRMED.items() if key != second}
    written = dossier(places=OPEN, decisions=decisions)

    assert (first, told(written)[1][-1]) == ("space", (second, "header/options"))


@pytest.mark.parametrize(
    ("given", "path"),
    [
        pytest.param({"weekly_hours": "1"}, "header/weekly_hours", id="hours of everybody"),
        pytest.param(
            {"people": [{"mission": "answering", "weekly_hours": "1"}]},
            "rows/people/people1/weekly_hours",
            id="hours person by person",
        ),
    ],
)
def test_r05_leads_to_where_hours_are_given(given, path):
    written = dossier(places={"places": [{"place": "Le Coin", "weekly_hours": "2"}]}, hours=given)

    assert [place.path for place in found(written, "R05").mends] == [
        "rows/places/places1/weekly_hours",
        path,
    ]
