"""The course that a dossier holds: its priority objective, its horizon, the others behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conclusions.domain import shapes
from conclusions.domain.dossier import QUESTION, Dossier
from conclusions.domain.findings import Place
from strategy.domain import priority
from strategy.domain.flat import flatten

OBJECTIVES = f"{priority.QUESTION}.{priority.TABLE}"
SENTENCE, HORIZON = (
    Place(QUESTION, priority.QUESTION, f"header/{name}") for name in ("sentence", "horizon")
)
LIST = Place(QUESTION, priority.QUESTION, f"rows/{priority.TABLE}")


@dataclass(frozen=True, slots=True)
class Other:
    """One objective behind the first, with its rank where it has one."""

    row: str
    objective: str
    rank: Decimal | None


@dataclass(frozen=True, slots=True)
class Course:
    """Where the organisation goes; `objective` is empty while there is no first, or several."""

    objective: str
    row: str
    horizon: str
    sentence: str
    due: date | None
    others: tuple[Other, ...]

    @property
    def is_listed(self) -> bool:
        """True when objectives are named, whether or not one of them is first."""
        return bool(self.objective or self.others)


def course(dossier: Dossier) -> Course:
    """The course of a dossier."""
    answer = shapes.mapping(dossier.answers.get(priority.QUESTION))
    state = {"state": answer.get("state")}
    first = priority.priority(flatten(shapes.value(answer.get("value"))) | state)
    header = dossier.header(priority.QUESTION)
    named = [
        Other(row.row, objective, row.decimal(priority.RANK))
        for row in dossier.rows(OBJECTIVES)
        if (objective := row.text(priority.OBJECTIVE))
    ]
    others = [each for each in named if first is None or each.row != first.row]
    return Course(
        objective=first.objective if first and isinstance(first.objective, str) else "",
        row=first.row if first else "",
        horizon=header.text("horizon") or "",
        sentence=header.text("sentence") or "",
        due=header.day("due"),
        others=tuple(sorted(others, key=lambda each: (each.rank is None, each.rank or 0))),
    )
