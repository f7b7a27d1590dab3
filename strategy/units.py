"""The units of a question's page: its header, and the rows of its tables, fifty a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property

from django.http import QueryDict

from organisations.identifiers import new_id
from strategy.domain import answers, limits, priority, rows
from strategy.domain.flat import Flat, unflatten
from strategy.domain.questionnaire import Field, Question, Table, Tick
from strategy.domain.tables import ID
from strategy.foreseen import Choice
from strategy.forms import UnitForm
from strategy.offered import Offered

Posted = QueryDict | None


@dataclass(slots=True)
class Row:
    """One row on a page: its form, its place, and whether the server has it yet."""

    id: str
    number: int
    form: UnitForm
    label: str = ""
    new: bool = False
    # What it says that other rows say too, in sentences.
    repeats: Sequence[str] = ()
    # In the table of objectives: `first`, or `behind` the first; nothing elsewhere.
    standing: str = ""


@dataclass(slots=True)
class Rows:
    """One table on a page."""

    table: Table
    rows: list[Row]
    total: int
    page: int
    pages: int
    most: int
    ticks: list[Tick] = dataclass_field(default_factory=list)
    hidden: int = 0
    # What is foreseen of what its rows could say.
    foreseen: Choice | None = None

    @property
    def first(self) -> int:
        """The number of the first row of the page."""
        return self.rows[0].number if self.rows else 1

    @property
    def before(self) -> int:
        """The number of the page before this one; 0 on the first."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The number of the page after this one; 0 on the last."""
        return self.page + 1 if self.page < self.pages else 0

    @property
    def blank(self) -> str:
        """The id of the first row that is new; nothing without one."""
        return next((row.id for row in self.rows if row.new), "")

    @property
    def room(self) -> int:
        """How many rows the page may come to hold."""
        return self.most - self.first + 1

    @property
    def full(self) -> bool:
        """True when no row may be added."""
        return bool(self.table.fixed) or self.total >= self.most

    @property
    def short(self) -> bool:
        """True when the full form takes more rows than this one."""
        return self.most < self.table.max_rows


@dataclass(frozen=True)
class Units:
    """How a question's answer is cut into forms; `quick` leaves out what the quick form does."""

    question: Question
    paths: Flat
    offered: Offered
    quick: bool

    @cached_property
    def _priority(self) -> priority.Priority | None:
        return priority.priority(self.paths)

    def header(self, posted: Posted = None) -> UnitForm:
        """The header's form."""
        return self._form("header", self.asked, posted)

    @property
    def asked(self) -> list[Field]:
        """The fields of the header, without those that a table already adds up."""
        return [each for each in self.shown(self.question.fields) if not self._summed(each)]

    def row(self, table: Table, row_id: str, posted: Posted = None) -> UnitForm:
        """The form of one row."""
        return self._form(f"rows/{table.id}/{row_id}", self.shown(table.columns), posted)

    def named(self, path: str, posted: Posted) -> UnitForm | None:
        """The unit of that path, or None when there is no such unit."""
        if path == "header":
            return self.header(posted)
        kind, _slash, rest = path.partition("/")
        table_id, _slash, row_id = rest.partition("/")
        table = self.question.table(table_id) if kind == "rows" else None
        return self.row(table, row_id, posted) if table and may_name(table, row_id) else None

    def tables(self, *, page: int = 1, posted: Posted = None) -> list[Rows]:
        """The tables of the question, each with the rows of one page."""
        return [self._rows(table, page, posted) for table in self.asked_here]

    @property
    def left_out(self) -> list[Rows]:
        """The tables that only the full form asks."""
        asked = self.asked_here
        return [self._rows(each, 1, None) for each in self.question.tables if each not in asked]

    @property
    def asked_here(self) -> list[Table]:
        """The tables of which this form asks something."""
        return [table for table in self.question.tables if self.shown(table.columns)]

    def blank(self, table: Table, *, number: int, row_id: str = "") -> Row:
        """A row that is not there yet; its id comes from here, also without JavaScript."""
        row_id = row_id if may_name(table, row_id) else new_id()
        there = row_id in rows.order_of(self.paths, table.id)
        standing = self.standing(table, row_id)
        return Row(row_id, number, self.row(table, row_id), new=not there, standing=standing)

    def standing(self, table: Table, row_id: str) -> str:
        """Whether a row is the priority objective or stands behind it; nothing in other tables."""
        if (self.question.id, table.id) != (priority.QUESTION, priority.TABLE):
            return ""
        return "first" if self._priority and self._priority.row == row_id else "behind"

    def _form(self, path: str, asked: list[Field], posted: Posted) -> UnitForm:
        return UnitForm(path, asked, paths=self.paths, offered=self.offered, posted=posted)

    def shown(self, asked: Iterable[Field]) -> list[Field]:
        """Those of these fields that this form asks."""
        return [each for each in asked if each.quick or not self.quick]

    def _summed(self, field: Field) -> bool:
        return bool(field.sum_of and answers.total(unflatten(self.paths), field.sum_of))

    def _rows(self, table: Table, page: int, posted: Posted) -> Rows:
        ids = self.ids(table)
        pages = max(1, -(-len(ids) // limits.ROWS_PER_PAGE))
        page = min(max(page, 1), pages)
        first = (page - 1) * limits.ROWS_PER_PAGE
        labels = {row.id: row.label for row in table.fixed}
        standing = [
            Row(each, number, self.row(table, each, _if_shown(posted, table, each)))
            for number, each in enumerate(ids[first : first + limits.ROWS_PER_PAGE], first + 1)
        ]
        for row in standing:
            row.label = labels.get(row.id, "")
            row.standing = self.standing(table, row.id)
        most = (self.quick and table.quick_rows) or table.max_rows
        found = Rows(table, standing, len(ids), page, pages, most, ticks=self._ticks(table))
        whole = table.fixed or rows.order_of(self.paths, table.id)
        found.hidden = len(whole) - len(ids)
        if page == pages and (new_rows(posted, table) or not found.full):
            found.rows.extend(self._blanks(table, len(ids), posted))
        return found

    def _ticks(self, table: Table) -> list[Tick]:
        """The ticks whose row is not there yet, in the words of the dossier."""
        there = rows.texts_of(self.paths, table.id)
        written = self.offered.in_dossier(self.question).table(table.id) or table
        made = {tick.id for tick in written.ticks if tick.label in there}
        return [tick for tick in table.ticks if tick.id not in made]

    def ids(self, table: Table) -> list[str]:
        """The ids of the rows that this form shows, on all its pages."""
        if table.fixed:
            partly = self.quick and any(row.quick for row in table.fixed)
            return [row.id for row in table.fixed if row.quick or not partly]
        order = rows.order_of(self.paths, table.id)
        return order[: table.quick_rows] if self.quick and table.quick_rows else order

    def _blanks(self, table: Table, standing: int, posted: Posted) -> Iterator[Row]:
        for row_id in new_rows(posted, table):
            standing += 1
            form, place = self.row(table, row_id, posted), self.standing(table, row_id)
            yield Row(row_id, standing, form, new=True, standing=place)
        last = table.quick_rows if self.quick and table.quick_rows else standing + 1
        for number in range(standing + 1, min(last, table.max_rows) + 1):
            yield self.blank(table, number=number)


def may_name(table: Table, row_id: str) -> bool:
    """True when a row of this table may have this id: a fixed one's, or one like ours."""
    if table.fixed:
        return row_id in {row.id for row in table.fixed}
    return bool(ID.fullmatch(row_id))


def _if_shown(posted: Posted, table: Table, row_id: str) -> Posted:
    """What was posted, for a row that stood on the page that posted it; None for any other."""
    return posted if f"{table.id}/{row_id}" in shown_rows(posted) else None


def shown_rows(posted: Posted) -> list[str]:
    """The rows ("table/row") that stood on the page that posted, new ones included."""
    return posted.getlist("shown") if isinstance(posted, QueryDict) else []


def new_rows(posted: Posted, table: Table) -> list[str]:
    """The ids of the rows of this table that a page without JavaScript posts as new."""
    given = posted.getlist("new") if isinstance(posted, QueryDict) else []
    found = [each.removeprefix(f"{table.id}/") for each in dict.fromkeys(given)]
    return [each for each in found if may_name(table, each)]
