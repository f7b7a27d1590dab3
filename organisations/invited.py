"""The invitation that a signed-out visitor opened, remembered until it is answered."""

from django.http import HttpRequest
from django.urls import reverse

KEY = "invitation"


def remember(request: HttpRequest, token: str) -> None:
    """Keep the token in the session, so that sign-up and e-mail verification lead back to it."""
    request.session[KEY] = token


def address(request: HttpRequest) -> str | None:
    """The page of the invitation remembered, if any."""
    token = request.session.get(KEY)
    return reverse("invitation", args=[token]) if token else None


def forget(request: HttpRequest) -> None:
    """The invitation was answered, or is worth nothing any more."""
    request.session.pop(KEY, None)
