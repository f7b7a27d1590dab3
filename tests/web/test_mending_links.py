"""Every way to mend what the review finds leads to a page, and to a field that is there."""

from typing import Any

import pytest
from django_scopes import scope

from conclusions.reviewing import Review
from deliverables.dossier_loading import load
from tests import clean, planted, planted_later
from tests.factories import make_user

# No file may say these: a row that is gone, a table left empty, an option nobody can confirm.
UNWRITTEN = {"R02", "R17", "C23", "C24", "X43"}
PLANTS = [each for each in (*planted.PLANTS, *planted_later.PLANTS) if each.code not in UNWRITTEN]


def with_true_ids(written: dict[str, Any]) -> dict[str, Any]:
    """The same dossier, its people and its rows under ids of twelve characters."""
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


@pytest.mark.parametrize("plant", PLANTS, ids=[each.code for each in PLANTS])
def test_every_way_to_mend_leads_to_its_field(client, db, plant):
    owner = make_user()
    client.force_login(owner)
    organisation = load(with_true_ids(clean.organisation(plant.where, **plant.said)), owner=owner)
    with scope(organisation=organisation):
        review = Review(organisation, "fr")
        ways = {review.url(place) for each in review.findings for place in each.mends}

    lost = []
    for way in ways:
        address, _hash, field = way.partition("#")
        page = client.get(address)
        if page.status_code != 200 or (field and f'id="{field}"' not in page.content.decode()):
            lost.append(way)

    assert lost == []
    assert ways
