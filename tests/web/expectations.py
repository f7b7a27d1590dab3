"""What each address expects: who may open it, how, with which arguments.

Every named URL of the site has one row here; `test_access.py` walks the URLconf and fails on
one without. Add a row when you add a URL:

- `least` is ANYONE, SIGNED_IN or the lowest Role that may;
- `method` is what the page is for: GET when it shows something, POST when it only acts;
- `arguments` finds (or makes) the URL's other arguments in an organisation: a value, or a
  function of the organisation. Values that a function makes belong to that organisation, so
  the other organisation's are tried too, and must answer 404 (unless `owned` is False: a
  number that both count from one is nobody's);
- `body` is what to POST, a dict or a function of the organisation; the other organisation's
  body is tried too, and must change nothing there;
- `keeps` is True when that body holds what a person typed or chose: sent by somebody signed out,
  it is answered by a page that shows it and offers it again, not by the sign-in page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django_scopes import scope

from charter.models import Choice
from organisations.identifiers import new_id
from organisations.models import Membership, Organisation, Role
from strategy.models import Answer, Record
from strategy.saving import Asked, save
from tests.factories import make_export, make_invitation, make_member, make_person

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
    owned: bool = True
    keeps: bool = False


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


def an_export(organisation: Organisation) -> dict[str, Any]:
    return {"export": make_export(organisation).pk}


def a_file(organisation: Organisation) -> dict[str, Any]:
    return {"export": make_export(organisation, pdf=b"%PDF-1.7").pk}


def a_saved_answer(organisation: Organisation) -> dict[str, Any]:
    return {"question_id": "receivers", "version": saved(organisation, Answer, "receivers")}


def a_saved_decision(organisation: Organisation) -> dict[str, Any]:
    return {"decision_id": "space", "version": saved(organisation, Choice, "space")}


def an_indicator(organisation: Organisation) -> dict[str, Any]:
    row = new_id()
    with scope(organisation=organisation):
        asked = Asked(author=organisation.members.first(), version=0)
        named = {"order/indicators": [row], f"rows/indicators/{row}/indicator": "Délai tenu"}
        save(Answer.blank(organisation.pk, "indicators"), edit=lambda _paths: named, asked=asked)
    return {"row": row}


def saved(organisation: Organisation, record: type[Record], key: str) -> int:
    """The version of a note just saved on this answer or decision."""
    with scope(organisation=organisation):
        author = organisation.members.first()
        asked = Asked(author=author, version=0)
        return save(record.blank(organisation.pk, key), edit=note, asked=asked).version


def note(_paths: dict[str, Any]) -> dict[str, Any]:
    return {"note": "Vu"}


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
    Row("new_person", Role.EDITOR, "POST", body={"name": "Accueil"}, keeps=True),
    Row("edit_person", Role.EDITOR, arguments=a_person),
    Row("remove_person", Role.EDITOR, arguments=a_person),
    Row("move_person", Role.EDITOR, "POST", arguments=a_person, body={"to": "up"}, keeps=True),
    Row("members", Role.READER),
    Row(
        "invite",
        Role.OWNER,
        "POST",
        body={"email": "a@example.org", "role": "reader", "language": "fr"},
        keeps=True,
    ),
    Row("leave", Role.READER),
    Row("change_role", Role.OWNER, "POST", arguments=a_member, body={"role": "owner"}, keeps=True),
    Row("remove_member", Role.OWNER, arguments=a_member),
    Row("invite_again", Role.OWNER, "POST", arguments=an_invitation),
    Row("revoke_invitation", Role.OWNER, "POST", arguments=an_invitation),
]

RECEIVERS = {"question_id": "receivers"}
STRATEGY = [
    Row("overview", Role.READER),
    Row("questions", Role.READER),
    Row("missing", Role.READER),
    Row("question", Role.READER, arguments=RECEIVERS),
    Row("stands", Role.READER, arguments=RECEIVERS),
    Row("save_unit", Role.REVIEWER, "POST", RECEIVERS, {"version": 0, "unit": "sheet"}),
    Row("blank_row", Role.EDITOR, "GET", RECEIVERS, {"table": "audiences"}),
    Row("change_rows", Role.EDITOR, "POST", RECEIVERS, {"version": 0, "op": "add:audiences"}),
    Row("add_person", Role.EDITOR, "POST", RECEIVERS, {"name": "Accueil"}, keeps=True),
    Row("history", Role.READER, arguments=RECEIVERS),
    Row("restore", Role.EDITOR, "POST", a_saved_answer, {"version": 1}, owned=False),
]

SPACE = {"decision_id": "space"}
CHARTER = [
    Row("charter", Role.READER),
    Row("charter_text", Role.READER),
    Row("preset", Role.EDITOR, arguments={"preset_id": "small_team_page"}),
    Row("decision", Role.READER, arguments=SPACE),
    Row("save_decision", Role.REVIEWER, "POST", SPACE, {"version": 0, "unit": "sheet"}),
    Row("decision_history", Role.READER, arguments=SPACE),
    Row("restore_decision", Role.EDITOR, "POST", a_saved_decision, {"version": 1}, owned=False),
]

R01 = {"code": "R01"}
ACTION = {"action": "planz1rf8cil"}
CONCLUSIONS = [
    Row("plan", Role.READER),
    Row("add_action", Role.EDITOR, "POST", body={"version": 0, "row": "a1b2c3d4e5f6"}),
    Row("acknowledge_plan", Role.EDITOR, "POST"),
    Row("plan_calendar", Role.READER),
    Row("plan_table", Role.READER),
    Row("plan_action", Role.EDITOR, arguments=ACTION),
    Row("mark_action", Role.EDITOR, "POST", ACTION, {"version": 0, "op": "done"}),
    Row("forget_action", Role.EDITOR, "POST", ACTION, {"version": 0}),
    Row("following", Role.READER),
    Row("crisis_kit", Role.READER),
    Row("practices", Role.READER),
    Row("course", Role.READER),
    Row("compare_courses", Role.READER),
    Row("course_preview", Role.READER),
    Row("what_if", Role.READER, arguments={"subject": "space"}),
    Row("indicators", Role.READER),
    Row("note_reading", Role.EDITOR, "POST", an_indicator),
    Row("describe_indicator", Role.EDITOR, "POST", an_indicator),
    Row("roles", Role.READER),
    Row("role_sheet", Role.READER, arguments=a_person),
    Row("workload", Role.READER),
    Row("toolbox", Role.READER),
    Row("monitoring_pack", Role.READER),
    Row("monitoring_feeds", Role.READER),
    Row("import_feeds", Role.EDITOR, "POST"),
    Row("circles", Role.READER),
    Row("trust", Role.READER),
    Row("take_up", Role.EDITOR, "POST", arguments={"derived": "aaaaaaaaaaaa"}),
    Row("ten_minutes", Role.READER),
    Row(
        "still_true", Role.REVIEWER, "POST", arguments={"kind": "question", "subject": "receivers"}
    ),
    Row("close_review", Role.EDITOR, "POST"),
    Row("review", Role.READER),
    Row("accept_finding", Role.REVIEWER, "POST", arguments=R01),
    Row("withdraw_acceptance", Role.REVIEWER, "POST", arguments=R01),
]

DELIVERABLES = [
    Row("documents", Role.READER),
    Row("make_document", Role.READER, "POST", body={"language": "fr"}, keeps=True),
    Row("preview_document", Role.READER),
    Row("document", Role.READER, arguments=an_export),
    Row("retry_document", Role.READER, "POST", arguments=an_export),
    Row("download_document", Role.READER, arguments=a_file),
    Row("download_dossier", Role.READER),
    Row("load_dossier", SIGNED_IN),
]

ROWS = [*SITE, *ORGANISATIONS, *STRATEGY, *CHARTER, *CONCLUSIONS, *DELIVERABLES]
