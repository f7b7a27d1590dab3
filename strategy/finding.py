"""Finding a question and the record of its answer."""

from django.http import Http404
from django.utils.translation import get_language

from organisations.models import Organisation
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question
from strategy.models import Answer


def question_or_404(question_id: str) -> Question:
    """The question in the language of the page; Http404 when there is none of that id."""
    question = questionnaire(get_language() or "fr").by_id.get(question_id)
    if question is None:
        raise Http404
    return question


def answerable_or_404(question_id: str) -> Question:
    """The same, and Http404 too for a question that is counted elsewhere."""
    question = question_or_404(question_id)
    if question.computed:
        raise Http404
    return question


def record_of(organisation: Organisation, question: Question, *, version: int = 1) -> Answer:
    """The stored answer, or a blank one; at version 0 the blank one, without a look-up."""
    return Answer.kept(organisation.pk, question.id, version=version)
