"""The first page, and the creation of an organisation."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisations import access, actions, starting
from organisations.forms import OrganisationForm
from organisations.home import listing
from organisations.language import page_language
from organisations.models import Organisation, User


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Cap27 is, to a visitor; the organisations one belongs to, once signed in."""
    user = request.user
    found = listing(user, request.GET) if user.is_authenticated else None
    context = {"listing": found, "demonstration": bool(starting.demonstrations)}
    return render(request, "home.html", context)


@access.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Create an organisation, and go to its overview."""
    blank = Organisation(language=page_language()[:2])
    form = OrganisationForm(request.POST or None, instance=blank)
    if form.is_valid():
        user = cast(User, request.user)
        created = actions.create_organisation(form.instance, user, given=form.given)
        return redirect(created)
    return render(request, "organisations/new_organisation.html", {"form": form})


@access.signed_in
@require_POST
def open_demonstration(request: HttpRequest) -> HttpResponse:
    """Go to one's own copy of the demonstration, made the first time."""
    opened = starting.demonstrations.last(cast(User, request.user))
    if opened is None:
        raise Http404
    return redirect(opened)
