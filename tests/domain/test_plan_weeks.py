"""The strip of the plan: a bar for each week with something due, what is done below what is not."""

import re
from datetime import date, timedelta

from conclusions.domain.plan.weeks import FIRST, FLOOR, LAST, LEFT, RIGHT, TOP, WEEK, draw
from tests.plans import OPENS, bare, edit, edited, prepared

OPENING = date.fromisoformat(OPENS)


def strip(written, as_of=date(2026, 11, 23)):
    return draw(bare(written, as_of), lambda day: f"J{day:+d}" if day else "J")


def reach(outline):
    """The lowest and the highest place of a block."""
    low, high = re.match(r"M\S+ ([\d.]+)V([\d.]+)", outline).groups()
    return float(low), float(high)


def test_without_an_opening_there_is_no_strip():
    assert strip(prepared(opening={})) is None


def test_days_are_marked_from_thirty_before_to_ninety_after():
    found = strip(prepared())

    assert [mark.label for mark in found.marks] == ["J-30", "J", "J+30", "J+60", "J+90"]
    assert found.marks[1].x == found.opening


def test_bars_stand_inside_the_strip_and_the_fullest_week_is_as_high_as_it():
    found = strip(prepared())

    assert all(LEFT <= float(each.x) <= RIGHT - float(each.width) for each in found.bars)
    assert min(reach(each.open)[1] for each in found.bars if each.open) == TOP


def test_every_action_is_counted_even_before_and_after_the_strip():
    written = edited(
        prepared(),
        {"id": "own000000001", "title": "Bien avant", "due": "2026-01-01"},
        {"id": "own000000002", "title": "Bien après", "due": "2028-01-01"},
    )

    first, last = strip(written).bars[0], strip(written).bars[-1]
    week = (RIGHT - LEFT) / (LAST - FIRST) * WEEK
    assert float(first.x) < LEFT + week
    assert float(last.x) > RIGHT - week


def test_what_is_done_stands_below_what_is_not():
    written = edited(prepared(), edit("publish_charter", state="done"))

    (bar,) = [each for each in strip(written).bars if each.done]
    assert reach(bar.done)[0] == FLOOR


def test_a_week_with_nothing_left_has_no_open_block():
    quiet = OPENING + timedelta(days=50)
    own = {"id": "own000000001", "title": "Faite", "due": f"{quiet}", "state": "done"}

    assert [each.open for each in strip(edited(prepared(), own)).bars if each.done] == [""]


def test_late_week_is_said_so():
    after = OPENING + timedelta(days=1)

    assert any(each.late for each in strip(prepared(), as_of=after).bars)
    assert not any(each.late for each in strip(prepared()).bars)


def test_today_is_drawn_inside_the_strip_only():
    assert strip(prepared(), as_of=OPENING).today == strip(prepared()).opening
    assert strip(prepared(), as_of=OPENING - timedelta(days=400)).today == ""
