"""Hours and money against what they have to carry: questions 8, 11, 14, 22 and 23."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from conclusions.domain.assumptions import REGISTER, assumption
from conclusions.domain.dossier import Cells, Cents, Dossier, Read, cells
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule

HOURS, LINES, PLACES = "hours.people", "budget.lines", "places.places"
FORMATS = "contents.formats"
CARRYING = ("answering", "moderation", "production")
WEEKS_A_MONTH = Decimal(52) / 12
ALL_WEEK = 168
# Contents a month that each cadence takes, weekends off.
CADENCES = {"daily": 20, "several_a_week": 8, "weekly": 4, "fortnightly": 2, "monthly": 1}


def total(rows: Iterable[Cells], column: str) -> Decimal | None:
    """The sum of a column, None when no row says anything in it."""
    said = [number for row in rows if (number := row.decimal(column)) is not None]
    return sum(said, Decimal(0)) if said else None


def hours_of(dossier: Dossier, *missions: str) -> Decimal | None:
    """The weekly hours of some missions; None when no row says any hours at all."""
    rows = dossier.rows(HOURS)
    if total(rows, "weekly_hours") is None:
        return None
    return total(
        (row for row in rows if row.get("mission") in missions), "weekly_hours"
    ) or Decimal(0)


def hours_read(dossier: Dossier, *missions: str) -> tuple[Read, ...]:
    """The rows of question 22 for some missions, or all their missions when none has one."""
    rows = [row for row in dossier.rows(HOURS) if row.get("mission") in missions]
    return cells(rows, "weekly_hours") or cells(dossier.rows(HOURS), "mission")


@rule("R05")
def more_places_than_hours(dossier: Dossier, as_of: date) -> Found | None:
    """The places of question 11 take more hours than question 22 gives."""
    needed = total(dossier.rows(PLACES), "weekly_hours")
    header = dossier.header("hours")
    if dossier.rows(HOURS):
        given, told = hours_of(dossier, *CARRYING), hours_read(dossier, *CARRYING)
    else:
        given, told = header.decimal("weekly_hours"), header.read("weekly_hours")
    if needed is None or given is None or needed <= given:
        return None
    reads = (*dossier.column(f"{PLACES}.weekly_hours"), *told)
    return Found(reads, {"needed": needed, "given": given})


@rule("R19")
def forgotten_lines(dossier: Dossier, as_of: date) -> Found | None:
    """The budget has no crisis reserve, or nothing for accessibility."""
    lines = [row for row in dossier.rows(LINES) if row.get("line")]
    reserve = [row for row in lines if row.get("line") == "crisis_reserve"]
    amounts = [row.cents("amount") for row in reserve]
    # A line whose amount is still to be said is not forgotten.
    planned = bool(reserve) and any(amount != 0 for amount in amounts)
    if not lines or (planned and any(row.get("line") == "accessibility" for row in lines)):
        return None
    return Found((*cells(lines, "line"), *cells(reserve, "amount")))


@rule("R20")
def contents_take_more_than_production(dossier: Dossier, as_of: date) -> Found | None:
    """The contents of question 8 take more hours than production has."""
    planned = [
        (row, hours * units)
        for row in dossier.rows(FORMATS)
        for hours, units in [(row.decimal("hours_per_unit"), row.decimal("units_per_month"))]
        if hours is not None and units is not None
    ]
    given = hours_of(dossier, "production")
    needed = sum((hours for _row, hours in planned), Decimal(0))
    if given is None or needed <= given * WEEKS_A_MONTH:
        return None
    rows = [row for row, _hours in planned]
    reads = (*cells(rows, "hours_per_unit", "units_per_month"), *hours_read(dossier, "production"))
    return Found(reads, {"needed": needed, "given": round(given * WEEKS_A_MONTH, 1)})


@rule("C05")
def queue_without_hours(dossier: Dossier, as_of: date) -> Found | None:
    """Everything is read before it appears, and there are not the hours to read it."""
    mode, space = dossier.choice("moderation_mode"), dossier.choice("space")
    messages, given = space.number("weekly_messages"), hours_of(dossier, "moderation")
    if not mode.has("before_publication") or messages is None or given is None:
        return None
    minutes = assumption(dossier, "first_minutes").value.middle
    needed = messages * minutes / 60
    if needed <= given:
        return None
    detail = space.header.read("weekly_messages")
    values = {"messages": messages, "minutes": minutes, "needed": round(needed, 1)}
    register = dossier.header(REGISTER)
    own = () if register.get("first_minutes") is None else register.read("first_minutes")
    reads = (*mode.read(), *detail, *own, *hours_read(dossier, "moderation"))
    return Found(reads, values | {"given": given})


@rule("C15")
def around_the_clock_without_hours(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises day and night, with fewer hours than a week has."""
    hours, moderators = dossier.choice("hours"), dossier.choice("moderators")
    given = hours_of(dossier, "answering", "moderation")
    if not hours.has("around_the_clock") or not moderators.lacks("provider"):
        return None
    if given is None or given >= ALL_WEEK:
        return None
    reads = (*hours.read(), *moderators.read(), *hours_read(dossier, "answering", "moderation"))
    return Found(reads, {"given": given, "week": ALL_WEEK})


@rule("X05")
def nobody_moderates(dossier: Dossier, as_of: date) -> Found | None:
    """The team moderates, and question 22 gives moderation no hour."""
    moderators, mode = dossier.choice("moderators"), dossier.choice("moderation_mode")
    if not moderators.has("in_house", "mixed") or hours_of(dossier, "moderation") != 0:
        return None
    # With a known volume that must be read first, C05 says it with figures.
    if mode.has("before_publication") and dossier.choice("space").number("weekly_messages"):
        return None
    return Found((*moderators.read(), *hours_read(dossier, "moderation")))


@rule("X20")
def lines_exceed_budget(dossier: Dossier, as_of: date) -> Found | None:
    """The lines of the budget add up to more than the budget."""
    header, rows = dossier.header("budget"), dossier.rows(LINES)
    planned, spent = header.cents("yearly_budget"), sum(row.cents("amount") or 0 for row in rows)
    if planned is None or spent <= planned:
        return None
    reads = (*header.read("yearly_budget"), *dossier.column(f"{LINES}.amount"))
    return Found(reads, {"planned": Cents(planned), "spent": Cents(spent)})


@rule("X24")
def cadence_beyond_capacity(dossier: Dossier, as_of: date) -> Found | None:
    """The cadence of question 14 takes more contents than question 8 can hold."""
    rhythm, contents = dossier.header("rhythm"), dossier.header("contents")
    needed = CADENCES.get(str(rhythm.get("cadence")))
    held = contents.decimal("monthly_capacity")
    if needed is None or held is None or held >= needed:
        return None
    reads = (*rhythm.read("cadence"), *contents.read("monthly_capacity"))
    return Found(reads, {"cadence": reads[0], "needed": needed, "held": held})
