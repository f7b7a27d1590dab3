"""How far each organisation has come, told by the app that holds the answers.

This package may not import that one, so it registers itself, from its `AppConfig.ready`:

    progress.provide(states_of, done=how_many_done)

`states_of(ids)` takes organisation ids and returns, in one query, a dict from each id to its
27 marks in the order of the dial: `(heading, question, state, title)`. `how_many_done()`
gives an ORM expression over Organisation, the number that the home page sorts on; without it
that order is not offered.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Expression

Mark = tuple[str, str, str, str]
States = Callable[[Sequence[uuid.UUID]], Mapping[uuid.UUID, Sequence[Mark]]]
FINISHED = {"done", "not_applicable"}


@dataclass
class Provider:
    """Who tells; nobody until an app registers."""

    states: States | None = None
    done: Callable[[], Any] | None = None


_provider = Provider()


def provide(states: States, *, done: Callable[[], Any] | None = None) -> None:
    """Say who knows the states of the answers; the last to register is asked."""
    _provider.states, _provider.done = states, done


def states_of(ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, Sequence[Mark]]:
    """The marks of these organisations; empty when nobody knows."""
    wanted = list(ids)
    if _provider.states is None or not wanted:
        return {}
    return _provider.states(wanted)


def how_many_done() -> Expression | None:
    """The expression to sort on, or None when nobody offers it."""
    return _provider.done() if _provider.done else None


def finished(marks: Sequence[Mark]) -> int:
    """How many of these need no more work."""
    return sum(state in FINISHED for _heading, _question, state, _title in marks)
