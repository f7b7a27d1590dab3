"""Where a person of an organisation's list is named, told by the apps that hold answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from organisations.models import Organisation
from organisations.providers import Providers


@dataclass(frozen=True)
class Mention:
    """One place that names the person: what it is called and its address."""

    title: str
    url: str


# By the person's key.
providers: Providers[[Organisation, str], Iterable[Mention]] = Providers()


def of(organisation: Organisation, person_key: str) -> list[Mention]:
    """Every place that names this person."""
    return [each for told in providers.every(organisation, person_key) for each in told]
