"""What other apps do, and ask, when an organisation is created, and do when it is deleted.

This package may not import them, so they register, from their `AppConfig.ready`:

    starting.on_creation(hook)              hook(organisation, user)
    starting.on_deletion(hook)              hook(organisation)
    starting.ask("space", make_field, keep) keep(organisation, user, value)
    starting.offer_demonstration(open_for)  open_for(user) -> Organisation

Hooks and `keep` run inside the creation's transaction and the organisation's scope; an
exception undoes the creation. `make_field()` gives a form field, made for each page so that
its words are in the reader's language; it is drawn after the organisation's own fields, in
the order of registration, under the name given, and `keep` is called with its cleaned value
only when the person gave one. A deletion's hook runs before the rows go; what it does outside
the database (files) belongs in `transaction.on_commit`. `open_for` gives a person their own copy of
the demonstration, the same one while it keeps its name; the home page of a newcomer offers it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from organisations.models import Organisation, User

Creation = Callable[[Organisation, User], None]
Deletion = Callable[[Organisation], None]
Demonstration = Callable[[User], Organisation]


@dataclass(frozen=True)
class Asked:
    """One more field of the creation page, and who keeps its value."""

    make_field: Callable[[], forms.Field]
    keep: Callable[[Organisation, User, Any], None]


_creation: list[Creation] = []
_deletion: list[Deletion] = []
_asked: dict[str, Asked] = {}
_demonstrations: list[Demonstration] = []


def on_creation(hook: Creation) -> None:
    """Call this hook for each new organisation."""
    _creation.append(hook)


def on_deletion(hook: Deletion) -> None:
    """Call this hook before an organisation is deleted."""
    _deletion.append(hook)


def ask(
    name: str,
    make_field: Callable[[], forms.Field],
    keep: Callable[[Organisation, User, Any], None],
) -> None:
    """Ask one thing more on the creation page."""
    _asked[name] = Asked(make_field, keep)


def offer_demonstration(open_for: Demonstration) -> None:
    """Offer newcomers an organisation to look at; the last to register is asked."""
    _demonstrations.append(open_for)


def demonstration() -> Demonstration | None:
    """What opens the demonstration, or None when nobody offers one."""
    return _demonstrations[-1] if _demonstrations else None


def fields() -> dict[str, forms.Field]:
    """The fields that other apps ask, fresh ones."""
    return {name: asked.make_field() for name, asked in _asked.items()}


def begin(organisation: Organisation, user: User, given: dict[str, Any]) -> None:
    """Let every app prepare its part of a new organisation, then keep what was given."""
    for hook in _creation:
        hook(organisation, user)
    for name, asked in _asked.items():
        if given.get(name) not in (None, "", []):
            asked.keep(organisation, user, given[name])


def end(organisation: Organisation) -> None:
    """Let every app take leave of an organisation about to be deleted."""
    for hook in _deletion:
        hook(organisation)
