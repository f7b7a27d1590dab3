"""Asking for a document; `making` makes it, in the worker."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_scopes import scope

from charter.models import Choice
from conclusions.models import Acceptance
from deliverables.compose import Snapshot
from deliverables.dossier.dumping import snapshot as dossier_of
from deliverables.keys import key_of
from deliverables.models import Export, Progress
from deliverables.tasks import render
from organisations.models import Organisation, User
from strategy.models import Answer


def snapshot_of(organisation: Organisation) -> Snapshot:
    """The dossier as it stands, and the time of its last change."""
    return Snapshot(dossier_of(organisation), last_change(organisation).replace(microsecond=0))


def last_change(organisation: Organisation) -> datetime:
    """When anything that a document says was last changed."""
    with scope(organisation=organisation):
        saved = [
            model.objects.filter(strategy=organisation.pk).aggregate(last=Max("saved_at"))["last"]
            for model in (Answer, Choice, Acceptance)
        ]
    return max(each for each in (organisation.changed_at, *saved) if each)


def find_or_make(organisation: Organisation, language: str, *, user: User) -> Export:
    """The export of the dossier as it stands; a new one is queued, an old one is found at once."""
    snapshot = snapshot_of(organisation)
    with transaction.atomic():
        export, made = Export.objects.get_or_create(
            organisation=organisation,
            key=key_of(snapshot, language),
            defaults={
                "language": language,
                "dossier": snapshot.dossier,
                "as_of": snapshot.as_of,
                "requested_by": user,
            },
        )
        if made:
            enqueue(export)
        elif export.may_be_retried or _has_lost_its_file(export):
            retry(export, snapshot)
    return export


def _has_lost_its_file(export: Export) -> bool:
    return export.state == Progress.DONE and not export.file.is_file()


def retry(export: Export, snapshot: Snapshot | None = None) -> None:
    """The same document once more, of the same snapshot."""
    again = {"state": Progress.PENDING, "failure": "", "place": "", "requested_at": timezone.now()}
    if snapshot:
        again |= {"dossier": snapshot.dossier}
    # As it was read: somebody else may have retried it meanwhile.
    tried = Export.objects.filter(pk=export.pk, state=export.state, started_at=export.started_at)
    if tried.update(**again):
        export.refresh_from_db()
        enqueue(export)


def enqueue(export: Export) -> None:
    """Tell the worker, once the row is there for it to see."""
    ids = (str(export.organisation_id), str(export.pk))
    transaction.on_commit(partial(render.enqueue, *ids))
