"""The promises that answers and decisions make without saying so, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from charter.domain.loading import charter
from conclusions.domain.dossier import STRUCTURE
from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import questionnaire, shapes, spoken, tells_mistakes

FILE = "trust.toml"
VALUE = "{value}"


@dataclass(frozen=True, slots=True)
class Implied:
    """One promise: where it is made, with which options, and what it says to whom."""

    id: str
    words: str
    to: str
    question: str = ""
    decision: str = ""
    options: tuple[str, ...] = ()
    # The header field or the detail that {value} tells.
    field: str = ""


def load(language: str, folder: Path = CONTENT) -> tuple[Implied, ...]:
    """The promises of one language; ContentError at the first mistake."""
    return shapes(Implied, [folder / FILE], "promise", language)


@lru_cache
def implied(language: str) -> tuple[Implied, ...]:
    """The shipped promises in one language, read once per process."""
    return load(spoken(language))


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What is wrong in trust.toml: a place that is nowhere, a value that no field gives."""
    found = load(language, folder)
    ids = [each.id for each in found]
    for each in found:
        if ids.count(each.id) > 1:
            yield f"{FILE}: two promises are called '{each.id}'."
        if not _leads(each):
            yield f"{FILE}: '{each.id}' is made nowhere."
        if (VALUE in each.words) != bool(each.field):
            yield f"{FILE}: '{each.id}' tells a value and names its field, or neither."


def _leads(promise: Implied) -> bool:
    """True when the question or the decision has this field and these options."""
    question = questionnaire(STRUCTURE).by_id.get(promise.question)
    decision = charter(STRUCTURE).by_id.get(promise.decision)
    if (question is None) == (decision is None):
        return False
    if question is not None:
        return question.field(promise.field) is not None and not promise.options
    known = decision is not None and all(map(decision.option, promise.options))
    return known and (not promise.field or bool(decision and decision.detail(promise.field)))
