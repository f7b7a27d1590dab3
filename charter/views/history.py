"""The history of a decision, and the way back to any of its versions."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from charter.lookup import decision_or_404, record_of
from charter.models import State
from charter.past import as_question
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy.offered import Offered
from strategy.past import entries
from strategy.restoring import restored
from strategy.spells import asked_for, query_of


@require_safe
@access.member()
def decision_history(request: MemberRequest, decision_id: str) -> HttpResponse:
    """What was saved of one decision, newest first; `each` opens one spell, save by save."""
    decision = decision_or_404(decision_id)
    record = record_of(request.organisation, decision)
    spells, page = asked_for(record, request.GET)
    offered = Offered(request.organisation)
    told = entries(spells, as_question(decision), offered, states=State.choices)
    context = {"subject": decision, "record": record, "entries": told, "pages": page}
    spell = request.GET.get("each", "")
    context |= {"spell": spell, "query": query_of(each=spell), "restores": "restore_decision"}
    return render(request, "charter/decision_history.html", context)


@require_POST
@access.member(Role.EDITOR)
def restore_decision(request: MemberRequest, decision_id: str, version: int) -> HttpResponse:
    """Write an earlier version again, as a new one."""
    decision = decision_or_404(decision_id)
    record = record_of(request.organisation, decision)
    if not restored(request, record, version):
        return redirect("decision_history", request.organisation.pk, decision.id)
    return redirect("decision", request.organisation.pk, decision.id)
