"""Publics in their circles: who learns first, who is an ambassador, whether the circle turns."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.circles import CirclesPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def circles(request: MemberRequest) -> HttpResponse:
    """The six circles drawn, and all that follows from who stands where."""
    context = {"page": CirclesPage(Reading(request.organisation))}
    return render(request, "conclusions/circles.html", context)
