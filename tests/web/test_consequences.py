"""What is previewed is what stands after saving: every option, through the pages themselves."""

import pytest
from django.db import transaction
from django_scopes import scope

from charter.domain.loading import charter
from conclusions.domain.candidates import MAIN, options
from conclusions.domain.consequences import Standing, between, changed, consequences
from conclusions.reading import Reading
from deliverables.dossier.loading import load
from tests.answers import url
from tests.charters import address
from tests.conclusions import demonstration
from tests.pages import controls

DECISIONS = charter("fr").decisions


def reading(organisation):
    with scope(organisation=organisation):
        found = Reading(organisation)
        assert found.written
        return found


def chosen(page, decision, option):
    """What the page posts once this option is chosen in it, everything else as it stands."""
    posted = controls(page, prefix="header-")
    held = posted.get("header-options", [])
    if not decision.multiple:
        added = [each for each in held if each.startswith("+")]
        return posted | {"header-options": [option.id, *added]}
    alone = {each.id for each in decision.options if each.refused}
    wanted = {option.id} if option.id in alone else {*held, option.id} - alone
    boxes = [each.id for each in decision.options if each.id in wanted]
    return posted | {"header-options": boxes}


def save_choice(client, organisation, decision, option):
    page = client.get(address(organisation, decision.id)).content.decode()
    version = controls(page, prefix="version")["version"][0]
    body = {"unit": "header", "version": version, "tab": "mine"}
    body |= chosen(page, decision, option)
    return client.post(
        address(organisation, decision.id, "save_decision"), body, headers={"HX-Request": "true"}
    )


HALF_WAY = ("space", "registration", "hours", "official_voices")


@pytest.mark.parametrize(
    ("name", "decision"),
    [("altivane-fr", each) for each in DECISIONS]
    + [("sauvelande-fr", each) for each in DECISIONS if each.id in HALF_WAY],
    ids=lambda each: each if isinstance(each, str) else each.id,
)
def test_option_entails_what_was_previewed(owner, owner_client, name, decision):
    loaded = load(demonstration(name), owner=owner)
    before = reading(loaded)
    candidates = options(before.dossier, decision)
    assert [each.id for each in candidates] == [each.id for each in decision.options]

    for option, candidate in zip(decision.options, candidates, strict=True):
        foreseen = consequences(before.written, candidate.change, before.as_of)
        with transaction.atomic():
            assert save_choice(owner_client, loaded, decision, option).status_code == 200
            after = reading(loaded)
            assert changed(before.written, candidate.change) == after.written
            assert foreseen == between(
                Standing(before.written, before.as_of), Standing(after.written, after.as_of)
            )
            transaction.set_rollback(True)


def test_every_option_has_been_gone_through():
    assert sum(len(each.options) for each in DECISIONS) == 98


def save_field(client, organisation, question, path, value):
    """Post the unit of this path as the full form holds it, one of its fields changed."""
    page = client.get(url("question", organisation, question), {"form": "full"}).content.decode()
    unit, _slash, name = path.rpartition("/")
    prefix = unit.replace("/", "-")
    body = controls(page, prefix=f"{prefix}-")
    given = value if isinstance(value, dict) else {"": value}
    parts = [given[key] for key in ("value", "unit")] if "unit" in given else [given[""]]
    ends = ["_0", "_1"] if "unit" in given else [""]
    told = {True: "yes", False: "no"}
    for part, end in zip(parts, ends, strict=True):
        body[f"{prefix}-{name}{end}"] = [told.get(part, part)]
    version = controls(page, prefix="version")["version"][0]
    body |= {"unit": unit, "version": version, "tab": "mine", "form": "full"}
    return client.post(
        url("save_unit", organisation, question), body, headers={"HX-Request": "true"}
    )


def without_order(written):
    """The same with the publics of each place in one order: a page posts its boxes in its own."""
    places = written["answers"]["places"]["value"]["tables"]["places"]
    ordered = [row | {"audiences": sorted(row.get("audiences", []))} for row in places]
    return {**written, "answers": {**written["answers"], "places": ordered}}


@pytest.mark.parametrize("name", [each for each in MAIN if each != "priority"])
def test_main_choice_entails_what_was_previewed(finished, owner_client, name):
    before = reading(finished)

    for candidate in MAIN[name].candidates(before.dossier):
        foreseen = consequences(before.written, candidate.change, before.as_of)
        with transaction.atomic():
            for path, value in candidate.change.paths.items():
                saved = save_field(owner_client, finished, candidate.change.id, path, value)
                assert saved.status_code == 200
            after = reading(finished)
            expected = changed(before.written, candidate.change)
            assert without_order(expected) == without_order(after.written)
            assert foreseen == between(
                Standing(before.written, before.as_of), Standing(after.written, after.as_of)
            )
            transaction.set_rollback(True)


def test_listed_objective_put_first_entails_what_was_previewed(finished, owner_client):
    before = reading(finished)
    found = {each.id: each for each in MAIN["priority"].candidates(before.dossier)}
    rows = before.written["answers"]["objective"]["value"]["tables"]["objectives"]
    listed = [row for row in rows if not found[row["objective"]].is_current]
    assert listed

    for row in listed:
        with transaction.atomic():
            body = {"op": f"first:objectives:{row['id']}", "version": 1, "tab": "mine"}
            owner_client.post(url("change_rows", finished, "objective"), body)
            after = reading(finished)
            change = found[row["objective"]].change
            assert changed(before.written, change) == after.written
            transaction.set_rollback(True)
