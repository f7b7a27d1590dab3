"""An answer to read, in words: what the form shows, for who may not type in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from strategy.domain import answers, telling
from strategy.domain.flat import says_something
from strategy.domain.questionnaire import Field, Table
from strategy.models import Confidence, Record, State
from strategy.offered import Offered
from strategy.past import SHEET
from strategy.sheet import RecordForm
from strategy.units import Units

# As many columns, the name of the row included, as stand beside each other on a sheet.
BESIDE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One field in words, or the names of rows; `more` are not shown."""

    label: str
    words: telling.Told
    more: int = 0


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: what it is called, and its other cells; `first` is the priority objective.

    `more` is true when the full form says something of it that this one does not.
    """

    id: str
    name: telling.Told
    cells: list[Told]
    first: bool = False
    more: bool = False

    @property
    def said(self) -> list[Told]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell.words.items]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table; `hidden` is how many rows only the full form shows."""

    table: Table
    columns: list[str]
    rows: list[ReadRow]
    hidden: int

    @property
    def is_narrow(self) -> bool:
        """True when its columns stand beside each other; else each row is told by itself."""
        return len(self.columns) <= BESIDE

    @property
    def more(self) -> bool:
        """True when its columns stand beside each other, and the full form says more of a row."""
        return self.is_narrow and any(row.more for row in self.rows)


@dataclass(frozen=True)
class Reading:
    """One answer in the quick or the full form."""

    record: Record
    units: Units

    @property
    def header(self) -> list[Told]:
        """The fields beside the tables."""
        written = self.record.value.get("header", {})
        return [Told(each.measured, self._tell(each, written)) for each in self.units.asked]

    @property
    def is_silent(self) -> bool:
        """True when the question is without object and says nothing else: nothing is missing."""
        without_object = self.record.state == State.NOT_APPLICABLE
        return without_object and not says_something(self.record.value)

    @property
    def sums(self) -> list[Told]:
        """Header fields that are the sum of a column, once the table has rows."""
        return [
            Told(field.measured, self.units.offered.plain.tell(field, total))
            for field in self.units.question.fields
            if field.sum_of
            for total in [answers.total(self.record.value, field.sum_of)]
            if total is not None
        ]

    @property
    def tables(self) -> Iterator[ReadTable]:
        """The tables that this form asks something of."""
        for table in self.units.asked_here:
            kept = {row["id"]: row for row in self.record.value.get("tables", {}).get(table.id, [])}
            ids = self.units.ids(table)
            shown = self.units.shown(table.columns)
            # A row that is always there has a name of its own; any other has its first column.
            named = [table.row] if table.fixed else []
            rows = [self._row(table, each, kept.get(each, {})) for each in ids]
            hidden = len(table.fixed or kept) - len(ids)
            yield ReadTable(table, named + [each.measured for each in shown], rows, hidden)

    def _row(self, table: Table, row_id: str, row: dict[str, Any]) -> ReadRow:
        columns = self.units.shown(table.columns)
        cells = [Told(each.measured, self._tell(each, row)) for each in columns]
        labels = {each.id: each.label for each in table.fixed}
        first = self.units.standing(table, row_id) == "first"
        more = bool(row.keys() & {each.id for each in table.columns if each not in columns})
        if row_id in labels:
            return ReadRow(row_id, telling.Told((labels[row_id],)), cells, first, more)
        return ReadRow(row_id, cells[0].words, cells[1:], first, more)

    def _tell(self, asked: Field, said: dict[str, Any]) -> telling.Told:
        return self.units.offered.teller.tell(asked, said.get(asked.id))


def said_of(record: Record, offered: Offered, *, may_review: bool) -> list[Told]:
    """How sure a record is, whose it is, and its note; not what the member may write there."""
    names = [
        each
        for each in ("confidence", "owner", "note")
        if not (may_review and each in RecordForm.FOR_REVIEWERS)
    ]
    told = {name: _sheet_words(record, offered, name) for name in names}
    # A note that nobody wrote is not missing.
    return [Told(str(SHEET[each]), told[each]) for each in names if each != "note" or record.note]


def _sheet_words(record: Record, offered: Offered, name: str) -> telling.Told:
    held = getattr(record, name)
    if not held:
        return telling.NOTHING
    if name == "confidence":
        return telling.Told((str(Confidence(held).label),))
    words = offered.teller.person(held) if name == "owner" else held
    return telling.Told((words,), typed=True)
