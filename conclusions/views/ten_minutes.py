"""The ten-minute review: one answer at a time, confirmed in a gesture; then it is closed."""

from collections.abc import Collection
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from charter.domain.loading import charter
from conclusions import rechecking
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE
from conclusions.domain.living.asking import Said, Subject
from conclusions.forms import NextReviewForm
from conclusions.pages.ten_minutes import TenMinutesPage
from conclusions.rechecking import TenMinutes
from conclusions.reviewing import Review
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies
from strategy.domain.loading import questionnaire
from strategy.models import Confidence
from strategy.saving import NotSavedError


@require_safe
@access.member()
def ten_minutes(request: MemberRequest) -> HttpResponse:
    """What is stale, assumed or contradicted, one at a time; what would bring a review forward."""
    ask = request.GET.get("ask", "")
    return _shown(request, TenMinutesPage(Review(request.organisation), ask))


def _shown(request: MemberRequest, page: TenMinutesPage, *, status: int = 200) -> HttpResponse:
    return render(request, "conclusions/ten_minutes.html", {"page": page}, status=status)


@require_POST
@access.member(Role.REVIEWER)
def still_true(request: MemberRequest, kind: str, subject: str) -> HttpResponse:
    """Keep that one answer is still true as it was shown; then on to the next."""
    ten = TenMinutes(Review(request.organisation))
    said = ten.said.get(_known(kind, subject))
    if said is None or said.fingerprint != request.POST.get("fingerprint"):
        messages.warning(request, _("La réponse a changé entre-temps : relisez-la."))
        return redirect(_at(request, f"{kind}.{subject}"))
    try:
        rechecking.confirm(ten, request.user, said, confidence=_confidence(request, said))
    except NotSavedError as error:
        messages.error(request, replies.why_not(error)[0])
        return redirect(_at(request, f"{kind}.{subject}"))
    return redirect(_at(request))


def _known(kind: str, subject: str) -> Subject:
    known: dict[str, Collection[str]] = {
        QUESTION: questionnaire(STRUCTURE).by_id,
        DECISION: charter(STRUCTURE).by_id,
    }
    if subject not in known.get(kind, ()):
        raise Http404
    return Subject(kind, subject)


def _confidence(request: MemberRequest, said: Said) -> str:
    """How sure it now is: only who may answer says so; the same when nothing known is posted."""
    asked = request.POST.get("confidence", "")
    known = asked in {each.value for each in Confidence} and request.membership.may_edit
    return asked if known else said.confidence


def _at(request: MemberRequest, ask: str = "") -> str:
    url = reverse("ten_minutes", args=[request.organisation.pk])
    return f"{url}?ask={ask}" if ask else f"{url}#ask"


@require_POST
@access.member(Role.EDITOR)
def close_review(request: MemberRequest) -> HttpResponse:
    """Close the review and set the next one; come back with what is wrong with its day."""
    page = TenMinutesPage(Review(request.organisation))
    page.form = form = NextReviewForm(page.ten.proposed, page.ten.planned, request.POST)
    if form.is_valid():
        day = form.cleaned_data["review_on"]
        try:
            rechecking.close(page.ten, request.user, review_on=day)
        except NotSavedError as error:
            form.add_error("review_on", replies.why_not(error)[0])
        else:
            messages.success(request, _closed(page, day))
            return redirect(_at(request))
    return _shown(request, page, status=422)


def _closed(page: TenMinutesPage, day: date) -> str:
    """When the next review is, and the day that it replaces in question 27."""
    planned, teller = page.ten.planned, page.review.teller
    if planned in (None, day):
        return _("Revue close. La prochaine est fixée au %(day)s.") % {"day": teller.date(day)}
    told = {"day": teller.date(day), "planned": teller.date(planned)}
    return _("Revue close. La prochaine est fixée au %(day)s, au lieu du %(planned)s.") % told
