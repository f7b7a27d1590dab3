"""The invitation that a signed-out visitor opened, remembered until it is answered."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from organisations import access

KEY = "invitation"


def remember(request: HttpRequest, token: str) -> None:
    """Keep the token in the session, so that sign-up and e-mail verification lead back to it."""
    request.session[KEY] = token


def address(request: HttpRequest) -> str | None:
    """The page of the invitation remembered, if any."""
    token = request.session.get(KEY)
    return reverse("invitation", args=[token]) if token else None


def email(request: HttpRequest) -> str:
    """The address that the invitation remembered was sent to; empty once it opens nothing."""
    try:
        return access.invitation(request.session.get(KEY, "")).email
    except Http404:
        return ""


def forget(request: HttpRequest) -> None:
    """The invitation was answered, or is worth nothing any more."""
    request.session.pop(KEY, None)
