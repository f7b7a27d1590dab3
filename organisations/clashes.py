"""A profile or a line in words, and what to show when two people changed the same field of it."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.forms import ModelForm

from organisations.events import Event
from organisations.models import AuditEntry, Organisation, Person

# The event that tells of a change, and what it says of the one changed.
EVENTS: dict[type[Model], tuple[Event, Callable[[Any], dict[str, str]]]] = {
    Organisation: (Event.PROFILE_CHANGED, lambda _organisation: {}),
    Person: (Event.PERSON_CHANGED, lambda person: {"about": str(person)}),
}


@dataclass(frozen=True)
class Fact:
    """A field of the profile in words; no words when nobody has said."""

    label: str
    text: str
    id: str
    # The id of its control in the form; of the first box of a group.
    control: str


@dataclass(frozen=True)
class Stored:
    """What somebody else stored, who and when."""

    text: str
    author: str
    at: datetime | None


@dataclass(frozen=True)
class Clash:
    """One field that two people changed, as components/conflict.html takes it."""

    label: str
    theirs: Stored
    mine: dict[str, str]


def seen_by(values: Mapping[str, Any]) -> str:
    """What a page is made from, to travel with its form."""
    return json.dumps(values)


def text_of(form: "ModelForm[Organisation]") -> list[Fact]:
    """Every field of the profile, in the order of its form."""
    return [
        Fact(
            str(each.label),
            words(form, each.name, form.instance),
            each.auto_id,
            each.id_for_label or f"{each.auto_id}_0",
        )
        for each in form
    ]


def clashes_of(form: "ModelForm[Any]", stored: Model, names: Iterable[str]) -> list[Clash]:
    """Both values of each of these fields."""
    event, about = EVENTS[type(stored)]
    last = AuditEntry.objects.filter(event=event, **about(stored)).first()
    author, at = (last.actor_name, last.at) if last else ("", None)
    return [
        Clash(
            str(form.fields[name].label),
            theirs=Stored(words(form, name, stored), author, at),
            mine={"text": words(form, name, form.instance)},
        )
        for name in names
    ]


def words(form: "ModelForm[Any]", name: str, stored: Model) -> str:
    """A value as its field calls it."""
    value = getattr(stored, name)
    if value is None or value in ("", []):
        return ""
    if value is True or value is False:
        value = "yes" if value else "no"
    choices = getattr(form.fields[name], "choices", None)
    if choices is None:
        return str(value)
    called = {key: str(label) for key, label in choices}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(called.get(one, str(one)) for one in chosen)
