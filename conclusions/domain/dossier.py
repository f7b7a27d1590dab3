"""The dossier that rules read: answers, choices and profile, each value with its type.

What is not there, what does not apply and what does not fit its type all read as None: a
rule is silent about what it cannot read, and nothing written can make it fail.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from charter.domain.applicability import applicable
from charter.domain.decisions import Charter, Decided, Decision
from charter.domain.loading import charter
from charter.domain.tier import tier_id
from conclusions.domain import shapes
from conclusions.domain.cells import (
    DECISION,
    PROFILE,
    QUESTION,
    Cells,
    Cents,
    Chosen,
    Month,
    Rows,
    cells,
    named,
    rows_of,
)
from conclusions.domain.reads import Read, Reads
from strategy.domain.loading import STRUCTURE

# What reads a dossier reads its cells.
__all__ = [
    "DECISION",
    "PROFILE",
    "QUESTION",
    "STRUCTURE",
    "Cells",
    "Cents",
    "Choice",
    "Chosen",
    "Dossier",
    "Month",
    "Read",
    "Reads",
    "Rows",
    "cells",
    "named",
]


Derived = TypeVar("Derived")


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

    def among(self, *options: str) -> Read:
        """Those of these that are chosen, to be named."""
        kept = [each for each in self.options if each in options]
        return Read(DECISION, self.decision.id, "header/options", kept)

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
            written = shapes.table(self._value(question), table)
            self._rows[place] = rows_of(question, table, written)
        return self._rows[place]

    def column(self, place: str) -> Reads:
        """One column of a table, `question.table.column`, as what a rule has read."""
        table, _dot, column = place.rpartition(".")
        return cells(self.rows(table), column)

    def choice(self, decision: str) -> Choice:
        """What is chosen for a decision."""
        if decision not in self._choices:
            asked = self.charter.by_id[decision]
            header = Cells(DECISION, decision, shapes.header(self.decided.get(decision)))
            options = _admitted(asked, header.several("options"))
            options = options if self.applies(decision) else ()
            self._choices[decision] = Choice(asked, header, options)
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
    def _applying(self) -> frozenset[str]:
        return frozenset(each.id for each in self.applicable)

    def applies(self, decision: str) -> bool:
        """True for a decision that there is to take."""
        return decision in self._applying

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


def _admitted(decision: Decision, options: Iterable[str]) -> tuple[str, ...]:
    """The options that may stand together, whatever a file says."""
    known = [option for each in options if (option := decision.option(each))]
    if decision.multiple or not known:
        return tuple(option.id for option in known)
    main, *others = known
    return (main.id, *(each.id for each in others if main.id in each.added_to))
