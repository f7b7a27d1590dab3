"""What later apps show of an organisation at a glance, on its overview."""

from dataclasses import dataclass
from typing import Any

from organisations.models import Organisation
from organisations.providers import Providers


@dataclass(frozen=True, slots=True)
class Glance:
    """A template of the later app, and what it takes as `about`."""

    template: str
    about: Any


providers: Providers[[Organisation], Glance] = Providers()
