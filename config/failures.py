"""What could not be saved is said, and what was sent is offered again.

A session that ended, a token too old (a night away), a request that is malformed or too large, a
database that is locked, read-only or away.
"""

import sys
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views import defaults

from config import kept
from organisations import access

DATABASE_IS_AWAY = (OperationalError, InterfaceError, InternalError)
RETRY_AFTER = "5"  # seconds
# The type of what says that it is written in another encoding than UTF-8.
OTHER_ENCODING = "application/x-other-encoding"
JSON = "application/json"
STATUS = "components/unit_status.html#trouble"


def only_utf8(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """The middleware that refuses what `config.wsgi` could not let Django read."""

    def refuse_others(request: HttpRequest) -> HttpResponse:
        if request.content_type == OTHER_ENCODING:
            raise BadRequest
        return get_response(request)

    return refuse_others


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show what was sent, to be sent again by hand; never sent again by itself (403)."""
    return _offered_again(request, status=403)


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What this person may not do (403); of who is signed out any more, what they typed (401)."""
    if isinstance(exception, access.SignedOut):
        given = kept.is_given(kept.kept_of(request))
        return _offered_again(request, status=401) if given else access.to_sign_in(request)
    if request.headers.get("HX-Request"):
        return _refused(request, f"{_('Pas enregistré.')} {exception}", status=403)
    context = {"exception": exception, "texts": _texts(kept.kept_of(request))}
    return render(request, "403.html", context, status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is not there, or not for this person: the same answer, whatever it is (404)."""
    if not request.headers.get("HX-Request"):
        return render(request, "404.html", {"texts": _texts(kept.kept_of(request))}, status=404)
    sentence = _(
        "Pas enregistré : cette page n’existe plus, ou elle n’est plus ouverte à votre compte."
    )
    return _refused(request, sentence, status=404)


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read as one of our forms: its sentence, and every text that was sent (400).

    What is too large to be read is told so, with the limit (413).
    """
    if isinstance(exception, RequestDataTooBig):
        return _refused(request, _too_large(), status=413)
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return _refused(request, sentence or _("Cet envoi n’a pas pu être lu."), status=400)


def _too_large() -> str:
    sentence = _(
        "Pas enregistré : cet envoi dépasse %(limit)s, et ne peut pas être lu. Raccourcissez le "
        "texte, ou répartissez-le."
    )
    return sentence % {"limit": filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)}


def broken(request: HttpRequest) -> HttpResponse:
    """A failure of ours (500); when the database is the one that failed, try again later (503)."""
    if not isinstance(sys.exc_info()[1], DATABASE_IS_AWAY):
        return defaults.server_error(request)
    sentence = _("Pas enregistré : la base de données ne répond pas. Réessayez dans un instant.")
    response = _refused(request, sentence, status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


def not_taken(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What the address does not take in this way (405); `response` names those that it takes."""
    sentence = _("Pas enregistré : cette adresse ne prend pas de demande de cette sorte.")
    said = _refused(request, sentence, status=response.status_code)
    said["Allow"] = response["Allow"]
    return said


def _texts(sent: Iterable[kept.Kept]) -> list[kept.Kept]:
    return [field for field in sent if field.text]


def to_be_sent_by_hand(request: HttpRequest) -> HttpResponse:
    """What was refused and would be taken now: nobody asked for that by choosing a language."""
    return _offered_again(request, status=409, refused=True)


def _offered_again(request: HttpRequest, *, status: int, refused: bool = False) -> HttpResponse:
    sent = kept.kept_of(request)
    another = kept.is_of_another(request)
    context = {
        "kept": sent,
        "texts": _texts(sent),
        "another": another,
        "refused": refused,
        "may_repeat": kept.came_from_here(request) and not another,
    }
    return render(request, "kept.html", context, status=status)


def _refused(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """A page that asks the database nothing; for htmx, the fragment of a unit's status.

    A script that asks for JSON gets the sentence alone.
    """
    if request.get_preferred_type(["text/html", JSON]) == JSON:
        return JsonResponse({"refused": sentence}, status=status)
    sent = kept.kept_of(request)
    if request.headers.get("HX-Request"):
        version = "".join(each.value for each in sent if each.name == "version")
        new = [each.value for each in sent if each.name == "new"]
        stood = {"sentence": sentence, "version": version, "new": new}
        return HttpResponse(render_to_string(STATUS, stood), status=status)
    context = {"sentence": sentence, "texts": _texts(sent)}
    return HttpResponse(render_to_string("refused.html", context), status=status)
