"""One indicator on a day: where it started, where it should arrive, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from conclusions.domain.dossier import Cells
from strategy.domain import shares

# How many days after a reading the next one is awaited.
CADENCES = {"weekly": 7, "monthly": 31, "quarterly": 92, "half_yearly": 183, "yearly": 366}
# What a whole sheet says, in the order in which it is told.
WHOLE = (
    "objective",
    "family",
    "formula",
    "unit",
    "source",
    "baseline",
    "measured_on",
    "target",
    "due",
    "owner",
    "frequency",
)
TWICE = 2


class Verdict(StrEnum):
    """Where an indicator stands, from not knowing to having arrived."""

    NOTHING = "nothing"
    CROSSED = "crossed"
    UNREAD = "unread"
    BEHIND = "behind"
    AHEAD = "ahead"
    MISSED = "missed"
    REACHED = "reached"


class CheckIn(NamedTuple):
    """One value that was read on a day, and what explains it."""

    row: str
    day: date
    value: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class Course:
    """From a dated baseline to a dated target; `sign` is 1 upwards, -1 downwards."""

    start: date
    baseline: Decimal
    end: date
    target: Decimal
    sign: int

    @property
    def agrees(self) -> bool:
        """True when the target lies ahead, in time and in the direction announced."""
        return self.sign * (self.target - self.baseline) > 0 and self.end > self.start

    def at(self, day: date) -> Decimal:
        """What the straight line asks for on a day; either end beyond it."""
        gone = (min(max(day, self.start), self.end) - self.start).days
        return self.baseline + (self.target - self.baseline) * gone / (self.end - self.start).days

    def is_reached(self, value: Decimal) -> bool:
        """True when the value is at the target, or beyond."""
        return self.sign * (value - self.target) >= 0

    def is_ahead(self, value: Decimal, day: date) -> bool:
        """True when the value is on the straight line of that day, or beyond."""
        return self.sign * (value - self.at(day)) >= 0


class Indicator(NamedTuple):
    """One indicator of question 24, with its sheet and its readings, on a day."""

    cells: Cells
    # Its formula and the person who answers for it, as far as they are said.
    sheet: Mapping[str, str]
    # True when it hangs from an objective that stands.
    hangs: bool
    # By day.
    readings: tuple[CheckIn, ...]
    as_of: date

    @property
    def row(self) -> str:
        """The id of its row."""
        return self.cells.row

    @property
    def formula(self) -> str:
        """How it is calculated."""
        return self.sheet.get("formula", "")

    @property
    def owner(self) -> str:
        """The person who answers for it."""
        return self.sheet.get("owner", "")

    @property
    def checkins(self) -> tuple[CheckIn, ...]:
        """What was read by that day."""
        return tuple(each for each in self.readings if each.day <= self.as_of)

    @property
    def later(self) -> tuple[CheckIn, ...]:
        """What is dated after that day, and judges nothing."""
        return tuple(each for each in self.readings if each.day > self.as_of)

    @property
    def audience_only(self) -> bool:
        """True when it only counts an audience: told last, never the main one."""
        return self.cells.get("audience_size_only") is True

    @property
    def is_main(self) -> bool:
        """True when it is the main one, and may be."""
        return self.cells.get("main") is True and not self.audience_only

    @property
    def baseline(self) -> Decimal | None:
        """Where it started."""
        return self.cells.decimal("baseline")

    @property
    def target(self) -> Decimal | None:
        """Where it should arrive."""
        return self.cells.decimal("target")

    @property
    def measured_on(self) -> date | None:
        """The day of the baseline."""
        return self.cells.day("measured_on")

    @property
    def due(self) -> date | None:
        """The day by which the target should be reached."""
        return self.cells.day("due")

    def goes_beyond(self, value: Decimal) -> bool:
        """True for a value that is no part of a whole where this measures one."""
        return shares.goes_beyond(self.cells.held, format(value, "f"))

    def read_on(self, day: date) -> CheckIn | None:
        """The reading of a day that counts; None without any."""
        return next((each for each in reversed(self.readings) if each.day == day), None)

    @property
    def sign(self) -> int:
        """1 when it should rise, -1 when it should fall, 0 when nobody knows."""
        said = {"up": 1, "down": -1}.get(self.cells.text("direction") or "")
        if said is not None:
            return said
        if self.baseline is None or self.target is None:
            return 0
        return (self.target > self.baseline) - (self.target < self.baseline)

    @property
    def course(self) -> Course | None:
        """From its baseline to its target; None while one of the four is not said."""
        if self.baseline is None or self.target is None:
            return None
        if self.measured_on is None or self.due is None:
            return None
        return Course(self.measured_on, self.baseline, self.due, self.target, self.sign)

    @property
    def last(self) -> CheckIn | None:
        """The newest reading since the baseline."""
        if not self.readings:
            return None
        since = self.measured_on or date.min
        return next((each for each in reversed(self.checkins) if each.day >= since), None)

    @property
    def expected(self) -> Decimal | None:
        """What the straight line asked for on the day of the newest reading."""
        if self.course is None or not self.course.agrees or self.last is None:
            return None
        return self.course.at(self.last.day)

    @property
    def verdict(self) -> Verdict:
        """Where it stands."""
        course, last = self.course, self.last
        if course is None:
            return Verdict.NOTHING
        if not course.agrees:
            return Verdict.CROSSED
        if last is None:
            return Verdict.UNREAD
        if course.is_reached(last.value):
            return Verdict.REACHED
        if self.as_of > course.end:
            return Verdict.MISSED
        return Verdict.AHEAD if course.is_ahead(last.value, last.day) else Verdict.BEHIND

    @property
    def drifts(self) -> bool:
        """True when the value has moved away from the target at its last two readings."""
        if len(self.readings) < TWICE:
            return False
        since = self.measured_on or date.min
        read = [each.value for each in self.checkins if each.day >= since]
        start = [] if self.baseline is None else [self.baseline]
        values = [*start, *read][-1 - TWICE :]
        moves = [self.sign * (after - before) for before, after in pairwise(values)]
        return len(moves) == TWICE and all(move < 0 for move in moves)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What its sheet does not say, in the order of WHOLE."""
        held = {
            "objective": self.hangs,
            "formula": self.formula,
            "owner": self.owner,
            "baseline": self.baseline is not None,
            "target": self.target is not None,
            "measured_on": self.measured_on,
            "due": self.due,
        }
        return tuple(each for each in WHOLE if not held.get(each, self.cells.get(each)))

    @property
    def next_on(self) -> date | None:
        """The day on which the next reading is awaited; None without cadence or without start."""
        days = CADENCES.get(self.cells.text("frequency") or "")
        newest = self.last.day if self.last else self.measured_on
        if days is None or newest is None or newest > date.max - timedelta(days=days):
            return None
        return newest + timedelta(days=days)

    @property
    def is_awaited(self) -> bool:
        """True when a reading should have been made by now."""
        return self.next_on is not None and self.next_on <= self.as_of
