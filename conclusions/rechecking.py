"""The ten-minute review of one organisation: what it asks again today, and what is kept of it."""

from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone

from charter.models import Choice
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE
from conclusions.domain.findings import Level, Place
from conclusions.domain.living import asking as living
from conclusions.domain.living.asking import Confirmed, Queue, Said, Subject
from conclusions.domain.living.assumed import assumed
from conclusions.domain.living.triggers import TRIGGERS, LastReview, Triggers, triggers
from conclusions.models import Reviewed
from conclusions.reviewing import Review
from organisations.models import User
from strategy.domain.flat import Flat
from strategy.domain.loading import questionnaire
from strategy.models import Answer, Confidence, Record
from strategy.saving import Asked, save

RECORDS: dict[str, type[Record]] = {QUESTION: Answer, DECISION: Choice}
COURSE, OBJECTIVE = "change_of_course", "objective"


class TenMinutes:
    """What is read again today, in one query beside those of the review."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.strategy = review.organisation.pk

    @cached_property
    def said(self) -> dict[Subject, Said]:
        """Every answer and decision that says something, along the path; registers once assumed."""
        found = [*self._said(QUESTION, "answers"), *self._said(DECISION, "decisions")]
        return {each.subject: each for each in found}

    def _said(self, kind: str, part: str) -> list[Said]:
        held, days = self.review.written[part], self.review.saved_at[part]
        return [
            Said(
                subject=Subject(kind, each),
                fingerprint=living.fingerprint(held[each]),
                confidence=held[each]["confidence"],
                saved_on=timezone.localdate(days[each]),
            )
            for each in self._order(kind)
            if each in days and each in held
        ]

    def _order(self, kind: str) -> list[str]:
        if kind == DECISION:
            return [each.id for each in self.review.dossier.applicable]
        asked = questionnaire(STRUCTURE)
        found = assumed(self.review.dossier)
        registers = (each.id for each in asked.registers if Place(kind, each.id) in found)
        return [asked.before.id, *(each.id for each in asked.along_path), *registers]

    @cached_property
    def acts(self) -> list[Reviewed]:
        """Everything that was confirmed or closed, the last first."""
        acts = Reviewed.objects.filter(strategy=self.strategy)
        return list(acts.select_related("author"))

    @cached_property
    def confirmed(self) -> dict[Subject, Confirmed]:
        """What each subject was last confirmed with."""
        return {
            Subject(each.kind, each.subject): Confirmed(
                each.fingerprint, timezone.localdate(each.saved_at), frozenset(each.codes)
            )
            for each in reversed(self.acts)
        }

    @cached_property
    def last(self) -> LastReview | None:
        """The last review that was closed."""
        closed = next((each for each in self.acts if each.kind == Reviewed.Kind.WHOLE), None)
        if closed is None:
            return None
        return LastReview(timezone.localdate(closed.saved_at), closed.fingerprint)

    @cached_property
    def queue(self) -> Queue:
        """What is asked again today."""
        return living.queue(self.said.values(), self.confirmed, self.review.open, self.review.as_of)

    @cached_property
    def triggers(self) -> Triggers:
        """What brings the review forward."""
        return triggers(
            self.review.dossier,
            self.review.as_of,
            last=self.last,
            objective=self.objective,
            language=self.review.language,
        )

    @property
    def objective(self) -> str:
        """The fingerprint of question 25 as it stands."""
        return living.fingerprint(self.review.written["answers"].get(OBJECTIVE, {}))

    @property
    def planned(self) -> date | None:
        """The review date of question 27."""
        return self.review.dossier.header(COURSE).day("review_on")

    @property
    def is_due(self) -> bool:
        """True when a review is due today."""
        triggered = self.triggers.any
        return living.is_due(self.planned, self.queue, self.review.as_of, triggered=triggered)

    @property
    def next_on(self) -> date | None:
        """The day of the next review; None when nothing is said yet."""
        return living.next_review(self.planned, self.queue, self.review.as_of)

    @property
    def reread_from(self) -> date | None:
        """The day from which some answers are read again before the review decided, if any."""
        return living.reread_from(self.planned, self.queue)

    @property
    def proposed(self) -> date:
        """The day proposed for the next one: by the clock, or the one decided when it is later."""
        return max(self.planned or date.min, self.review.as_of + living.CLOCK)

    def codes(self, subject: Subject) -> list[str]:
        """The contradictions that concern a subject today."""
        return sorted(
            each.code
            for each in self.review.open
            if each.level is not Level.REMINDER
            and any(place[:2] == subject for place in each.places)
        )


def confirm(ten: TenMinutes, author: User, said: Said, *, confidence: str = "") -> None:
    """Keep that it is still true as it stands, and how sure it now is when that is said.

    Raises OvertakenError when others write all the while: nothing is kept then.
    """
    fingerprint = said.fingerprint
    with transaction.atomic():
        if confidence and confidence != said.confidence:
            fingerprint = _sure(ten, author, said, Confidence(confidence).value)
        _keep(ten, author, said.subject, fingerprint=fingerprint, codes=ten.codes(said.subject))


def _sure(ten: TenMinutes, author: User, said: Said, confidence: str) -> str:
    """Save the confidence beside the answer; the fingerprint that it has then."""
    part = {QUESTION: "answers", DECISION: "decisions"}[said.subject.kind]
    held = ten.review.written[part][said.subject.id] | {"confidence": confidence}
    _save(ten, author, said.subject, {"confidence": confidence})
    return living.fingerprint(held)


def _save(ten: TenMinutes, author: User, subject: Subject, paths: Flat) -> None:
    model: Any = RECORDS[subject.kind]
    record = model.kept(ten.strategy, subject.id)
    asked = Asked(author, record.version)
    save(record, edit=lambda current: dict(paths), asked=asked)


def _keep(ten: TenMinutes, author: User, subject: Subject, **values: Any) -> None:
    kind, name = subject
    act = Reviewed(strategy_id=ten.strategy, author=author, kind=kind, subject=name, **values)
    act.save()


def close(ten: TenMinutes, author: User, *, review_on: date) -> None:
    """Close the review: its next day in question 27, and declared triggers followed by it.

    Raises TooLargeError beyond a limit, OvertakenError when others write all the while.
    """
    with transaction.atomic():
        if review_on != ten.planned:
            _save(ten, author, Subject(QUESTION, COURSE), {"header/review_on": f"{review_on}"})
        question = TRIGGERS.partition(".")[0]
        followed = {
            f"{row.path}/reviewed_on": f"{ten.review.as_of}" for row in ten.triggers.declared
        }
        if followed:
            _save(ten, author, Subject(QUESTION, question), followed)
        whole = Subject(Reviewed.Kind.WHOLE.value, "")
        _keep(ten, author, whole, fingerprint=ten.objective)
