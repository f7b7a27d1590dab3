"""Answers that are counted elsewhere: question 20 shows how far the charter is.

This package may not import the one that knows, which puts itself into `providers` from its
`AppConfig.ready`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from organisations.models import Organisation
from strategy.domain.loading import STRUCTURE, questionnaire


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things are settled of how many that apply, and where one sees them."""

    settled: int
    total: int
    sentence: str
    url: str
    # How many of them somebody has begun, settled or not.
    begun: int = 0

    @property
    def state(self) -> str:
        """The state that follows: empty, draft or done."""
        return state_of(self.settled, total=self.total, begun=self.begun)


def state_of(settled: int, *, total: int, begun: int) -> str:
    """The state of an answer of which so much is settled: empty, draft or done."""
    if not (settled or begun):
        return "empty"
    return "done" if settled == total else "draft"


def states(organisation: Organisation) -> dict[str, str]:
    """The state of each question that is counted elsewhere, by question id."""
    found = {
        question.id: count(question.computed, organisation)
        for question in questionnaire(STRUCTURE).questions
        if question.computed
    }
    return {question: counted.state for question, counted in found.items() if counted}


# Who counts what a question's `computed` names.
providers: dict[str, Callable[[Organisation], Counted]] = {}


def count(name: str, organisation: Organisation) -> Counted | None:
    """What is counted under this name, or None when nobody counts it."""
    known = providers.get(name)
    return known(organisation) if known else None
