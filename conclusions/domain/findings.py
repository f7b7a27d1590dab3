"""What a rule finds: which rule, how serious, what it read, and where one mends it."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from conclusions.domain.dossier import Read


class Level(StrEnum):
    """How serious a finding is, the most serious first."""

    BLOCKING = "blocking"
    WARNING = "warning"
    REMINDER = "reminder"


class Place(NamedTuple):
    """Where something is said: a question, a decision or the profile, and the path in it."""

    kind: str
    id: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule returns when it holds; `variant` names another wording of the same rule.

    `leads` says where a way to mend leads in this dossier, by its own `to`, when its words alone
    cannot know; `idle` names the ways, by their `to`, that would change nothing in this dossier.
    """

    reads: Sequence[Read]
    values: Mapping[str, Any] = field(default_factory=dict)
    variant: str = ""
    leads: Mapping[str, Place] = field(default_factory=dict)
    idle: Collection[str] = ()


def idle(causes: Mapping[str, object]) -> tuple[str, ...]:
    """The ways to mend, each by its `to`, whose cause is not there: nothing, or false."""
    return tuple(to for to, cause in causes.items() if not cause)


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that holds in one dossier; its words are in the rulebook, under its code."""

    code: str
    level: Level
    legal: bool
    values: Mapping[str, Any]
    reads: Sequence[Read]
    # Where each way to mend it leads, in the order of the rule's own, idle ones left out.
    mends: tuple[Place, ...]
    variant: str = ""
    idle: Collection[str] = ()

    @property
    def fingerprint(self) -> str:
        """Sixteen characters that change with any answer that the rule read."""
        # Rows may move and a database may give keys back in its own order: neither is a change.
        reads = sorted(self.reads, key=lambda each: each[:3])
        told = json.dumps([self.code, self.level, self.variant, reads], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere it read something, each once."""
        return tuple(dict.fromkeys(Place(each.kind, each.id, each.path) for each in self.reads))
