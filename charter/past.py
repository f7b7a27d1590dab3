"""A decision as fields with labels, so that its revisions are told as an answer's are."""

from django.utils.translation import gettext as _

from charter.domain.decisions import Decision
from strategy.domain.questionnaire import Field, Kind, Option, Question


def as_question(decision: Decision) -> Question:
    """The fields of a decision, under the names that its paths have."""
    options = tuple(Option(option.id, option.title) for option in decision.options)
    fields = (
        Field("options", Kind.SEVERAL, _("Notre choix"), options=options),
        Field("base", Kind.ONE, _("Base de ce choix"), options=options),
        Field("clause", Kind.LONG, _("Texte écrit à la main")),
        Field("clause_of", Kind.SEVERAL, _("Choix pour lequel il est écrit"), options=options),
        *(detail.field for detail in decision.details),
    )
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
        fields=fields,
    )
