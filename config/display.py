"""What pages are shown in, a language and a colour scheme: as chosen, and kept for a year."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage import default_storage
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve

from config import failures, kept
from organisations import letters
from organisations.models import User

# What a person may choose; anything else follows the system.
SCHEMES = ("light", "dark")
# The part of an address that says what was chosen on a page that had refused a form.
CHOICE = "display"
# The field that holds, as one text, everything that the form had sent.
SENT = "sent"
CSRF_FIELD = "csrfmiddlewaretoken"
# Marks a request that is only to be shown.
ONLY_SHOWN = "only_shown"


def beside_a_refusal(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """The middleware that shows a form, sent again as it was refused, in what was just chosen."""

    def show(request: HttpRequest) -> HttpResponse:
        chosen = _taken_from_address(request) if _may_be_shown_again(request) else ""
        if not chosen:
            return get_response(request)
        request.COOKIES[_cookie_of(chosen)] = chosen
        _send_again(request)
        vars(request)[ONLY_SHOWN] = True
        response = get_response(request)
        keep(response, chosen)
        if getattr(request, "csrf_processing_done", False):
            tell(request.user, chosen)
        return response

    return show


def taking_nothing(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """The middleware that undoes all that such a form would do: it was sent to be shown alone.

    What refused it may have passed (a limit of one minute): it is then offered to be sent by hand.
    """

    def show(request: HttpRequest) -> HttpResponse:
        if not hasattr(request, ONLY_SHOWN):
            return get_response(request)
        with transaction.atomic(), letters.held():
            response = get_response(request)
            transaction.set_rollback(True)
        if response.has_header("Location"):
            vars(request)["_messages"] = default_storage(request)  # they told of what is undone
            return failures.to_be_sent_by_hand(request)
        return response

    return show


def _may_be_shown_again(request: HttpRequest) -> bool:
    """Never a form of accounts: undone with the rest, guesses at a password would not count."""
    if request.method != "POST":
        return False
    try:
        return not kept.is_of_accounts(resolve(request.path_info))
    except Resolver404:
        return False


def _taken_from_address(request: HttpRequest) -> str:
    """What was chosen; the rest of the request never sees it."""
    asked = QueryDict(request.META.get("QUERY_STRING", ""), mutable=True)
    if CHOICE not in asked:
        return ""
    chosen = str(asked.pop(CHOICE)[-1])
    request.META["QUERY_STRING"] = asked.urlencode()
    return chosen


def _send_again(request: HttpRequest) -> None:
    """Make the request what was sent before, under the token of this page."""
    sent = QueryDict(request.POST.get(SENT, ""), mutable=True)
    sent[CSRF_FIELD] = request.POST.get(CSRF_FIELD, "")
    request.POST = sent  # type: ignore[assignment]


def keep(response: HttpResponse, chosen: str) -> None:
    """Keep a language or a scheme; a scheme that is none follows the system again."""
    name = _cookie_of(chosen)
    if name == settings.SCHEME_COOKIE_NAME and chosen not in SCHEMES:
        response.delete_cookie(name, samesite="Lax")
        return
    response.set_cookie(
        name,
        chosen,
        max_age=settings.ONE_YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def tell(user: User | AnonymousUser, chosen: str) -> None:
    """Let mails to who is signed in speak the language chosen; a scheme changes nothing there."""
    if user.is_authenticated:
        user.keep_language(chosen)


def _cookie_of(chosen: str) -> str:
    languages = dict(settings.LANGUAGES)
    return settings.LANGUAGE_COOKIE_NAME if chosen in languages else settings.SCHEME_COOKIE_NAME
