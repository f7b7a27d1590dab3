"""The way through the questions: what comes next, what is missing, how far one is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from strategy.domain import answers
from strategy.domain.flat import Value, says_something
from strategy.domain.questionnaire import Question, Questionnaire

# The states of a question that ask for nothing more.
SETTLED = frozenset({"done", "not_applicable"})


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that an answer still lacks: nothing at all, rows, or a field of the quick form."""

    question: Question
    what: str
    wanted: int = 0
    label: str = ""


def next_question(asked: Questionnaire, states: Mapping[str, str]) -> Question | None:
    """The first question of the path that is not settled, or None when all are.

    Nobody is locked out: this only decides where "Continue" leads.
    """
    return next((each for each in asked.along_path if states.get(each.id) not in SETTLED), None)


def neighbours(asked: Questionnaire, question: Question) -> tuple[Question | None, Question | None]:
    """The question before and the question after, along the path; None at either end.

    A register stands beside the path: it has neither.
    """
    if question.page:
        return None, None
    if question.number == 0:
        return None, asked.along_path[0]
    path = asked.along_path
    place = path.index(question)
    before = path[place - 1] if place else asked.before
    after = path[place + 1] if place + 1 < len(path) else None
    return before, after


def missing(question: Question, state: str, value: Value) -> Iterator[Missing]:
    """What a question still lacks to be a good answer; nothing when it does not apply."""
    if state == "not_applicable" or question.computed:
        return
    if not says_something(value):
        yield Missing(question, "empty")
        return
    yield from _fields_missing(question, value)
    yield from _rows_missing(question, value)
    if state != "done":
        yield Missing(question, "not_confirmed")


def _fields_missing(question: Question, value: Value) -> Iterator[Missing]:
    header = value.get("header", {})
    for field in question.fields:
        summed = field.sum_of and answers.total(value, field.sum_of)
        if field.quick and field.id not in header and not summed:
            yield Missing(question, "field", label=field.label)


def _rows_missing(question: Question, value: Value) -> Iterator[Missing]:
    for table in question.tables:
        wanted = table.expected[0] if table.expected else 1
        if len(value.get("tables", {}).get(table.id, ())) < wanted:
            yield Missing(question, "rows", wanted=wanted, label=table.title)


def all_missing(asked: Questionnaire, given: Mapping[str, Mapping[str, Any]]) -> list[Missing]:
    """What the whole questionnaire lacks; `given` is the dossier's dictionary of answers."""
    return [
        each
        for question in asked.questions
        for each in missing(
            question,
            given.get(question.id, {}).get("state", "empty"),
            given.get(question.id, {}).get("value", {}),
        )
    ]
