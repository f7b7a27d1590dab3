"""The pages that show what follows from the answers and the decisions, and change nothing."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from conclusions.pages.circles import CirclesPage
from conclusions.pages.course import Comparison, CoursePage
from conclusions.pages.crisis import CrisisPage
from conclusions.pages.following import cards
from conclusions.pages.practices import PracticesPage
from conclusions.pages.roles import RolesPage
from conclusions.pages.what_if import WhatIf
from conclusions.pages.workload import WorkloadPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Person


@require_safe
@access.member()
def following(request: MemberRequest) -> HttpResponse:
    """Everything that the dossier entails, a card each."""
    context = {"cards": cards(Reading(request.organisation))}
    return render(request, "conclusions/following.html", context)


@require_safe
@access.member()
def course(request: MemberRequest) -> HttpResponse:
    """What follows from the priority objective and its horizon."""
    page = CoursePage(Reading(request.organisation))
    return render(request, "conclusions/course.html", {"page": page})


@require_safe
@access.member()
def compare_courses(request: MemberRequest) -> HttpResponse:
    """The nine objectives at one horizon, or one objective at the three: chosen nowhere."""
    asked = (request.GET.get("objective", ""), request.GET.get("horizon", ""))
    page = Comparison(Reading(request.organisation, people=False), *asked)
    return render(request, "conclusions/compare_courses.html", {"page": page})


@require_safe
@access.member()
def course_preview(request: MemberRequest) -> HttpResponse:
    """What would follow from what the question's page says now, saved or not."""
    page = CoursePage(Reading(request.organisation, people=False), request.GET.dict())
    return render(request, "conclusions/course_preview.html", {"about": page})


@require_safe
@access.member()
def what_if(request: MemberRequest, subject: str) -> HttpResponse:
    """Compare two options of a decision or of a main choice; `a` and `b` name them."""
    page = WhatIf(Reading(request.organisation), subject, request.GET.dict())
    return render(request, "conclusions/what_if.html", {"page": page})


@require_safe
@access.member()
def workload(request: MemberRequest) -> HttpResponse:
    """The estimate with its assumptions; with `messages` and `mode`, one imagined beside it."""
    page = WorkloadPage(Reading(request.organisation, people=False), request.GET)
    return render(request, "conclusions/workload.html", {"page": page})


@require_safe
@access.member()
def circles(request: MemberRequest) -> HttpResponse:
    """The six circles drawn, and all that follows from who stands where."""
    context = {"page": CirclesPage(Reading(request.organisation))}
    return render(request, "conclusions/circles.html", context)


@require_safe
@access.member()
def roles(request: MemberRequest) -> HttpResponse:
    """Seven activities, one person accountable for each, and a sheet for each person named."""
    page = RolesPage(Reading(request.organisation), request.GET.get("show", ""))
    return render(request, "conclusions/roles.html", {"page": page})


@require_safe
@access.member()
def role_sheet(request: MemberRequest, key: str) -> HttpResponse:
    """The sheet of one person, alone on its page, to be printed."""
    get_object_or_404(Person, key=key)
    page = RolesPage(Reading(request.organisation))
    return render(request, "conclusions/role_sheet.html", {"sheet": page.sheet(key)})


@require_safe
@access.member()
def crisis_kit(request: MemberRequest) -> HttpResponse:
    """Three levels, whom to reach, what to say; printed, it is the page to fold and no other."""
    page = CrisisPage(Reading(request.organisation))
    return render(request, "conclusions/crisis_kit.html", {"page": page})


@require_safe
@access.member()
def practices(request: MemberRequest) -> HttpResponse:
    """Each practice: what answers say of it, what people observe, and what proves it."""
    page = PracticesPage(Reading(request.organisation, people=False))
    return render(request, "conclusions/practices.html", {"page": page})
