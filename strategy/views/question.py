"""The page of one question: shown whole, and posted whole where there is no JavaScript."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import answering, replies, saving, units
from strategy.domain.flat import Flat
from strategy.finding import question_or_404
from strategy.page import FORM_COOKIE, QuestionPage
from strategy.posting import asked_of
from strategy.views.rows import edit_of_op

NOTHING_WRONG: dict[str, Any] = {"trouble": "", "wrong": [], "clashes": [], "outcome": None}


@require_http_methods(["GET", "HEAD", "POST"])
@access.member()
def question(request: MemberRequest, question_id: str) -> HttpResponse:
    """Show one question; a POST keeps everything typed and goes where its button leads."""
    asked = question_or_404(question_id)
    if request.method == "POST":
        access.require(request, Role.REVIEWER)
        return _keep(request, QuestionPage(request, asked, request.POST))
    page = QuestionPage(request, asked)
    return _shown(request, page, {})


def _shown(
    request: MemberRequest, page: QuestionPage, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shown = {"page": page, "question": page.question, **NOTHING_WRONG, **context}
    response = render(request, "strategy/question.html", shown, status=status)
    if request.GET.get("form") in {"quick", "full"}:
        response.set_cookie(
            FORM_COOKIE, request.GET["form"], max_age=31_536_000, httponly=True, samesite="Lax"
        )
    return response


def _keep(request: MemberRequest, page: QuestionPage) -> HttpResponse:
    """Save every unit that is sound; come back with what is wrong or what clashed."""
    posted = _units(request, page)
    sound = [unit for unit in posted if unit.is_valid()]
    mine: Flat = {path: value for unit in sound for path, value in unit.mine.items()}
    edit = answering.edit_of(mine, page.question, new=set(request.POST.getlist("new")))
    try:
        outcome = saving.save(page.record, edit=edit, asked=asked_of(request))
    except saving.TooLargeError as error:
        trouble = {"trouble": replies.TOO_LARGE[error.what]}
        return _shown(request, page, trouble, status=422)
    clashes = [each for unit in sound for each in replies.clashing(outcome, unit)]
    wrong = [unit[name] for unit in posted for name in unit.errors if name in unit.fields]
    if wrong or clashes:
        page.record.version = outcome.version
        context = {"wrong": wrong, "clashes": clashes, "outcome": outcome}
        return _shown(request, page, context, status=409 if clashes else 422)
    return _onwards(request, page, outcome)


def _units(request: MemberRequest, page: QuestionPage) -> list[Any]:
    if not request.membership.may_edit:
        return [page.sheet]
    posted = units.shown_rows(page.posted)
    rows = [page.units.named(f"rows/{each}", page.posted) for each in posted]
    return [page.header, *filter(None, rows), page.sheet]


def _onwards(
    request: MemberRequest, page: QuestionPage, outcome: saving.Outcome
) -> HttpResponseRedirect:
    """Do what the button asks with a row, then go on: the next question, or here again."""
    op = request.POST.get("op", "")
    here = reverse("question", args=[request.organisation.pk, page.question.id])
    edit = edit_of_op(page, op)
    if edit is not None:
        again = saving.Asked(request.user, version=outcome.version, tab=page.tab)
        page.record.refresh_from_db()
        saving.save(page.record, edit=edit, asked=again)
    if op == "continue" and (after := page.neighbours["after"]):
        return redirect("question", request.organisation.pk, after.id)
    messages.success(request, _("Enregistré."))
    return redirect(f"{here}?{request.GET.urlencode()}" if request.GET else here)
