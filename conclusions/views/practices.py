"""The twelve good practices."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.practices import PracticesPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def practices(request: MemberRequest) -> HttpResponse:
    """Each practice: what answers say of it, what people observe, and what proves it."""
    page = PracticesPage(Reading(request.organisation, people=False))
    return render(request, "conclusions/practices.html", {"page": page})
