"""Who makes a document: one draft an attempt, and a lock that ends with the process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from deliverables.models import Export


def draft_of(export: Export) -> Path:
    """Where this attempt at an export is written; another attempt has another draft."""
    root = Path(settings.EXPORTS_DIR)
    return root / f".{export.pk}-{export.started_at or export.as_of:%Y%m%d%H%M%S%f}"


@contextmanager
def held(draft: Path) -> Iterator[None]:
    """The lock of a draft, while it is made; the draft itself is gone afterwards."""
    draft.parent.mkdir(parents=True, exist_ok=True)
    with _lock(draft).open("a") as lock:
        # A lock of the process: a child that outlives the worker does not keep it. Where files
        # have no locks, only time tells that a worker has stopped.
        with suppress(OSError):
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            yield
        finally:
            draft.unlink(missing_ok=True)


def forget(draft: Path) -> None:
    """The attempt has ended, and the database knows how."""
    with suppress(OSError):
        _lock(draft).unlink(missing_ok=True)


def is_abandoned(draft: Path) -> bool:
    """True when a process began this draft where we are, and has ended."""
    try:
        with _lock(draft).open("r+") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def sweep() -> None:
    """Remove the drafts of processes that have ended."""
    for lock in Path(settings.EXPORTS_DIR).glob(".*.lock"):
        draft = lock.with_suffix("")
        if is_abandoned(draft):
            draft.unlink(missing_ok=True)
            forget(draft)


def _lock(draft: Path) -> Path:
    return draft.with_name(f"{draft.name}.lock")
