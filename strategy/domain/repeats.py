"""What rows say twice where it may stand once: a rank, an objective, a yes of which one is meant.

Typing is never refused for it; the answer is only not finished while it stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from strategy.domain.answers import rows
from strategy.domain.flat import Value
from strategy.domain.questionnaire import Field, Table
from strategy.domain.values import Mistake, Mistakes, _


@dataclass(frozen=True, slots=True)
class Repeat:
    """One cell that says what other rows say too."""

    table: Table
    column: Field
    said: Any
    row: str
    others: tuple[str, ...]


def repeats(tables: Iterable[Table], value: Value) -> Iterator[Repeat]:
    """Every repeated cell of an answer, table by table and row by row."""
    for table in tables:
        for column in table.columns:
            if column.unique or column.single:
                yield from _in_column(table, column, value)


def doubts(tables: Iterable[Table], value: Value, *, place: str) -> Mistakes:
    """What a person should settle between the rows of a sound value: ranks, the only yes."""
    repeated = repeats(tables, value)
    for each in {(each.table.id, each.column.id, each.said): each for each in repeated}.values():
        where = f"{place}.tables.{each.table.id}.{each.column.id}"
        if each.column.single:
            yield Mistake(where, _("une seule ligne peut dire oui."))
        else:
            yield Mistake(where, _("« %(value)s » est donné deux fois."), {"value": each.said})


def _in_column(table: Table, column: Field, value: Value) -> Iterator[Repeat]:
    found: dict[Any, list[str]] = {}
    for row in rows(value, table.id):
        said = row.get(column.id)
        if said is True or (isinstance(said, str) and column.unique):
            found.setdefault(said, []).append(row["id"])
    for said, ids in found.items():
        for each in ids if len(ids) > 1 else ():
            yield Repeat(table, column, said, each, tuple(other for other in ids if other != each))
