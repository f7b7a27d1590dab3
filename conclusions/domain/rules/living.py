"""A strategy that is read again: its review date, and what should bring it forward."""

from datetime import date, timedelta

from conclusions.domain.dossier import Cells, Dossier, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.living.triggers import TRIGGERS, is_open
from conclusions.domain.registry import rule

# Our own proposal: a trigger brings the review forward by so much.
WITHIN = timedelta(days=30)


@rule("X73")
def review_overdue(dossier: Dossier, as_of: date) -> Found | None:
    """The review of question 27 was due before today."""
    course = dossier.header("change_of_course")
    review = course.day("review_on")
    if review is None or review >= as_of:
        return None
    return Found(course.read("review_on"), {"review": review})


@rule("X74")
def trigger_without_review(dossier: Dossier, as_of: date) -> Found | None:
    """Something that calls for a review happened a month ago, and none was made."""
    waiting = [row for row in dossier.rows(TRIGGERS) if _waits(row, as_of)]
    if not waiting:
        return None
    reads = cells(waiting, "happened_on", "reviewed_on")
    return Found(reads, {"triggers": named(waiting, TRIGGERS), "days": WITHIN.days})


def _waits(row: Cells, as_of: date) -> bool:
    happened = row.day("happened_on")
    return happened is not None and is_open(row, date.min, as_of) and as_of - happened > WITHIN


@rule("X75")
def review_after_the_end(dossier: Dossier, as_of: date) -> Found | None:
    """The review of question 27 comes after the deadline of the priority objective."""
    course, objective = dossier.header("change_of_course"), dossier.header("objective")
    review, due = course.day("review_on"), objective.day("due")
    if review is None or due is None or review <= due:
        return None
    reads = (*course.read("review_on"), *objective.read("due"))
    return Found(reads, {"review": review, "due": due})
