"""Who belongs to the organisation, with what role, and who is invited."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisations import access, mail, membership
from organisations.forms import InvitationForm, RoleForm
from organisations.http import MemberRequest
from organisations.models import AuditEntry, Invitation, Membership, Role

TRAIL_PAGE_SIZE = 25
ENOUGH_MAIL = gettext_lazy(
    "Cette adresse vient de recevoir une invitation, ou cinq en un jour : réessayez plus tard."
)


@require_safe
@access.member()
def members(request: MemberRequest) -> HttpResponse:
    """The members, to everyone; invitations and the trail, to owners."""
    return _page(request, InvitationForm(organisation=request.organisation))


@require_POST
@access.member(Role.OWNER)
def invite(request: MemberRequest) -> HttpResponse:
    """Offer a place by e-mail."""
    blank = Invitation(organisation=request.organisation)
    form = InvitationForm(request.POST, instance=blank, organisation=request.organisation)
    if not form.is_valid():
        return _page(request, form)
    if not mail.may_be_sent(form.instance):
        form.add_error(None, ENOUGH_MAIL)
        return _page(request, form)
    try:
        token = membership.invite(form.instance, request.user)
    except membership.TooManyInvitationsError:
        form.add_error(None, _("Trop d’invitations attendent une réponse : annulez-en."))
        return _page(request, form)
    return _sent(request, form.instance, token)


@require_POST
@access.member(Role.OWNER)
def invite_again(request: MemberRequest, invitation: int) -> HttpResponse:
    """Send a new message; the one before is worth nothing any more."""
    found = _unanswered(request, invitation)
    if not mail.may_be_sent(found):
        messages.error(request, ENOUGH_MAIL)
        return _back(request)
    token = membership.invite_again(found, request.user)
    if token is None:
        return _too_late(request)
    return _sent(request, found, token)


@require_POST
@access.member(Role.OWNER)
def revoke_invitation(request: MemberRequest, invitation: int) -> HttpResponse:
    """Offer the place no more."""
    found = _unanswered(request, invitation)
    if not membership.revoke(found, request.user):
        return _too_late(request)
    messages.success(request, _("Invitation annulée : %(email)s.") % {"email": found.email})
    return _back(request)


@require_POST
@access.member(Role.OWNER)
def change_role(request: MemberRequest, member: int) -> HttpResponse:
    """Give a member another role; it holds from their next request on."""
    changed = _member(request, member)
    form = RoleForm(request.POST, of=changed)
    if not form.is_valid():
        messages.error(request, _("Ce rôle n’existe pas : rien n’a changé."))
        return _back(request)
    try:
        membership.change_role(changed, request.user, role=Role(form.cleaned_data["role"]))
    except membership.LastOwnerError:
        return _last_owner(request)
    messages.success(request, _("Rôle enregistré pour %(name)s.") % {"name": changed.user})
    return _back(request)


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.OWNER)
def remove_member(request: MemberRequest, member: int) -> HttpResponse:
    """Take a member's place away."""
    removed = _member(request, member)
    if removed == request.membership:
        return redirect("leave", request.organisation.pk)
    if request.method != "POST":
        return render(request, "organisations/remove_member.html", {"member": removed})
    try:
        membership.remove(removed, request.user)
    except membership.LastOwnerError:
        return _last_owner(request)
    messages.success(request, _("%(name)s n’est plus membre.") % {"name": removed.user})
    return _back(request)


@require_http_methods(["GET", "HEAD", "POST"])
@access.member()
def leave(request: MemberRequest) -> HttpResponse:
    """Give up one's own place."""
    if request.method != "POST":
        alone = membership.is_last_owner(request.membership)
        return render(request, "organisations/leave.html", {"alone": alone})
    try:
        membership.remove(request.membership, request.user)
    except membership.LastOwnerError:
        return _last_owner(request)
    left = {"organisation": request.organisation}
    messages.success(request, _("Vous avez quitté %(organisation)s.") % left)
    return redirect("home")


def _page(request: MemberRequest, form: InvitationForm) -> HttpResponse:
    everyone = request.organisation.memberships.select_related("user").order_by("joined_at", "pk")
    places = sorted(everyone, key=lambda place: Role.values.index(place.role), reverse=True)
    context: dict[str, Any] = {
        "lines": [(place, RoleForm(of=place)) for place in places],
        "form": form,
        "now": timezone.now(),
        "invitations": (),
        "trail": None,
    }
    if request.membership.may_own:
        waiting = Invitation.objects.filter(used_at=None, revoked_at=None)
        trail = Paginator(AuditEntry.objects.all(), TRAIL_PAGE_SIZE)
        context |= {"invitations": waiting, "trail": trail.get_page(request.GET.get("page"))}
    return render(request, "organisations/members.html", context)


def _member(request: MemberRequest, pk: int) -> Membership:
    places = request.organisation.memberships.select_related("user", "organisation")
    return get_object_or_404(places, pk=pk)


def _unanswered(request: MemberRequest, pk: int) -> Invitation:
    waiting = Invitation.objects.select_related("organisation")
    return get_object_or_404(waiting, pk=pk, used_at=None, revoked_at=None)


def _sent(request: MemberRequest, invitation: Invitation, token: str) -> HttpResponse:
    email = {"email": invitation.email}
    if mail.send_invitation(invitation, token):
        messages.success(request, _("Invitation envoyée à %(email)s.") % email)
    else:
        messages.error(
            request, _("Le message à %(email)s n’a pas pu partir : renvoyez l’invitation.") % email
        )
    return _back(request)


def _too_late(request: MemberRequest) -> HttpResponse:
    messages.error(request, _("Cette invitation a déjà servi ou n’existe plus."))
    return _back(request)


def _last_owner(request: MemberRequest) -> HttpResponse:
    messages.error(
        request,
        _("Il faut au moins un responsable : donnez d’abord ce rôle à quelqu’un d’autre."),
    )
    return _back(request)


def _back(request: MemberRequest) -> HttpResponse:
    return redirect("members", request.organisation.pk)
