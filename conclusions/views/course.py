"""The course, the comparison of what could be chosen for it, and its preview while one types."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from conclusions.pages.course import Comparison, CoursePage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest


@require_GET
@access.member()
def course(request: MemberRequest) -> HttpResponse:
    """What follows from the priority objective and its horizon."""
    page = CoursePage(Reading(request.organisation))
    return render(request, "conclusions/course.html", {"page": page})


@require_GET
@access.member()
def compare_courses(request: MemberRequest) -> HttpResponse:
    """The nine objectives at one horizon, or one objective at the three: chosen nowhere."""
    asked = (request.GET.get("objective", ""), request.GET.get("horizon", ""))
    page = Comparison(Reading(request.organisation, people=False), *asked)
    return render(request, "conclusions/compare_courses.html", {"page": page})


@require_GET
@access.member()
def course_preview(request: MemberRequest) -> HttpResponse:
    """What would follow from what the question's page says now, saved or not."""
    page = CoursePage(Reading(request.organisation, people=False), request.GET.dict())
    return render(request, "conclusions/course_preview.html", {"about": page})
