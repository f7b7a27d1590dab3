"""How much of a dossier is said: what a review had to read before it found nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from charter.domain.loading import charter
from conclusions.domain.cells import DECISION, QUESTION
from conclusions.domain.dossier import STRUCTURE
from conclusions.domain.findings import Place
from strategy.domain.loading import questionnaire

EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Extent:
    """The questions and decisions that say something, in order, of how many."""

    questions: tuple[Place, ...]
    of_questions: int
    decisions: tuple[Place, ...]
    of_decisions: int

    @property
    def is_little(self) -> bool:
        """True below half of both together: to find nothing there says little."""
        said = len(self.questions) + len(self.decisions)
        return 2 * said < self.of_questions + self.of_decisions


def extent_of(written: Mapping[str, Any]) -> Extent:
    """What is said in a dossier; what does not apply, with its reason, is said too."""
    questions = [each.id for each in questionnaire(STRUCTURE).questions]
    decisions = [each.id for each in charter(STRUCTURE).decisions]
    return Extent(
        _said(QUESTION, questions, written["answers"]),
        len(questions),
        _said(DECISION, decisions, written["decisions"]),
        len(decisions),
    )


def _said(kind: str, ids: Iterable[str], held: Mapping[str, Any]) -> tuple[Place, ...]:
    return tuple(Place(kind, each) for each in ids if each in held and held[each]["state"] != EMPTY)
