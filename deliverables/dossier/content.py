"""The questions and the decisions that a dossier answers, in one shape: fields and tables."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import TextChoices

from charter.domain.decisions import Decision
from charter.domain.loading import charter
from charter.models import State as ChoiceState
from organisations.actions import MAX_PEOPLE
from organisations.models import (
    Headcount,
    Organisation,
    PublicBody,
    RegulatedField,
    Sector,
    Turnover,
)
from strategy.domain.loading import STRUCTURE, questionnaire
from strategy.domain.questionnaire import Field, Kind, Option, Question, Table
from strategy.models import Confidence
from strategy.models import State as AnswerState


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or a decision: the fields of its header, its tables."""

    id: str
    fields: tuple[Field, ...]
    tables: tuple[Table, ...] = ()
    decision: Decision | None = None


@lru_cache
def questions() -> tuple[Asked, ...]:
    """The page before the questions, the 27 in the order of their numbers, then the registers."""
    return tuple(_of_question(each) for each in questionnaire(STRUCTURE).everything)


def _of_question(question: Question) -> Asked:
    return Asked(question.id, question.fields, question.tables)


@lru_cache
def decisions() -> tuple[Asked, ...]:
    """The 20 decisions in the order of their numbers; their header holds options and details."""
    asked = charter(STRUCTURE).decisions
    return tuple(Asked(each.id, each.fields, decision=each) for each in asked)


def versions() -> dict[str, str]:
    """The versions of the words that the dossier was answered with."""
    return {"strategy": questionnaire(STRUCTURE).version, "charter": charter(STRUCTURE).version}


def _one(name: str, options: type[TextChoices], *, kind: Kind = Kind.ONE) -> Field:
    return Field(name, kind, "", options=tuple(Option(each.value, each.value) for each in options))


PROFILE = (
    Field("name", Kind.TEXT, ""),
    _one("sector", Sector),
    _one("regulated_fields", RegulatedField, kind=Kind.SEVERAL),
    _one("public_body", PublicBody),
    Field("in_group", Kind.YES_NO, ""),
    _one("headcount", Headcount),
    _one("turnover", Turnover),
    Field(
        "language",
        Kind.ONE,
        "",
        options=tuple(Option(each, each) for each, _ in Organisation.LANGUAGES),
    ),
)
PEOPLE = Table(
    "people",
    "",
    "",
    (Field("name", Kind.TEXT, ""), Field("role", Kind.TEXT, "")),
    max_rows=MAX_PEOPLE,
)


def sheet(states: type[TextChoices]) -> tuple[Field, ...]:
    """What is said beside a value: state, confidence, owner, note, reason."""
    return (
        _one("state", states),
        _one("confidence", Confidence),
        Field("owner", Kind.PERSON, ""),
        Field("note", Kind.LONG, ""),
        Field("reason", Kind.LONG, ""),
    )


ANSWER_SHEET = sheet(AnswerState)
CHOICE_SHEET = sheet(ChoiceState)
