"""The questionnaire: headings, questions, their fields and their tables, in one language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a field holds; each kind has one shape in JSON (see docs/dossier.md)."""

    TEXT = "text"
    LONG = "long"
    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    WEEKLY_HOURS = "weekly_hours"
    SCALE = "scale"
    YES_NO = "yes_no"
    URL = "url"
    PERSON = "person"
    PERSONS = "persons"
    LINK = "link"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen in a field."""

    id: str
    label: str
    # Offered only when the organisation's profile names this regulated field.
    regulated: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One value: a header field of a question, a column of a table, a detail of a decision."""

    id: str
    kind: Kind
    label: str
    quick: bool = False
    help: str = ""
    unit: str = ""
    options: tuple[Option, ...] = ()
    min: str = ""
    max: str = ""
    decimals: int = 2
    integer: bool = False
    unique: bool = False
    single: bool = False
    units: tuple[str, ...] = ()
    to: str = ""
    suggest: str = ""
    sum_of: str = ""
    # A column of the same table: where that one says yes, this one may not, for this reason.
    never_with: str = ""
    never_why: str = ""
    # A column of the same table that names the indicator that this is a value of.
    share_of: str = ""

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest number admitted; None where there is no bound."""
        return (
            Decimal(self.min) if self.min else None,
            Decimal(self.max) if self.max else None,
        )

    @property
    def measured(self) -> str:
        """The label, with the unit of what it is the label of."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row that is always there; its id is the row's id."""

    id: str
    label: str
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box of the quick form that makes a row with these values."""

    id: str
    label: str
    set: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the same columns; a row has an id for life."""

    id: str
    title: str
    row: str
    columns: tuple[Field, ...]
    quick_rows: int = 0
    expected: tuple[int, ...] = ()
    max_rows: int = 500
    fixed: tuple[FixedRow, ...] = ()
    ticks: tuple[Tick, ...] = ()

    def column(self, column_id: str) -> Field | None:
        """The column of that id, or None."""
        return next((column for column in self.columns if column.id == column_id), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One of the 27 questions, the page before them, or a register; the last two have number 0.

    `page` is the name of the page that shows what follows from a register; others have none.
    """

    id: str
    number: int
    heading: str
    status: str
    title: str
    why: str
    good: str
    avoid: str
    source: str
    example: str
    depends_on: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    tables: tuple[Table, ...] = ()
    computed: str = ""
    page: str = ""

    @property
    def place(self) -> str:
        """What a person finds it by: its number, where it has one, and its title."""
        return f"{self.number}. {self.title}" if self.number else self.title

    def field(self, field_id: str) -> Field | None:
        """The header field of that id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)

    def table(self, table_id: str) -> Table | None:
        """The table of that id, or None."""
        return next((table for table in self.tables if table.id == table_id), None)


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the seven headings: who, what, where, when, how, how much, why."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the recommended path."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An author or a text that the content rests on."""

    title: str
    authors: str = ""
    year: str = ""
    url: str = ""


@dataclass(frozen=True)
class Questionnaire:
    """All that is asked, in one language; `questions` stand in the order of their numbers."""

    language: str
    version: str
    headings: tuple[Heading, ...]
    before: Question
    questions: tuple[Question, ...]
    path: tuple[Stage, ...]
    credit: str
    sources: tuple[Source, ...]
    # What is kept beside the questions, in the same shape: promises, tools, check-ins…
    registers: tuple[Question, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """Every question by its id, the page before the questions and the registers included."""
        return {question.id: question for question in self.everything}

    @property
    def everything(self) -> tuple[Question, ...]:
        """The page before the questions, the 27 questions, the registers."""
        return (self.before, *self.questions, *self.registers)

    @cached_property
    def along_path(self) -> tuple[Question, ...]:
        """The 27 questions in the order in which the site asks them."""
        return tuple(self.by_id[each] for stage in self.path for each in stage.questions)

    def under(self, heading: str) -> Iterator[Question]:
        """The questions of one heading."""
        return (question for question in self.questions if question.heading == heading)

    def named_after(self, fields: Iterable[Field]) -> set[str]:
        """The questions whose rows these fields name, and those that such rows are named after."""
        found: set[str] = set()
        waiting = [field.to for field in fields if field.to]
        while waiting:
            question, table = self.linked(waiting.pop())
            found.add(question.id)
            waiting += [table.columns[0].to] if table.columns[0].to else []
        return found

    def linked(self, to: str) -> tuple[Question, Table]:
        """The question and the table that `question.table` names; KeyError when there is none."""
        question_id, table_id = to.split(".")
        question = self.by_id[question_id]
        table = question.table(table_id)
        if table is None:
            raise KeyError(to)
        return question, table
