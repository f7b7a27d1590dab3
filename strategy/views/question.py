"""The page of one question: shown whole, and posted whole where there is no JavaScript."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations import access
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from organisations.models import Role
from strategy import answering, replies, saving, units
from strategy.anchors import Anchor, anchor
from strategy.domain.flat import Flat
from strategy.domain.priority import SecondFirstError
from strategy.gestures import Gesture, edit_of, naming
from strategy.lookup import answerable_or_404, question_or_404, record_of
from strategy.page import QuestionPage
from strategy.posting import asked_of, refuse_answers


@require_http_methods(["GET", "HEAD", "POST"])
@access.member()
def question(request: MemberRequest, question_id: str) -> HttpResponse:
    """Show one question; a POST keeps everything typed and goes where its button leads."""
    asked = question_or_404(question_id)
    if request.method == "POST":
        access.require(request, Role.REVIEWER)
        refuse_answers(request)
        asked = answerable_or_404(question_id)
        return _keep(request, QuestionPage(request, asked, request.POST))
    page = QuestionPage(request, asked)
    return _shown(request, page, {})


@require_safe
@access.member()
def stands(request: MemberRequest, question_id: str) -> HttpResponse:
    """What a save may change beside a question: the dial, the states, what contradicts it."""
    asked = question_or_404(question_id)
    context = {"page": QuestionPage(request, asked), "question": asked}
    return render(request, "strategy/stands.html", context)


def _shown(
    request: MemberRequest, page: QuestionPage, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    page.remark()
    shown = {"page": page, "question": page.question, **replies.NOTHING_WRONG, **context}
    response = render(request, "strategy/question.html", shown, status=status)
    if request.GET.get("form") in {"quick", "full"}:
        response.set_cookie(
            settings.FORM_COOKIE_NAME,
            request.GET["form"],
            max_age=settings.ONE_YEAR,
            secure=settings.SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _keep(request: MemberRequest, page: QuestionPage) -> HttpResponse:
    """Save every unit that is sound; come back with what is wrong or what clashed."""
    posted, asked = _units(request, page), asked_of(request)
    try:
        outcome = _save_sound(request, page, posted, asked)
        page.record.version = outcome.version
        clashes = [each for unit in posted for each in replies.clashing(outcome, unit)]
        wrong = [unit[name] for unit in posted for name in unit.errors if name in unit.fields]
        if wrong or clashes:
            context = {"wrong": wrong, "clashes": clashes, "outcome": outcome}
            return _shown(request, page, context, status=409 if clashes else 422)
        at = _change_rows(request, page, asked, outcome)
    except replies.NOT_SAVED as error:
        sentence, status = replies.why_not(error)
        return _shown(request, page, {"trouble": sentence}, status=status)
    return _onwards(request, page, at)


def _save_sound(
    request: MemberRequest, page: QuestionPage, posted: Sequence[Any], asked: saving.Asked
) -> saving.Outcome:
    """Save the units that are sound; a rank that may not be first is said at its row."""
    sound = [unit for unit in posted if unit.is_valid()]
    mine: Flat = {path: value for unit in sound for path, value in unit.mine.items()}
    edit = answering.edit_of(mine, page.question, new=set(request.POST.getlist("new")))
    gesture = Gesture.parse(request.POST.get("op", ""))
    first = edit_of(page, gesture) if gesture.name == "first" else None
    if first and request.membership.may_edit:
        edit = answering.then(edit, first)
    try:
        return saving.save(page.record, edit=edit, asked=asked)
    except SecondFirstError as error:
        replies.refuse_rank(posted, error)
        page.second_first = error
        if all(unit.is_valid() for unit in sound):
            raise
    return _save_sound(request, page, posted, asked)


def _units(request: MemberRequest, page: QuestionPage) -> list[Any]:
    """The units that were posted; the sheet is weighed against what the others say."""
    if not request.membership.may_edit:
        return [page.sheet]
    posted = units.shown_rows(page.posted)
    rows = [page.units.named(f"rows/{each}", page.posted) for each in posted]
    typed = [page.header, *filter(None, rows)]
    for unit in typed:
        page.sheet.over(unit.mine if unit.is_valid() else {})
    return [*typed, page.sheet]


def _change_rows(
    request: MemberRequest, page: QuestionPage, asked: saving.Asked, outcome: saving.Outcome
) -> Anchor | None:
    """Do what the button asks with a row; where the page is taken up, if not where it warns."""
    gesture = Gesture.parse(request.POST.get("op", ""), made=new_id())
    named = naming(page, gesture)
    edit = edit_of(page, gesture, named=named) if request.membership.may_edit else None
    if edit is not None:
        page.record = record_of(request.organisation, page.question)
        outcome = saving.save(page.record, edit=edit, asked=replace(asked, save_id=uuid.uuid4()))
        if outcome.clashes or named:
            messages.warning(request, _warning(named if not outcome.clashes else ()))
            return None
    table = page.question.table(gesture.table)
    return anchor(gesture, table, outcome.paths) if table else None


def _warning(named: Sequence[str]) -> str:
    """Who still names the row that is gone; nobody: somebody has just changed it, it is not."""
    if named:
        sentence = _("Ligne retirée. Ses mots restent, barrés, dans : %(titles)s.")
        return sentence % {"titles": ", ".join(named)}
    return _("Cette ligne n’a pas été retirée : quelqu’un vient de la modifier. Relisez-la.")


def _onwards(request: MemberRequest, page: QuestionPage, at: Anchor | None) -> HttpResponseRedirect:
    """To the next question, from the last one to where one stands, or here again."""
    here = reverse("question", args=[request.organisation.pk, page.question.id])
    if request.POST.get("op") in {"continue", "skip"}:
        if after := page.neighbours["after"]:
            return redirect("question", request.organisation.pk, after.id)
        return redirect("overview", request.organisation.pk)
    messages.success(request, _("Enregistré."))
    asked = request.GET.copy()
    if at and (at.page > 1 or "page" in asked):
        asked["page"] = str(at.page)
    query = f"?{asked.urlencode()}" if asked else ""
    return redirect(f"{here}{query}{f'#{at.id}' if at else ''}")
