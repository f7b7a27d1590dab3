"""The address of the very field that a rule has read, or that mends what it found."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from charter.domain.loading import charter
from conclusions.domain.dossier import DECISION, PROFILE, STRUCTURE
from conclusions.domain.findings import Place
from organisations.models import Organisation
from strategy.domain import limits
from strategy.domain.answers import rows
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, Kind


def url_of(place: Place, organisation: Organisation, written: Mapping[str, Any]) -> str:
    """Where one reads or mends it: the whole form, the right page of rows, the field."""
    if place.kind == PROFILE:
        field = place.path.removeprefix("header/")
        return f"{reverse('profile', args=[organisation.pk])}#id_{field}"
    anchor = f"#{anchor_of(place)}" if place.path else ""
    if place.kind == DECISION:
        return reverse("decision", args=[organisation.pk, place.id]) + anchor
    page = "" if place.path else questionnaire(STRUCTURE).by_id[place.id].page
    if page:
        return reverse(page, args=[organisation.pk])
    query = urlencode({"form": "full"} | _page(place, written))
    return f"{reverse('question', args=[organisation.pk, place.id])}?{query}{anchor}"


def anchor_of(place: Place) -> str:
    """The id of the field on its page; of the table's title when no row is named."""
    part, name, *rest = place.path.split("/")
    if part == "rows" and not rest:
        return f"table-{name}"
    asked = _field(place, part, name, rest)
    first_of_two = "_0" if asked and asked.kind is Kind.DURATION else ""
    return f"id_{place.path.replace('/', '-')}{first_of_two}"


def _field(place: Place, part: str, name: str, rest: list[str]) -> Field | None:
    if place.kind == DECISION:
        detail = charter(STRUCTURE).by_id[place.id].detail(name)
        return detail.field if detail else None
    question = questionnaire(STRUCTURE).by_id[place.id]
    table = question.table(name) if part == "rows" else None
    return table.column(rest[1]) if table else question.field(name)


def _page(place: Place, written: Mapping[str, Any]) -> dict[str, int]:
    """Rows stand fifty a page; the first page needs no number."""
    part, _slash, rest = place.path.partition("/")
    table, _slash, cell = rest.partition("/")
    if part != "rows" or not cell:
        return {}
    value = written.get("answers", {}).get(place.id, {}).get("value", {})
    ids = [row["id"] for row in rows(value, table)]
    row = cell.partition("/")[0]
    page = (ids.index(row) if row in ids else 0) // limits.ROWS_PER_PAGE + 1
    return {"page": page} if page > 1 else {}
