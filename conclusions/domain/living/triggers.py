"""What brings a review forward: declared where the dossier cannot show it, derived where it can."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from charter.domain.decisions import Reminder
from charter.domain.loading import charter
from charter.domain.tier import reminders
from conclusions.domain import shapes
from conclusions.domain.dossier import Cells, Dossier
from strategy.domain.loading import STRUCTURE, questionnaire
from strategy.domain.questionnaire import Field, Kind, Question
from strategy.domain.tables import ID

TRIGGERS = "review_triggers.triggers"
NAMING = frozenset({Kind.PERSON, Kind.PERSONS})


@dataclass(frozen=True, slots=True)
class LastReview:
    """The day on which a review was last closed, and the objective as it stood then."""

    closed_on: date
    objective: str


@dataclass(frozen=True, slots=True)
class Triggers:
    """Everything that calls for a review before its date."""

    # Rows of the register that no review has followed.
    declared: tuple[Cells, ...] = ()
    # The objective is not the one that the last review closed with.
    objective: bool = False
    # Questions that name somebody who left the organisation's list.
    departures: tuple[str, ...] = ()
    # Legal texts that were checked again since the last review.
    texts: tuple[Reminder, ...] = ()

    @property
    def any(self) -> bool:
        """True when one of them stands."""
        return bool(self.declared or self.objective or self.departures or self.texts)


def triggers(
    dossier: Dossier, as_of: date, *, last: LastReview | None, objective: str, language: str
) -> Triggers:
    """What has happened by a day; `objective` is the fingerprint of question 25 as it stands.

    Without a review before, nothing can have changed since: only what is declared counts, and
    people who are gone.
    """
    closed_on = last.closed_on if last else date.min
    return Triggers(
        declared=tuple(each for each in dossier.rows(TRIGGERS) if is_open(each, closed_on, as_of)),
        objective=last is not None and last.objective != objective,
        departures=tuple(departures(dossier)),
        texts=tuple(_texts(dossier, last, language)),
    )


def is_open(row: Cells, closed_on: date, as_of: date) -> bool:
    """True when it has happened, and no review has followed."""
    happened, reviewed = row.day("happened_on"), row.day("reviewed_on")
    if happened is None or happened > as_of:
        return False
    return max(reviewed or date.min, closed_on) < happened


def _texts(dossier: Dossier, last: LastReview | None, language: str) -> Iterator[Reminder]:
    """The texts of the decisions that apply, at their tier, checked since the last review."""
    if last is None:
        return
    applying = {each.id for each in dossier.applicable}
    for decision in charter(language).decisions:
        if decision.id in applying:
            for each in reminders(decision, dossier.tier):
                if each.checked and each.checked > last.closed_on:
                    yield each


def departures(dossier: Dossier) -> Iterator[str]:
    """The questions whose owner, or a person they name, is no longer listed."""
    for question in questionnaire(STRUCTURE).everything:
        owner = shapes.text(shapes.mapping(dossier.answers.get(question.id)).get("owner"))
        if any(_is_gone(each, dossier) for each in (owner, *_named(question, dossier))):
            yield question.id


def _is_gone(person: str, dossier: Dossier) -> bool:
    return bool(ID.fullmatch(person)) and person not in dossier.people


def _named(question: Question, dossier: Dossier) -> Iterator[str]:
    yield from _people(question.fields, dossier.header(question.id))
    for table in question.tables:
        for row in dossier.rows(f"{question.id}.{table.id}"):
            yield from _people(table.columns, row)


def _people(fields: Iterable[Field], cells: Cells) -> Iterator[str]:
    for each in fields:
        if each.kind in NAMING:
            yield from (cells.text(each.id) or "", *cells.several(each.id))
