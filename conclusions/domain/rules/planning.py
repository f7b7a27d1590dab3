"""The plan against itself: what nobody does, what does not fit in time, what comes too early."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal

from conclusions.domain import shapes
from conclusions.domain.dossier import Cells, Dossier, Month, Read, cells, named
from conclusions.domain.findings import Found, idle
from conclusions.domain.plan import derivations
from conclusions.domain.plan.burdens import heaviest
from conclusions.domain.plan.deriving import PREFIX, Known, derive, may_follow
from conclusions.domain.plan.overlay import OPEN, PLACE, REGISTER, Overlay, Settled
from conclusions.domain.registry import rule
from conclusions.domain.rules.means import HOURS, total
from conclusions.domain.rules.opening import PREREQUISITES, opening, opening_read

REGISTERED = derivations.__all__
DATED = (PREREQUISITES, "messages.messages", PLACE)
# Rows that have a day and an owner of their own.
OWNED = ("rows/prerequisites/", "rows/messages/")
DAYS_A_WEEK = 7
# Where an organisation says what a full-time post gives, in place of our assumption.
WORKLOAD, POST = "workload", "person_hours"
# Beyond, nobody reads the plan, and the review would take longer than it may.
ROWS = 300


def _whole(dossier: Dossier, as_of: date) -> Overlay:
    """The plan without what the review asks: rules may not wait for one another."""
    known = Known(dossier, as_of)
    return Overlay(known, derive(known))


def _own(dossier: Dossier, as_of: date) -> Overlay:
    """The actions that people added, alone: what follows takes longer to lay out."""
    return Overlay(Known(dossier, as_of))


def _day(each: Settled) -> date | None:
    """The day that an answer or a person gives it."""
    said = each.derived.instance.due if each.derived else None
    return each.row.day("due") or said


@rule("X42")
def late_and_nobodys(dossier: Dossier, as_of: date) -> Found | None:
    """A prerequisite, a promise or an action dated by hand is overdue, and is nobody's."""
    rows = [row for place in DATED for row in dossier.rows(place) if _may_be_late(row, as_of)]
    if all(row.get("done_on") for row in rows):
        return None
    overlay = dossier.on(as_of, _whole if any(map(_follows, rows)) else _own)
    late = [
        each
        for each in overlay.settled.values()
        if _past(_day(each), as_of) and not each.owner and each.state in OPEN and _says_when(each)
    ]
    if not late:
        return None
    reads = {read[:3]: read for each in late for read in _reads(each)}
    read = {f"{place}.{path.split('/')[1]}" for _kind, place, path in reads}
    causes = {f"{place}.owner": place in read for place in DATED}
    return Found(tuple(reads.values()), {"count": len(late)}, idle=idle(causes))


def _may_be_late(row: Cells, as_of: date) -> bool:
    late = not row.get("owner") and _past(row.day("due"), as_of)
    return late and (_follows(row) or _is_own(row))


def _follows(row: Cells) -> bool:
    """False for a row of the plan that no action that follows can have."""
    return row.id != REGISTER or may_follow(row.row)


def _is_own(row: Cells) -> bool:
    return not row.row.startswith(PREFIX)


def _past(day: date | None, as_of: date) -> bool:
    return day is not None and day < as_of


def _first(each: Settled) -> str:
    """The path of the first thing that it comes from; nothing for an action of their own."""
    return next(iter(each.derived.instance.reads)).path if each.derived else ""


def _says_when(each: Settled) -> bool:
    """True for what has a column for its day and for its owner."""
    return each.row.day("due") is not None or _first(each).startswith(OWNED)


def _reads(each: Settled) -> Iterator[Read]:
    if each.derived and _first(each).startswith(OWNED):
        first = each.derived.instance.reads[0]
        row = first.path.rpartition("/")[0]
        yield first._replace(path=f"{row}/due", value=each.derived.due)
        yield first._replace(path=f"{row}/owner", value=None)
    if each.row.day("due"):
        yield from each.row.read("due", "owner")


@rule("X43")
def more_work_than_time(dossier: Dossier, as_of: date) -> Found | None:
    """What has to be done before the opening takes more hours than there are until then.

    Or all of it has the time, and one person does not.
    """
    opens = opening(dossier)
    if opens is None or _rows(dossier) > ROWS:
        return None
    return _too_much_for_all(dossier, as_of, opens) or _too_much_for_one(dossier, as_of, opens)


def _too_much_for_all(dossier: Dossier, as_of: date, opens: date) -> Found | None:
    weekly = _weekly(dossier)
    if opens <= as_of or not weekly:
        return None
    given = round(weekly * (opens - as_of).days / DAYS_A_WEEK, 1)
    overlay = dossier.on(as_of, _whole)
    needed = sum(
        (each.effort for each in overlay.settled.values() if _before(each, opens)), Decimal(0)
    )
    if needed <= given:
        return None
    rows = dossier.rows(HOURS)
    hours = cells(rows, "weekly_hours") or dossier.header("hours").read("weekly_hours")
    values = {"opens": opens, "needed": needed, "given": given, "weekly": weekly}
    return Found((*opening_read(dossier), *hours), values)


def _too_much_for_one(dossier: Dossier, as_of: date, opens: date) -> Found | None:
    overlay = dossier.on(as_of, _whole)
    found = heaviest(dossier, overlay, opens)
    if found is None:
        return None
    theirs = [row for row in dossier.rows(HOURS) if row.text("person") == found.person]
    edits = [
        each.row
        for each in overlay.settled.values()
        if each.owner == found.person and len(each.row.held) > 1
    ]
    values = {
        "person": dossier.people.get(found.person, found.person),
        "month": Month(found.month),
        "planned": found.planned,
        "given": found.given,
        "whole": found.whole,
        "most": found.most,
    }
    reads = (
        *opening_read(dossier),
        *cells(edits, "owner", "due", "effort"),
        *cells(theirs, "weekly_hours"),
        *dossier.header(WORKLOAD).read(POST),
    )
    return Found(reads, values, "person")


def _weekly(dossier: Dossier) -> Decimal | None:
    shared = total(dossier.rows(HOURS), "weekly_hours")
    return dossier.header("hours").decimal("weekly_hours") if shared is None else shared


def _rows(dossier: Dossier) -> int:
    values = (shapes.mapping(each).get("value") for each in dossier.answers.values())
    tables = (shapes.mapping(shapes.mapping(each).get("tables")) for each in values)
    return sum(len(rows) for found in tables for rows in found.values() if type(rows) is list)


def _before(each: Settled, opens: date) -> bool:
    """True for what is open and has to be done by the opening."""
    day = _day(each)
    if each.state not in OPEN:
        return False
    if day:
        return day <= opens
    return each.derived is None or each.derived.kind.due <= 0


@rule("X44")
def prerequisite_moved_after_opening(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody moved a prerequisite to after the opening, in the plan."""
    opens = opening(dossier)
    later = {
        row.row
        for row in dossier.rows(PLACE)
        if opens and may_follow(row.row) and _past(opens, row.day("due") or opens)
    }
    if not later:
        return None
    moved = [
        each.row
        for key, each in dossier.on(as_of, _whole).settled.items()
        if key in later and each.state in OPEN and _first(each).startswith(OWNED[0])
    ]
    if not moved:
        return None
    reads = opening_read(dossier) + cells(moved, "due")
    return Found(reads, {"actions": named(moved, PLACE), "opens": opens})


@rule("X45")
def too_early(dossier: Dossier, as_of: date) -> Found | None:
    """A day set by hand makes an action start before what it waits for is over."""
    rows = {row.row: row for row in dossier.rows(PLACE)}
    by_hand = {key: row for key, row in rows.items() if _is_dated(row) and _waits(row, rows)}
    overlay = dossier.on(as_of, _whole if _is_tied(rows) else _own) if by_hand else None
    if overlay is None or not any(overlay.graph[0].get(key) for key in by_hand):
        return None
    spans = overlay.spans()
    early = [row for key, row in by_hand.items() if key in spans and spans[key].breaks]
    if not early:
        return None
    return Found(cells(early, "start", "due"), {"actions": named(early, PLACE)})


def _is_dated(row: Cells) -> bool:
    return row.day("start") is not None or row.day("due") is not None


def _waits(row: Cells, rows: Collection[str]) -> bool:
    """False for an action that is gone, or that of their own waits for nothing there is."""
    if not _is_own(row):
        return may_follow(row.row)
    return any(other in rows or may_follow(other) for other in row.several("after"))


def _is_tied(rows: Mapping[str, Cells]) -> bool:
    """False when nothing that people added or changed concerns an action that follows."""
    return any(
        may_follow(each) for row in rows.values() for each in (row.row, *row.several("after"))
    )
