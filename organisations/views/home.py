"""The first page, and the creation of an organisation."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from organisations import actions
from organisations.forms import OrganisationForm
from organisations.home import listing
from organisations.models import Organisation, User


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Cap27 is, to a visitor; the organisations one belongs to, once signed in."""
    user = request.user
    found = listing(user, request.GET) if user.is_authenticated else None
    return render(request, "home.html", {"listing": found})


@login_required
@require_http_methods(["GET", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Create an organisation, and go to its overview."""
    blank = Organisation(language=(get_language() or "fr")[:2])
    form = OrganisationForm(request.POST or None, instance=blank)
    if form.is_valid():
        user = cast(User, request.user)
        created = actions.create_organisation(form.instance, user, given=form.given)
        return redirect(created)
    return render(request, "organisations/new_organisation.html", {"form": form})
