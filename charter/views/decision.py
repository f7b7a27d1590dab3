"""The page of one decision: shown whole, and posted whole where there is no JavaScript."""

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from charter.deciding import UnconfirmableError, edit_of
from charter.domain.decisions import Decision
from charter.lookup import decision_or_404
from charter.models import Choice, State
from charter.page import DecisionPage
from charter.views.saving import Unit, unit_of
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies, saving
from strategy.domain.flat import Flat
from strategy.models import Revision
from strategy.posting import asked_of, refuse_answers

CHANGED_MEANWHILE = gettext_lazy("Le choix a changé entre-temps : relisez-le avant de confirmer.")


@require_http_methods(["GET", "HEAD", "POST"])
@access.member()
def decision(request: MemberRequest, decision_id: str) -> HttpResponse:
    """Show one decision; a POST keeps what was chosen and goes where its button leads."""
    asked = decision_or_404(decision_id)
    if request.method == "POST":
        access.require(request, Role.REVIEWER)
        refuse_answers(request)
        return _keep(request, DecisionPage(request, asked, _posted(request)))
    return _shown(request, DecisionPage(request, asked), {})


def _posted(request: MemberRequest) -> Any:
    """What was posted; the button that confirms is the state, chosen."""
    posted = request.POST.copy()
    if posted.get("op") == "confirm":
        posted["sheet-state"] = "confirmed"
    return posted


def _shown(
    request: MemberRequest, page: DecisionPage, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shown = {"page": page, "decision": page.decision, **replies.NOTHING_WRONG, **context}
    return render(request, "charter/decision.html", shown, status=status)


def _keep(request: MemberRequest, page: DecisionPage) -> HttpResponse:
    """Save every unit that is sound; come back with what is wrong or what clashed."""
    units, was, asked = _units(request, page), page.record.state, asked_of(request)
    sound = [unit for unit in units if unit.is_valid()]
    mine: Flat = {path: value for unit in sound for path, value in unit.mine.items()}
    confirming = _set_apart(page, mine)
    try:
        outcome = saving.save(page.record, edit=edit_of(mine, page.decision), asked=asked)
    except saving.NotSavedError as error:
        trouble, status = replies.why_not(error)
        return _shown(request, page, {"trouble": trouble}, status=status)
    except UnconfirmableError:
        return _shown(request, page, {"trouble": CHANGED_MEANWHILE}, status=409)
    clashes = [each for unit in sound for each in replies.clashing(outcome, unit)]
    wrong = [unit[name] for unit in units for name in unit.errors if name in unit.fields]
    if wrong or clashes:
        page.record.version = outcome.version
        _unask(page, outcome.state)
        context = {"wrong": wrong, "clashes": clashes, "outcome": outcome}
        return _shown(request, page, context, status=409 if clashes else 422)
    if confirming and not _confirmed(page, asked, outcome.version):
        messages.warning(request, CHANGED_MEANWHILE)
        return redirect("decision", request.organisation.pk, page.decision.id)
    _warn(request, page.decision, was)
    return _onwards(request, page)


def _set_apart(page: DecisionPage, mine: Flat) -> bool:
    """Take a confirmation out of what is saved first: True when this page confirms.

    One confirms the whole page as it is sent, once nothing in it is refused.
    """
    pressed = page.request.POST.get("op") == "confirm"
    if mine.get("state") != State.CONFIRMED or (
        page.record.state == State.CONFIRMED and not pressed
    ):
        return False
    del mine["state"]
    _unask(page, page.record.state)
    return True


def _unask(page: DecisionPage, state: str) -> None:
    """A page that comes back does not confirm at the next press of another button."""
    posted: Any = page.posted
    if posted.get("sheet-state") == State.CONFIRMED:
        posted["sheet-state"] = state


def _confirmed(page: DecisionPage, asked: saving.Asked, version: int) -> bool:
    """Confirm what was just saved; False when somebody else changed what the page showed."""
    record = DecisionPage(page.request, page.decision).record
    if _overtaken(record, asked):
        return False
    asked = replace(asked, version=version, save_id=uuid.uuid4())
    edit = edit_of({"state": State.CONFIRMED.value}, page.decision)
    try:
        return not saving.save(record, edit=edit, asked=asked).clashes
    except (UnconfirmableError, saving.OvertakenError):
        return False


def _overtaken(record: Choice, asked: saving.Asked) -> bool:
    """True when another tab has written what is confirmed since the page was shown."""
    since = record.revisions.filter(version__gt=asked.version).exclude(tab=asked.tab)
    kept = since.exclude(kind=Revision.Kind.REFUSED).values_list("changes", flat=True)
    return any(path.startswith("header/") for changes in kept for path in changes)


def _units(request: MemberRequest, page: DecisionPage) -> list[Unit]:
    """The units that were posted: one by its name, or what the page holds."""
    if name := request.POST.get("unit"):
        return [unit_of(page, name)]
    # A decision without object asks for no choice, but one that is sent all the same is kept.
    chosen = not page.without_object or any(name.startswith("header-") for name in request.POST)
    return [page.form, page.sheet] if request.membership.may_edit and chosen else [page.sheet]


def _warn(request: MemberRequest, decision: Decision, was: str) -> None:
    """Say that a decision is confirmed with blanks left open, or is no longer confirmed."""
    page = DecisionPage(request, decision)
    if page.record.state == State.CONFIRMED and page.lacking:
        sentence = ngettext(
            "Confirmée avec %(count)s blanc à compléter :",
            "Confirmée avec %(count)s blancs à compléter :",
            len(page.lacking),
        )
        words = sentence % {"count": len(page.lacking)}
        told = f"{words} {', '.join(blank.name for blank in page.lacking)}."
    elif was == State.CONFIRMED and page.has_fallen:
        told = _("Ce choix a changé : il est de nouveau à confirmer.")
    else:
        return
    address = reverse("decision", args=[request.organisation.pk, decision.id])
    link = format_html('<a href="{}">{}. {}</a>', address, decision.number, decision.title)
    messages.warning(request, format_html("{} – {}", link, told))


def _onwards(request: MemberRequest, page: DecisionPage) -> HttpResponseRedirect:
    """To the next decision, from the last one to the charter, or here again."""
    after, pk = page.neighbours["after"], request.organisation.pk
    if request.POST.get("op") in {"confirm", "continue"}:
        return redirect("decision", pk, after.id) if after else redirect("charter", pk)
    messages.success(request, _("Enregistré."))
    return redirect("decision", pk, page.decision.id)
