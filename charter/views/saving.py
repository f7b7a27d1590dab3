"""Saving a decision while one chooses: one POST for each unit, as for an answer.

`unit` is `header` (what is chosen, and the details), `clause` (the text by hand) or `sheet`.
"""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from charter.deciding import UnconfirmableError, edit_of
from charter.forms import ClauseForm, DecisionForm, DecisionSheet
from charter.lookup import decision_or_404
from charter.page import DecisionPage
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies, saving
from strategy.posting import asked_of

Unit = ClauseForm | DecisionForm | DecisionSheet


@require_POST
@access.member(Role.REVIEWER)
def save_decision(request: MemberRequest, decision_id: str) -> HttpResponse:
    """Save one unit of one decision and say what the server now holds."""
    asked = asked_of(request)
    page = DecisionPage(request, decision_or_404(decision_id), request.POST)
    unit = unit_of(page, request.POST.get("unit", ""))
    if not unit.is_valid():
        return replies.invalid(request, unit)
    try:
        outcome = saving.save(page.record, edit=edit_of(unit.mine, page.decision), asked=asked)
    except saving.NotSavedError as error:
        return replies.refused(request, error)
    except UnconfirmableError:
        # The page tries again by itself, and is then told what stands in the way.
        return replies.refused(request, saving.OvertakenError())
    return replies.saved(request, outcome, unit)


def unit_of(page: DecisionPage, name: str) -> Unit:
    """The unit of that name; BadRequest when there is none, PermissionDenied for who reviews."""
    if name == "sheet":
        return page.sheet
    if not page.request.membership.may_edit:
        raise PermissionDenied(_("Votre rôle permet de relire et de confirmer, pas de décider."))
    if name == "header":
        return page.form
    if name == "clause":
        return page.clause
    raise BadRequest(_("Cette partie de la décision n’existe pas : rechargez la page."))
