"""Dates that cannot be kept together: what comes before the opening, and what should."""

from collections.abc import Sequence
from datetime import date

from conclusions.domain.clock import months_before
from conclusions.domain.dossier import Cells, Dossier, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule
from conclusions.domain.rules.opening import PLACES, opening, opening_read

MOMENTS, SPEAKERS = "rhythm.moments", "speakers.speakers"


def _hosted(dossier: Dossier) -> list[Cells]:
    """The places of our own where others speak: those that an opening opens."""
    return [
        row
        for row in dossier.rows(PLACES)
        if row.get("owner") == "us"
        and row.get("role") == "host"
        and row.get("open_to_contributions") is True
    ]


def _before(rows: Sequence[Cells], column: str, day: date) -> list[Cells]:
    dated = [(row, row.day(column)) for row in rows]
    return [row for row, on in dated if on is not None and on < day]


@rule("X76")
def moment_before_opening(dossier: Dossier, as_of: date) -> Found | None:
    """A key moment of a place that we host begins before the opening."""
    opens, hosted = opening(dossier), {row.row for row in _hosted(dossier)}
    moments = [
        row
        for row in dossier.rows(MOMENTS)
        if row.get("nature") == "key_moment" and row.get("place") in hosted
    ]
    early = _before(moments, "from", opens) if opens else []
    if not early or not opens:
        return None
    reads = (*cells(early, "from", "place"), *opening_read(dossier))
    return Found(reads, {"moments": named(early, MOMENTS), "opens": opens})


@rule("X77")
def closed_before_opening(dossier: Dossier, as_of: date) -> Found | None:
    """A place that we host closes before it opens."""
    opens = opening(dossier)
    closed = _before(_hosted(dossier), "planned_closing", opens) if opens else []
    if not closed or not opens:
        return None
    reads = (*cells(closed, "planned_closing"), *opening_read(dossier))
    return Found(reads, {"places": named(closed, PLACES), "opens": opens})


@rule("X96")
def closed_without_its_notice(dossier: Dossier, as_of: date) -> Found | None:
    """A place that we host closes sooner after the opening than the notice of the charter."""
    opens, notice = opening(dossier), dossier.choice("departure").number("notice_months")
    if opens is None or notice is None or notice < 1:
        return None
    dated = [(row, row.day("planned_closing")) for row in _hosted(dossier)]
    early = [
        row for row, on in dated if on and opens <= on and months_before(on, int(notice)) < opens
    ]
    if not early:
        return None
    departure = dossier.choice("departure")
    reads = (
        *cells(early, "planned_closing"),
        *opening_read(dossier),
        *departure.read("notice_months"),
    )
    return Found(reads, {"places": named(early, PLACES), "opens": opens, "months": notice})


@rule("X78")
def objective_over(dossier: Dossier, as_of: date) -> Found | None:
    """The deadline of the priority objective has passed, or comes before the opening."""
    objective, opens = dossier.header("objective"), opening(dossier)
    due = objective.day("due")
    if due is None or (due >= as_of and (opens is None or due > opens)):
        return None
    if due < as_of:
        return Found(objective.read("due"), {"due": due})
    reads = (*objective.read("due"), *opening_read(dossier))
    return Found(reads, {"due": due, "opens": opens}, "before_opening")


@rule("X79")
def trained_after_opening(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody speaks from the opening on, and is trained later."""
    opens = opening(dossier)
    rows = dossier.rows(SPEAKERS)
    late = [row for row in rows if opens and (row.day("trained_on") or opens) > opens]
    if not late:
        return None
    reads = (*cells(late, "trained_on"), *opening_read(dossier))
    return Found(reads, {"voices": named(late, SPEAKERS), "opens": opens})
