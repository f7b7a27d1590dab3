"""Plans for tests: a dossier of a few words, its plan on the day of the demonstration."""

from datetime import date
from typing import Any

from conclusions.domain.dossier import Dossier
from conclusions.domain.plan.deriving import id_of
from conclusions.domain.plan.plan import Action, Plan, build
from conclusions.domain.review import review
from organisations.models import Organisation
from tests.answers import write
from tests.conclusions import TODAY, dossier

# Two months after the day of the demonstration; a Tuesday.
OPENS = "2027-02-02"


def plan_of(written: dict[str, Any], as_of: date = TODAY) -> Plan:
    """The plan of a dossier in which nothing is accepted."""
    return build(Dossier(written), as_of, review(written, as_of))


def bare(written: dict[str, Any], as_of: date = TODAY) -> Plan:
    """The same without what the review asks for."""
    return build(Dossier(written), as_of)


def kinds(plan: Plan) -> list[str]:
    """The kinds of the derived actions, in the order of time."""
    return [each.derived.kind.id for each in plan.actions if each.derived]


def action(plan: Plan, kind: str, subject: str = "") -> Action:
    """The action of that kind."""
    return plan.by_id[id_of(kind, subject)]


def edited(written: dict[str, Any], *rows: dict[str, Any]) -> dict[str, Any]:
    """The same dossier with these rows in the register of the plan."""
    value = {"header": {}, "tables": {"actions": list(rows)}}
    answers = written["answers"] | {"plan": {"state": "draft", "value": value}}
    return written | {"answers": answers}


def edit(kind: str, subject: str = "", **cells: Any) -> dict[str, Any]:
    """A row that changes a derived action."""
    return {"id": id_of(kind, subject), "action": kind, **cells}


def prepared(**answers: Any) -> dict[str, Any]:
    """An opening being prepared: a charter to publish, monitoring to start, a rehearsal."""
    prerequisites = [
        {"prerequisite": "charter", "owner": "ines"},
        {"prerequisite": "monitoring", "owner": "marc"},
    ]
    opening = {"opens_on": OPENS, "prerequisites": prerequisites}
    return dossier(**({"opening": opening} | answers))


def answered(organisation: Organisation, question: str, paths: dict[str, Any]) -> None:
    """Save these paths of an answer, as its owner."""
    write(organisation, organisation.members.first(), question, paths)
