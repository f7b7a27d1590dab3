"""When actions start and are due: counted from the opening, each after what it waits for."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conclusions.domain.plan.catalogue import catalogue
from conclusions.domain.plan.graph import joined, loop, loop_in, ordered
from conclusions.domain.plan.overlay import OPEN
from tests.conclusions import TODAY, demonstration, dossier
from tests.domain.test_review import DAYS, written
from tests.plans import OPENS, action, bare, edit, edited, plan_of, prepared

IDS = st.sampled_from("abcdef")
TRIGGER = {"trigger": "Accident", "level": "red", "holding_statement": "Nous lisons."}
ON_CALL = {"crisis": {"triggers": [TRIGGER]}, "reply_times": {"out_of_hours": "on_call"}}


def test_dates_move_with_the_opening():
    first, later = prepared(), prepared(opening={"opens_on": "2027-02-16"})

    moved = [
        action(bare(later), kind).span.due - action(bare(first), kind).span.due
        for kind in ("opening", "month_point")
    ]

    assert moved == [14, 14]


def test_distance_from_the_opening_is_known_without_its_date():
    plan = bare(prepared(opening={"prerequisites": [{"prerequisite": "charter"}]}))

    found = action(plan, "publish_charter")

    assert plan.opens is None
    assert (found.offset, found.span.due_day, found.span.start_day, found.phase) == (
        -14,
        None,
        None,
        "ready",
    )


def test_date_of_an_answer_stands_without_an_opening():
    written = dossier(change_of_course={"review_on": "2027-05-04"})

    found = action(bare(written), "review")

    assert (found.span.due_day, found.offset, found.phase) == (date(2027, 5, 4), None, "dated")


def test_nothing_is_due_at_a_weekend_by_our_doing():
    plan = plan_of(demonstration("altivane-fr"))

    ours = [each for each in plan.actions if each.derived and each.is_open]
    free = [each for each in ours if not each.derived.instance.due]
    assert [each.id for each in free if each.span.due_day.weekday() > 4] == []


def test_what_waits_starts_the_day_after():
    written = prepared(**ON_CALL)
    late = edited(written, edit("on_call", due="2027-01-29"))

    before, after = (action(bare(late), kind) for kind in ("on_call", "rehearse_crisis"))

    assert after.span.start == before.span.due + 1
    assert after.span.due_day == date(2027, 1, 31)


def test_date_of_an_answer_brings_forward_what_comes_first():
    sooner = prepared(
        opening={
            "opens_on": OPENS,
            "prerequisites": [{"prerequisite": "crisis_rehearsed", "due": "2027-01-19"}],
        },
        **ON_CALL,
    )

    on_call, rehearsal = (action(bare(sooner), kind) for kind in ("on_call", "rehearse_crisis"))

    assert on_call.span.due_day == date(2027, 1, 15)
    assert rehearsal.span.breaks == ()


def test_nothing_is_brought_forward_before_today():
    sooner = prepared(
        opening={
            "opens_on": OPENS,
            "prerequisites": [{"prerequisite": "crisis_rehearsed", "due": "2026-11-24"}],
        },
        **ON_CALL,
    )

    on_call, rehearsal = (action(bare(sooner), kind) for kind in ("on_call", "rehearse_crisis"))

    assert on_call.span.due_day == date(2027, 1, 22)
    assert rehearsal.span.breaks == (on_call.id,)


def test_date_set_by_hand_does_not_move_and_says_what_it_breaks():
    written = prepared(**ON_CALL)
    row = edit("rehearse_crisis", due="2027-01-12")

    found = action(bare(edited(written, row)), "rehearse_crisis")

    assert found.span.due_day == date(2027, 1, 12)
    assert found.span.breaks == (action(bare(written), "on_call").id,)


def test_start_set_by_hand_carries_its_end():
    found = action(bare(edited(prepared(), edit("month_point", start="2027-03-15"))), "month_point")

    assert (found.span.start_day, found.span.due_day) == (date(2027, 3, 15), date(2027, 3, 17))


def test_end_before_the_start_is_the_start():
    row = edit("month_point", start="2027-03-15", due="2027-03-01")

    found = action(bare(edited(prepared(), row)), "month_point")

    assert found.span.start_day == found.span.due_day == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("as_of", "due"),
    [(TODAY, TODAY), (date(2026, 11, 28), date(2026, 11, 30))],
    ids=["today", "Monday, on a Saturday"],
)
def test_what_came_up_late_is_for_the_first_working_day_and_not_late(as_of, due):
    written = dossier(opening={"opens_on": "2026-11-25"}, tone={"signature": "brand"})

    actions = bare(written, as_of).actions
    found = next(each for each in actions if each.derived.kind.id == "answer_heading")

    assert (found.span.due_day, found.late) == (due, False)


@pytest.mark.parametrize("opens", ["0001-01-01", "9999-12-31"])
def test_ends_of_the_calendar_hold(opens):
    plan = plan_of(prepared(opening={"opens_on": opens}))

    assert plan.actions
    assert all(each.span.start_day and each.span.due_day for each in plan.actions)


@settings(max_examples=60)
@given(written(), DAYS)
def test_any_dossier_has_a_plan_in_order(given_dossier, as_of):
    plan, again = bare(given_dossier, as_of), bare(given_dossier, as_of)

    assert [(each.id, each.span) for each in plan.actions] == [
        (each.id, each.span) for each in again.actions
    ]
    assert loop_in({each.id: each.after for each in plan.by_id.values()}) == []
    for each in plan.open:
        for other in (plan.by_id[key] for key in each.after if plan.by_id[key].state in OPEN):
            same = other.span.dated is each.span.dated
            assert not same or other.id in each.span.breaks or other.span.due < each.span.start


@settings(max_examples=30)
@given(st.integers(0, 400))
def test_any_opening_keeps_the_order(days):
    opens = (date(2027, 1, 1) + timedelta(days)).isoformat()
    written = demonstration("altivane-fr")
    written["answers"]["opening"]["value"]["header"]["opens_on"] = opens

    plan = bare(written)

    assert [
        each.id for each in plan.open if each.span.breaks and not each.derived.instance.due
    ] == []


@given(st.lists(st.tuples(IDS, IDS), max_size=12))
def test_what_people_add_never_makes_a_loop(added):
    whole, loops = joined({"a": ["b"], "b": [], "c": ["a"]}, added)

    assert loop_in(whole) == []
    assert all(each[0] == each[-1] for each in loops)
    order = list(ordered(whole))
    assert sorted(order) == sorted(whole)
    assert all(
        order.index(other) < order.index(each)
        for each in whole
        for other in whole[each]
        if other in whole
    )


def test_loop_is_told_from_its_beginning():
    waits = {"a": ["b"], "b": ["c"], "c": []}

    assert loop(waits, "c", "a") == ["c", "a", "b", "c"]
    assert loop(waits, "a", "c") == []
    assert loop(waits, "a", "a") == ["a", "a"]
    assert loop_in({"a": ["b"], "b": ["a"]}) == ["a", "b", "a"]


def test_catalogue_waits_for_nothing_that_comes_after_it():
    kinds = catalogue("fr").by_id
    free = {"announce_closing", "close_place", "renew_line", "prepare_moment", "cover_absence"}

    assert [
        (each.id, other)
        for each in kinds.values()
        if each.id not in free
        for other in each.after
        if kinds[other].due >= each.due - each.days and each.id != "opening"
    ] == []


def test_what_is_waited_for_already_is_not_added_twice():
    whole, loops = joined({"a": ["b"], "b": []}, [("a", "b"), ("b", "a")])

    assert (whole, loops) == ({"a": ["b"], "b": []}, [["b", "a", "b"]])
