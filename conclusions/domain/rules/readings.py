"""Indicators over time: what hangs from no objective, what is not read, what goes astray."""

from collections.abc import Sequence
from datetime import date

from conclusions.domain.dossier import QUESTION, Dossier, Read, cells, named
from conclusions.domain.findings import Found, Place
from conclusions.domain.indicators.measures import Indicator
from conclusions.domain.indicators.tree import INDICATORS, OBJECTIVES, Tree, tree
from conclusions.domain.registry import rule

READINGS = "checkins.values"


def _found(indicators: list[Indicator], *columns: str, more: Sequence[Read] = ()) -> Found | None:
    """What is found of these indicators; nothing when there is none."""
    if not indicators:
        return None
    rows = [each.cells for each in indicators]
    return Found(cells(rows, *columns) + more, {"indicators": named(rows, INDICATORS)})


@rule("X38")
def deadline_passed_unread(dossier: Dossier, as_of: date) -> Found | None:
    """The deadline of an indicator has passed, and nobody has read it since its baseline."""
    late = [
        each
        for each in tree(dossier, as_of).indicators
        if (each.due or date.max) < as_of and each.last is None and each.target is not None
    ]
    return _found(late, "target", "due")


@rule("X39")
def indicator_without_objective(dossier: Dossier, as_of: date) -> Found | None:
    """Some indicators name their objective, and another names none that stands."""
    grown = tree(dossier, as_of)
    if not any(each.indicators for each in grown.branches):
        return None
    return _found(list(grown.without), "objective")


@rule("X40")
def value_moves_away(dossier: Dossier, as_of: date) -> Found | None:
    """The last two readings of an indicator each went away from its target, and nobody says why."""
    last = [(each, each.checkins[-1]) for each in tree(dossier, as_of).indicators if each.drifts]
    drifting = [each for each, read in last if not read.note]
    if not drifting:
        return None
    rows = [each.cells for each in drifting]
    known = {each.row for each in drifting}
    read = [row for row in dossier.rows(READINGS) if row.text("indicator") in known]
    reads = cells(rows, "direction", "baseline", "target")
    reads += cells(read, "measured_on", "value", "note")
    note = f"rows/values/{drifting[0].checkins[-1].row}/note"
    leads = {f"{READINGS}.note": Place(QUESTION, "checkins", note)}
    return Found(reads, {"indicators": named(rows, INDICATORS)}, leads=leads)


@rule("X41")
def priority_is_not_measured(dossier: Dossier, as_of: date) -> Found | None:
    """Indicators serve other objectives, and none serves the priority.

    When the main indicator serves another, X16 says it.
    """
    grown = tree(dossier, as_of)
    bare = [each for each in grown.branches if each.is_priority and not each.indicators]
    elsewhere = [each for branch in grown.branches for each in branch.indicators]
    if not bare or not elsewhere or _says_x16(grown):
        return None
    objectives = [each.objective for each in bare]
    found = _found(elsewhere, "objective", more=cells(objectives, "objective", "rank"))
    return found and Found(found.reads, {"objectives": named(objectives, OBJECTIVES)})


def _says_x16(grown: Tree) -> bool:
    return any(
        each.cells.get("main") is True and each.cells.get("objective") for each in grown.indicators
    )
