"""The coherence review, and the findings that one accepts with a reason."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conclusions import accepting
from conclusions.domain.registry import RULES
from conclusions.pages.review import ReviewPage
from conclusions.reviewing import Review
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role


@require_safe
@access.member()
def review(request: MemberRequest) -> HttpResponse:
    """What does not hold together, why, where one mends it, and what was accepted."""
    return render(request, "conclusions/review.html", {"page": ReviewPage(request)})


@require_POST
@access.member(Role.REVIEWER)
def accept_finding(request: MemberRequest, code: str) -> HttpResponse:
    """Accept one finding; come back with what is missing, or with answers that have changed."""
    page = ReviewPage(request)
    finding = page.review.finding(_known(code))
    if finding is None:
        messages.info(request, _("Cette contradiction n’existe plus : il n’y a rien à accepter."))
        return redirect("review", request.organisation.pk)
    form = page.form(finding, request.POST)
    if not form.is_valid():
        context = {"page": ReviewPage(request, form), "wrong": form}
        return render(request, "conclusions/review.html", context, status=422)
    if form.cleaned_data["fingerprint"] != finding.fingerprint:
        messages.warning(
            request, _("Les réponses ont changé entre-temps : relisez avant d’accepter.")
        )
        return redirect(_at(request, code))
    name = dict(page.people)[form.cleaned_data["person"]]
    accepting.accept(
        request.organisation, request.user, finding=finding, given=form.cleaned_data, name=name
    )
    messages.success(request, _("Exception acceptée : elle sera imprimée en annexe."))
    return redirect(_at(request, code))


@require_POST
@access.member(Role.REVIEWER)
def withdraw_acceptance(request: MemberRequest, code: str) -> HttpResponse:
    """Withdraw what was accepted: the finding is shown again."""
    last = Review(request.organisation).standing.get(_known(code))
    if last is not None:
        accepting.withdraw(request.organisation, request.user, last=last)
        messages.success(request, _("Exception retirée."))
    return redirect(_at(request, code))


def _known(code: str) -> str:
    if code not in RULES:
        raise Http404
    return code


def _at(request: MemberRequest, code: str) -> str:
    return f"{reverse('review', args=[request.organisation.pk])}#{code}"
