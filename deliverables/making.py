"""Making documents, and cleaning up after them: what the worker does."""

import hashlib
import logging
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django_scopes import scopes_disabled

from deliverables import actions, claims
from deliverables.child import ChildError, LimitReachedError
from deliverables.compose import Snapshot
from deliverables.models import Export, Failure, Progress
from deliverables.paper import production
from deliverables.paper.proof import TextLostError

# How long a database that is locked or away is waited for, in seconds, and how often asked.
PATIENCE = 60
PAUSE = 1.0

log = logging.getLogger(__name__)


def make(export: Export) -> None:
    """The document of an export that waits, unless another worker has it.

    However it ends, the export says so; what nobody foresaw is raised again for the log.
    """
    if not _claimed(export):
        return
    draft = claims.draft_of(export)
    try:
        with claims.held(draft):
            snapshot = Snapshot(export.dossier, export.as_of)
            _done(export, production.produce(snapshot, export.language, draft), draft)
    except TextLostError as error:
        _failed(export, Failure.TEXT_LOST, error.place)
    except LimitReachedError:
        _failed(export, Failure.TOO_LARGE)
    except (ChildError, OSError):
        log.exception("export %s", export.pk)
        _failed(export, Failure.UNEXPECTED)
    except Exception:
        _failed(export, Failure.UNEXPECTED)
        raise
    claims.forget(draft)


def _claimed(export: Export) -> bool:
    export.started_at = timezone.now()
    waiting = Export.objects.filter(pk=export.pk, state=Progress.PENDING)
    return _patiently(lambda: waiting.update(state=Progress.RUNNING, started_at=export.started_at))


def _done(export: Export, made: production.Production, draft: Path) -> None:
    name = hashlib.sha256(draft.read_bytes()).hexdigest()
    path = f"{name[:2]}/{name}.pdf"
    kept = Path(settings.EXPORTS_DIR) / path
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Named before it is there: another process removes the files that nobody names.
    _write(export, path=path)
    draft.replace(kept)
    _write(
        export,
        state=Progress.DONE,
        dossier={},
        size=made.size,
        pages=made.pages,
        missing=list(made.missing),
        finished_at=timezone.now(),
    )


def _failed(export: Export, failure: Failure, place: str = "") -> None:
    _write(
        export,
        state=Progress.FAILED,
        failure=failure,
        place=place[:200],
        finished_at=timezone.now(),
    )


def _write(export: Export, **columns: object) -> None:
    """Write to our own attempt only: one that was given up may have been begun again."""
    ours = Export.objects.filter(pk=export.pk, state=Progress.RUNNING, started_at=export.started_at)
    _patiently(lambda: ours.update(**columns))


def _patiently(write: Callable[[], int]) -> bool:
    """Whether the write changed a row; tried again while the database is locked or away."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return bool(write())
        except (OperationalError, InterfaceError):
            if time.monotonic() >= until:
                raise
            log.warning("The database did not answer: trying again.")
        close_old_connections()
        time.sleep(PAUSE)


def resume() -> None:
    """Queue again what waits, and what was being made by a worker that has stopped."""
    with scopes_disabled():
        for export in Export.objects.filter(state=Progress.RUNNING):
            if export.is_lost or claims.is_abandoned(claims.draft_of(export)):
                theirs = Export.objects.filter(
                    pk=export.pk, state=Progress.RUNNING, started_at=export.started_at
                )
                theirs.update(state=Progress.PENDING)
        for export in Export.objects.filter(state=Progress.PENDING):
            actions.enqueue(export)
    claims.sweep()
