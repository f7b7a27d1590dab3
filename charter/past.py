"""A decision as fields with labels, so that its revisions are told as an answer's are."""

from dataclasses import replace

from django.utils.translation import gettext as _

from charter.domain.decisions import Decision
from strategy.domain.questionnaire import Question


def as_question(decision: Decision) -> Question:
    """The fields of a decision, under the names that its paths have."""
    labels = {
        "options": _("Notre choix"),
        "base": _("Base de ce choix"),
        "clause": _("Texte écrit à la main"),
        "clause_of": _("Choix pour lequel il est écrit"),
    }
    fields = [replace(each, label=labels.get(each.id, each.label)) for each in decision.fields]
    return Question(
        id=decision.id,
        number=decision.number,
        heading="",
        status="",
        title=decision.title,
        why=decision.why,
        good="",
        avoid="",
        source="",
        example="",
        fields=tuple(fields),
    )
