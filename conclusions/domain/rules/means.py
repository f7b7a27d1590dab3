"""Hours and money against what they have to carry: questions 8, 11, 14, 22 and 23."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from conclusions.domain.dossier import Cells, Cents, Dossier, Read, cells
from conclusions.domain.findings import Found, Place, idle
from conclusions.domain.registry import rule
from conclusions.domain.workload.assumptions import REGISTER, assumption

HOURS, LINES, PLACES = "hours.people", "budget.lines", "places.places"
FORMATS = "contents.formats"
CARRYING = ("answering", "moderation", "production")
# What the estimate of moderation is held against.
MODERATING = ("answering", "moderation", "appeal")
# What a number of hours is rounded to in a sentence, unless it has too many digits to be.
TENTH, LONGEST = Decimal("0.1"), Decimal(10**12)
WEEKS_A_YEAR, MONTHS = 52, 12
ALL_WEEK = 168
# Contents a month that each cadence takes, weekends off.
CADENCES = {"daily": 20, "several_a_week": 8, "weekly": 4, "fortnightly": 2, "monthly": 1}


class Given(NamedTuple):
    """The weekly hours that question 22 gives some missions, and where it says so."""

    hours: Decimal
    rows: Sequence[Cells]
    column: str = "weekly_hours"
    # The hours of every mission at once, while nobody shared them: at most so many for some.
    whole: str = ""

    @property
    def reads(self) -> Sequence[Read]:
        """Where it says so, as what a rule has read."""
        return cells(self.rows, self.column)

    @property
    def place(self) -> Place:
        """Where one gives more: the hours of everybody, or those of the first row."""
        first = self.rows[0]
        return Place(first.kind, first.id, f"{first.path}/weekly_hours")


def total(rows: Iterable[Cells], column: str) -> Decimal | None:
    """The sum of a column, None when no row says anything in it."""
    said = [number for row in rows if (number := row.decimal(column)) is not None]
    return sum(said, Decimal(0)) if said else None


def hours_given(dossier: Dossier, *missions: str) -> Given | None:
    """The hours of some missions; None while question 22 says no hours at all."""
    rows, header = dossier.rows(HOURS), dossier.header("hours")
    if any(row.decimal("weekly_hours") is not None for row in rows):
        shared = [row for row in rows if row.get("mission") in missions]
        hours = total(shared, "weekly_hours") or Decimal(0)
        return Given(hours, shared) if shared else Given(hours, rows, "mission")
    said = header.decimal("weekly_hours")
    return None if said is None else Given(said, (header,), whole="whole")


def rounded(hours: Decimal) -> Decimal:
    """Hours to the tenth."""
    return hours.quantize(TENTH) if hours < LONGEST else hours


@rule("R05")
def more_places_than_hours(dossier: Dossier, as_of: date) -> Found | None:
    """The places of question 11 take more hours than question 22 gives."""
    needed, given = total(dossier.rows(PLACES), "weekly_hours"), hours_given(dossier, *CARRYING)
    if needed is None or given is None or needed <= given.hours:
        return None
    reads = dossier.column(f"{PLACES}.weekly_hours") + given.reads
    values = {"needed": needed, "given": given.hours}
    return Found(reads, values, leads={f"{HOURS}.weekly_hours": given.place})


@rule("R19")
def forgotten_lines(dossier: Dossier, as_of: date) -> Found | None:
    """The budget has no crisis reserve, or nothing for accessibility."""
    lines = dossier.rows(LINES)
    reserve = [row for row in lines if row.get("line") == "crisis_reserve"]
    # A line whose amount is still to be said is not forgotten.
    planned = any(row.cents("amount") != 0 for row in reserve)
    accessible = any(row.get("line") == "accessibility" for row in lines)
    if not lines or (planned and accessible):
        return None
    lacking = {(True, False): "accessibility", (False, True): "reserve"}
    reads = cells(lines, "line") + cells(reserve, "amount")
    return Found(reads, {}, lacking.get((planned, accessible), ""))


@rule("R20")
def contents_take_more_than_production(dossier: Dossier, as_of: date) -> Found | None:
    """The contents of question 8 take more hours than production has."""
    planned = [
        (row, hours * units)
        for row in dossier.rows(FORMATS)
        for hours, units in [(row.decimal("hours_per_unit"), row.decimal("units_per_month"))]
        if hours is not None and units is not None
    ]
    given = hours_given(dossier, "production")
    needed = sum((hours for _row, hours in planned), Decimal(0))
    if given is None or needed * MONTHS <= given.hours * WEEKS_A_YEAR:
        return None
    rows = [row for row, _hours in planned]
    reads = cells(rows, "hours_per_unit", "units_per_month") + given.reads
    monthly = rounded(given.hours * WEEKS_A_YEAR / MONTHS)
    return Found(reads, {"needed": needed, "given": monthly}, given.whole)


@rule("C05")
def queue_without_hours(dossier: Dossier, as_of: date) -> Found | None:
    """Everything is read before it appears, and there are not the hours to read it."""
    mode, space = dossier.choice("moderation_mode"), dossier.choice("space")
    messages = space.number("weekly_messages")
    if not mode.has("before_publication") or messages is None:
        return None
    given = hours_given(dossier, "moderation")
    if given is None:
        return None
    a_message = assumption(dossier, "first_minutes").value.middle
    minutes = messages * a_message
    if minutes <= given.hours * 60:
        return None
    register = dossier.header(REGISTER)
    own = () if register.get("first_minutes") is None else register.read("first_minutes")
    values = {"messages": messages, "minutes": a_message, "given": given.hours}
    reads = (*mode.read(), *space.header.read("weekly_messages"), *own, *given.reads)
    return Found(reads, values | {"needed": rounded(minutes / 60)}, given.whole)


@rule("C15")
def around_the_clock_without_hours(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises day and night, with fewer hours than a week has."""
    hours, moderators = dossier.choice("hours"), dossier.choice("moderators")
    if not hours.has("around_the_clock") or moderators.has("provider"):
        return None
    given = hours_given(dossier, "answering", "moderation")
    if given is None or given.hours >= ALL_WEEK:
        return None
    reads = (*hours.read(), *moderators.read(), *given.reads)
    return Found(reads, {"given": given.hours, "week": ALL_WEEK}, given.whole)


@rule("X05")
def nobody_moderates(dossier: Dossier, as_of: date) -> Found | None:
    """The team moderates, and question 22 gives moderation no hour."""
    moderators, mode = dossier.choice("moderators"), dossier.choice("moderation_mode")
    given = hours_given(dossier, "moderation")
    if not moderators.has("in_house", "mixed") or given is None or given.hours:
        return None
    # With a known volume that must be read first, C05 says it with figures.
    if mode.has("before_publication") and dossier.choice("space").number("weekly_messages"):
        return None
    return Found((*moderators.read(), *given.reads))


@rule("X20")
def lines_exceed_budget(dossier: Dossier, as_of: date) -> Found | None:
    """The lines of the budget add up to more than the budget."""
    header, rows = dossier.header("budget"), dossier.rows(LINES)
    planned, spent = header.cents("yearly_budget"), sum(row.cents("amount") or 0 for row in rows)
    if planned is None or spent <= planned:
        return None
    reads = header.read("yearly_budget") + dossier.column(f"{LINES}.amount")
    return Found(reads, {"planned": Cents(planned), "spent": Cents(spent)})


@rule("X24")
def cadence_beyond_capacity(dossier: Dossier, as_of: date) -> Found | None:
    """The cadence of question 14 takes more contents than question 8 can hold."""
    contents = dossier.header("contents")
    # One content may serve every place: the place that takes most says how many.
    needed, rhythm = max(
        ((CADENCES.get(each.said("cadence"), 0), each) for each in _rhythms(dossier)),
        key=lambda each: each[0],
    )
    held = contents.decimal("monthly_capacity")
    if held is None or held >= needed:
        return None
    reads = (*rhythm.read("cadence"), *contents.read("monthly_capacity"))
    causes = {"rhythm.cadence": not rhythm.row, "rhythm.places.cadence": rhythm.row}
    values = {"cadence": reads[0], "needed": needed, "held": held}
    return Found(reads, values, idle=idle(causes))


def _rhythms(dossier: Dossier) -> tuple[Cells, ...]:
    """The general cadence, then that of each place."""
    return dossier.header("rhythm"), *dossier.rows("rhythm.places")


@rule("X93")
def formats_beyond_capacity(dossier: Dossier, as_of: date) -> Found | None:
    """The formats of question 8 are more contents a month than the same question can hold."""
    contents = dossier.header("contents")
    # What the community makes takes none of what one can hold.
    rows = [row for row in dossier.rows(FORMATS) if row.get("origin") != "community"]
    held, planned = contents.decimal("monthly_capacity"), total(rows, "units_per_month")
    if held is None or planned is None or planned <= held:
        return None
    reads = contents.read("monthly_capacity") + cells(rows, "units_per_month")
    return Found(reads, {"planned": planned, "held": held})
