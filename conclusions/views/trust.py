"""The register of promises, and who could withdraw their trust."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.pages.trust import TrustPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import answering, saving
from strategy.lookup import question_or_404, record_of

REGISTER = "promises"
# The field of a row just taken up at which one goes on, by table.
FIRST_ASKED = {"promises": "state", "withdrawals": "means"}


@require_safe
@access.member()
def trust(request: MemberRequest) -> HttpResponse:
    """Every promise and how far it is; who could withdraw their trust, and how one would know."""
    page = TrustPage(Reading(request.organisation), request.GET.get("show", ""))
    return render(request, "conclusions/trust.html", {"page": page})


@require_POST
@access.member(Role.EDITOR)
def take_up(request: MemberRequest, derived: str) -> HttpResponse:
    """Give a derived promise or actor its row in the register, and go to that row."""
    taken = TrustPage(Reading(request.organisation)).taken_up(derived)
    if taken is None:
        messages.info(request, _("Cette ligne n’existe plus : ses réponses ont changé."))
        return redirect("trust", request.organisation.pk)
    table, cells = taken
    try:
        _keep(request, table, derived, cells)
    except saving.NotSavedError:
        messages.error(request, _("Le registre n’a pas pu être complété. Ouvrez-le et réessayez."))
        return redirect("trust", request.organisation.pk)
    place = Place(QUESTION, REGISTER, f"rows/{table}/{derived}/{FIRST_ASKED[table]}")
    return redirect(Reading(request.organisation).url(place))


def _keep(request: MemberRequest, table: str, row: str, cells: dict[str, str]) -> None:
    question = question_or_404(REGISTER)
    asked = question.table(table)
    record = record_of(request.organisation, question)
    if asked is not None:
        edit = answering.put(asked, row, cells)
        saving.save(record, edit=edit, asked=saving.Asked(request.user, record.version))
