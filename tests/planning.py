"""What tests of the plan's pages ask of the site: one action changed, one added."""

import json
import re
import uuid
from html import unescape

from django.urls import reverse
from django_scopes import scope

from conclusions.domain.plan.deriving import id_of
from conclusions.planning import Planning
from tests.answers import ROW, value_of

CHARTER, OPENING = id_of("publish_charter"), id_of("opening")
PREREQUISITE = "b1b2c3d4e5f6"


def url(name, organisation, *rest):
    return reverse(name, args=[organisation.pk, *rest])


def shown(client, organisation, action=CHARTER):
    """What the page of an action would post if nothing were touched."""
    body = client.get(url("plan_action", organisation, action)).content.decode()
    form = body.partition('<form id="sheet"')[2].partition("</form>")[0]
    hidden = dict(re.findall(r'name="(version|tab|save_id)" value="([^"]*)"', form))
    seen = unescape(re.search(r'name="seen" value="([^"]*)"', form)[1])
    stands = json.loads(seen)
    named = {f"rows-actions-{action}-{name}": value for name, value in stands.items()}
    return hidden | {"seen": seen} | {name: value for name, value in named.items() if value}


def change(client, organisation, which=CHARTER, *, page=None, **cells):
    posted = dict(page or shown(client, organisation, which))
    posted |= {f"rows-actions-{which}-{name}": value for name, value in cells.items()}
    return client.post(url("plan_action", organisation, which), posted)


def rows_of(organisation):
    rows = value_of(organisation, "plan").get("tables", {}).get("actions", [])
    return {row["id"]: {k: v for k, v in row.items() if k != "id"} for row in rows}


def plan_of(organisation):
    with scope(organisation=organisation):
        return Planning(organisation, "fr").plan


def add(client, organisation, row=ROW, **cells):
    cells = {"action": "Inviter la presse locale", **cells}
    posted = {f"rows-actions-{row}-{name}": value for name, value in cells.items()}
    body = {"version": 0, "row": row, "save_id": uuid.uuid4(), **posted}
    return client.post(url("add_action", organisation), body)
