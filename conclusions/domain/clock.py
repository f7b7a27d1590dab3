"""Time as promises count it: delays that compare, hours of the week, months."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from strategy.domain.values import DAYS, NUMBER, TIME

DAY = 24 * 60
WEEK = 7 * DAY
WEEK_HOURS = 7 * 24
# What each unit of delay is counted in; working hours and working days convert roughly.
CALENDAR = "calendar"  # runs by night and on Sundays, in hours
COUNTED = {
    "hour": (CALENDAR, 1),
    "day": (CALENDAR, 24),
    "month": (CALENDAR, 24 * 30),
    "working_hour": ("working_hour", 1),
    "working_day": ("working_day", 1),
}

# Working hours in a working day, at least and at most: our own marker.
SHORT_DAY, LONG_DAY = 5, 12

# An hour of the calendar is over no later than a working hour.
COMPARED = {*((each, each) for each, _ in COUNTED.values()), (CALENDAR, "working_hour")}

Span = tuple[int, int]
Delay = tuple[str, Decimal]


def delay(written: Any) -> Delay | None:
    """A delay as what it is counted in and how much; None when nothing readable is written."""
    try:
        return _delay(written["unit"], written["value"])
    except (KeyError, TypeError):
        return None


@lru_cache(maxsize=1024)
def _delay(unit: str, value: str) -> Delay | None:
    counted, factor = COUNTED[unit]
    return (counted, Decimal(value) * factor) if NUMBER.fullmatch(value) else None


def differ(one: Delay, other: Delay) -> bool:
    """True when no reading makes them equal; a working day has as many hours as it may."""
    if {one[0], other[0]} == {"working_hour", "working_day"}:
        hours, days = sorted((one, other), key=lambda each: each[0] == "working_day")
        return not SHORT_DAY * days[1] <= hours[1] <= LONG_DAY * days[1]
    return one != other


def no_later(one: Delay, other: Delay) -> bool:
    """True when the first surely runs out no later than the other, which nights make longer."""
    one, other = _alike(one, other)
    return (one[0], other[0]) in COMPARED and one[1] <= other[1]


def sooner(one: Delay, other: Delay) -> bool:
    """The same, strictly."""
    one, other = _alike(one, other)
    return no_later(one, other) and one[1] != other[1]


def _alike(one: Delay, other: Delay) -> tuple[Delay, Delay]:
    """Working days as hours beside hours: as many as there may be first, as few as second."""
    if one[0] == other[0]:
        return one, other
    return _in_hours(one, LONG_DAY), _in_hours(other, SHORT_DAY)


def _in_hours(written: Delay, day: int) -> Delay:
    return ("working_hour", written[1] * day) if written[0] == "working_day" else written


def readable(ranges: Any) -> list[Mapping[str, str]]:
    """The ranges of weekly hours that can be read."""
    return [each for each in ranges if _is_range(each)] if isinstance(ranges, list) else []


def _is_range(written: Any) -> bool:
    try:
        times = TIME.fullmatch(written["from"]) and TIME.fullmatch(written["to"])
        return bool(times) and written["day"] in DAYS
    except (KeyError, TypeError):
        return False


def spans(ranges: Any) -> list[Span]:
    """Weekly hours as minutes of the week, joined where they touch."""
    return joined(filter(None, map(_span, readable(ranges))))


def joined(apart: Iterable[Span]) -> list[Span]:
    """Spans in their order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(apart):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


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


def every_day(covered: list[Span]) -> bool:
    """True when each of the seven days has a covered minute."""
    return all(
        any(start < midnight + DAY and midnight < end for start, end in covered)
        for midnight in range(0, WEEK, DAY)
    )


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
