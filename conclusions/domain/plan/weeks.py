"""The plan week by week: how many actions are due in each, drawn in one narrow strip.

Plain geometry for one SVG of 400 by 150, drawn on screen.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from conclusions.domain.plan.plan import Plan

WIDTH, HEIGHT = 400, 150
LEFT, RIGHT, FLOOR, TOP = 8, 392, 122, 12
# Days from the opening, and the days of a week.
FIRST, LAST, WEEK = -35, 91, 7
MARKED = (-30, 0, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class Bar:
    """The actions due in one week: those done below, those open above."""

    x: str
    width: str
    done: str
    open: str
    late: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A day under the strip."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The whole strip; `today` is empty where it is outside."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    opening: str
    today: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    floor: int = FLOOR
    top: int = TOP


def draw(plan: Plan, name: Callable[[int], str]) -> Weeks | None:
    """The strip from five weeks before the opening to thirteen after; None without an opening.

    What is due before or after stands in the first or the last week. `name` says a day by its
    distance from the opening, in days.
    """
    if plan.opens is None:
        return None
    done, still, late = Counter[int](), Counter[int](), set[int]()
    for each in plan.actions:
        # With an opening, every action has a distance from it.
        week = (min(max(each.offset or 0, FIRST), LAST - 1) - FIRST) // WEEK
        (still if each.is_open else done)[week] += 1
        if each.late:
            late.add(week)
    most = max((done + still).values(), default=1)
    return Weeks(
        bars=tuple(
            _bar(week, done[week], still[week], most, late=week in late)
            for week in sorted(done | still)
        ),
        marks=tuple(Mark(_at(day), name(day)) for day in MARKED),
        opening=_at(0),
        today=_today((plan.as_of - plan.opens).days),
    )


def _at(day: float) -> str:
    return f"{LEFT + (day - FIRST) * (RIGHT - LEFT) / (LAST - FIRST):.1f}"


def _today(day: int) -> str:
    return _at(day) if FIRST <= day <= LAST else ""


def _bar(week: int, done: int, still: int, most: int, *, late: bool) -> Bar:
    unit = (FLOOR - TOP) / most
    first, last = float(_at(FIRST + week * WEEK)), float(_at(FIRST + (week + 1) * WEEK))
    left, right, middle = first + 1.5, last - 1.5, FLOOR - done * unit
    return Bar(
        x=f"{left:.1f}",
        width=f"{right - left:.1f}",
        done=_block(left, right, FLOOR, middle),
        open=_block(left, right, middle, middle - still * unit),
        late=late,
    )


def _block(left: float, right: float, low: float, high: float) -> str:
    """The outline of a block; nothing for one without height."""
    if low == high:
        return ""
    return f"M{left:.1f} {low:.1f}V{high:.1f}H{right:.1f}V{low:.1f}Z"
