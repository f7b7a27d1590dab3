"""From a dossier to a new organisation: all of it, or nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_scopes import scope

from charter.models import Choice, ChoiceRevision
from deliverables.dossier import acceptances as dossier_acceptances
from deliverables.dossier.checking import mistakes_of
from deliverables.dossier.decoding import UnreadableError
from deliverables.dossier.dumping import Dossier
from organisations.actions import create_organisation
from organisations.models import Organisation, Person, User
from strategy.domain import flat, merging
from strategy.models import Answer, AnswerRevision, Record, Revision, Strategy


def load(dossier: Any, *, owner: User | None = None) -> Organisation:
    """The organisation that a dossier describes, in the database, with this owner.

    Raises UnreadableError with every mistake when it is no dossier; nothing is written then.
    """
    if mistakes := list(mistakes_of(dossier)):
        raise UnreadableError(*mistakes)
    with transaction.atomic():
        organisation = _begun(Organisation(**dossier["organisation"]), owner)
        with scope(organisation=organisation):
            _keep_people(organisation, dossier.get("people", []))
            strategy, _created = Strategy.objects.get_or_create(organisation=organisation)
            _keep(strategy, dossier.get("answers", {}), Answer, AnswerRevision)
            _keep(strategy, dossier.get("decisions", {}), Choice, ChoiceRevision)
            dossier_acceptances.keep(strategy, dossier.get("acceptances", []))
    return organisation


def _begun(organisation: Organisation, owner: User | None) -> Organisation:
    if owner is not None:
        return create_organisation(organisation, owner, given={})
    organisation.save()
    return organisation


def _keep_people(organisation: Organisation, people: Iterable[Mapping[str, str]]) -> None:
    Person.objects.bulk_create(
        Person(
            organisation=organisation,
            key=each["id"],
            name=each["name"],
            role=each.get("role", ""),
            position=position,
        )
        for position, each in enumerate(people)
    )


def _keep(
    strategy: Strategy,
    said: Mapping[str, Dossier],
    records: Any,  # a model, whose manager no type knows
    revisions: Any,
) -> None:
    """One record at version 1 for each thing said, and the revision that made it."""
    kept = [_record(records.blank(strategy.pk, key), each) for key, each in said.items()]
    records.objects.bulk_create(kept)
    for each in kept:
        each.keep_beside({}, each.paths)
    revisions.objects.bulk_create(
        revisions(
            record_id=each.pk,
            version=1,
            kind=Revision.Kind.LOADED,
            changes=merging.changes_between({}, each.paths),
            saved_at=each.saved_at,
        )
        for each in kept
    )


def _record(blank: Record, said: Dossier) -> Record:
    paths = {name: each for name, each in said.items() if name != "value"}
    columns = blank.columns(paths | flat.flatten(said.get("value", {})))
    for name, each in columns.items():
        setattr(blank, name, each)
    blank.version = 1
    blank.saved_at = timezone.now()
    return blank
