"""The dossier that rules read: answers, choices and profile, each value with its type.

What is not there, what does not apply and what no longer fits its field all read as None: a
rule is silent about what it cannot read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, NamedTuple

from charter.domain.applicability import applicable
from charter.domain.choosing import header_of
from charter.domain.decisions import Charter, Decided, Decision
from charter.domain.loading import charter
from charter.domain.tier import tier_id

# Ids, options and defaults are the same in every language.
STRUCTURE = "fr"
QUESTION, DECISION, PROFILE = "question", "decision", "profile"


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


class Cells:
    """The values of one header or of one row, by field."""

    __slots__ = ("held", "id", "kind", "path")

    def __init__(self, kind: str, of: str, path: str, held: Mapping[str, Any]) -> None:
        self.kind = kind
        self.id = of
        self.path = path
        self.held = held

    @property
    def row(self) -> str:
        """The id of the row; nothing for a header."""
        return str(self.held.get("id", ""))

    def get(self, name: str) -> Any:
        """The value as it is stored, None when there is none."""
        return self.held.get(name)

    def decimal(self, name: str) -> Decimal | None:
        """A number."""
        try:
            found = Decimal(str(self.held[name]))
        except (KeyError, InvalidOperation):
            return None
        return found if found.is_finite() else None

    def cents(self, name: str) -> int | None:
        """An amount of money, in cents."""
        found = self.held.get(name)
        return found if type(found) is int else None

    def day(self, name: str) -> date | None:
        """A date."""
        try:
            return date.fromisoformat(self.held[name])
        except (KeyError, TypeError, ValueError):
            return None

    def read(self, *names: str) -> tuple[Read, ...]:
        """These fields, as what a rule has read."""
        return tuple(
            Read(self.kind, self.id, f"{self.path}/{name}", self.held.get(name)) for name in names
        )


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
        base = self.header.get("base")
        if asked is None or not self.is_taken:
            return None
        if asked.serves and set(asked.serves).isdisjoint((*self.options, base)):
            return None
        found = self.header.get(name)
        return asked.default if found is None else found

    def number(self, name: str) -> Decimal | None:
        """A detail that is a number."""
        return Cells(DECISION, self.decision.id, "header", {name: self.detail(name)}).decimal(name)

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
        self.written = written
        self.profile: Mapping[str, Any] = written.get("organisation", {})
        self.decided: Decided = written.get("decisions", {})
        self._rows: dict[str, tuple[Cells, ...]] = {}
        self._choices: dict[str, Choice] = {}
        # What several rules derive from the same dossier, by what it is called.
        self.derived: dict[Any, Any] = {}

    def header(self, question: str) -> Cells:
        """The header of an answer."""
        return Cells(QUESTION, question, "header", self._value(question).get("header", {}))

    def rows(self, place: str) -> tuple[Cells, ...]:
        """The rows of `question.table` that say something, in their order."""
        if place not in self._rows:
            question, _dot, table = place.partition(".")
            written = self._value(question).get("tables", {}).get(table, ())
            self._rows[place] = tuple(
                Cells(QUESTION, question, f"rows/{table}/{row['id']}", row)
                for row in written
                if len(row) > 1
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
            header = Cells(DECISION, decision, "header", header_of(self.decided.get(decision, {})))
            options = _admitted(asked, header.get("options") or ())
            taken = asked in self.applicable
            self._choices[decision] = Choice(asked, header, options if taken else ())
        return self._choices[decision]

    def regulated(self, *fields: str) -> tuple[str, ...]:
        """Which of these regulated fields the profile names."""
        named = self.profile.get("regulated_fields") or ()
        return tuple(each for each in fields if each in named)

    @property
    def regulated_read(self) -> tuple[Read, ...]:
        """The regulated fields of the profile, as what a rule has read."""
        named = list(self.profile.get("regulated_fields") or ())
        return (Read(PROFILE, PROFILE, "regulated_fields", named),)

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
        return str(self.decided.get(decision, {}).get("state", "empty"))

    def _value(self, question: str) -> Mapping[str, Any]:
        answer = self.written.get("answers", {}).get(question, {})
        if answer.get("state") == "not_applicable":
            return {}
        value: Mapping[str, Any] = answer.get("value", {})
        return value


def cells(rows: Iterable[Cells], *columns: str) -> tuple[Read, ...]:
    """These columns of these rows, as what a rule has read."""
    # Tables have 500 rows: plain tuples made into reads cost half as much as reads made by name.
    plain = [
        (row.kind, row.id, f"{row.path}/{name}", row.held.get(name))
        for row in rows
        for name in columns
    ]
    return tuple(map(Read._make, plain))


def named(rows: Iterable[Cells], table: str) -> Rows:
    """These rows of `question.table`, to be named in a sentence."""
    return Rows(table, tuple(row.row for row in rows))


def _admitted(decision: Decision, options: Iterable[str]) -> tuple[str, ...]:
    """The options that may stand together, whatever a file says."""
    known = [option for each in options if (option := decision.option(each))]
    if decision.multiple or not known:
        return tuple(option.id for option in known)
    main, *others = known
    return (main.id, *(each.id for each in others if main.id in each.added_to))
