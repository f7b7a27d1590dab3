"""Who may: the only way to an organisation's objects.

An organisation that one does not belong to is the same as one that does not exist: 404.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django_scopes import scope

from organisations.http import MemberRequest
from organisations.models import Membership, Organisation, Role

View = Callable[..., HttpResponse]


def member(at_least: Role = Role.READER) -> Callable[[View], View]:
    """Open a view to members whose role allows `at_least`.

    The view gets `request.membership` and `request.organisation`, inside the scope of that
    organisation. Signed out: sent to sign in. Not a member, or no such organisation: Http404.
    Role too low: PermissionDenied, with a sentence for the person.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        @login_required
        def opened(request: HttpRequest, organisation: uuid.UUID, **kwargs: Any) -> HttpResponse:
            membership = _membership(request, organisation)
            if not Role(membership.role).allows(at_least):
                raise PermissionDenied(_too_low(membership.organisation))
            known = cast(MemberRequest, request)
            known.membership, known.organisation = membership, membership.organisation
            with scope(organisation=membership.organisation):
                return view(known, **kwargs)

        opened.at_least = at_least  # type: ignore[attr-defined]
        return opened

    return decorate


def _membership(request: HttpRequest, organisation: uuid.UUID) -> Membership:
    found = (
        Membership.objects.select_related("organisation")
        .filter(organisation_id=organisation, user_id=request.user.pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def _too_low(organisation: Organisation) -> str:
    owners = Membership.objects.filter(organisation=organisation, role=Role.OWNER)
    names = ", ".join(str(place.user) for place in owners.select_related("user"))
    return _("Votre rôle ne permet pas cela. Demandez à %(owners)s.") % {"owners": names}
