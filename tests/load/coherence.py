"""The coherence review of 47 answers with tables of 500 rows, and of registers too, as JSON."""

import json
import sys
import time
from datetime import date
from typing import Any

from conclusions.domain.review import review
from conclusions.domain.telling import Narrator
from strategy.domain.loading import questionnaire
from tests.documents import dossiers

ROWS, TIMES = 500, 9
DAY = date(2026, 11, 23)


def main() -> dict[str, Any]:
    """How long the rules take, in milliseconds of one processor: the median of several runs."""
    full = dossiers.full(rows=ROWS)
    findings = review(full, DAY)  # words and content are read once per process
    narrator = Narrator(full, "fr")
    told = [narrator.sentence(each) for each in findings]
    return {
        "review_ms": _median(full | {"answers": _of_questions(full["answers"])}),
        "with_registers_ms": _median(full),
        "findings": len(told),
        "rows": ROWS,
    }


def _of_questions(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers to the 27 questions; the decisions are the other twenty."""
    return {
        each.id: answers[each.id] for each in questionnaire("fr").questions if each.id in answers
    }


def _median(written: dict[str, Any]) -> float:
    return round(sorted(_milliseconds(written) for _time in range(TIMES))[TIMES // 2], 1)


def _milliseconds(written: dict[str, Any]) -> float:
    began = time.process_time()
    review(written, DAY)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
