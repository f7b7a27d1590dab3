"""Pages that belong to no app: help, and the choice of a language and of a colour scheme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from config import display
from organisations.http import own_path


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
    response = redirect(own_path(request) or "home")
    display.keep(response, chosen if chosen in display.SCHEMES else "")
    return response
