"""The history of an answer, and the way back to any of its versions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies, saving
from strategy.finding import question_or_404, record_of
from strategy.models import Revision
from strategy.offered import Offered
from strategy.past import entries
from strategy.posting import asked_of

REVISIONS_PER_PAGE = 20


@require_GET
@access.member()
def history(request: MemberRequest, question_id: str) -> HttpResponse:
    """Every save of one answer, newest first, with what it changed."""
    question = question_or_404(question_id)
    record = record_of(request.organisation, question)
    pages = Paginator(record.revisions.select_related("author"), REVISIONS_PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    told = entries(page.object_list, question, Offered(request.organisation))
    context = {"question": question, "record": record, "entries": told, "pages": page}
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
    return redirect("question", request.organisation.pk, question.id)
