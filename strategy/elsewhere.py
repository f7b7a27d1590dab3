"""What later apps add to the organisation's own pages: what they lack, what they last changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from organisations.models import Organisation, User
from organisations.providers import Providers

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


lacking: Providers[[Organisation], Sequence[Lacking]] = Providers()
# Newest first.
changed: Providers[[Organisation], Sequence[Changed]] = Providers()


def lacks(organisation: Organisation) -> list[Lacking]:
    """What everything else lacks."""
    return [each for known in lacking.every(organisation) for each in known]


def newest(organisation: Organisation, mine: Sequence[Changed]) -> list[Changed]:
    """The newest changes of all, these included."""
    others = [each for known in changed.every(organisation) for each in known]
    return sorted([*mine, *others], key=lambda each: each.saved_at, reverse=True)[:CHANGES]
