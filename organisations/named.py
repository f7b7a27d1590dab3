"""The organisation that a command names."""

import uuid

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from organisations.models import Organisation


def organisation_named(named: str, *, member: str = "") -> Organisation:
    """The organisation of this uuid or of exactly this name; CommandError unless there is one.

    With `member`, an e-mail address, only among those that this person belongs to.
    """
    known = Organisation.objects.filter(**_wanted(named))
    found = list((known.filter(memberships__user__email=member) if member else known)[:2])
    if not found:
        raise CommandError(_("Aucune organisation « %(name)s ».") % {"name": named})
    if len(found) > 1:
        sentence = _("Plusieurs organisations s’appellent « %(name)s » : donnez l’identifiant.")
        raise CommandError(sentence % {"name": named})
    return found[0]


def _wanted(named: str) -> dict[str, str | uuid.UUID]:
    try:
        return {"pk": uuid.UUID(named)}
    except ValueError:
        return {"name": named}
