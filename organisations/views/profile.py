"""The organisation's profile, and its end."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations import access, actions
from organisations.clashes import clashes_of, seen_by, text_of
from organisations.forms import DeletionForm, ProfileForm
from organisations.http import MemberRequest
from organisations.models import Organisation, Role


@require_safe
@access.member()
def profile(request: MemberRequest) -> HttpResponse:
    """What is known of the organisation."""
    facts = ProfileForm(instance=request.organisation)
    return render(request, "organisations/profile.html", {"facts": text_of(facts)})


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.OWNER)
def edit_profile(request: MemberRequest) -> HttpResponse:
    """Change the profile; what two people change at once is merged, or shown to be settled."""
    organisation = request.organisation
    # Forms write into their instance; the page's header keeps what is stored.
    form = ProfileForm(request.POST or None, instance=copy(organisation))
    seen = request.POST.get("seen", seen_by(actions.profile_of(organisation)))
    if not form.is_valid():
        return _edited(request, {"form": form, "seen": seen})
    typed = actions.profile_of(form.instance)
    merged = actions.change_profile(organisation, request.user, seen=form.seen, typed=typed)
    if merged.clashes:
        return _clashed(request, form, merged.clashes)
    messages.success(request, _("Le profil est enregistré."))
    return redirect("profile", organisation.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.OWNER)
def delete_organisation(request: MemberRequest) -> HttpResponse:
    """Delete the organisation and everything it said, once its name is typed."""
    form = DeletionForm(request.POST or None, organisation=request.organisation)
    if form.is_valid():
        actions.delete_organisation(request.organisation, request.user)
        messages.success(request, _("L’organisation est supprimée, et tout ce qu’elle contenait."))
        return redirect("home")
    return render(request, "organisations/delete_organisation.html", {"form": form})


def _clashed(request: MemberRequest, form: ProfileForm, names: tuple[str, ...]) -> HttpResponse:
    """What was typed stays in the form, beside what is stored: sent again, it wins knowingly."""
    stored = Organisation.objects.get(pk=request.organisation.pk)
    clashes = clashes_of(form, stored, names)
    context = {"form": form, "seen": seen_by(actions.profile_of(stored)), "clashes": clashes}
    return _edited(request, context, status=409)


def _edited(request: MemberRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    page = {"clashes": (), **context}
    return render(request, "organisations/edit_profile.html", page, status=status)
