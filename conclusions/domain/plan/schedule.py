"""When each action starts and is due, in days that can be counted.

Days are ordinals of the calendar. Where no opening is set, days counted from it have no place in
the calendar: they stand on a line of their own, whose zero is the opening.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from conclusions.domain.plan.graph import ordered

LAST = date.max.toordinal()
# Ordinals of Saturdays and Sundays, modulo the days of a week: days back to Friday, on to Monday.
WEEK, BACK, ON = 7, {6: 1, 0: 2}, {6: 2, 0: 1}


class Wanted(NamedTuple):
    """What is known of an action before it is placed."""

    offset: int
    days: int
    # What a person says of its days, and what an answer says of the last one.
    start: date | None
    due: date | None
    said: date | None
    after: tuple[str, ...]
    # Done or dropped: it keeps nobody waiting, and moves no more.
    settled: bool
    at_once: bool = False

    @property
    def fixed(self) -> date | None:
        """The last day, where nothing moves it."""
        return self.due or self.said

    @property
    def is_said(self) -> bool:
        """True when an answer gives its last day, and nobody another."""
        return bool(self.said) and not (self.due or self.start or self.settled)

    @property
    def is_free(self) -> bool:
        """True when only the opening and what it waits for place it."""
        return not (self.fixed or self.start or self.settled)


class Span(NamedTuple):
    """Where an action stands; `dated` when its days are days of the calendar."""

    start: int
    due: int
    dated: bool
    # What it should have waited for, and does not.
    breaks: tuple[str, ...] = ()

    @property
    def start_day(self) -> date | None:
        """The day it starts, None when only the distance from the opening is known."""
        return date.fromordinal(self.start) if self.dated else None

    @property
    def due_day(self) -> date | None:
        """The day it is due, None likewise."""
        return date.fromordinal(self.due) if self.dated else None


def schedule(wanted: Mapping[str, Wanted], opens: date | None, as_of: date) -> dict[str, Span]:
    """Every action in its place: what waits starts the day after what it waits for.

    What an answer or a person dates does not move: where it then starts too early, it says so.
    Before a day that an answer gives, what has to come first is brought forward while time is left.
    """
    order = list(ordered({key: want.after for key, want in wanted.items()}))
    firsts = {key: _first(wanted[key], opens, as_of) for key in order}
    _bring_forward(firsts, wanted, order, as_of)
    placed: dict[str, Span] = {}
    for key in order:
        want, span = wanted[key], firsts[key]
        before = {
            other: placed[other].due
            for other in want.after
            if other in placed and not wanted[other].settled and placed[other].dated is span.dated
        }
        waits = before and not want.settled
        placed[key] = _after(span, want, before) if waits else span
    return placed


def _first(want: Wanted, opens: date | None, as_of: date) -> Span:
    """Where it would stand if it waited for nothing; never due at a weekend by our doing."""
    dated = bool(opens or want.fixed or want.start)
    due = (opens.toordinal() if opens else 0) + want.offset
    if want.fixed:
        due = want.fixed.toordinal()
    elif want.start:
        due = want.start.toordinal() + want.days
    elif dated:
        due = max(_weekday(due), _working(as_of.toordinal())) if want.at_once else _weekday(due)
    return _span(want.start.toordinal() if want.start else _start(due, want, dated), due, dated)


def _start(due: int, want: Wanted, dated: bool) -> int:
    """The day it takes to be done in time; no weekend by our doing."""
    start = due - want.days
    return min(start + ON.get(start % WEEK, 0), due) if dated else start


def _weekday(day: int) -> int:
    """That day, or the Friday before."""
    return day - BACK.get(day % WEEK, 0)


def _working(day: int) -> int:
    """That day, or the Monday after."""
    return day + ON.get(day % WEEK, 0)


def _bring_forward(
    firsts: dict[str, Span], wanted: Mapping[str, Wanted], order: Sequence[str], as_of: date
) -> None:
    """Move what is free to before what an answer dates, and so on backwards."""
    dating = {key for key in order if wanted[key].is_said}
    for key in reversed(order):
        if key not in dating:
            continue
        last = _weekday(firsts[key].start - 1)
        if last < as_of.toordinal():
            continue
        for other in wanted[key].after:
            if other in firsts and wanted[other].is_free and firsts[other].due > last:
                start = max(1, _start(last, wanted[other], True))
                firsts[other] = Span(start, last, dated=True)
                dating.add(other)


def _after(span: Span, want: Wanted, before: Mapping[str, int]) -> Span:
    earliest = max(before.values()) + 1
    start, due = span.start, span.due
    if want.start is None and start < earliest:
        start = min(earliest, due) if want.fixed else earliest
        due = due if want.fixed else max(due, start + want.days)
    breaks = tuple(key for key, end in before.items() if end >= start)
    return _span(start, due, span.dated)._replace(breaks=breaks)


def _span(start: int, due: int, dated: bool) -> Span:
    """A span within the calendar, that ends when it starts or later."""
    if dated:
        start, due = min(max(start, 1), LAST), min(max(due, 1), LAST)
    return Span(start, max(start, due), dated)
