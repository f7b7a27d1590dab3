"""What follows from the answers and the decisions, gathered on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.following import cards
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def following(request: MemberRequest) -> HttpResponse:
    """Everything that the dossier entails, a card each."""
    context = {"cards": cards(Reading(request.organisation))}
    return render(request, "conclusions/following.html", context)
