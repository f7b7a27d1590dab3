"""Actions as they follow from a dossier: each kind is derived by one function."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from charter.domain.progress import Missing, progress
from conclusions.domain import shapes
from conclusions.domain.derived import derived_id, may_be_derived
from conclusions.domain.dossier import Cells, Dossier, Read
from conclusions.domain.findings import Finding
from conclusions.domain.plan.catalogue import ActionKind, catalogue
from strategy.domain.loading import STRUCTURE

# What the id of a derived action begins with: no edit of one is taken for an action of their own.
PREFIX = "plan"


@dataclass(frozen=True)
class Known:
    """What actions are derived from: a dossier on a day, and the findings that nobody accepts."""

    dossier: Dossier
    as_of: date
    findings: tuple[Finding, ...] = ()

    @cached_property
    def opens(self) -> date | None:
        """The day of the opening, question 13."""
        return self.dossier.header("opening").day("opens_on")

    @cached_property
    def charter_lacks(self) -> tuple[Missing, ...]:
        """What the charter lacks, once a space is chosen."""
        if not self.dossier.choice("space").is_taken:
            return ()
        return progress(self.dossier.charter, self.dossier.decided).missing

    def answer(self, question: str) -> Mapping[str, Any]:
        """An answer as it is kept, its sheet included."""
        return shapes.mapping(self.dossier.answers.get(question))

    def in_charge(self, question: str) -> str:
        """The person in charge of an answer."""
        return person(self.answer(question).get("owner"))

    def decider(self, decision: str) -> str:
        """The person in charge of a decision."""
        return person(self.dossier.decided.get(decision, {}).get("owner"))


class Instance(NamedTuple):
    """One action of a kind: what it comes from, and what the dossier says of it.

    `subject` tells the actions of a kind apart and stays when their words change; a date or an
    effort that is None is the kind's own.
    """

    reads: Sequence[Read]
    subject: str = ""
    values: Mapping[str, Any] = shapes.NOTHING
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    effort: Decimal | None = None


class Derived(NamedTuple):
    """One action that follows from a dossier, before people and the calendar touch it."""

    id: str
    kind: ActionKind
    instance: Instance
    after: tuple[str, ...]

    @property
    def effort(self) -> Decimal:
        """How many hours it takes."""
        said = self.instance.effort
        return Decimal(self.kind.effort) if said is None else said

    @property
    def due(self) -> str:
        """When it is due: a date that an answer gives, or days from the opening."""
        return self.instance.due.isoformat() if self.instance.due else f"{self.kind.due:+d}"

    @property
    def fingerprint(self) -> str:
        """Sixteen characters that change with what the dossier says of it."""
        said = self.instance
        told = [self.due, said.owner, self.effort, said.done_on, _plain(said.values)]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:16]


def _plain(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return sorted((name, str(value)) for name, value in values.items())


Derivation = Callable[[Known], Iterator[Instance]]
DERIVATIONS: dict[str, Derivation] = {}


def derives(kind: str) -> Callable[[Derivation], Derivation]:
    """Register the function that derives the actions of a kind."""

    def registered(function: Derivation) -> Derivation:
        DERIVATIONS[kind] = function
        return function

    return registered


@lru_cache(maxsize=10_000)
def id_of(kind: str, subject: str = "") -> str:
    """The id for life of a derived action: twelve characters made from its kind and subject."""
    return PREFIX + derived_id(kind, subject)[len(PREFIX) :]


def may_follow(row: str) -> bool:
    """False for the id of a row that can stand for no action that follows."""
    return row.startswith(PREFIX) and may_be_derived(row)


def derive(known: Known) -> tuple[Derived, ...]:
    """Every action that follows, in the order of the catalogue."""
    kinds = catalogue(STRUCTURE).kinds
    found = {kind.id: _instances(kind, known) for kind in kinds}
    return tuple([each for kind in kinds for each in _derived(kind, found)])


def _instances(kind: ActionKind, known: Known) -> dict[str, Instance]:
    """The actions of a kind by their ids; of two with one subject, the first."""
    by_id: dict[str, Instance] = {}
    for each in DERIVATIONS[kind.id](known):
        by_id.setdefault(id_of(kind.id, each.subject), each)
    return by_id


def _derived(kind: ActionKind, found: Mapping[str, Mapping[str, Instance]]) -> Iterator[Derived]:
    """The actions of a kind, each with those of the kinds it waits for.

    Between two kinds about rows, an action waits for that of its own row alone.
    """
    by_row = {other for other in kind.after if all(e.subject for e in found[other].values())}
    for key, instance in found[kind.id].items():
        here = by_row if instance.subject else ()
        yield Derived(key, kind, instance, tuple(_after(kind, instance.subject, found, here)))


def _after(
    kind: ActionKind,
    subject: str,
    found: Mapping[str, Mapping[str, Instance]],
    by_row: Collection[str],
) -> Iterator[str]:
    for other in kind.after:
        own = id_of(other, subject) if other in by_row else ""
        if not own:
            yield from found[other]
        elif own in found[other]:
            yield own


def person(value: Any) -> str:
    """The key of a person, nothing for anything else."""
    return value if isinstance(value, str) else ""


def first(*people: str) -> str:
    """The first of these people that there is."""
    return next((each for each in people if each), "")


def times(effort: str, count: int) -> Decimal:
    """So many hours for each."""
    return Decimal(effort) * count


def by(rows: Iterable[Cells], column: str) -> dict[str, list[Cells]]:
    """The rows of each person named in a column."""
    found: dict[str, list[Cells]] = {}
    for row in rows:
        if key := person(row.get(column)):
            found.setdefault(key, []).append(row)
    return found
