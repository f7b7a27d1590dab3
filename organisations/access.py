"""Who may: the only way to an organisation's objects.

An organisation that one does not belong to is the same as one that does not exist: 404.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.models import EmailAddress
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django_scopes import scope, scopes_disabled

from organisations.http import MemberRequest
from organisations.identifiers import hash_of
from organisations.models import Invitation, Membership, Organisation, Role, User

View = Callable[..., HttpResponse]


class SignedOut(PermissionDenied):
    """A form was sent by somebody who is not signed in (any more): `config.failures` keeps it."""


def member(at_least: Role = Role.READER) -> Callable[[View], View]:
    """Open a view to members whose role allows `at_least`.

    The view gets `request.membership` and `request.organisation`, inside the scope of that
    organisation. Signed out: sent to sign in. Not a member, or no such organisation: Http404.
    Role too low: PermissionDenied, with a sentence for the person.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, organisation: uuid.UUID, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _signed_out(request)
            membership = _membership(request, organisation)
            known = cast(MemberRequest, request)
            known.membership, known.organisation = membership, membership.organisation
            require(known, at_least)
            with scope(organisation=membership.organisation):
                return view(known, **kwargs)

        opened.at_least = at_least  # type: ignore[attr-defined]
        return opened

    return decorate


def require(request: MemberRequest, at_least: Role) -> None:
    """Go on only when the member's role allows `at_least`; PermissionDenied otherwise."""
    if not Role(request.membership.role).allows(at_least):
        raise PermissionDenied(_too_low(request.organisation))


def signed_in(view: View) -> View:
    """Open a view that belongs to no organisation to whoever is signed in."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return view(request, **kwargs) if request.user.is_authenticated else _signed_out(request)

    return opened


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back from there to a page that can be asked for by its address."""
    here = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    return redirect_to_login(here)


def _signed_out(request: HttpRequest) -> HttpResponse:
    """To the sign-in page; a piece of a page asked by htmx gets a sentence it cannot mistake.

    Raises SignedOut of a form that was sent.
    """
    if request.headers.get("HX-Request"):
        return HttpResponse(_("Votre session est terminée : reconnectez-vous."), status=401)
    if request.method == "POST":
        raise SignedOut
    return to_sign_in(request)


def _membership(request: HttpRequest, organisation: uuid.UUID) -> Membership:
    found = (
        Membership.objects.select_related("organisation")
        .filter(organisation_id=organisation, user=cast(User, request.user))
        .first()
    )
    if found is None:
        raise Http404
    return found


def _too_low(organisation: Organisation) -> str:
    owners = Membership.objects.filter(organisation=organisation, role=Role.OWNER)
    names = ", ".join(str(place.user) for place in owners.select_related("user"))
    return _("Votre rôle ne permet pas cela. Demandez à %(owners)s.") % {"owners": names}


def invitation(token: str) -> Invitation:
    """The invitation that this token opens. Raises Http404 when it is worth nothing (any more)."""
    found = _sent(token)
    if found is None or not found.is_open:
        raise Http404
    return found


def joined_by(token: str, user: User) -> Organisation | None:
    """The organisation that this person joined by the invitation of this token, while a member."""
    found = _sent(token)
    if found is None or found.used_at is None or not is_for(found, user):
        return None
    is_member = found.organisation.memberships.filter(user=user).exists()
    return found.organisation if is_member else None


def _sent(token: str) -> Invitation | None:
    with scopes_disabled():
        found = (
            Invitation.objects.select_related("organisation", "invited_by")
            .filter(token_hash=hash_of(token))
            .first()
        )
    return cast("Invitation | None", found)


def is_for(invitation: Invitation, user: User) -> bool:
    """True when the invitation was sent to this person's main address, or to another they proved.

    Outside the demonstration nobody signs in before the main address is proven too.
    """
    proven = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return invitation.email.lower() in {user.email.lower(), *proven}
