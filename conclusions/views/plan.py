"""The action plan: read, added to, changed, taken note of, taken away."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from conclusions import plan_editing, plan_files
from conclusions.domain.plan.deriving import PREFIX
from conclusions.domain.plan.plan import Action
from conclusions.pages.plan_changing import ActionPage, EditablePlan
from conclusions.plan_forms import ActionForm, AddForm
from conclusions.planning import Planning
from organisations import access
from organisations.http import MemberRequest, attachment, on_our_host
from organisations.identifiers import new_id
from organisations.models import Role
from strategy import replies
from strategy.domain.tables import ID
from strategy.offered import Offered
from strategy.posting import asked_of
from strategy.saving import NotSavedError, Outcome, OvertakenError


@require_safe
@access.member()
def plan(request: MemberRequest) -> HttpResponse:
    """What is to be done, by whom, when; the timeline, the table, what changed since."""
    return _plan(request, Planning(request.organisation), None)


def _plan(
    request: MemberRequest, planning: Planning, form: AddForm | None, *, status: int = 200
) -> HttpResponse:
    shown = form or AddForm(planning, _own_id(), Offered(request.organisation))
    context = {"page": EditablePlan(request, planning, shown), "wrong": form}
    return render(request, "conclusions/plan.html", context, status=status)


def _own_id() -> str:
    """An id that is no derived action's."""
    return next(each for each in iter(new_id, "") if not each.startswith(PREFIX))


@require_POST
@access.member(Role.EDITOR)
def add_action(request: MemberRequest) -> HttpResponse:
    """Keep an action of their own; come back with what is wrong with it."""
    row = request.POST.get("row", "")
    if not ID.fullmatch(row) or row.startswith(PREFIX):
        raise BadRequest(_("Cet enregistrement est mal formé : rechargez la page."))
    planning = Planning(request.organisation)
    form = AddForm(planning, row, Offered(request.organisation), request.POST)
    if form.is_valid():
        try:
            plan_editing.add(planning, form.mine, row, asked_of(request))
        except NotSavedError as error:
            form.add_error("action", replies.why_not(error)[0])
        else:
            messages.success(request, _("Action ajoutée au plan."))
            return _at(request, row)
    return _plan(request, planning, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.EDITOR)
def plan_action(request: MemberRequest, action: str) -> HttpResponse:
    """One action with what stands in it; a POST keeps what was changed, and only that."""
    planning = Planning(request.organisation)
    found = _found(planning, action)
    if request.method != "POST":
        return _action(request, planning, found, {})
    form = ActionForm(planning, found, Offered(request.organisation), request.POST)
    if not form.is_valid():
        return _action(request, planning, found, {"form": form, "wrong": form}, status=422)
    try:
        mine = form.changes(request.POST.get("seen", ""))
        outcome = plan_editing.change(planning, found, mine, asked_of(request))
    except NotSavedError as error:
        sentence, status = replies.why_not(error)
        return _action(request, planning, found, {"form": form, "trouble": sentence}, status=status)
    if outcome.clashes:
        return _clashed(request, outcome, form)
    messages.success(request, _("Enregistré."))
    return _at(request, found.id)


def _found(planning: Planning, action: str) -> Action:
    try:
        return planning.plan.by_id[action]
    except KeyError as error:
        raise Http404 from error


def _action(
    request: MemberRequest,
    planning: Planning,
    action: Action,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    form = ActionForm(planning, action, Offered(request.organisation))
    shown = {
        **replies.NOTHING_WRONG,
        "page": ActionPage(planning, action),
        "form": form,
        "seen": form.seen,
        "record": plan_editing.record_for(planning),
        "tab": new_id(),
        "save_id": uuid.uuid4(),
        **context,
    }
    return render(request, "conclusions/plan_action.html", shown, status=status)


def _clashed(request: MemberRequest, outcome: Outcome, form: ActionForm) -> HttpResponse:
    """Both texts; the fields hold what was typed here, over what now stands."""
    planning = Planning(request.organisation)
    context = {
        "form": form,
        "clashes": replies.clashing(outcome, form),
        "outcome": outcome,
    }
    return _action(request, planning, _found(planning, form.action.id), context, status=409)


@require_POST
@access.member(Role.EDITOR)
def mark_action(request: MemberRequest, action: str) -> HttpResponse:
    """Done, or to be done again, in one gesture."""
    planning = Planning(request.organisation)
    found = _found(planning, action)
    done = request.POST.get("op") == "done"
    mine = plan_editing.marked(found, done=done, today=planning.as_of)
    try:
        outcome = plan_editing.change(planning, found, mine, asked_of(request))
    except NotSavedError as error:
        messages.warning(request, replies.why_not(error)[0])
        return _at(request, found.id)
    if outcome.clashes:
        messages.warning(request, _("Quelqu’un vient de changer cette action : relisez-la."))
    return _at(request, found.id)


@require_POST
@access.member(Role.EDITOR)
def forget_action(request: MemberRequest, action: str) -> HttpResponse:
    """Take away what somebody typed: the plan's own proposal comes back, or nothing is left."""
    if not ID.fullmatch(action):
        raise Http404
    planning = Planning(request.organisation)
    try:
        outcome = plan_editing.forget(planning, action, asked_of(request))
    except OvertakenError as error:
        messages.warning(request, replies.why_not(error)[0])
        return _at(request, action)
    if outcome.clashes:
        messages.warning(request, _("Quelqu’un vient de changer cette action : relisez-la."))
    else:
        messages.success(request, _("Vos changements sont retirés ; l’historique les garde."))
    return _at(request, action)


@require_POST
@access.member(Role.EDITOR)
def acknowledge_plan(request: MemberRequest) -> HttpResponse:
    """Take note of the plan as it is: what changes from now on will be shown."""
    Planning(request.organisation).acknowledge(request.user)
    messages.success(request, _("Vous avez pris acte du plan."))
    return redirect("plan", request.organisation.pk)


def _at(request: MemberRequest, action: str) -> HttpResponseRedirect:
    address = reverse("plan", args=[request.organisation.pk])
    return redirect(f"{address}?show={action}#action-{action}")


@require_safe
@access.member()
def plan_calendar(request: MemberRequest) -> HttpResponse:
    """The plan as a calendar file, in the language of the dossier."""
    planning = Planning(request.organisation, request.organisation.language)
    content = plan_files.calendar(planning, on_our_host(_page(request)))
    return _file(planning, content, "text/calendar; charset=utf-8", "ics")


@require_safe
@access.member()
def plan_table(request: MemberRequest) -> HttpResponse:
    """The plan as a table for a spreadsheet, in the language of the dossier."""
    planning = Planning(request.organisation, request.organisation.language)
    return _file(planning, plan_files.table(planning), "text/csv; charset=utf-8", "csv")


def _page(request: MemberRequest) -> str:
    return reverse("plan", args=[request.organisation.pk])


def _file(planning: Planning, content: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"{plan_files.title_of(planning)} – {planning.as_of:%Y-%m-%d}.{ending}"
    return attachment(content, name, kind)
