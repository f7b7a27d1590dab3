"""X76 to X79, on dates that cannot be kept together: each rule broken, and kept."""

from datetime import date

import pytest

from tests.conclusions import codes, dossier

DAY, OPENS = date(2026, 11, 27), "2027-02-02"
SPACE = {"place": "Le Relais", "owner": "us", "role": "host", "open_to_contributions": True}
CALENDAR = {"X76", "X77", "X78", "X79"}


def opened(on=OPENS, **answers):
    """An opening on that day, or none."""
    opening = {"opening": {"opens_on": on}} if on else {}
    return dossier(**opening, **answers)


def moment(day, nature="key_moment", place="places1", **space):
    moments = [{"label": "Tournée", "nature": nature, "from": day, "place": place}]
    return {"places": {"places": [SPACE | space]}, "rhythm": {"moments": moments}}


def closing(day, **space):
    return {"places": {"places": [SPACE | space | {"planned_closing": day}]}}


def trained(day):
    return {"speakers": {"speakers": [{"holder": "ines", "trained_on": day}]}}


@pytest.mark.parametrize(
    ("code", "written"),
    [
        pytest.param("X76", opened(**moment("2027-02-01")), id="moment before the opening"),
        pytest.param("X77", opened(**closing("2026-12-20")), id="closed before it opens"),
        pytest.param("X78", opened(None, objective={"due": "2026-11-26"}), id="over"),
        pytest.param("X78", opened(objective={"due": "2027-01-10"}), id="over before the opening"),
        pytest.param("X79", opened(**trained("2027-02-03")), id="trained too late"),
    ],
)
def test_dates_that_cannot_be_kept_are_found(code, written):
    assert CALENDAR.intersection(codes(written, DAY)) == {code}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(opened(**moment("2027-02-02")), id="moment on the day"),
        pytest.param(opened(**moment("2027-02-01", nature="quiet_period")), id="quiet period"),
        pytest.param(opened(**moment("2027-02-01", place="")), id="moment anywhere"),
        pytest.param(opened(**moment("2027-02-01", owner="third_party")), id="place of others"),
        pytest.param(opened(None, **moment("2027-02-01")), id="moment without an opening"),
        pytest.param(opened(**closing("2027-02-02")), id="closed on the day"),
        pytest.param(opened(**closing("2026-12-20", role="inform")), id="closed, where we inform"),
        pytest.param(opened(None, **closing("2026-12-20")), id="closed without an opening"),
        pytest.param(opened(None, objective={"due": "2026-11-27"}), id="over tonight"),
        pytest.param(opened(objective={"due": "2027-02-03"}), id="over after the opening"),
        pytest.param(opened(**trained("2027-02-02")), id="trained on the day"),
        pytest.param(opened(None, **trained("2027-02-03")), id="trained, no opening"),
        pytest.param(opened(speakers={"speakers": [{"holder": "ines"}]}), id="trained one day"),
    ],
)
def test_dates_that_can_be_kept_are_silent(written):
    assert CALENDAR.isdisjoint(codes(written, DAY))
