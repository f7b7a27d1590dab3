"""The priority objective: the one that decides when objectives contradict each other.

It is the one ranked first in question 25, or the only one there is when nobody ranked it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from strategy.domain.flat import Flat
from strategy.domain.rows import order_of
from strategy.domain.values import NUMBER

QUESTION, TABLE = "objective", "objectives"
OBJECTIVE, RANK = "objective", "rank"


@dataclass(frozen=True, slots=True)
class Priority:
    """The row that is ranked first, and the objective that it names."""

    row: str
    objective: str


class SecondFirstError(Exception):
    """One more objective would be ranked first; nothing was written.

    `rows` are those that may not be; `standing` is the objective that is, as an option's id,
    nothing when its row names none yet.
    """

    def __init__(self, rows: Iterable[str], standing: str) -> None:
        super().__init__(standing)
        self.rows = tuple(rows)
        self.standing = standing


def priority(paths: Flat) -> Priority | None:
    """The priority objective of an answer to question 25; None while there is none, or several."""
    found = _first_of_all(paths) if paths.get("state") != "not_applicable" else []
    objective = paths.get(_cell(found[0], OBJECTIVE)) if len(found) == 1 else None
    return Priority(found[0], objective) if objective else None


def refuse_second(before: Flat, after: Flat) -> None:
    """Let more than one be ranked first only where they already were: a file may have said so.

    Raises SecondFirstError.
    """
    stood, stand = firsts(before), firsts(after)
    if len(stand) <= max(1, len(stood)):
        return
    kept = [row for row in stand if row in stood][:1] or stand[:1]
    rows = [row for row in stand if row not in {*stood, *kept}]
    raise SecondFirstError(rows, after.get(_cell(kept[0], OBJECTIVE), ""))


def firsts(paths: Flat) -> list[str]:
    """The rows that are ranked first, in the order of the table."""
    return [row for row in order_of(paths, TABLE) if _rank(paths, row) == 1]


def put_first(paths: Flat, row: str) -> Flat:
    """The ranks to write so that this row is first, the others behind it in their order."""
    order = order_of(paths, TABLE)
    if row not in order:
        return {}
    led = _first_of_all(paths)
    ranks = {each: Decimal(1) if each in led else _rank(paths, each) for each in order}
    known = {each: rank for each, rank in ranks.items() if rank is not None and each != row}
    behind = sorted(known, key=lambda each: (known[each], order.index(each)))
    wanted = {each: str(place) for place, each in enumerate([row, *behind], 1)}
    return {
        path: rank
        for each, rank in wanted.items()
        for path in [_cell(each, RANK)]
        if paths.get(path) != rank
    }


def _first_of_all(paths: Flat) -> list[str]:
    """The rows ranked first, or the only row that names an objective when it has no rank."""
    naming = [row for row in order_of(paths, TABLE) if paths.get(_cell(row, OBJECTIVE))]
    alone = len(naming) == 1 and paths.get(_cell(naming[0], RANK)) is None
    return firsts(paths) or (naming if alone else [])


def _rank(paths: Flat, row: str) -> Decimal | None:
    written = str(paths.get(_cell(row, RANK)))
    return Decimal(written) if NUMBER.fullmatch(written) else None


def _cell(row: str, column: str) -> str:
    return f"rows/{TABLE}/{row}/{column}"
