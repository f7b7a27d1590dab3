"""What rows say twice where it may stand once: a rank, an objective, a yes of which one is meant.

Typing is never refused for it; the answer is only not finished while it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy.domain.answers import rows
from strategy.domain.flat import Value
from strategy.domain.questionnaire import Field, Question, Table


@dataclass(frozen=True, slots=True)
class Repeat:
    """One cell that says what other rows say too."""

    table: Table
    column: Field
    row: str
    others: tuple[str, ...]


def repeats(question: Question, value: Value) -> Iterator[Repeat]:
    """Every repeated cell of an answer, table by table and row by row."""
    for table in question.tables:
        for column in table.columns:
            if column.unique or column.single:
                yield from _in_column(table, column, value)


def _in_column(table: Table, column: Field, value: Value) -> Iterator[Repeat]:
    said: dict[object, list[str]] = {}
    for row in rows(value, table.id):
        cell = row.get(column.id)
        if cell is True or (isinstance(cell, str) and column.unique):
            said.setdefault(cell, []).append(row["id"])
    for ids in said.values():
        for each in ids if len(ids) > 1 else ():
            yield Repeat(table, column, each, tuple(other for other in ids if other != each))
