"""Pages that belong to no app: help, and the choice of a language and of a colour scheme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from config import display


@require_safe
def help(request: HttpRequest) -> HttpResponse:  # noqa: A001 - named after its address
    """How Cap27 works, in plain words."""
    return render(request, "help.html")


def language(request: HttpRequest) -> HttpResponse:
    """Keep the language chosen, for mails too of who is signed in, and go back."""
    if request.method == "POST":
        display.tell(request.user, request.POST.get("language", ""))
    return set_language(request)


@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Keep the colour scheme chosen, and go back to the page it was chosen on."""
    chosen = request.POST.get("scheme", "")
    response = redirect(_back(request))
    display.keep(response, chosen if chosen in display.SCHEMES else "")
    return response


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if ours else "home"
