"""What tests are made of: plain functions that write rows, each with sensible defaults."""

from itertools import count
from typing import Any

from django.utils import timezone
from django_scopes import scope

from deliverables.models import Export, Progress
from organisations import starting
from organisations.identifiers import hash_of
from organisations.membership import VALID_FOR
from organisations.models import Invitation, Membership, Organisation, Person, Role, User

_number = count(1)


def make_user(name: str = "", *, email: str = "", password: str | None = None) -> User:
    """A person who can sign in; named after a number unless told otherwise."""
    number = next(_number)
    name = name or f"Personne {number}"
    address = email or f"{name.lower().replace(' ', '.')}.{number}@example.org"
    return User.objects.create_user(address, password, name=name)


def make_organisation(*, owner: User | None = None, **profile: Any) -> Organisation:
    """An organisation with its owner, prepared by every app as a created one is."""
    owner = owner or make_user()
    given = profile.pop("given", {})
    organisation = Organisation.objects.create(
        **{"name": f"Organisation {next(_number)}", **profile}
    )
    Membership.objects.create(organisation=organisation, user=owner, role=Role.OWNER)
    with scope(organisation=organisation):
        starting.begin(organisation, owner, given)
    return organisation


def make_member(organisation: Organisation, role: str = Role.READER, name: str = "") -> User:
    """A new person with this role in the organisation."""
    user = make_user(name)
    Membership.objects.create(organisation=organisation, user=user, role=role)
    return user


def make_person(organisation: Organisation, name: str = "", **values: Any) -> Person:
    """A line of the organisation's list of people, at its end."""
    with scope(organisation=organisation):
        values.setdefault("position", Person.objects.count() + 1)
        name = name or f"Fonction {next(_number)}"
        return Person.objects.create(organisation=organisation, name=name, **values)


def make_invitation(
    organisation: Organisation,
    email: str = "",
    *,
    role: str = Role.EDITOR,
    token: str = "",
    **values: Any,
) -> Invitation:
    """An invitation that waits for its answer; its token is kept on it as `token`."""
    token = token or f"token-{next(_number)}"
    values.setdefault("expires_at", timezone.now() + VALID_FOR)
    with scope(organisation=organisation):
        invitation = Invitation.objects.create(
            organisation=organisation,
            email=email or f"invited.{token}@example.org",
            role=role,
            token_hash=hash_of(token),
            **values,
        )
    invitation.token = token
    return invitation


def make_export(organisation: Organisation, *, pdf: bytes = b"", **values: Any) -> Export:
    """A document that waits to be made, or one that is there when its bytes are given."""
    with scope(organisation=organisation):
        export = Export.objects.create(
            organisation=organisation,
            **{"key": f"key-{next(_number)}", "language": "fr", "as_of": timezone.now(), **values},
        )
    if pdf:
        export.path = f"tests/{export.pk}.pdf"
        export.file.parent.mkdir(parents=True, exist_ok=True)
        export.file.write_bytes(pdf)
        export.state, export.size, export.pages = Progress.DONE, len(pdf), 1
        with scope(organisation=organisation):
            export.save()
    return export
