"""Every way to mend what the review finds leads to a page, and to a field that takes the focus."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.urls import reverse
from django_scopes import scope

from charter.domain.choosing import unconfirmable
from charter.domain.loading import charter
from conclusions.domain.dossier import DECISION
from conclusions.domain.findings import Place
from conclusions.reviewing import Review
from deliverables.dossier.loading import load
from organisations.models import Role
from tests import clean, planted, planted_later
from tests.factories import make_member, make_user

PLANTS = (*planted.PLANTS, *planted_later.PLANTS)
TAKES_FOCUS = {"input", "select", "textarea", "button", "a"}


class Places(HTMLParser):
    """The ids of a page that can take the focus."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        shut = "disabled" in given or given.get("type") == "hidden"
        if "id" in given and not shut and (tag in TAKES_FOCUS or "tabindex" in given):
            self.ids.add(given["id"] or "")


def as_a_file(written: dict[str, Any]) -> dict[str, Any]:
    """The same dossier as a file may say it: ids of twelve characters, no state out of reach."""
    for name, taken in written["decisions"].items():
        if any(unconfirmable(charter("fr").by_id[name], taken["value"]["header"])):
            taken["state"] = "to_confirm"
    people = ("ines", "marc", "zoe")
    tables = [table for each in written["answers"].values() for table in each["value"]["tables"]]
    named = {f"{table}{number}" for table in tables for number in range(1, 10)}
    true = {name: f"{name[::-1]:0<12}"[:12] for name in {*people, *named}}
    everybody = [{"id": each, "name": each.title()} for each in people]
    return _renamed(written | {"people": everybody}, true)


def _renamed(said: Any, true: dict[str, str]) -> Any:
    if isinstance(said, dict):
        return {key: _renamed(each, true) for key, each in said.items() if each is not None}
    if isinstance(said, list):
        return [_renamed(each, true) for each in said]
    return true.get(said, said) if isinstance(said, str) else said


def outline(review: Review, place: Place) -> str:
    """What decides which fields a page has: its rows, or what is chosen there."""
    part = "decisions" if place.kind == DECISION else "answers"
    said = review.written[part].get(place.id, {}).get("value") or {"header": {}, "tables": {}}
    rows = {name: [row["id"] for row in table] for name, table in said["tables"].items()}
    return json.dumps([*place[:2], said["header"].get("options"), rows], sort_keys=True)


def ways_of(review: Review) -> Iterator[tuple[str, str, str]]:
    """Where each way to mend leads: the page, its outline, the field."""
    mends = (way for each in review.findings for way in review.narrator.mends(each))
    for place in {place for _do, place in mends}:
        address, _hash, field = review.url(place).partition("#")
        yield address, outline(review, place), field


@pytest.fixture(scope="module")
def seen() -> dict[str, set[str]]:
    """The ids that take the focus on each page rendered so far, by its outline."""
    return {}


@pytest.mark.parametrize("book", sorted({each.code[:2] for each in PLANTS}))
def test_every_way_to_mend_leads_to_a_field_that_takes_the_focus(client, db, seen, book):
    owner = make_user()
    client.force_login(owner)
    lost, silent = [], []
    for plant in (each for each in PLANTS if each.code.startswith(book)):
        written = as_a_file(clean.organisation(plant.where, **plant.said))
        organisation = load(written, owner=owner)
        with scope(organisation=organisation):
            ways = list(ways_of(Review(organisation, "fr")))
        for address, page, field in ways:
            if page not in seen:
                seen[page] = Places(client.get(address).content.decode()).ids
            if field not in seen[page]:
                lost.append((plant.code, address, field))
        if not ways:
            silent.append(plant.code)

    assert (lost, silent) == ([], [])


def test_what_the_profile_says_takes_the_focus_and_leads_to_its_field(client, owner, organisation):
    client.force_login(owner)
    said = client.get(reverse("profile", args=[organisation.pk])).content.decode()
    form = reverse("edit_profile", args=[organisation.pk])
    asked = client.get(form).content.decode()

    assert "id_regulated_fields" in Places(said).ids
    assert "id_regulated_fields_0" in Places(asked).ids
    assert f'href="{form}#id_regulated_fields_0"' in said


def test_what_the_profile_says_takes_the_focus_of_who_may_not_change_it(client, organisation):
    client.force_login(make_member(organisation, Role.EDITOR))
    said = client.get(reverse("profile", args=[organisation.pk])).content.decode()

    assert "id_regulated_fields" in Places(said).ids
