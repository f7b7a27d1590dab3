"""What moderation takes: more never costs less, and nothing makes it stumble."""

from decimal import Decimal

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.workload.assumptions import Span
from conclusions.domain.workload.estimate import imagined, waits_for, workload
from tests.conclusions import dossier, moderated, space


def task(found, name):
    return next((each.hours for each in found.tasks if each.id == name), None)


def rounded(span):
    return tuple(round(end, 2) for end in span)


def spans(*ends):
    return tuple(Decimal(str(end)) for end in ends)


def test_workload_adds_hours_by_task_from_low_to_high():
    found = workload(moderated({"moderation_mode": "before_publication"}))

    assert [(each.id, rounded(each.hours)) for each in found.tasks] == [
        ("reading_first", spans("5.00", "8.33")),
        ("reports", spans("0.10", "0.60")),
        ("measures", spans("0.30", "1.80")),
        ("appeals", spans("0.03", "0.60")),
        ("answers", spans("0.67", "4.00")),
        ("rounds", spans("0.29", "0.83")),
        ("on_call", spans("0.25", "1.00")),
    ]
    assert rounded(found.hours) == spans("6.64", "17.17")
    assert rounded(found.month) == spans("28.78", "74.39")
    assert (found.people, found.on_call) == ((3, 3), True)
    assert rounded(found.cost_year) == rounded(found.inside_year)
    assert rounded(found.cost_year) == spans("1643416.67", "6097000.00")


def test_undecided_decisions_count_as_the_charter_proposes_them():
    found = workload(moderated({"moderation_mode": "hybrid"}))

    assert found.supposed == (
        "registration",
        "moderators",
        "sanctions",
        "reasons",
        "appeal",
        "hours",
    )
    assert found.hours == workload(moderated({"registration": "pseudonym_and_email"})).hours


@pytest.mark.parametrize(
    ("decided", "waits"),
    [
        pytest.param({}, "space", id="nothing decided"),
        pytest.param({"space": "public_community"}, "messages", id="no messages"),
        pytest.param({"space": space("-1")}, "messages", id="messages below none"),
        pytest.param({"space": space(option="independent_community")}, "elsewhere", id="guests"),
        pytest.param({"space": space()}, "", id="known"),
    ],
)
def test_workload_waits_for_space_and_messages(decided, waits):
    asked = Dossier(dossier(decisions=decided))

    assert (waits_for(asked), workload(asked) is None) == (waits, bool(waits))


def test_figures_of_the_organisation_replace_ours():
    found = workload(
        moderated(
            {"moderation_mode": "before_publication"},
            workload={"first_minutes": "3", "hourly_cost_low": 3000, "on_call_cost_high": 10000},
        )
    )

    told = {each.id: (each.value, each.usual, each.own) for each in found.assumptions.all}
    assert told["first_minutes"] == (Span(*spans(3, 3)), Span(*spans("1.5", "2.5")), True)
    assert told["after_minutes"] == (Span(*spans("0.5", 1)), Span(*spans("0.5", 1)), False)
    assert told["hourly_cost"][0] == spans(3000, 4500)
    assert told["on_call_cost"][0] == spans(10000, 10000)
    assert rounded(task(found, "reading_first")) == spans("10.00", "10.00")


def test_ends_given_the_wrong_way_round_are_put_in_order():
    costs = {"hourly_cost_low": 5000, "hourly_cost_high": 2000}

    found = workload(moderated(workload=costs)).assumptions.by_id["hourly_cost"]

    assert found.value == spans(2000, 5000)


def test_low_end_beyond_ours_takes_the_high_end_along():
    found = workload(moderated(workload={"hourly_cost_low": 6000})).assumptions.by_id["hourly_cost"]

    assert found.value == spans(6000, 6000)


def test_provider_takes_the_hours_and_the_team_guides_it():
    found = workload(moderated({"moderators": "provider"}))

    assert found.volunteers == spans(0, 0)
    assert rounded(found.team) == rounded(task(found, "coordination"))
    assert found.provider.low > found.team.low
    assert (found.outside_year.low > found.inside_year.low, found.people) == (True, (2, 2))


def test_volunteers_cost_nothing_but_guidance():
    alone, helped = (
        workload(moderated({"moderators": each, "hours": "business_hours"}))
        for each in ("in_house", "volunteers")
    )

    assert helped.volunteers == alone.team
    assert rounded(helped.team) == rounded(task(helped, "coordination"))
    assert helped.inside_year.high < alone.inside_year.high
    assert rounded(helped.own) == rounded(helped.hours)


def test_day_and_night_takes_a_whole_week_of_presence():
    found = workload(moderated({"hours": "around_the_clock", "moderators": "in_house"}))

    assert found.hours == spans(168, 168)
    assert found.people == (7, 8)


def test_presence_is_shared_where_a_provider_keeps_watch():
    found = workload(moderated({"hours": "around_the_clock", "moderators": "provider"}))

    assert task(found, "presence") is None


def test_presence_costs_nothing_more_once_work_fills_the_week():
    busy = {"space": space("50000"), "hours": "around_the_clock", "moderators": "in_house"}

    assert task(workload(moderated(busy)), "presence") is None


def test_first_messages_of_new_members_are_read_first_when_members_are_known():
    known = moderated({"space": space("200", "1040"), "moderation_mode": "hybrid"})
    more = moderated(
        {
            "space": space("200", "1040"),
            "moderation_mode": ("hybrid", {"first_messages": "5"}),
        }
    )

    # 20 arrivals a week, 3 messages each, and what the filter holds of 200: 10 to 20.
    assert rounded(task(workload(known), "reading_first")) == spans("1.75", "3.33")
    assert rounded(task(workload(more), "reading_first")) == spans("2.75", "5.00")


def test_arrivals_take_time_where_a_person_lets_them_in():
    asked, open_to_all = (
        workload(moderated({"space": space("200", "1040"), "registration": each}))
        for each in ("approved_request", "pseudonym_and_email")
    )

    assert rounded(task(asked, "admissions")) == spans("1.00", "2.67")
    assert task(open_to_all, "admissions") is None


@pytest.mark.parametrize(
    ("delay", "hours"),
    [
        pytest.param({"value": "4", "unit": "working_hour"}, spans("0.33", "0.83"), id="hours"),
        pytest.param({"value": "1", "unit": "working_day"}, spans("0.17", "0.42"), id="days"),
        pytest.param({"value": "24", "unit": "hour"}, spans("0.23", "0.58"), id="calendar"),
        pytest.param({"value": "0", "unit": "hour"}, spans("1.33", "3.33"), id="at once"),
        pytest.param({"value": "Infinity", "unit": "hour"}, spans("0.17", "0.42"), id="never"),
        pytest.param("soon", spans("0.17", "0.42"), id="no delay"),
    ],
)
def test_rounds_keep_the_delay_promised(delay, hours):
    week = [{"day": day, "from": "09:00", "to": "17:00"} for day in DAYS]
    decided = {"hours": ("business_hours", {"delay": delay, "weekly_hours": week})}

    assert rounded(task(workload(moderated(decided)), "rounds")) == hours


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@pytest.mark.parametrize("written", ["always", [], [{"day": "someday"}], [3], [{}]])
def test_hours_that_cannot_be_read_count_as_office_hours(written):
    decided = {"hours": ("business_hours", {"weekly_hours": written})}

    assert workload(moderated(decided)).setting.opened == spans(35, 40)


def test_hours_opened_beyond_office_hours_cost_more_each():
    day, week = (
        workload(moderated({"hours": each, "moderators": "in_house"}))
        for each in ("business_hours", "extended_hours")
    )

    assert day.inside_year.low / day.team.low < week.inside_year.low / week.team.low
    assert (day.people, week.people) == ((2, 2), (3, 3))


@pytest.mark.parametrize("base", ["extended_hours", "business_hours", "frozen", 3, None])
def test_on_call_rests_on_its_base_or_on_office_hours(base):
    decided = moderated({"hours": ("on_call", {} if base is None else {"base": base})})

    expected = "extended_hours" if base == "extended_hours" else "business_hours"
    assert workload(decided).setting.opening == expected


@pytest.mark.parametrize("details", [{}, {"base": "business_hours"}], ids=["no base", "its base"])
def test_on_call_without_its_base_keeps_the_delay_of_the_base_proposed(details):
    week = [{"day": day, "from": "09:00", "to": "17:00"} for day in DAYS]
    delay = {"value": "2", "unit": "working_hour"}
    decided = {"hours": ("on_call", {**details, "delay": delay, "weekly_hours": week})}

    assert rounded(task(workload(moderated(decided)), "rounds")) == spans("0.67", "1.67")
    assert rounded(task(workload(moderated({"hours": ("on_call", details)})), "rounds")) == (
        spans("0.29", "0.83")
    )


def test_imagined_dossier_changes_messages_and_mode_only():
    asked = moderated({"moderators": "in_house"})

    found = workload(imagined(asked, messages=1000, mode="on_report"))

    assert (found.setting.messages, found.setting.mode) == (1000, "on_report")
    assert workload(asked).setting.messages == 200
