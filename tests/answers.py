"""What tests of answers ask of the site: a page's units, saved one by one or all at once."""

import re
import uuid
from collections.abc import Mapping
from datetime import timedelta
from html import unescape
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from organisations.models import Organisation, User
from strategy import saving
from strategy.domain.flat import Flat
from strategy.models import Answer
from strategy.saving import Asked, Outcome

HTMX = {"HX-Request": "true"}
ROW = "row000000001"
OTHER_ROW = "row000000002"
THIRD_ROW = "row000000003"

Posted = Mapping[str, Any]


def url(name: str, organisation: Organisation, question: str, *rest: Any) -> str:
    return reverse(name, args=[organisation.pk, question, *rest])


def save(
    client: Client,
    organisation: Organisation,
    question: str,
    unit: str = "header",
    *,
    version: Any = 0,
    tab: str = "tab1",
    save_id: Any = None,
    **posted: Any,
) -> HttpResponse:
    """Post one unit as the page does while one types; fields by their ids."""
    prefix = unit.replace("/", "-")
    named = {f"{prefix}-{name}": value for name, value in posted.items() if name != "new"}
    body = {
        "unit": unit,
        "version": version,
        "tab": tab,
        "save_id": save_id or uuid.uuid4(),
        "form": "full",
        **({"new": posted["new"]} if "new" in posted else {}),
        **named,
    }
    return client.post(url("save_unit", organisation, question), body, headers=HTMX)


def row_of(table: str, row: str = ROW) -> dict[str, str]:
    """The unit of a row that the server does not have yet."""
    return {"unit": f"rows/{table}/{row}", "new": f"{table}/{row}"}


def answer(organisation: Organisation, question: str) -> Answer | None:
    with scope(organisation=organisation):
        return Answer.objects.filter(question=question).first()


def value_of(organisation: Organisation, question: str) -> dict[str, Any]:
    found = answer(organisation, question)
    return found.value if found else {}


def revisions(organisation: Organisation, question: str) -> list[Any]:
    """Every revision, oldest first."""
    with scope(organisation=organisation):
        return list(Answer.objects.get(question=question).revisions.order_by("pk"))


def write(
    organisation: Organisation,
    author: User,
    question: str,
    paths: Flat,
    *,
    version: int | None = None,
    tab: str = "written",
    save_id: uuid.UUID | None = None,
) -> Outcome:
    """Save paths without a page, under the version that stands unless told otherwise."""
    with scope(organisation=organisation):
        record = Answer.kept(organisation.pk, question)
        asked = Asked(
            author,
            version=record.version if version is None else version,
            tab=tab,
            save_id=save_id or uuid.uuid4(),
        )
        return saving.save(record, edit=lambda current: dict(paths), asked=asked)


def text_of(response: HttpResponse) -> str:
    """What a page says, its tags taken out and its spaces made one."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def words_of(response: HttpResponse) -> str:
    """The same with plain spaces only."""
    return text_of(response).replace("\xa0", " ")


def control(response: HttpResponse, name: str) -> str:
    """The tag of the control of that name, with its content."""
    body = response.content.decode()
    found = re.search(
        rf'<(textarea|select)[^>]*name="{name}".*?</\1>|<input[^>]*name="{name}"[^>]*>', body, re.S
    )
    assert found, f"no control is named {name}"
    return unescape(found[0])


def age(organisation: Organisation, question: str) -> None:
    """Make what was saved so far an hour older."""
    hour = timedelta(hours=1)
    with scope(organisation=organisation):
        record = Answer.objects.get(question=question)
        record.revisions.update(saved_at=F("saved_at") - hour)
