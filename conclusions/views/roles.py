"""Who does what, and the sheet of one person."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from conclusions.pages.roles import RolesPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Person


@require_GET
@access.member()
def roles(request: MemberRequest) -> HttpResponse:
    """Seven activities, one person accountable for each, and a sheet for each person named."""
    page = RolesPage(Reading(request.organisation))
    return render(request, "conclusions/roles.html", {"page": page})


@require_GET
@access.member()
def role_sheet(request: MemberRequest, key: str) -> HttpResponse:
    """The sheet of one person, alone on its page, to be printed."""
    get_object_or_404(Person, key=key)
    page = RolesPage(Reading(request.organisation))
    return render(request, "conclusions/role_sheet.html", {"sheet": page.sheet(key)})
