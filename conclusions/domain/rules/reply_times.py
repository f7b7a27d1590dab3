"""Promises of time: question 15 with its hours, the charter's own, the red level."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from conclusions.domain import clock
from conclusions.domain.dossier import Cells, Dossier, Read
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule

TIMES = "reply_times"
PROMISED = f"{TIMES}.places"
NOT_ON_CALL = ("waiting_message", "nothing")


def promises(dossier: Dossier) -> Iterator[tuple[Cells, str, Any]]:
    """Each delay of question 15: where it stands, its field, and the hours that go with it."""
    header = dossier.header(TIMES)
    general = header.get("covered_hours")
    yield header, "announced_delay", general
    for row in dossier.rows(PROMISED):
        hours = row.get("hours") or general
        yield row, "acknowledgement", hours
        yield row, "resolution", hours


@rule("R06")
def promise_while_away(dossier: Dossier, as_of: date) -> Found | None:
    """A delay runs out before anybody is back."""
    header = dossier.header(TIMES)
    if header.get("out_of_hours") not in NOT_ON_CALL:
        return None
    broken = [each for each in promises(dossier) if _runs_out(each)]
    if not broken:
        return None
    reads = tuple(read for cells, name, _hours in broken for read in _hours_read(cells, name))
    _cells, _name, hours = broken[0]
    values = {"delay": reads[0], "gap": round(clock.longest_gap(clock.spans(hours)), 1)}
    told = (*header.read("covered_hours", "out_of_hours"), *reads)
    return Found(_once(told), values)


def _runs_out(promise: tuple[Cells, str, Any]) -> bool:
    cells, name, hours = promise
    delay = clock.calendar_hours(cells.get(name))
    # No gap is longer than a week: most delays need no look at the hours.
    if delay is None or delay >= clock.WEEK_HOURS:
        return False
    covered = clock.spans(hours)
    return bool(covered) and delay < clock.longest_gap(covered)


def _hours_read(cells: Cells, name: str) -> tuple[Read, ...]:
    return cells.read(name, "hours") if cells.row else cells.read(name)


def _once(reads: tuple[Read, ...]) -> tuple[Read, ...]:
    return tuple({(each.kind, each.id, each.path): each for each in reads}.values())


@rule("X01")
def two_reply_delays(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises a delay that question 15 promises nowhere."""
    hours = dossier.choice("hours")
    told = hours.detail("delay")
    promised = clock.delay(told)
    held = [
        (cells, name, delay)
        for cells, name, _hours in promises(dossier)
        if name != "resolution" and (delay := clock.delay(cells.get(name)))
    ]
    if promised is None or not held or not all(_differs(promised, each[2]) for each in held):
        return None
    reads = tuple(read for cells, name, _delay in held for read in cells.read(name))
    return Found((*reads, *hours.read("delay")), {"strategy": reads[0], "charter": told})


def _differs(one: tuple[str, Decimal], other: tuple[str, Decimal]) -> bool:
    """True when no reading makes them equal: working hours and working days do not compare."""
    if {one[0], other[0]} == {"working_hour", "working_day"}:
        return False
    return one != other


@rule("X02")
def charter_hours_not_covered(dossier: Dossier, as_of: date) -> Found | None:
    """The charter publishes hours at which question 15 has nobody."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    published = clock.spans(hours.detail("weekly_hours"))
    if not published or clock.covers(clock.spans(header.get("covered_hours")), published):
        return None
    rows = dossier.rows(PROMISED)
    held = clock.joined([header.get("covered_hours"), *(row.get("hours") for row in rows)])
    if not held or clock.covers(held, published):
        return None
    reads = (*hours.read("weekly_hours"), *header.read("covered_hours"))
    return Found(reads, {"published": hours.detail("weekly_hours")})


@rule("X03")
def on_call_in_the_charter_only(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises somebody at any hour, question 15 does not."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    if not hours.has("on_call", "around_the_clock"):
        return None
    if header.get("out_of_hours") not in NOT_ON_CALL:
        return None
    return Found((*hours.read(), *header.read("out_of_hours")))


@rule("X04")
def nobody_on_call(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody is promised out of hours, and the red level names nobody."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    red = _red(dossier)
    told = (*hours.read(),) if hours.has("on_call") else ()
    if header.get("out_of_hours") == "on_call":
        told = (*told, *header.read("out_of_hours"))
    if not told or red is None or red.get("out_of_hours"):
        return None
    return Found((*told, *red.read("out_of_hours")))


@rule("X26")
def red_level_slower_than_charter(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises an urgent answer sooner than the red level decides."""
    hours, red = dossier.choice("hours"), _red(dossier)
    told = hours.detail("urgent_delay")
    urgent, decided = clock.delay(told), clock.delay(red.get("maximum_delay") if red else None)
    if red is None or urgent is None or decided is None:
        return None
    if urgent[0] != decided[0] or decided[1] <= urgent[1]:
        return None
    reads = (*red.read("maximum_delay"), *hours.read("urgent_delay"))
    return Found(reads, {"red": reads[0], "charter": told})


def _red(dossier: Dossier) -> Cells | None:
    return next((row for row in dossier.rows("arbiters.levels") if row.row == "red"), None)
