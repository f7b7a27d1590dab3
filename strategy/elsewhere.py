"""What later apps add to the organisation's own pages: what they lack, what they last changed.

This package may not import those that know, so they register themselves, from their
`AppConfig.ready`:

    elsewhere.provide("…", lacking=lacking, changed=changed)

`lacking(organisation)` gives the subjects that lack something, `changed(organisation)` the
newest changes, newest first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from organisations.models import Organisation, User

CHANGES = 5


@dataclass(frozen=True, slots=True)
class Lacking:
    """One subject, and what it still lacks, in sentences."""

    title: str
    url: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Changed:
    """One subject, when it last changed, and who changed it."""

    title: str
    url: str
    saved_at: datetime
    author: User | None


_lacking: dict[str, Callable[[Organisation], Sequence[Lacking]]] = {}
_changed: dict[str, Callable[[Organisation], Sequence[Changed]]] = {}


def provide(
    name: str,
    *,
    lacking: Callable[[Organisation], Sequence[Lacking]],
    changed: Callable[[Organisation], Sequence[Changed]],
) -> None:
    """Say who knows."""
    _lacking[name] = lacking
    _changed[name] = changed


def lacks(organisation: Organisation) -> list[Lacking]:
    """What everything else lacks."""
    return [each for known in _lacking.values() for each in known(organisation)]


def newest(organisation: Organisation, mine: Sequence[Changed]) -> list[Changed]:
    """The newest changes of all, these included."""
    others = [each for known in _changed.values() for each in known(organisation)]
    return sorted([*mine, *others], key=lambda each: each.saved_at, reverse=True)[:CHANGES]
