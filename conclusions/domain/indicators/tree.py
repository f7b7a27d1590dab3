"""Indicators as a tree: under the objective that each one serves, or under none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.indicators.measures import CheckIn, Indicator

OBJECTIVES, INDICATORS = "objective.objectives", "indicators.indicators"
CHECKINS, SHEETS = "checkins.values", "indicator_sheets.sheets"
TRUST = "trust"
UNRANKED = Decimal(10**6)
NO_SHEET: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Branch:
    """One objective, and the indicators that hang from it, the main one first."""

    objective: Cells
    rank: int | None
    is_priority: bool
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Every indicator once: under its objective, under none, or among audience sizes."""

    branches: tuple[Branch, ...]
    without: tuple[Indicator, ...]
    audience: tuple[Indicator, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All of them, in the order in which they are told."""
        hanging = tuple(each for branch in self.branches for each in branch.indicators)
        return (*hanging, *self.without, *self.audience)

    @property
    def main(self) -> Indicator | None:
        """The main one; the first when two claim to be."""
        return next((each for each in self.indicators if each.is_main), None)

    @property
    def has_rivals(self) -> bool:
        """True when several claim to be the main one."""
        return sum(each.is_main for each in self.indicators) > 1

    @property
    def has_trust(self) -> bool:
        """True when one of them is about trust."""
        return any(each.cells.get("family") == TRUST for each in self.indicators)


def tree(dossier: Dossier, as_of: date) -> Tree:
    """The indicators of question 24 under the objectives of question 25, on a day."""
    return dossier.on(as_of, _grown)


def _grown(dossier: Dossier, as_of: date) -> Tree:
    objectives = [row for row in dossier.rows(OBJECTIVES) if row.text("objective")]
    known = _indicators(dossier, as_of, {row.row for row in objectives})
    measuring = [each for each in known if not each.audience_only]
    hanging: dict[str, list[Indicator]] = {}
    for each in measuring:
        hanging.setdefault(each.cells.said("objective"), []).append(each)
    ranked = sorted(objectives, key=lambda row: row.decimal("rank") or UNRANKED)
    priority = _priority(objectives)
    return Tree(
        branches=tuple(_branch(row, priority, hanging.get(row.row, [])) for row in ranked),
        without=tuple([each for each in measuring if not each.hangs]),
        audience=tuple([each for each in known if each.audience_only]),
    )


def _priority(objectives: list[Cells]) -> Cells | None:
    """The only objective ranked first; a single one that nobody ranked is first all the same."""
    if len(objectives) == 1 and objectives[0].decimal("rank") is None:
        return objectives[0]
    firsts = [row for row in objectives if row.decimal("rank") == 1]
    return firsts[0] if len(firsts) == 1 else None


def _branch(row: Cells, priority: Cells | None, hanging: list[Indicator]) -> Branch:
    rank = row.decimal("rank")
    return Branch(
        objective=row,
        rank=int(rank) if rank is not None else None,
        is_priority=row is priority,
        indicators=tuple(sorted(hanging, key=lambda each: not each.is_main)),
    )


def _indicators(dossier: Dossier, as_of: date, objectives: Collection[str]) -> list[Indicator]:
    """Every indicator, in the order of question 24; `objectives` are those there are."""
    sheets, readings = _sheets(dossier), _readings(dossier)
    return [
        Indicator(
            cells=row,
            sheet=sheets.get(row.row, NO_SHEET),
            hangs=row.text("objective") in objectives,
            readings=readings.get(row.row, ()),
            as_of=as_of,
        )
        for row in dossier.rows(INDICATORS)
    ]


def _sheets(dossier: Dossier) -> dict[str, dict[str, str]]:
    """What the sheets say of each indicator; of two sheets, the first that says it."""
    found: dict[str, dict[str, str]] = {}
    for row in dossier.rows(SHEETS):
        sheet = found.setdefault(row.text("indicator") or "", {})
        for name in ("formula", "owner"):
            if said := row.text(name):
                sheet.setdefault(name, said)
    return found


def _readings(dossier: Dossier) -> dict[str, tuple[CheckIn, ...]]:
    """The readings of each indicator by day; what has no day or no value is none yet."""
    found: dict[str, list[CheckIn]] = {}
    for row in dossier.rows(CHECKINS):
        day, value = row.day("measured_on"), row.decimal("value")
        if day is not None and value is not None:
            read = CheckIn(row.row, day, value, row.text("note") or "")
            found.setdefault(row.text("indicator") or "", []).append(read)
    return {
        indicator: tuple(sorted(readings, key=lambda each: each.day))
        for indicator, readings in found.items()
    }
