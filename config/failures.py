"""What could not be saved is said, and what was sent is offered again.

A token too old (a night away), a request that is malformed, a database that is locked,
read-only or away.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views import defaults

UNREADABLE = (
    BadRequest,
    MultiPartParserError,
    RequestDataTooBig,
    TooManyFieldsSent,
    UnreadablePostError,
)
DATABASE_IS_AWAY = (OperationalError, InterfaceError, InternalError)
RETRY_AFTER = "5"  # seconds
# The type of what says that it is written in another encoding than UTF-8.
OTHER_ENCODING = "application/x-other-encoding"
STATUS = "components/unit_status.html#trouble"
NEVER_REPEATED = ("password", "token", "secret")


@dataclass(frozen=True, slots=True)
class Kept:
    """One field as it was sent; `text` when a person wrote it rather than the page."""

    name: str
    value: str
    text: bool


def only_utf8(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """The middleware that refuses what `config.wsgi` could not let Django read."""

    def refuse_others(request: HttpRequest) -> HttpResponse:
        if request.content_type == OTHER_ENCODING:
            raise BadRequest
        return get_response(request)

    return refuse_others


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show what was sent, to be sent again by hand; never sent again by itself."""
    kept = tuple(_kept(request))
    context = {
        "kept": kept,
        "texts": [field for field in kept if field.text],
        "may_repeat": _came_from_here(request),
    }
    return render(request, "csrf.html", context, status=403)


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read as one of our forms: its sentence, and every text that was sent (400)."""
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return _refused(request, sentence or _("Cet envoi n’a pas pu être lu."), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """A failure of ours (500); when the database is the one that failed, try again later (503)."""
    if not isinstance(sys.exc_info()[1], DATABASE_IS_AWAY):
        return defaults.server_error(request)
    sentence = _("Pas enregistré : la base de données ne répond pas. Réessayez dans un instant.")
    response = _refused(request, sentence, status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


def _refused(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """A page that asks the database nothing; for htmx, the fragment of a unit's status."""
    kept = tuple(_kept(request))
    if request.headers.get("HX-Request"):
        version = "".join(each.value for each in kept if each.name == "version")
        new = [each.value for each in kept if each.name == "new"]
        stood = {"sentence": sentence, "version": version, "new": new}
        return HttpResponse(render_to_string(STATUS, stood), status=status)
    context = {"sentence": sentence, "texts": [field for field in kept if field.text]}
    return HttpResponse(render_to_string("refused.html", context), status=status)


def _kept(request: HttpRequest) -> Iterator[Kept]:
    try:
        sent = request.POST
    except UNREADABLE:
        return
    for name, values in sent.lists():
        if not any(word in name.lower() for word in NEVER_REPEATED):
            yield from (Kept(name, str(value), _is_text(str(value))) for value in values)


def _is_text(value: str) -> bool:
    return len(value.split()) > 1


def _came_from_here(request: HttpRequest) -> bool:
    """Only a form of ours is offered again: one made elsewhere would use the person's click."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
