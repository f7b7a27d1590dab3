"""What people made of the actions that follow: the rows of the register `plan`.

A row whose id is that of a derived action holds only what somebody changed in it: an empty cell
follows the dossier. Any other row is an action of their own.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from conclusions.domain.dossier import QUESTION, Cells
from conclusions.domain.plan.deriving import PREFIX, Derived, Known, person
from conclusions.domain.plan.graph import Waits, joined
from conclusions.domain.plan.schedule import Span, Wanted, schedule

REGISTER, TABLE = "plan", "actions"
PLACE = f"{REGISTER}.{TABLE}"
# What a person may put in place of what is derived; the column `action` only remembers what a
# derived action was called, and names one of their own.
COLUMNS = ("title", "owner", "start", "due", "effort", "after", "independent", "note")
# How far it is.
STATES = ("state", "done_on", "reason")
NOTHING: tuple[Any, ...] = (None, "", [], False)
# An action of their own without a date is for the opening; it takes a week, and an hour.
OFFSET, DAYS, HOURS = 0, 7, Decimal(1)


class State(StrEnum):
    """How far an action is."""

    TO_DO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


OPEN = (State.TO_DO, State.DOING)
SAID: Mapping[str, State] = {each.value: each for each in State}


class Settled(NamedTuple):
    """One action with what people changed in it, before it has its place in time."""

    id: str
    # What it follows from; None for an action of their own.
    derived: Derived | None
    row: Cells

    @property
    def owner(self) -> str:
        """Who does it; nothing when nobody is named."""
        return person(self.row.get("owner")) or (
            self.derived.instance.owner if self.derived else ""
        )

    @property
    def effort(self) -> Decimal:
        """How many hours it takes."""
        said = self.row.decimal("effort")
        if said is not None:
            return said
        return self.derived.effort if self.derived else HOURS

    @property
    def state(self) -> State:
        """How far it is: what somebody says, or what the answers do."""
        said = SAID.get(self.row.said("state"))
        if said:
            return said
        return State.DONE if self.derived and self.derived.instance.done_on else State.TO_DO

    @property
    def waits(self) -> tuple[str, ...]:
        """What it waits for by nature, unless somebody says that it does not."""
        if self.derived is None or self.row.get("independent") is True:
            return ()
        return self.derived.after

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns that somebody changed in a derived action."""
        return tuple(each for each in COLUMNS if self.derived and _says(self.row, each))

    def wanted(self, after: tuple[str, ...]) -> Wanted:
        """What is known of it before it is placed."""
        kind = self.derived.kind if self.derived else None
        return Wanted(
            offset=kind.due if kind else OFFSET,
            days=kind.days if kind else DAYS,
            start=self.row.day("start"),
            due=self.row.day("due"),
            said=self.derived.instance.due if self.derived else None,
            after=after,
            settled=self.state not in OPEN,
            at_once=kind is None or kind.at_once,
        )


def _says(row: Cells, column: str) -> bool:
    return row.get(column) not in NOTHING


class Overlay:
    """What there is to do in a dossier, each action with its own row.

    `derived` are the actions that follow; without any, those that people added stand alone.
    """

    def __init__(self, known: Known, derived: tuple[Derived, ...] = ()) -> None:
        self.known = known
        self.derived = derived
        self.rows = {row.row: row for row in known.dossier.rows(PLACE)}

    @cached_property
    def settled(self) -> dict[str, Settled]:
        """Every action by its id: what follows in the order of the catalogue, then their own."""
        found = {each.id: Settled(each.id, each, self._row(each.id)) for each in self.derived}
        own = (key for key in self.rows if not key.startswith(PREFIX))
        return found | {key: Settled(key, None, self.rows[key]) for key in own}

    def _row(self, key: str) -> Cells:
        row = self.rows.get(key)
        return row or Cells(QUESTION, REGISTER, {"id": key}, TABLE, key)

    @property
    def lost(self) -> tuple[Cells, ...]:
        """The rows that changed an action which the dossier entails no more."""
        return tuple(
            row
            for key, row in self.rows.items()
            if key not in self.settled and any(_says(row, each) for each in (*COLUMNS, *STATES))
        )

    @cached_property
    def graph(self) -> tuple[Waits, list[list[str]]]:
        """What waits for what, and the loops that what people added would close."""
        waits = {key: each.waits for key, each in self.settled.items()}
        return joined(waits, self._added())

    def _added(self) -> Iterator[tuple[str, str]]:
        for key, each in self.settled.items():
            for other in each.row.several("after"):
                if other in self.settled:
                    yield key, other

    def spans(self) -> Mapping[str, Span]:
        """Every action in its place."""
        waits, _loops = self.graph
        wanted = {key: each.wanted(tuple(waits[key])) for key, each in self.settled.items()}
        return schedule(wanted, self.known.opens, self.known.as_of)
