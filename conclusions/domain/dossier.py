"""The dossier that rules read: answers, choices and profile, each value with its type.

What is not there, what does not apply and what does not fit its type all read as None: a
rule is silent about what it cannot read, and nothing written can make it fail.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from charter.domain.applicability import applicable
from charter.domain.decisions import Charter, Decided, Decision
from charter.domain.loading import charter
from charter.domain.tier import tier_id
from conclusions.domain import clock, shapes
from strategy.domain.values import MONEY, NUMBER

# Ids, options and defaults are the same in every language.
STRUCTURE = "fr"
QUESTION, DECISION, PROFILE = "question", "decision", "profile"

Derived = TypeVar("Derived")


# Tables have 500 rows: what is made by its own name costs three times more.
made = tuple.__new__


@lru_cache(maxsize=4096)
def number(written: str) -> Decimal | None:
    """A number as an answer writes it, fifteen digits at most before the point; None if none."""
    return Decimal(written) if NUMBER.fullmatch(written) else None


def _whole(written: Any) -> Decimal | None:
    """A degree of a scale, which is written without quotation marks."""
    return number(str(written)) if type(written) is int else None


class Read(NamedTuple):
    """One thing that a rule has read; `path` is the one of strategy/domain/flat.py."""

    kind: str
    id: str
    path: str
    value: Any


class Rows(NamedTuple):
    """Rows of `question.table`, to be named in a sentence."""

    place: str
    ids: tuple[str, ...]


class Cents(NamedTuple):
    """An amount of money."""

    amount: int


class Cells(NamedTuple):
    """The values of one header or of one row, by field."""

    kind: str
    id: str
    held: Mapping[str, Any]
    # Where it stands in its answer or its decision.
    path: str = "header"
    # The id of the row; nothing for a header.
    row: str = ""

    def get(self, name: str) -> Any:
        """The value as it is stored, to be compared with what it may be; None for nothing."""
        return self.held.get(name)

    def text(self, name: str) -> str | None:
        """A text, an option, a person or a link."""
        found = self.held.get(name)
        return found if isinstance(found, str) else None

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

    def read(self, *names: str) -> tuple[Read, ...]:
        """These fields, as what a rule has read."""
        return cells((self,), *names)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for one decision; no option at all when it does not apply."""

    decision: Decision
    header: Cells
    # The main option first, then those that the charter lets one add to it.
    options: tuple[str, ...]

    @property
    def is_taken(self) -> bool:
        """True when something is chosen."""
        return bool(self.options)

    def has(self, *options: str) -> bool:
        """True when one of these is chosen, alone or beside others."""
        return not set(options).isdisjoint(self.options)

    def lacks(self, *options: str) -> bool:
        """True when something is chosen, and none of these."""
        return self.is_taken and not self.has(*options)

    def detail(self, name: str) -> Any:
        """A detail as the charter prints it, its default included; None when not asked for."""
        asked = self.decision.detail(name)
        base = self.header.held.get("base")
        if asked is None or not self.is_taken:
            return None
        if asked.serves and set(asked.serves).isdisjoint((*self.options, base)):
            return None
        found = self.header.held.get(name)
        return asked.default if found is None else found

    def settled(self, name: str) -> bool:
        """True when somebody said this detail, false while its default stands."""
        return self.header.held.get(name) is not None

    def number(self, name: str) -> Decimal | None:
        """A detail that is a number."""
        return self.told(name).decimal(name)

    def told(self, *details: str) -> Cells:
        """These details as the charter prints them, each with its type."""
        return Cells(DECISION, self.decision.id, {each: self.detail(each) for each in details})

    def read(self, *details: str) -> tuple[Read, ...]:
        """The choice, and these details, as what a rule has read."""
        chosen = Read(DECISION, self.decision.id, "header/options", list(self.options))
        told = (
            Read(DECISION, self.decision.id, f"header/{each}", self.detail(each))
            for each in details
        )
        return (chosen, *told)


class Dossier:
    """Everything an organisation said, ready to be read by rules."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self.people = shapes.people(written.get("people"))
        self.profile = shapes.profile(written.get("organisation"))
        self.decided: Decided = shapes.decided(written.get("decisions"))
        self.answers = shapes.mapping(written.get("answers"))
        self._rows: dict[str, tuple[Cells, ...]] = {}
        self._choices: dict[str, Choice] = {}
        self._derived: dict[Any, Any] = {}

    def once(self, derive: Callable[["Dossier"], Derived]) -> Derived:
        """What a pure function derives from this dossier, derived once for all who ask."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: Derived = self._derived[derive]
        return found

    def on(self, day: date, derive: Callable[["Dossier", date], Derived]) -> Derived:
        """What a pure function derives from this dossier on a day, once for all who ask."""
        if (derive, day) not in self._derived:
            self._derived[derive, day] = derive(self, day)
        found: Derived = self._derived[derive, day]
        return found

    def header(self, question: str) -> Cells:
        """The header of an answer."""
        return Cells(QUESTION, question, shapes.mapping(self._value(question).get("header")))

    def rows(self, place: str) -> tuple[Cells, ...]:
        """The rows of `question.table` that say something, in their order."""
        if place not in self._rows:
            question, _dot, table = place.partition(".")
            self._rows[place] = tuple(
                [
                    made(Cells, (QUESTION, question, row, f"rows/{table}/{row_id}", row_id))
                    for row_id, row in shapes.rows(self._value(question), table)
                ]
            )
        return self._rows[place]

    def column(self, place: str) -> tuple[Read, ...]:
        """One column of a table, `question.table.column`, as what a rule has read."""
        table, _dot, column = place.rpartition(".")
        return cells(self.rows(table), column)

    def choice(self, decision: str) -> Choice:
        """What is chosen for a decision."""
        if decision not in self._choices:
            asked = self.charter.by_id[decision]
            header = Cells(DECISION, decision, shapes.header(self.decided.get(decision)))
            options = _admitted(asked, header.several("options"))
            taken = asked in self.applicable
            self._choices[decision] = Choice(asked, header, options if taken else ())
        return self._choices[decision]

    def regulated(self, *fields: str) -> tuple[str, ...]:
        """Which of these regulated fields the profile names."""
        return tuple(each for each in fields if each in self.profile["regulated_fields"])

    @property
    def regulated_read(self) -> tuple[Read, ...]:
        """The regulated fields of the profile, as what a rule has read."""
        return (Read(PROFILE, PROFILE, "regulated_fields", self.profile["regulated_fields"]),)

    @cached_property
    def charter(self) -> Charter:
        """The decisions, for their structure."""
        return charter(STRUCTURE)

    @cached_property
    def applicable(self) -> tuple[Decision, ...]:
        """The decisions that there are to take."""
        return applicable(self.charter, self.decided)

    @cached_property
    def tier(self) -> str:
        """How far a host's duties reach."""
        return tier_id(self.profile, self.decided)

    def state(self, decision: str) -> str:
        """How far a decision is."""
        return str(self.decided[decision]["state"]) if decision in self.decided else "empty"

    def _value(self, question: str) -> Mapping[str, Any]:
        answer = shapes.mapping(self.answers.get(question))
        if answer.get("state") == "not_applicable":
            return shapes.NOTHING
        return shapes.mapping(answer.get("value"))


def cells(rows: Iterable[Cells], *columns: str) -> tuple[Read, ...]:
    """These columns of these rows, as what a rule has read."""
    return tuple(
        [
            made(Read, (kind, asked, f"{path}/{name}", held.get(name)))
            for kind, asked, held, path, _row in rows
            for name in columns
        ]
    )


def named(rows: Iterable[Cells], table: str) -> Rows:
    """These rows of `question.table`, to be named in a sentence."""
    return Rows(table, tuple([row.row for row in rows]))


def _admitted(decision: Decision, options: Iterable[str]) -> tuple[str, ...]:
    """The options that may stand together, whatever a file says."""
    known = [option for each in options if (option := decision.option(each))]
    if decision.multiple or not known:
        return tuple(option.id for option in known)
    main, *others = known
    return (main.id, *(each.id for each in others if main.id in each.added_to))
