"""Making documents, and cleaning up after them: what the worker does."""

import hashlib
import logging
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django_scopes import scopes_disabled

from deliverables import actions, production
from deliverables.child import ChildError, LimitReachedError
from deliverables.compose import Snapshot
from deliverables.models import Export, Failure, Progress
from deliverables.proof import TextLostError

log = logging.getLogger(__name__)


def make(export: Export) -> None:
    """The document of an export that waits, unless another worker has it."""
    now = timezone.now()
    waiting = Export.objects.filter(pk=export.pk, state=Progress.PENDING)
    if not waiting.update(state=Progress.RUNNING, started_at=now):
        return
    draft = Path(settings.EXPORTS_DIR) / f".{export.pk}"
    draft.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = production.produce(Snapshot(export.dossier, export.as_of), export.language, draft)
        _done(export, made, draft)
    except TextLostError as error:
        _failed(export, Failure.TEXT_LOST, error.place)
    except LimitReachedError:
        _failed(export, Failure.TOO_LARGE)
    except (ChildError, OSError):
        log.exception("export %s", export.pk)
        _failed(export, Failure.UNEXPECTED)
    finally:
        draft.unlink(missing_ok=True)


def _done(export: Export, made: production.Production, draft: Path) -> None:
    name = hashlib.sha256(draft.read_bytes()).hexdigest()
    path = f"{name[:2]}/{name}.pdf"
    kept = Path(settings.EXPORTS_DIR) / path
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft.replace(kept)
    Export.objects.filter(pk=export.pk).update(
        state=Progress.DONE,
        dossier={},
        path=path,
        size=made.size,
        pages=made.pages,
        missing=list(made.missing),
        finished_at=timezone.now(),
    )


def _failed(export: Export, failure: Failure, place: str = "") -> None:
    Export.objects.filter(pk=export.pk).update(
        state=Progress.FAILED, failure=failure, place=place[:200], finished_at=timezone.now()
    )


def resume() -> None:
    """Queue again what waited or was being made when the worker stopped."""
    with scopes_disabled():
        Export.objects.filter(state=Progress.RUNNING).update(state=Progress.PENDING)
        for export in Export.objects.filter(state=Progress.PENDING):
            actions.enqueue(export)
