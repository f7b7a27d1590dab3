"""The organisation's own list of people: names and functions that answers refer to."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisations import access, actions, mentions
from organisations.clashes import clashes_of, seen_by
from organisations.forms import PersonForm
from organisations.http import MemberRequest, own_path
from organisations.models import Person, Role

STEPS = {"up": -1, "down": 1}


@require_safe
@access.member()
def people(request: MemberRequest) -> HttpResponse:
    """The list, and a line to add one."""
    return _list(request, PersonForm())


@require_POST
@access.member(Role.EDITOR)
def new_person(request: MemberRequest) -> HttpResponse:
    """Add a line at the end of the list; then back to the page that asked for it, if any."""
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _list(request, form)
    try:
        added = actions.add_person(request.organisation, request.user, person=form.instance)
    except actions.TooManyPeopleError:
        form.add_error(None, actions.LIST_IS_FULL)
        return _list(request, form)
    messages.success(request, _("Ajouté : %(person)s.") % {"person": added})
    return redirect(own_path(request) or reverse("people", args=[request.organisation.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.EDITOR)
def edit_person(request: MemberRequest, key: str) -> HttpResponse:
    """Change a line; answers that name it follow, and what two people change at once is merged."""
    person = get_object_or_404(Person, key=key)
    form = PersonForm(request.POST or None, instance=copy(person))
    seen = request.POST.get("seen", seen_by(actions.line_of(person)))
    if not form.is_valid():
        return _edited(request, {"form": form, "seen": seen})
    merged = actions.change_person(form.instance, request.user, seen=form.seen)
    if merged is None:
        form.add_error(None, _("Quelqu’un a retiré cette ligne entre-temps."))
        return _edited(request, {"form": form, "seen": seen})
    if merged.clashes:
        stored = Person.objects.get(pk=person.pk)
        clashes = clashes_of(form, stored, merged.clashes)
        told = {"form": form, "seen": seen_by(actions.line_of(stored)), "clashes": clashes}
        return _edited(request, told, status=409)
    messages.success(request, _("Enregistré : %(person)s.") % {"person": Person(**merged.values)})
    return redirect("people", request.organisation.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.EDITOR)
def remove_person(request: MemberRequest, key: str) -> HttpResponse:
    """Say where the person is named, then take the line away."""
    person = get_object_or_404(Person, key=key)
    if request.method == "POST":
        actions.remove_person(person, request.user)
        messages.success(request, _("Retiré de la liste : %(person)s.") % {"person": person})
        return redirect("people", request.organisation.pk)
    named = mentions.of(request.organisation, person.key)
    context = {"person": person, "mentions": named}
    return render(request, "organisations/remove_person.html", context)


@require_POST
@access.member(Role.EDITOR)
def move_person(request: MemberRequest, key: str) -> HttpResponse:
    """Move a line one place up or down."""
    person = get_object_or_404(Person, key=key)
    actions.move_person(person, by=STEPS.get(request.POST.get("to", ""), 0))
    return redirect("people", request.organisation.pk)


def _list(request: MemberRequest, form: PersonForm) -> HttpResponse:
    context = {"people": Person.objects.all(), "form": form, "back": own_path(request)}
    return render(request, "organisations/people.html", context)


def _edited(request: MemberRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    page = {"clashes": (), **context}
    return render(request, "organisations/edit_person.html", page, status=status)
