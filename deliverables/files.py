"""The files of exports: those that no export names any more are removed."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django_scopes import scopes_disabled

from deliverables.models import Export
from organisations.models import Organisation


def sweep() -> int:
    """How many files were removed that no export names any more."""
    root = Path(settings.EXPORTS_DIR)
    # Listed before the names are read: a file is named before it is there.
    there = list(root.glob("*/*.pdf"))
    with scopes_disabled():
        named = set(Export.objects.exclude(path="").values_list("path", flat=True))
    lost = [path for path in there if path.relative_to(root).as_posix() not in named]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def forget(organisation: Organisation) -> None:
    """Remove the files of an organisation that is being deleted, once it is."""
    transaction.on_commit(sweep)
