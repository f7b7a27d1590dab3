"""The crisis kit."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.crisis import CrisisPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def crisis_kit(request: MemberRequest) -> HttpResponse:
    """Three levels, whom to reach, what to say; printed, it is the page to fold and no other."""
    page = CrisisPage(Reading(request.organisation))
    return render(request, "conclusions/crisis_kit.html", {"page": page})
