"""The history of an answer, and the way back to any of its versions."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies, saving
from strategy.domain.questionnaire import Question
from strategy.finding import question_or_404, record_of
from strategy.models import Revision
from strategy.offered import Offered
from strategy.page import is_quick
from strategy.past import entries
from strategy.posting import asked_of
from strategy.spells import pages_of


@require_GET
@access.member()
def history(request: MemberRequest, question_id: str) -> HttpResponse:
    """Every save of one answer, newest first, with what it changed."""
    question = question_or_404(question_id)
    record = record_of(request.organisation, question)
    spells, page = pages_of(record, request.GET.get("page"))
    told = entries(spells, question, Offered(request.organisation))
    context = {"question": question, "record": record, "entries": told, "pages": page}
    context["form"] = _form(request, question)
    return render(request, "strategy/history.html", context)


@require_POST
@access.member(Role.EDITOR)
def restore(request: MemberRequest, question_id: str, version: int) -> HttpResponse:
    """Write an earlier version again, as a new one."""
    question = question_or_404(question_id)
    record = record_of(request.organisation, question)
    if version > record.version:
        raise Http404
    asked = asked_of(request, kind=Revision.Kind.RESTORED)
    try:
        outcome = saving.restore(record, version, asked)
    except (saving.TooLargeError, saving.OvertakenError) as error:
        messages.error(request, replies.why_not(error)[0])
        return redirect("history", request.organisation.pk, question.id)
    if outcome.clashes or outcome.theirs:
        messages.warning(
            request,
            _("Rétablie en partie : quelqu’un a écrit entre-temps, et son texte est resté."),
        )
    else:
        messages.success(request, _("Version %(version)s rétablie.") % {"version": version})
    here = reverse("question", args=[request.organisation.pk, question.id])
    form = _form(request, question)
    return redirect(f"{here}?form={form}" if form else here)


def _form(request: MemberRequest, question: Question) -> str:
    """The form, quick or full, that one came from; none where a question has only one."""
    if not question.number or question.computed:
        return ""
    return "quick" if is_quick(request) else "full"
