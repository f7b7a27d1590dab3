"""What a later app foresees of each thing that could be chosen, shown before one chooses.

This package may not import the one that knows, so it registers itself, from its
`AppConfig.ready`:

    foreseen.provide("question", of_question)     of_question(organisation, question) -> Foreseen
    foreseen.provide("decision", of_decision)     of_decision(organisation, decision) -> Foreseen
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Group:
    """Some things of one kind that would follow, in words."""

    title: str
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that could be chosen: what would follow in a few words, and in full."""

    label: str
    summary: Sequence[str] = ()
    groups: Sequence[Group] = ()
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """All that one field could say, each with what would follow; where one compares two."""

    title: str
    lines: Sequence[Line]
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What else stands beside the answer: a template of the later app, and what it takes."""

    template: str
    about: Any


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is foreseen of one question or decision."""

    # By path of a header field, or by table; by option, of a decision.
    choices: Mapping[str, Choice] = field(default_factory=dict)
    options: Mapping[str, Line] = field(default_factory=dict)
    # Where two options of a decision are compared.
    url: str = ""
    beside: Beside | None = None


NOTHING = Foreseen()

_providers: dict[str, Callable[[Organisation, str], Foreseen]] = {}


def provide(kind: str, foreseeing: Callable[[Organisation, str], Foreseen]) -> None:
    """Say who foresees what of questions, or of decisions."""
    _providers[kind] = foreseeing


def of(kind: str, organisation: Organisation, thing: str) -> Foreseen:
    """What is foreseen of this question or decision; nothing when nobody knows."""
    known = _providers.get(kind)
    return known(organisation, thing) if known else NOTHING
