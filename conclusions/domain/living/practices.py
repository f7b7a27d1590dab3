"""The twelve good practices: what answers say of each, and what people observe themselves.

The titles are Dion Hinchcliffe's (ZDNet, July 2008); the conditions are our own proposal.
"""

from dataclasses import dataclass

from conclusions.domain.dossier import QUESTION, Cells, Dossier
from conclusions.domain.living.practice_conditions import (
    CONDITIONS,
    REGISTER,
    TABLE,
    Condition,
    applies,
)

# Verdicts, the best first; `open` where nothing tells, `none` where the practice has no object.
HELD, PARTLY, MISSING, OPEN, NONE = "held", "partly", "missing", "open", "none"


@dataclass(frozen=True, slots=True)
class Checked:
    """One condition in one dossier."""

    condition: Condition
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice: what each condition comes to, and the row that people filled in."""

    id: str
    number: int
    checked: tuple[Checked, ...]
    row: Cells

    @property
    def told(self) -> str:
        """What answers say of it."""
        if not self.checked:
            return NONE
        known = [each.holds for each in self.checked]
        if all(known):
            return HELD
        if any(known):
            return PARTLY
        return MISSING if False in known else OPEN

    @property
    def own(self) -> str:
        """What people observe; nothing when they said nothing."""
        found = self.row.text("own") or ""
        return found if found in {HELD, PARTLY, MISSING} else ""

    @property
    def verdict(self) -> str:
        """How far it is: what answers say, or less where people observe less.

        Answers tell what is planned; only people see what is done, though no answer plans it.
        """
        return self.own or self.told if self.told in {OPEN, NONE, HELD} else self.told

    @property
    def evidence(self) -> str:
        """What proves it, or where that is."""
        return self.row.text("evidence") or self.row.text("url") or ""

    @property
    def differs(self) -> bool:
        """True when people say that it is held and answers deny something that it asks for.

        What is not said yet denies nothing: a practice told in part for want of an answer is
        shown as such, and whoever says that it is held is not contradicted.
        """
        return self.own == HELD and any(each.holds is False for each in self.checked)


def practices(dossier: Dossier) -> tuple[Practice, ...]:
    """The twelve practices, in their order."""
    rows = {row.row: row for row in dossier.rows(TABLE)}
    return tuple(
        _practice(dossier, rows.get(key, Cells(QUESTION, REGISTER, {}, "practices", key)))
        for key in CONDITIONS
    )


def claimed(dossier: Dossier) -> tuple[Practice, ...]:
    """The practices that people say are held, in their order."""
    rows = {row.row: row for row in dossier.rows(TABLE)}
    said = {key: row for key, row in rows.items() if row.get("own") == HELD}
    return tuple(_practice(dossier, said[key]) for key in CONDITIONS if key in said)


def _practice(dossier: Dossier, row: Cells) -> Practice:
    asked = [each for each in CONDITIONS[row.row] if applies(row.row, each, dossier)]
    return Practice(
        id=row.row,
        number=list(CONDITIONS).index(row.row) + 1,
        checked=tuple(Checked(each, each.test(dossier)) for each in asked),
        row=row,
    )


def held(found: tuple[Practice, ...]) -> tuple[int, int]:
    """How many are held, of how many that have an object."""
    counted = [each.verdict for each in found if each.verdict != NONE]
    return counted.count(HELD), len(counted)
