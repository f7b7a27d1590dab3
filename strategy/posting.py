"""What every save posts beside its text: the version it was made from, its tab, its own id."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from organisations import access
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from organisations.models import Role
from strategy.models import Revision
from strategy.saving import Asked

# What the fields of an answer begin with: pages of who may only review have none.
ANSWERS = ("header-", "rows-", "clause-")


class AskedForm(forms.Form):
    """The fields of a save that no person types."""

    version = forms.IntegerField(min_value=0, max_value=2_000_000_000)
    tab = forms.RegexField(r"^[a-z0-9]{1,40}\Z", required=False)
    save_id = forms.UUIDField(required=False)


def asked_of(request: MemberRequest, *, kind: str = Revision.Kind.SAVED) -> Asked:
    """What this request asks to save; BadRequest when its fields are malformed."""
    form = AskedForm(request.POST)
    if not form.is_valid():
        raise BadRequest(_("Cet enregistrement est mal formé : rechargez la page."))
    cleaned: dict[str, Any] = form.cleaned_data
    return Asked(
        author=request.user,
        version=cleaned["version"],
        tab=cleaned["tab"] or new_id(),
        save_id=cleaned["save_id"] or uuid.uuid4(),
        kind=kind,
    )


def refuse_answers(request: MemberRequest) -> None:
    """Go on unless who may only review sent an answer, from a page made before; PermissionDenied.

    The page that says so gives the texts back: dropped, they would be thought saved.
    """
    if any(name.startswith(ANSWERS) for name in request.POST):
        access.require(request, Role.EDITOR)
