"""What is only assumed: counted once, for the overview, the plan, the review and the document."""

from collections.abc import Mapping
from typing import Any

from conclusions.domain import shapes
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE, Dossier
from conclusions.domain.findings import Place
from strategy.domain.loading import questionnaire

ASSUMED = "assumed"


def assumed(dossier: Dossier) -> tuple[Place, ...]:
    """The answers that say something assumed, those of registers included; then the decisions.

    In the order of the questionnaire and of the charter; decisions that do not apply left out.
    """
    asked, taken = questionnaire(STRUCTURE).everything, dossier.applicable
    said = (Place(QUESTION, each.id) for each in asked if _holds(dossier.answers, each.id))
    chosen = (Place(DECISION, each.id) for each in taken if _holds(dossier.decided, each.id))
    return (*said, *chosen)


def _holds(kept: Mapping[str, Any], named: str) -> bool:
    entry = shapes.mapping(kept.get(named))
    return entry.get("confidence") == ASSUMED and entry.get("state") != "empty"
