"""How far each organisation has come, told by the app that holds the answers.

This package may not import that one, so it registers itself, from its `AppConfig.ready`:

    progress.provide(dials_of, done=how_many_done)

`dials_of(ids)` takes a list of organisation ids and returns, in one query, a dict from id to
the drawn dial (`strategy.domain.dial.Dial`); an id may be absent. `how_many_done()` gives an
ORM expression over Membership (the path to an answer starts at `organisation`): the number
that the home page sorts on. Without it that order is not offered.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Dial = Any  # drawn by components/dial_mark.html; opaque here
Dials = Callable[[Sequence[uuid.UUID]], Mapping[uuid.UUID, Dial]]


@dataclass
class Provider:
    """Who tells; nobody until an app registers."""

    dials: Dials | None = None
    done: Callable[[], Any] | None = None


_provider = Provider()


def provide(dials: Dials, *, done: Callable[[], Any] | None = None) -> None:
    """Say who draws the dials; the last to register is asked."""
    _provider.dials, _provider.done = dials, done


def dials_of(ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, Dial]:
    """The dials of these organisations; empty when nobody draws them."""
    wanted = list(ids)
    if _provider.dials is None or not wanted:
        return {}
    return _provider.dials(wanted)


def how_many_done() -> Any | None:
    """The expression to sort on, or None when nobody offers it."""
    return _provider.done() if _provider.done else None
