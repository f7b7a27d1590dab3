"""The page that an invitation's mail leads to."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_scopes import scope

from organisations import access, invited, membership
from organisations.models import Invitation, Membership, Role, User
from organisations.powers import POWERS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites one where; accept only when asked to, for mail scanners open links too."""
    try:
        found = access.invitation(token)
    except Http404:
        return _back(request, token) or _gone(request)
    if not request.user.is_authenticated:
        invited.remember(request, token)
    elif access.is_for(found, request.user) and request.method == "POST":
        return _accepted(request, found)
    return _shown(request, found)


def _accepted(request: HttpRequest, found: Invitation) -> HttpResponse:
    with scope(organisation=found.organisation):
        place = membership.accept(found, cast(User, request.user))
    if place is None:
        return _gone(request)
    invited.forget(request)
    messages.success(request, _welcome(place))
    return redirect(found.organisation)


def _welcome(place: Membership) -> str:
    told = {
        "organisation": place.organisation,
        "role": place.get_role_display(),
        "power": POWERS[Role(place.role)],
    }
    return _("Vous voici dans %(organisation)s, avec le rôle « %(role)s ». %(power)s") % told


def _back(request: HttpRequest, token: str) -> HttpResponse | None:
    """To the organisation, of who used this invitation already and opens its mail again."""
    if not request.user.is_authenticated:
        return None
    joined = access.joined_by(token, request.user)
    return redirect(joined) if joined else None


def _shown(request: HttpRequest, found: Invitation) -> HttpResponse:
    welcome = request.user.is_authenticated and access.is_for(found, request.user)
    context = {"invitation": found, "welcome": welcome, "power": POWERS[Role(found.role)]}
    return render(request, "organisations/invitation.html", context)


def _gone(request: HttpRequest) -> HttpResponse:
    """One page for every invitation that opens nothing: unknown, used, revoked or too old."""
    invited.forget(request)
    return render(request, "organisations/invitation_gone.html", status=404)
