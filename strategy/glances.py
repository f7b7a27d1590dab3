"""What later apps show of an organisation at a glance, on its overview.

This package may not import the one that knows, so it registers itself, from its
`AppConfig.ready`:

    glances.provide(glance)     glance(organisation) -> Glance
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Glance:
    """A template of the later app, and what it takes as `about`."""

    template: str
    about: Any


_providers: list[Callable[[Organisation], Glance]] = []


def provide(glance: Callable[[Organisation], Glance]) -> None:
    """Say who has something to show; the last to register is asked."""
    _providers.append(glance)


def of(organisation: Organisation) -> Glance | None:
    """What is shown of this organisation; None when nobody knows."""
    return _providers[-1](organisation) if _providers else None
