"""The same contradiction in other units, in a row, or written otherwise; and its near misses."""

import pytest

from strategy.domain.values import DAYS
from tests import clean
from tests.clean import OFFICE, added, row
from tests.conclusions import codes, found

FORUM, BODY = "help forum", "public body"
SATURDAY = {"day": "saturday", "from": "09:00", "to": "12:00"}
SUNDAY = SATURDAY | {"day": "sunday"}


def delay(value, unit):
    return {"value": value, "unit": unit}


def answered(value, unit):
    return {"reply_times": {"announced_delay": delay(value, unit)}}


@pytest.mark.parametrize(
    ("where", "said", "found"),
    [
        pytest.param(BODY, answered("2", "working_day"), ["X01"], id="days for hours"),
        pytest.param(BODY, answered("1", "working_day"), ["X01"], id="a whole day for a half"),
        pytest.param(BODY, answered("3", "working_hour"), [], id="sooner than nobody chose"),
        pytest.param(FORUM, answered("4", "hour"), [], id="sooner, by the calendar"),
        pytest.param(FORUM, answered("5", "hour"), ["X01"], id="later, by the calendar"),
    ],
)
def test_delay_is_compared_with_the_charters_four_working_hours(where, said, found):
    assert codes(clean.organisation(where, **said)) == found


@pytest.mark.parametrize(
    ("hours", "found"), [("4", ["X01"]), ("5", []), ("12", []), ("13", ["X01"])]
)
def test_working_day_is_as_many_hours_as_a_day_may_be(hours, found):
    promised = ("business_hours", {"delay": delay(hours, "working_hour")})
    written = clean.organisation(
        BODY, **answered("1", "working_day"), decisions={"hours": promised}
    )

    assert codes(written) == found


@pytest.mark.parametrize(
    "hours", ["extended_hours", ("on_call", {"base": "extended_hours"})], ids=["alone", "on call"]
)
@pytest.mark.parametrize(
    ("weekend", "found"),
    [([], ["X02"]), ([SATURDAY], ["X02"]), ([SATURDAY, SUNDAY], [])],
    ids=["weekdays", "a day left", "seven days"],
)
def test_seven_days_promised_are_covered(hours, weekend, found):
    covered = {"covered_hours": [*OFFICE, *weekend], "out_of_hours": "on_call"}
    written = clean.organisation(FORUM, reply_times=covered, decisions={"hours": hours})

    assert codes(written) == found


def test_seven_days_are_not_missed_where_no_hours_are_said():
    written = clean.organisation(
        FORUM, reply_times={"covered_hours": []}, decisions={"hours": "extended_hours"}
    )

    assert codes(written) == []


@pytest.mark.parametrize(
    ("cadence", "found"), [("daily", ["X24"]), ("weekly", []), ("answers_only", [])]
)
def test_cadence_of_a_place_takes_contents_too(cadence, found):
    said = added("rhythm.places", place="places1", cadence=cadence)

    assert codes(clean.organisation(FORUM, **said)) == found


def test_what_a_place_or_a_missing_line_calls_for_leads_there():
    fast = clean.organisation(FORUM, **added("rhythm.places", place="places1", cadence="daily"))
    paid = added("relays.relays", relay="Une créatrice", consideration="money", yearly_value=1)

    assert found(fast, "X24").mends[0].path == "rows/places/places1/cadence"
    assert found(clean.organisation(FORUM, **paid), "X21").mends[0].path == "rows/lines"


@pytest.mark.parametrize(
    ("given", "holding"),
    [
        ({"consideration": "money", "yearly_value": 1}, ["R04", "X21"]),
        ({"consideration": "product", "yearly_value": 1}, ["R04"]),
        ({"consideration": "money"}, ["R04"]),
    ],
    ids=["money", "in kind", "not valued"],
)
def test_money_for_a_relay_has_a_line_in_the_budget(given, holding):
    written = clean.organisation(FORUM, **added("relays.relays", relay="Une créatrice", **given))

    assert sorted(codes(written)) == holding


@pytest.mark.parametrize(
    "kept",
    ["+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "06\xa012\xa034\xa056\xa078", "06/12/34/56/78"],
)
def test_published_number_is_known_however_it_is_written(kept):
    reach = [{"person": "marc", "by_day": "Poste 12", "out_of_hours": kept}]
    published = ("on_call", {"base": "business_hours", "urgent_contact": "06 12 34 56 78"})
    written = clean.organisation(FORUM, crisis_kit={"reach": reach}, decisions={"hours": published})

    assert codes(written) == ["X65"]


@pytest.mark.parametrize(("value", "found"), [("1", []), ("2", ["X26"])])
def test_red_level_counts_a_working_hour_as_an_hour_at_least(value, found):
    red = clean.row("arbiters.levels", maximum_delay=delay(value, "working_hour"))
    hours = ("on_call", {"base": "business_hours", "urgent_delay": delay("1", "hour")})

    assert codes(clean.organisation(FORUM, **red, decisions={"hours": hours})) == found


@pytest.mark.parametrize(
    ("decided", "found"),
    [
        pytest.param(delay("1", "hour"), [], id="as soon"),
        pytest.param(delay("1", "working_hour"), [], id="an hour of the office"),
        pytest.param(delay("1", "working_day"), ["X26"], id="a day of five hours at least"),
        pytest.param(delay("2", "working_day"), ["X26"], id="two days"),
    ],
)
def test_decision_in_working_days_is_later_than_an_hour(decided, found):
    urgent = {"base": "business_hours", "urgent_delay": delay("1", "hour")}
    said = row("arbiters.levels", maximum_delay=decided)
    written = clean.organisation(FORUM, **said, decisions={"hours": ("on_call", urgent)})

    assert codes(written) == found


def test_decision_is_later_only_when_it_surely_is():
    six = {"base": "business_hours", "urgent_delay": delay("6", "hour")}
    said = row("arbiters.levels", maximum_delay=delay("1", "working_day"))
    written = clean.organisation(FORUM, **said, decisions={"hours": ("on_call", six)})

    assert codes(written) == []


@pytest.mark.parametrize(("end", "found"), [("23:59", False), ("24:00", False), ("23:30", True)])
def test_whole_week_may_end_its_days_at_a_minute_to_midnight(end, found):
    week = [{"day": day, "from": "00:00", "to": end} for day in DAYS]
    written = clean.organisation(
        FORUM,
        reply_times={"covered_hours": week, "out_of_hours": "nothing"},
        decisions={"hours": "around_the_clock", "moderators": "provider"},
    )

    assert ("X03" in codes(written)) == found
