"""What the organisation's dossier still lacks, subject by subject, in sentences."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisations.models import Organisation
from strategy import computed
from strategy.domain import journey
from strategy.domain.questionnaire import Question, Questionnaire
from strategy.elsewhere import Lacking
from strategy.models import Answer


def of_questions(organisation: Organisation, asked: Questionnaire) -> list[Lacking]:
    """What the page before the questions and each of the 27 lack; those complete are left out."""
    kept = Answer.objects.values("question", "state", "value")
    answers = {each["question"]: each for each in kept}
    found = []
    for question in (asked.before, *asked.questions):
        held = answers.get(question.id, {})
        lacks = journey.missing(question, held.get("state", "empty"), held.get("value", {}))
        sentences = [*map(_sentence, lacks), *_uncounted(question, organisation)]
        if sentences:
            address = reverse("question", args=[organisation.pk, question.id])
            found.append(Lacking(question.place, address, sentences))
    return found


def _uncounted(question: Question, organisation: Organisation) -> Iterator[str]:
    """What is still to settle elsewhere."""
    counted = computed.count(question.computed, organisation) if question.computed else None
    if counted and counted.state != "done":
        yield counted.sentence


def _sentence(lack: journey.Missing) -> str:
    if lack.what == "empty":
        return _("Rien n’est encore répondu.")
    if lack.what == "field":
        return lack.label
    if lack.what == "not_confirmed":
        return _("À marquer « terminé » quand vous l’êtes.")
    words = ngettext(
        "%(label)s : au moins %(wanted)s ligne.",
        "%(label)s : au moins %(wanted)s lignes.",
        lack.wanted,
    )
    return words % {"label": lack.label, "wanted": lack.wanted}
