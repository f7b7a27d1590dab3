"""The full demonstration as a PDF, by a worker that is warm: printed as JSON."""

import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402

from deliverables import production  # noqa: E402
from deliverables.dossier import snapshot  # noqa: E402
from tests.load.visitors import fullest  # noqa: E402


def main() -> dict[str, Any]:
    """Seconds to make it, its pages, and what the child that made it held at most."""
    dossier = snapshot(fullest())
    production.warm()
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        made = production.produce(
            production.snapshot_of(dossier, timezone.now()), "fr", Path(folder) / "strategy.pdf"
        )
        took = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "cold_s": round(took, 2),
        "processor_s": round(used.ru_utime + used.ru_stime, 2),
        "pages": made.pages,
        "child_mb": round(used.ru_maxrss / 1024, 1),
    }


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
