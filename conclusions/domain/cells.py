"""The cells that rules read in a dossier, each value with its type."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from conclusions.domain import clock, shapes
from conclusions.domain.reads import Read, Reads, made
from strategy.domain.values import MONEY, NUMBER

QUESTION, DECISION, PROFILE = "question", "decision", "profile"


@lru_cache(maxsize=4096)
def number(written: str) -> Decimal | None:
    """A number as an answer writes it, fifteen digits at most before the point; None if none."""
    return Decimal(written) if NUMBER.fullmatch(written) else None


def _whole(written: Any) -> Decimal | None:
    """A degree of a scale, which is written without quotation marks."""
    return number(str(written)) if type(written) is int else None


class Rows(NamedTuple):
    """Rows of `question.table`, to be named in a sentence."""

    place: str
    ids: tuple[str, ...]


class Chosen(NamedTuple):
    """What was chosen, decision by decision, to be named in a sentence."""

    reads: tuple[Read, ...]


class Cents(NamedTuple):
    """An amount of money."""

    amount: int


class Month(NamedTuple):
    """The month of a day."""

    day: date


class Cells(NamedTuple):
    """The values of one header or of one row, by field."""

    kind: str
    id: str
    held: Mapping[str, Any]
    # The table and the row; nothing for a header.
    table: str = ""
    row: str = ""

    @property
    def path(self) -> str:
        """Where it stands in its answer or its decision."""
        return f"rows/{self.table}/{self.row}" if self.table else "header"

    def get(self, name: str) -> Any:
        """The value as it is stored, to be compared with what it may be; None for nothing."""
        return self.held.get(name)

    def text(self, name: str) -> str | None:
        """A text, an option, a person or a link."""
        found = self.held.get(name)
        return found if type(found) is str else None

    def said(self, name: str) -> str:
        """The same, nothing at all being an empty text."""
        return self.text(name) or ""

    def several(self, name: str) -> tuple[str, ...]:
        """Several options, or several people."""
        found = self.held.get(name)
        return shapes.texts(found) if found else ()

    def people(self, name: str) -> tuple[str, ...]:
        """The people of a column, whether it holds one or several."""
        found = self.held.get(name)
        return (found,) if type(found) is str else self.several(name)

    def decimal(self, name: str) -> Decimal | None:
        """A number, as an answer writes it: fifteen digits at most before the point."""
        found = self.held.get(name)
        return number(found) if type(found) is str else _whole(found)

    def cents(self, name: str) -> int | None:
        """An amount of money, in cents."""
        found = self.held.get(name)
        return found if type(found) is int and abs(found) <= MONEY else None

    def day(self, name: str) -> date | None:
        """A date."""
        found = self.held.get(name)
        try:
            return date.fromisoformat(found) if found else None
        except (TypeError, ValueError):
            return None

    def delay(self, name: str) -> clock.Delay | None:
        """A duration."""
        found = self.held.get(name)
        return clock.delay(found) if found else None

    def hours(self, name: str) -> list[clock.Span]:
        """Weekly hours."""
        return clock.spans(self.held.get(name))

    def read(self, *names: str) -> Reads:
        """These fields, as what a rule has read."""
        return cells((self,), *names)


class CellReads(Reads):
    """Some columns of some rows."""

    __slots__ = ("columns", "rows")

    def __init__(self, rows: Sequence[Cells], columns: Sequence[str]) -> None:
        self.rows = rows
        self.columns = columns

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    def __iter__(self) -> Iterator[Read]:
        for row in self.rows:
            path = row.path
            for name in self.columns:
                yield made(Read, (row.kind, row.id, f"{path}/{name}", row.held.get(name)))

    def row(self, question: str, table: str) -> str:
        """The id of the first row of a table; nothing without any."""
        return next((r.row for r in self.rows if r.id == question and r.table == table), "")


def rows_of(question: str, table: str, written: Iterable[Any]) -> tuple[Cells, ...]:
    """The rows of a table that say something; one whose id cannot serve goes by its number."""
    return tuple(
        [
            made(
                Cells,
                (
                    QUESTION,
                    question,
                    row,
                    table,
                    key if type(key) is str and key and "/" not in key else str(number),
                ),
            )
            for number, row in enumerate(written, 1)
            if type(row) is dict and (len(row) > 1 or (row and "id" not in row))
            for key in [row.get("id")]
        ]
    )


def cells(rows: Iterable[Cells], *columns: str) -> Reads:
    """These columns of these rows, as what a rule has read."""
    return CellReads(tuple(rows), columns)


def named(rows: Iterable[Cells], table: str) -> Rows:
    """These rows of `question.table`, to be named in a sentence."""
    return Rows(table, tuple([row.row for row in rows]))
