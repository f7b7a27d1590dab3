"""Where a person of an organisation's list is named, told by the apps that hold answers.

Each registers a function, from its `AppConfig.ready`:

    mentions.provide(where)     where(organisation, person_key) -> iterable of Mention
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from organisations.models import Organisation


@dataclass(frozen=True)
class Mention:
    """One place that names the person: what it is called and its address."""

    title: str
    url: str


Where = Callable[[Organisation, str], Iterable[Mention]]
_providers: list[Where] = []


def provide(where: Where) -> None:
    """Ask this function too."""
    _providers.append(where)


def of(organisation: Organisation, person_key: str) -> list[Mention]:
    """Every place that names this person."""
    return [mention for where in _providers for mention in where(organisation, person_key)]
