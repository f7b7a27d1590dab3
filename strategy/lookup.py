"""The questionnaire of a page, a question of it, and the record of its answer."""

from django.http import Http404

from organisations.language import page_language
from organisations.models import Organisation
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question, Questionnaire
from strategy.models import Answer


def page_questionnaire() -> Questionnaire:
    """The questions in the language of the page."""
    return questionnaire(page_language())


def question_or_404(question_id: str) -> Question:
    """The question in the language of the page; Http404 when there is none of that id."""
    question = page_questionnaire().by_id.get(question_id)
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
