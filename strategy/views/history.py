"""The history of an answer, and the way back to any of its versions."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy.domain.questionnaire import Question
from strategy.lookup import question_or_404, record_of
from strategy.offered import Offered
from strategy.page import is_quick
from strategy.past import entries
from strategy.restoring import restored
from strategy.spells import asked_for, query_of


@require_safe
@access.member()
def history(request: MemberRequest, question_id: str) -> HttpResponse:
    """What was saved of one answer, newest first; `each` opens one spell, save by save."""
    question = question_or_404(question_id)
    record = record_of(request.organisation, question)
    spells, page = asked_for(record, request.GET)
    told = entries(spells, question, Offered(request.organisation))
    spell, form = request.GET.get("each", ""), _form(request, question)
    context = {"subject": question, "record": record, "entries": told, "pages": page}
    context |= {"spell": spell, "form": form, "query": query_of(each=spell, form=form)}
    context |= {"restores": "restore"}
    return render(request, "strategy/history.html", context)


@require_POST
@access.member(Role.EDITOR)
def restore(request: MemberRequest, question_id: str, version: int) -> HttpResponse:
    """Write an earlier version again, as a new one."""
    question = question_or_404(question_id)
    record = record_of(request.organisation, question)
    if not restored(request, record, version):
        return redirect("history", request.organisation.pk, question.id)
    here = reverse("question", args=[request.organisation.pk, question.id])
    form = _form(request, question)
    return redirect(f"{here}?form={form}" if form else here)


def _form(request: MemberRequest, question: Question) -> str:
    """The form, quick or full, that one came from; none where a question has only one."""
    if not question.number or question.computed:
        return ""
    return "quick" if is_quick(request) else "full"
