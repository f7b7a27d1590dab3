"""Time as promises count it: delays that compare, hours of the week, months."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from strategy.domain.values import DAYS

DAY = 24 * 60
WEEK = 7 * DAY
WEEK_HOURS = 7 * 24
# What each unit of delay is counted in; working hours and working days do not convert.
COUNTED = {
    "hour": ("calendar", 1),
    "day": ("calendar", 24),
    "month": ("calendar", 24 * 30),
    "working_hour": ("working_hour", 1),
    "working_day": ("working_day", 1),
}

Span = tuple[int, int]


def delay(written: Any) -> tuple[str, Decimal] | None:
    """A delay as what it is counted in and how much; None when nothing readable is written."""
    try:
        counted, factor = COUNTED[written["unit"]]
        return counted, Decimal(written["value"]) * factor
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None


def calendar_hours(written: Any) -> Decimal | None:
    """A delay that runs by night and on Sundays, in hours; None for any other."""
    known = delay(written)
    return known[1] if known and known[0] == "calendar" else None


def spans(ranges: Any) -> list[Span]:
    """Weekly hours as minutes of the week, joined where they touch."""
    joined: list[Span] = []
    for start, end in sorted(filter(None, map(_span, ranges or ()))):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _span(written: Mapping[str, str]) -> Span | None:
    """One range; a range that ends before it starts says nothing."""
    first = DAYS.index(written["day"]) * DAY
    start, end = first + _minutes(written["from"]), first + _minutes(written["to"])
    return (start, end) if start < end else None


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def longest_gap(covered: list[Span]) -> Decimal:
    """The longest time of the week that no span covers, in hours."""
    starts = [start for start, _end in covered[1:]] + [covered[0][0] + WEEK]
    ends = [end for _start, end in covered]
    return Decimal(max(start - end for start, end in zip(starts, ends, strict=True))) / 60


def covers(covered: list[Span], wanted: list[Span]) -> bool:
    """True when every minute wanted is covered."""
    return all(
        any(start <= first and last <= end for start, end in covered) for first, last in wanted
    )


def joined(ranges: Iterable[Any]) -> list[Span]:
    """Several weekly hours as one."""
    return spans([each for written in ranges for each in written or ()])


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
