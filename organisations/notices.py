"""What people are told by e-mail of their place in an organisation, once it is so."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone

from organisations import letters, tasks
from organisations.http import on_our_host
from organisations.models import Invitation, Membership, Organisation, Role, User
from organisations.powers import POWERS


def deleted(organisation: Organisation, actor: User) -> None:
    """Tell the other members; call it while they are still known."""
    others = organisation.members.exclude(pk=actor.pk).order_by("pk")
    _tell(others, "organisations/email/deleted", organisation, _facts(organisation, actor))


def removed(membership: Membership, actor: User) -> None:
    """Tell the member that the place is gone; who left knows it already."""
    organisation, user = membership.organisation, membership.user
    if actor != user:
        _tell([user], "organisations/email/removed", organisation, _facts(organisation, actor))


def role_changed(membership: Membership, actor: User, *, before: Role, role: Role) -> None:
    """Tell the member what the role was, what it is, and what it lets one do."""
    organisation, user = membership.organisation, membership.user
    facts = {
        "before": before.label,
        "role": role.label,
        "power": POWERS[role],
        "address": on_our_host(organisation.get_absolute_url()),
    }
    if actor != user:
        told = _facts(organisation, actor) | facts
        _tell([user], "organisations/email/role_changed", organisation, told)


def joined(invitation: Invitation, membership: Membership) -> None:
    """Tell whoever invited, while a member still, that the place is taken."""
    organisation = membership.organisation
    facts = {
        "role": Role(membership.role).label,
        "address": on_our_host(reverse("members", args=[organisation.pk])),
    }
    host = organisation.members.filter(pk=invitation.invited_by_id)
    told = _facts(organisation, membership.user) | facts
    _tell(host, "organisations/email/joined", organisation, told)


def _facts(organisation: Organisation, actor: User) -> dict[str, Any]:
    """Who did it, when, and how to reach them: members see each other's address anyway."""
    return {
        "organisation": organisation.name,
        "who": str(actor),
        "email": actor.email,
        "at": timezone.now(),
    }


def _tell(
    people: Iterable[User], template: str, organisation: Organisation, facts: Mapping[str, Any]
) -> None:
    """Let the worker write to these people, with what this transaction tells or not at all."""
    contents: dict[str, dict[str, str]] = {}
    for user in people:
        language = user.language or organisation.language
        if language not in contents:
            contents[language] = letters.written(template, language, facts)
        tasks.post.enqueue(user.email, template, contents[language])
