"""What each address expects: who may open it, how, with which arguments.

Every named URL of the site has one row here; `test_access.py` walks the URLconf and fails on
one without. Add a row when you add a URL:

- `least` is ANYONE, SIGNED_IN or the lowest Role that may;
- `method` is what the page is for: GET when it shows something, POST when it only acts;
- `arguments` finds (or makes) the URL's other arguments in an organisation: a value, or a
  function of the organisation. Values that a function makes belong to that organisation, so
  the other organisation's are tried too, and must answer 404;
- `body` is what to POST, a dict or a function of the organisation; the other organisation's
  body is tried too, and must change nothing there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from organisations.models import Membership, Organisation, Role
from tests.factories import make_invitation, make_member, make_person

ANYONE, SIGNED_IN = "anyone", "signed in"
Made = dict[str, Any] | Callable[[Organisation], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One address and what it expects."""

    name: str
    least: str
    method: str = "GET"
    arguments: Made = field(default_factory=dict)
    body: Made = field(default_factory=dict)


def made(value: Made, organisation: Organisation) -> dict[str, Any]:
    """The arguments or the body, for this organisation."""
    return value(organisation) if callable(value) else value


def a_member(organisation: Organisation) -> dict[str, int]:
    user = make_member(organisation)
    return {"member": Membership.objects.get(organisation=organisation, user=user).pk}


def a_person(organisation: Organisation) -> dict[str, str]:
    return {"key": make_person(organisation).key}


def an_invitation(organisation: Organisation) -> dict[str, int]:
    return {"invitation": make_invitation(organisation).pk}


SITE = [
    Row("home", ANYONE),
    Row("help", ANYONE),
    Row("language", ANYONE, "POST", body={"language": "en"}),
    Row("scheme", ANYONE, "POST", body={"scheme": "dark"}),
]

ORGANISATIONS = [
    Row("new_organisation", SIGNED_IN),
    Row("open_demonstration", SIGNED_IN, "POST"),
    Row("invitation", ANYONE, arguments={"token": "unknown"}),
    Row("profile", Role.READER),
    Row("edit_profile", Role.OWNER),
    Row("delete_organisation", Role.OWNER),
    Row("people", Role.READER),
    Row("add_person", Role.EDITOR, "POST", body={"name": "Accueil"}),
    Row("edit_person", Role.EDITOR, arguments=a_person),
    Row("remove_person", Role.EDITOR, arguments=a_person),
    Row("move_person", Role.EDITOR, "POST", arguments=a_person, body={"to": "up"}),
    Row("members", Role.READER),
    Row("invite", Role.OWNER, "POST", body={"email": "a@example.org", "role": "reader"}),
    Row("leave", Role.READER),
    Row("change_role", Role.OWNER, "POST", arguments=a_member, body={"role": "owner"}),
    Row("remove_member", Role.OWNER, arguments=a_member),
    Row("invite_again", Role.OWNER, "POST", arguments=an_invitation),
    Row("revoke_invitation", Role.OWNER, "POST", arguments=an_invitation),
]

STRATEGY: list[Row] = []

CHARTER: list[Row] = []

DELIVERABLES: list[Row] = []

ROWS = [*SITE, *ORGANISATIONS, *STRATEGY, *CHARTER, *DELIVERABLES]
