"""How far each organisation has come, told by the app that holds the answers.

This package may not import that one, so it registers itself, from its `AppConfig.ready`:

    progress.provide(states_of, done=how_many_done, draw=draw)

`states_of(ids)` takes organisation ids and returns, in one query, a dict from each id to its
27 marks in the order of the dial: `(heading, question, state, title)`. `how_many_done()`
gives an ORM expression over Organisation, the number that the home page sorts on; without it
that order is not offered. `draw(marks)` makes of them what components/dial_mark.html draws.

    progress.follow(last_saved)

`last_saved()` gives an ORM expression over Organisation: when something of it was last saved,
null when nothing was. Every app that saves registers one, so that a save need not write here.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce, Greatest

Mark = tuple[str, str, str, str]
Dial = Any  # opaque here: only the component looks inside
States = Callable[[Sequence[uuid.UUID]], Mapping[uuid.UUID, Sequence[Mark]]]


@dataclass
class Provider:
    """Who tells; nobody until an app registers."""

    states: States | None = None
    done: Callable[[], Any] | None = None
    draw: Callable[[Sequence[Mark]], Dial] | None = None


_provider = Provider()
_followed: list[Callable[[], Any]] = []


def provide(
    states: States,
    *,
    done: Callable[[], Any] | None = None,
    draw: Callable[[Sequence[Mark]], Dial] | None = None,
) -> None:
    """Say who knows the states of the answers; the last to register is asked."""
    _provider.states, _provider.done, _provider.draw = states, done, draw


def follow(last_saved: Callable[[], Any]) -> None:
    """Count these saves as changes of the organisation."""
    _followed.append(last_saved)


def last_change() -> Any:
    """The expression for when an organisation last changed, whoever keeps what changed."""
    changed: Any = F("changed_at")
    for last_saved in _followed:
        changed = Greatest(changed, Coalesce(last_saved(), F("changed_at")))
    return changed


def dials_of(ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, Dial]:
    """The dials of these organisations; empty when nobody draws them."""
    wanted = list(ids)
    if _provider.states is None or _provider.draw is None or not wanted:
        return {}
    return {each: _provider.draw(marks) for each, marks in _provider.states(wanted).items()}


def how_many_done() -> Any | None:
    """The expression to sort on, or None when nobody offers it."""
    return _provider.done() if _provider.done else None
