"""What moderation takes and costs, and what it would take otherwise."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.workload import WorkloadPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def workload(request: MemberRequest) -> HttpResponse:
    """The estimate with its assumptions; with `messages` and `mode`, one imagined beside it."""
    page = WorkloadPage(Reading(request.organisation, people=False), request.GET)
    return render(request, "conclusions/workload.html", {"page": page})
