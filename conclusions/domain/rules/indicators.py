"""Objective and indicators: questions 24 and 25."""

from datetime import date

from conclusions.domain.dossier import Cells, Dossier, cells, named
from conclusions.domain.findings import Found, Place
from conclusions.domain.registry import rule

OBJECTIVES, INDICATORS = "objective.objectives", "indicators.indicators"


def first(dossier: Dossier) -> list[Cells]:
    """The objectives ranked first; one, when all is well."""
    return [row for row in dossier.rows(OBJECTIVES) if row.decimal("rank") == 1]


@rule("R01")
def no_single_priority(dossier: Dossier, as_of: date) -> Found | None:
    """Question 25 does not have exactly one first objective."""
    rows = dossier.rows(OBJECTIVES)
    if not rows or len(first(dossier)) == 1:
        return None
    # A single objective that nobody ranked is first all the same.
    if len(rows) == 1 and rows[0].decimal("rank") is None:
        return None
    return Found(cells(rows, "objective", "rank"), {"count": len(first(dossier))})


@rule("R10")
def no_measure_of_trust(dossier: Dossier, as_of: date) -> Found | None:
    """No indicator is about trust, or the main one only counts an audience."""
    rows = dossier.rows(INDICATORS)
    counting = [
        row for row in rows if row.get("main") is True and row.get("audience_size_only") is True
    ]
    if counting:
        reads = cells(counting, "main", "audience_size_only")
        return Found(reads, {"indicators": named(counting, INDICATORS)}, "audience")
    if not rows or any(row.get("family") == "trust" for row in rows):
        return None
    return Found(cells(rows, "family"))


@rule("R11")
def indicators_without_baseline(dossier: Dossier, as_of: date) -> Found | None:
    """An indicator has no starting point, or no date for it."""
    rows = [
        row
        for row in dossier.rows(INDICATORS)
        if row.decimal("baseline") is None or row.day("measured_on") is None
    ]
    if not rows:
        return None
    reads = cells(rows, "baseline", "measured_on")
    first = rows[0]
    missing = "measured_on" if first.decimal("baseline") is not None else "baseline"
    lead = {f"{INDICATORS}.baseline": Place(first.kind, first.id, f"{first.path}/{missing}")}
    return Found(reads, {"indicators": named(rows, INDICATORS)}, leads=lead)


@rule("X14")
def target_behind_baseline(dossier: Dossier, as_of: date) -> Found | None:
    """An indicator aims at the wrong side of where it starts."""
    rows = [row for row in dossier.rows(INDICATORS) if _backwards(row)]
    if not rows:
        return None
    reads = cells(rows, "direction", "baseline", "target")
    return Found(reads, {"indicators": named(rows, INDICATORS)})


def _backwards(row: Cells) -> bool:
    baseline, target = row.decimal("baseline"), row.decimal("target")
    if baseline is None or target is None:
        return False
    wrong = {"up": target <= baseline, "down": target >= baseline}
    return wrong.get(row.said("direction"), False)


@rule("X15")
def due_before_measured(dossier: Dossier, as_of: date) -> Found | None:
    """An indicator is due no later than the day of its starting point."""
    rows = [
        row
        for row in dossier.rows(INDICATORS)
        if (row.day("due") or date.max) <= (row.day("measured_on") or date.min)
    ]
    if not rows:
        return None
    return Found(cells(rows, "measured_on", "due"), {"indicators": named(rows, INDICATORS)})


@rule("X16")
def main_indicator_serves_another_objective(dossier: Dossier, as_of: date) -> Found | None:
    """The main indicator measures an objective that is not the priority."""
    priority = first(dossier)
    if len(priority) != 1:
        return None
    rows = [
        row
        for row in dossier.rows(INDICATORS)
        if row.get("main") is True and row.get("objective") not in (None, priority[0].row)
    ]
    if not rows:
        return None
    reads = cells(rows, "main", "objective") + cells(priority, "objective", "rank")
    return Found(
        reads, {"indicators": named(rows, INDICATORS), "objectives": named(priority, OBJECTIVES)}
    )
