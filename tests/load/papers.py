"""The full demonstration as a PDF, in a process that is warm: printed as JSON."""

import json
import resource
import sys
import time
from typing import Any

import django

django.setup()

from django_scopes import scope  # noqa: E402

from deliverables import actions, making  # noqa: E402
from deliverables.models import Export  # noqa: E402
from deliverables.paper import production  # noqa: E402
from organisations.models import Organisation, User  # noqa: E402
from tests.factories import make_user  # noqa: E402
from tests.load.visitors import fullest  # noqa: E402


def main() -> dict[str, Any]:
    """How long the document takes, the first time and again, and what its child held at most."""
    organisation, user = fullest(), make_user()
    production.warm()
    with scope(organisation=organisation):
        first, took = _made(organisation, user)
        again, took_again = _made(organisation, user)
    if (first.state, first.pk) != (again.state, again.pk):
        raise AssertionError(f"{first.state}, then {again.state}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "cold_s": round(took, 2),
        "processor_s": round(used.ru_utime + used.ru_stime, 2),
        "again_ms": round(took_again * 1000, 1),
        "pages": first.pages,
        "child_mb": round(used.ru_maxrss / 1024, 1),
    }


def _made(organisation: Organisation, user: User) -> tuple[Export, float]:
    """The export of the organisation as it stands, once its file is there, and the seconds."""
    began = time.perf_counter()
    export = actions.find_or_make(organisation, "fr", user=user)
    if export.state == "pending":
        making.make(export)
        export.refresh_from_db()
    return export, time.perf_counter() - began


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
