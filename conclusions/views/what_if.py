"""What if: two things that could be chosen, side by side."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.what_if import WhatIf
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def what_if(request: MemberRequest, subject: str) -> HttpResponse:
    """Compare two options of a decision or of a main choice; `a` and `b` name them."""
    page = WhatIf(Reading(request.organisation), subject, request.GET.dict())
    return render(request, "conclusions/what_if.html", {"page": page})
