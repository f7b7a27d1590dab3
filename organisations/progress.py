"""How far each organisation has come, and when it last changed, told by who holds the answers."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce, Greatest

from organisations.providers import Providers

Dial = Any  # opaque here: only components/dial_mark.html looks inside

# The dials of these organisations, in one query.
dials: Providers[[Sequence[uuid.UUID]], Mapping[uuid.UUID, Dial]] = Providers()
# An ORM expression over Organisation: how much is done, which the home page sorts on; without
# one that order is not offered.
done: Providers[[], Any] = Providers()
# One as well: when something of it was last saved, null when nothing was. Every app that saves
# has one, so that a save need not write here.
last_saved: Providers[[], Any] = Providers()


def last_change() -> Any:
    """The expression for when an organisation last changed, whoever keeps what changed."""
    changed: Any = F("changed_at")
    for saved in last_saved.every():
        changed = Greatest(changed, Coalesce(saved, F("changed_at")))
    return changed
