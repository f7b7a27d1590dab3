"""What other apps do, and ask, when an organisation is created, and do when it is deleted.

What they do at a creation runs inside its transaction and the organisation's scope; an exception
undoes the creation. What they do at a deletion runs before the rows go; what it does outside the
database (files) belongs in `transaction.on_commit`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from organisations.models import Organisation, User
from organisations.providers import Providers


@dataclass(frozen=True)
class Asked:
    """One more field of the creation page, and who keeps its value.

    The field is made for each page, in the reader's language, and drawn after the
    organisation's own; `keep` is called with its cleaned value only when the person gave one.
    """

    make_field: Callable[[], forms.Field]
    keep: Callable[[Organisation, User, Any], None]


creations: Providers[[Organisation, User], None] = Providers()
deletions: Providers[[Organisation], None] = Providers()
# What opens a person's own copy of the demonstration, the same one while it keeps its name; the
# home page of a newcomer offers it.
demonstrations: Providers[[User], Organisation] = Providers()
# By the field's name, in the order in which they are asked.
asked: dict[str, Asked] = {}


def fields() -> dict[str, forms.Field]:
    """The fields that other apps ask, fresh ones."""
    return {name: each.make_field() for name, each in asked.items()}


def begin(organisation: Organisation, user: User, given: dict[str, Any]) -> None:
    """Let every app prepare its part of a new organisation, then keep what was given."""
    creations.every(organisation, user)
    for name, each in asked.items():
        if given.get(name) not in (None, "", []):
            each.keep(organisation, user, given[name])
