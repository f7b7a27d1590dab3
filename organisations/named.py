"""The organisation that a command names."""

import uuid

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from organisations.models import Organisation


def organisation_named(named: str) -> Organisation:
    """The organisation of this uuid or of exactly this name; CommandError unless there is one."""
    found = list(Organisation.objects.filter(**_wanted(named))[:2])
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
