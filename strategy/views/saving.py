"""Saving while one types: one POST for each unit.

The request holds `unit` (`header`, `rows/<table>/<row>` or `sheet`), the unit's fields, all of
them, and `version`, `tab`, `save_id` (see posting.py), `form` (`quick` or `full`) and `new` for
a row that the server does not have yet. The reply is a fragment (see replies.py): 200 saved,
409 two people clashed, 422 something typed is wrong, 503 try again.
"""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import repeating, replies, saving
from strategy.answering import edit_of
from strategy.domain import priority
from strategy.domain.flat import unflatten
from strategy.domain.priority import SecondFirstError
from strategy.forms import UnitForm
from strategy.lookup import answerable_or_404, record_of
from strategy.models import Record
from strategy.offered import Offered
from strategy.posting import asked_of
from strategy.saving import Asked
from strategy.sheet import SheetForm
from strategy.units import Units


@require_POST
@access.member(Role.REVIEWER)
def save_unit(request: MemberRequest, question_id: str) -> HttpResponse:
    """Save one unit of one answer and say what the server now holds."""
    question = answerable_or_404(question_id)
    asked = asked_of(request)
    # How far an answer may be said to be depends on what stands, whatever the page has seen.
    seen = asked.version or int("sheet-state" in request.POST)
    record = record_of(request.organisation, question, version=seen)
    units = Units(question, record.paths, Offered(request.organisation), quick=_quick(request))
    unit = unit_of(request, units)
    if not unit.is_valid():
        return replies.invalid(request, unit)
    return attempt(request, unit, record, units, asked)


def attempt(
    request: MemberRequest,
    unit: UnitForm | SheetForm,
    record: Record,
    units: Units,
    asked: Asked,
) -> HttpResponse:
    """Save and reply."""
    edit = edit_of(unit.mine, units.question, new=set(request.POST.getlist("new")))
    try:
        outcome = saving.save(record, edit=edit, asked=asked)
    except SecondFirstError as error:
        replies.refuse_rank([unit], error)
        return replies.invalid(request, unit) if unit.errors else replies.refused(request, error)
    except replies.NOT_SAVED as error:
        return replies.refused(request, error)
    is_row = isinstance(unit, UnitForm) and unit.path != "header"
    return replies.saved(request, outcome, unit, told=told_of(units, outcome) if is_row else {})


def told_of(units: Units, outcome: saving.Outcome) -> dict[str, Any]:
    """What the rows of a page should now show: what each says twice, by unit, and the first one.

    `first` is the row of the priority objective, empty without one; not there in other questions.
    """
    value = unflatten(outcome.paths)
    told: dict[str, Any] = {"repeats": repeating.at_rows(units.question, value, units.offered)}
    if units.question.id == priority.QUESTION:
        found = priority.priority(outcome.paths)
        told["first"] = found.row if found else ""
    return told


def unit_of(request: MemberRequest, units: Units) -> UnitForm | SheetForm:
    """The unit that was posted; BadRequest when there is no such unit, PermissionDenied too."""
    path = request.POST.get("unit", "")
    may_edit = request.membership.may_edit
    if path == "sheet":
        return SheetForm(
            units.question,
            paths=units.paths,
            offered=units.offered,
            may_edit=may_edit,
            posted=request.POST,
        )
    if not may_edit:
        raise PermissionDenied(_("Votre rôle permet de relire et de confirmer, pas de répondre."))
    unit = units.named(path, request.POST)
    if unit is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    return unit


def _quick(request: MemberRequest) -> bool:
    return request.POST.get("form") == "quick"
