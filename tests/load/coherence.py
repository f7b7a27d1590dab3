"""The coherence review of 47 answers with tables of 500 rows: printed as JSON."""

import json
import sys
import time
from datetime import date
from typing import Any

from conclusions.domain.review import review
from conclusions.domain.telling import Narrator
from tests.documents import dossiers

ROWS, TIMES = 500, 9
DAY = date(2026, 11, 23)


def main() -> dict[str, Any]:
    """How long the rules take, in milliseconds of one processor: the median of several runs."""
    full = dossiers.full(rows=ROWS)
    findings = review(full, DAY)  # words and content are read once per process
    took = sorted(_milliseconds(full) for _time in range(TIMES))
    narrator = Narrator(full, "fr")
    told = [narrator.sentence(each) for each in findings]
    return {"review_ms": round(took[TIMES // 2], 1), "findings": len(told), "rows": ROWS}


def _milliseconds(written: dict[str, Any]) -> float:
    began = time.process_time()
    review(written, DAY)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
