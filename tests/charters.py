"""Decisions as they stand in a dossier and in the database, for tests of the charter."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django_scopes import scope

from charter.models import Choice
from organisations.models import Organisation
from strategy import saving


def entry(*options: str, state: str = "to_confirm", **header: Any) -> dict[str, Any]:
    """One decision of a dossier: its options, and details by their ids."""
    return {"state": state, "value": {"header": {"options": list(options), **header}}}


def choice_of(organisation: Organisation, decision: str) -> Choice:
    """What stands in the database for one decision."""
    with scope(organisation=organisation):
        return Choice.objects.filter(decision=decision).first() or Choice(decision=decision)


def decide(organisation: Organisation, decision: str, *options: str, **paths: Any) -> Choice:
    """A decision as its owner saved it; `state`, and details by their ids."""
    sheet = {name: paths.pop(name) for name in Choice.SHEET if name in paths}
    header = {f"header/{name}": value for name, value in paths.items()}
    edit = {"header/options": list(options), **header, **sheet}
    with scope(organisation=organisation):
        author = organisation.members.first()
        record = choice_of(organisation, decision)
        if not record.version:
            record = Choice.blank(organisation.pk, decision)
        saving.save(
            record,
            edit=lambda current: edit,
            asked=saving.Asked(author, version=record.version),
        )
    return choice_of(organisation, decision)


def address(organisation: Organisation, decision: str, name: str = "decision", **more: int) -> str:
    """The address of a decision, or of something done with it."""
    return reverse(name, args=[organisation.pk, decision, *more.values()])


def post_unit(client: Client, organisation: Organisation, place: str, **fields: Any) -> Any:
    """What htmx posts for one unit; `place` is the decision and the unit: `age/header`."""
    decision, unit = place.split("/")
    body = {"unit": unit, "version": fields.pop("version", 0), "tab": fields.pop("tab", "mine")}
    body |= {f"{unit}-{name}": value for name, value in fields.items()}
    url = address(organisation, decision, "save_decision")
    return client.post(url, body, headers={"HX-Request": "true"})
