"""What changes several rows at once: organisations, their profile and their people."""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import scope

from organisations import notices, starting
from organisations.audit import record
from organisations.events import Event
from organisations.merging import Merged, merge
from organisations.models import Membership, Organisation, Person, Role, User

PROFILE = (
    "name",
    "sector",
    "regulated_fields",
    "public_body",
    "in_group",
    "headcount",
    "turnover",
    "language",
)
LINE = ("name", "role")
# A dossier file holds no more.
MAX_PEOPLE = 500
LIST_IS_FULL = _("La liste compte déjà 500 personnes ou fonctions : retirez-en une d’abord.")


class TooManyPeopleError(Exception):
    """The list of people holds as many lines as a dossier may."""


@transaction.atomic
def create_organisation(
    organisation: Organisation, user: User, *, given: dict[str, Any]
) -> Organisation:
    """A new organisation, owned by whoever creates it, with what other apps prepare for it."""
    organisation.save()
    Membership.objects.create(organisation=organisation, user=user, role=Role.OWNER)
    record(organisation, Event.CREATED, actor=user)
    with scope(organisation=organisation):
        starting.begin(organisation, user, given)
    return organisation


def profile_of(organisation: Organisation) -> dict[str, Any]:
    """The profile as plain values."""
    return {name: getattr(organisation, name) for name in PROFILE}


@transaction.atomic
def change_profile(
    organisation: Organisation, actor: User, *, seen: dict[str, Any], typed: dict[str, Any]
) -> Merged:
    """Keep what was typed over what is stored now; nothing is kept when both clash."""
    stored = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = profile_of(stored)
    merged = merge(PROFILE, seen=seen, stored=before, typed=typed)
    if merged.clashes or merged.values == before:
        return merged
    Organisation.objects.filter(pk=stored.pk).update(
        **merged.values, version=F("version") + 1, changed_at=timezone.now()
    )
    changed = [name for name in PROFILE if merged.values[name] != before[name]]
    record(stored, Event.PROFILE_CHANGED, actor=actor, about=" ".join(changed))
    return merged


@transaction.atomic
def delete_organisation(organisation: Organisation, actor: User) -> None:
    """Nothing of the organisation is left, its trail included; its other members are told."""
    notices.deleted(organisation, actor)
    starting.deletions.every(organisation)
    organisation.delete()


@transaction.atomic
def add_person(organisation: Organisation, actor: User, *, person: Person) -> Person:
    """One more line, at the end of the list. Raises TooManyPeopleError."""
    # Whoever else adds a line waits for ours.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if Person.objects.filter(organisation=organisation).count() >= MAX_PEOPLE:
        raise TooManyPeopleError
    last = Person.objects.filter(organisation=organisation).aggregate(Max("position"))
    person.organisation = organisation
    person.position = (last["position__max"] or 0) + 1
    person.save()
    _changed(organisation.pk)
    record(organisation, Event.PERSON_ADDED, actor=actor, about=str(person))
    return person


def _changed(organisation_id: uuid.UUID) -> None:
    """Its people are told in documents: a change of theirs is one of the organisation."""
    Organisation.objects.filter(pk=organisation_id).update(changed_at=timezone.now())


def line_of(person: Person) -> dict[str, Any]:
    """A line of the list as plain values."""
    return {name: getattr(person, name) for name in LINE}


@transaction.atomic
def change_person(person: Person, actor: User, *, seen: dict[str, Any]) -> Merged | None:
    """Keep the line as it was typed over what is stored now; nothing when both clash.

    Its key, which answers hold, stays. None when somebody removed the line meanwhile.
    """
    stored = Person.objects.select_for_update().filter(pk=person.pk).first()
    if stored is None:
        return None
    before = line_of(stored)
    merged = merge(LINE, seen=seen, stored=before, typed=line_of(person))
    if merged.clashes or merged.values == before:
        return merged
    Person.objects.filter(pk=stored.pk).update(**merged.values)
    _changed(stored.organisation_id)
    record(
        person.organisation,
        Event.PERSON_CHANGED,
        actor=actor,
        about=str(Person(**merged.values)),
    )
    return merged


@transaction.atomic
def remove_person(person: Person, actor: User) -> None:
    """The line goes; answers that name it say so until they are mended."""
    removed, _rows = Person.objects.filter(pk=person.pk).delete()
    if removed:
        _changed(person.organisation_id)
        record(person.organisation, Event.PERSON_REMOVED, actor=actor, about=str(person))


@transaction.atomic
def move_person(person: Person, *, by: int) -> None:
    """One place up (-1) or down (1); at the end of the list, or when it is gone, nowhere."""
    Organisation.objects.select_for_update().get(pk=person.organisation_id)
    people = list(Person.objects.filter(organisation=person.organisation_id))
    if person not in people:
        return
    place = people.index(person)
    people.insert(max(place + by, 0), people.pop(place))
    for position, one in enumerate(people, start=1):
        one.position = position
    Person.objects.bulk_update(people, ["position"])
    _changed(person.organisation_id)
