"""Who joins, who leaves, with what role: an organisation always keeps an owner."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from organisations import notices
from organisations.audit import record
from organisations.events import Event
from organisations.identifiers import hash_of, new_token
from organisations.models import Invitation, Membership, Organisation, Role, User

VALID_FOR = timedelta(days=7)
# So that nobody makes a mailing list of us.
MAX_OPEN = 100


class LastOwnerError(Exception):
    """The change would leave the organisation without an owner."""


class TooManyInvitationsError(Exception):
    """As many invitations as we send wait for an answer."""


@transaction.atomic
def invite(invitation: Invitation, actor: User) -> str:
    """A place is offered; what was offered to the same address before is worth nothing any more.

    Gives the token, which is kept nowhere else. Raises TooManyInvitationsError.
    """
    organisation = _alone_with(invitation.organisation)
    waiting = Invitation.objects.filter(organisation=organisation, used_at=None, revoked_at=None)
    waiting.filter(email=invitation.email).update(revoked_at=timezone.now())
    if waiting.filter(expires_at__gt=timezone.now()).count() >= MAX_OPEN:
        raise TooManyInvitationsError
    token = _renew(invitation, actor)
    invitation.save()
    record(organisation, Event.INVITED, actor=actor, about=invitation.email, role=invitation.role)
    return token


@transaction.atomic
def invite_again(invitation: Invitation, actor: User) -> str | None:
    """A new token and seven new days; the mail sent before is worth nothing any more.

    None when the invitation was used or revoked meanwhile.
    """
    token = _renew(invitation, actor)
    renewed = _unanswered(invitation).update(
        token_hash=invitation.token_hash, expires_at=invitation.expires_at, invited_by=actor
    )
    if not renewed:
        return None
    record(invitation.organisation, Event.INVITED_AGAIN, actor=actor, about=invitation.email)
    return token


@transaction.atomic
def revoke(invitation: Invitation, actor: User) -> bool:
    """The place is offered no more; False when it was taken meanwhile."""
    revoked = _unanswered(invitation).update(revoked_at=timezone.now())
    if revoked:
        record(invitation.organisation, Event.REVOKED, actor=actor, about=invitation.email)
    return bool(revoked)


@transaction.atomic
def accept(invitation: Invitation, user: User) -> Membership | None:
    """Take the place offered, once; None when somebody or something was quicker.

    Who is a member already keeps the role they have. Whoever invited is told of a new one.
    """
    now = timezone.now()
    if not _unanswered(invitation).filter(expires_at__gt=now).update(used_at=now):
        return None
    place, joined = Membership.objects.get_or_create(
        organisation=invitation.organisation, user=user, defaults={"role": invitation.role}
    )
    if joined:
        record(invitation.organisation, Event.JOINED, actor=user, role=invitation.role)
        notices.joined(invitation, place)
    return place


@transaction.atomic
def change_role(membership: Membership, actor: User, *, role: Role) -> None:
    """Give the member this role, and tell them. Raises LastOwnerError."""
    _keep_an_owner(membership, unless=role == Role.OWNER)
    stored = Membership.objects.filter(pk=membership.pk).exclude(role=role).first()
    if stored is None:
        return
    Membership.objects.filter(pk=stored.pk).update(role=role)
    about = str(membership.user)
    record(membership.organisation, Event.ROLE_CHANGED, actor=actor, about=about, role=role)
    notices.role_changed(membership, actor, before=Role(stored.role), role=role)


@transaction.atomic
def remove(membership: Membership, actor: User) -> None:
    """The member belongs no more, from the next request on, and is told. Raises LastOwnerError."""
    _keep_an_owner(membership)
    removed, _rows = Membership.objects.filter(pk=membership.pk).delete()
    if not removed:
        return
    left = actor.pk == membership.user_id
    event = Event.LEFT if left else Event.REMOVED
    about = "" if left else str(membership.user)
    record(membership.organisation, event, actor=actor, about=about)
    notices.removed(membership, actor)


def is_last_owner(membership: Membership) -> bool:
    """True when the organisation would have no owner without this member."""
    others = membership.organisation.memberships.filter(role=Role.OWNER).exclude(pk=membership.pk)
    return not others.exists()


def _keep_an_owner(membership: Membership, *, unless: bool = False) -> None:
    _alone_with(membership.organisation)
    if not unless and is_last_owner(membership):
        raise LastOwnerError


def _alone_with(organisation: Organisation) -> Organisation:
    """The organisation, which nobody else changes the members of until the transaction ends.

    On PostgreSQL its row is locked; on SQLite the transaction began as the only writer.
    """
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _unanswered(invitation: Invitation) -> QuerySet[Invitation]:
    """That row, unless it was used or revoked since it was read."""
    found: QuerySet[Invitation] = Invitation.objects.filter(
        pk=invitation.pk, used_at=None, revoked_at=None
    )
    return found


def _renew(invitation: Invitation, actor: User) -> str:
    token = new_token()
    invitation.token_hash = hash_of(token)
    invitation.invited_by = actor
    invitation.expires_at = timezone.now() + VALID_FOR
    return token
