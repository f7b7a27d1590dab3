"""One priority objective, held by the database: kept, refused, moved, restored, loaded."""

import json
from importlib import import_module

import pytest
from django.apps import apps
from django_scopes import scope

from deliverables.dossier.loading import load
from strategy import saving
from strategy.models import Answer, Priority
from strategy.saving import Asked
from tests.answers import (
    OTHER_ROW,
    ROW,
    THIRD_ROW,
    answer,
    control,
    save,
    text_of,
    url,
    words_of,
    write,
)
from tests.conclusions import dossier

RANKED = {
    "order/objectives": [ROW, OTHER_ROW],
    f"rows/objectives/{ROW}/objective": "help",
    f"rows/objectives/{ROW}/rank": "1",
    f"rows/objectives/{OTHER_ROW}/objective": "trust",
    f"rows/objectives/{OTHER_ROW}/rank": "2",
}
SMILE = "« Les trois, mon capitaine » ? Un seul tient la barre"
SECOND = f"rows/objectives/{OTHER_ROW}"


def held(organisation):
    """The priority as the database has it: its row and its objective."""
    with scope(organisation=organisation):
        return Priority.objects.values_list("row", "objective").first()


def ranks(organisation):
    rows = answer(organisation, "objective").value["tables"]["objectives"]
    return [row.get("rank") for row in rows]


@pytest.fixture
def ranked(organisation, owner):
    write(organisation, owner, "objective", RANKED)


def test_priority_follows_each_save(ranked, organisation, owner):
    assert held(organisation) == (ROW, "help")

    write(organisation, owner, "objective", {f"rows/objectives/{ROW}/objective": "repair"})
    assert held(organisation) == (ROW, "repair")

    write(organisation, owner, "objective", {f"rows/objectives/{ROW}/rank": "3"})
    assert held(organisation) is None

    write(organisation, owner, "objective", {f"{SECOND}/rank": "1"})
    assert held(organisation) == (OTHER_ROW, "trust")

    write(organisation, owner, "objective", {"state": "not_applicable", "reason": "Plus tard"})
    assert held(organisation) is None


def test_objective_of_the_quick_form_is_the_priority(organisation, owner_client):
    unit = f"rows/objectives/{ROW}"
    new = {"unit": unit, "new": f"objectives/{ROW}"}

    save(owner_client, organisation, "objective", objective="trust", **new)

    assert held(organisation) == (ROW, "trust")


def test_second_first_is_refused_with_a_smile_at_its_field(ranked, organisation, owner_client):
    reply = save(owner_client, organisation, "objective", SECOND, version=1, rank="1")

    said = json.loads(reply["HX-Trigger"])["cap27:invalid"]
    assert reply.status_code == 422
    assert list(said) == [f"rows-objectives-{OTHER_ROW}-rank"]
    assert SMILE in said[f"rows-objectives-{OTHER_ROW}-rank"][0].replace("\xa0", " ")
    assert "Aider les utilisateurs" in text_of(reply)
    assert ranks(organisation) == ["1", "2"]
    assert held(organisation) == (ROW, "help")


def test_second_first_is_refused_in_english_too(ranked, organisation, owner_client):
    reply = owner_client.post(
        url("save_unit", organisation, "objective"),
        {"unit": SECOND, "version": 1, f"{SECOND.replace('/', '-')}-rank": "1"},
        headers={"HX-Request": "true", "Accept-Language": "en"},
    )

    assert "“All three, captain”?" in text_of(reply)


def whole(**typed):
    """A page posted whole, both rows on it."""
    rows = {f"rows-objectives-{row}-{name}": each for row, name, each in typed.pop("rows")}
    shown = [f"objectives/{ROW}", f"objectives/{OTHER_ROW}"]
    return {"version": 1, "tab": "old", "form": "full", "shown": shown, **rows, **typed}


BOTH = [
    (ROW, "objective", "help"),
    (ROW, "rank", "1"),
    (OTHER_ROW, "objective", "hiring"),
    (OTHER_ROW, "rank", "1"),
]


def test_page_posted_whole_keeps_the_rest_and_says_why(ranked, organisation, owner_client):
    body = whole(rows=BOTH, **{"header-sentence": "Une phrase"})

    reply = owner_client.post(url("question", organisation, "objective"), body)

    assert reply.status_code == 422
    assert words_of(reply).count(SMILE) == 2  # above, and at the field
    assert f'id="id_rows-objectives-{OTHER_ROW}-rank_error"' in reply.content.decode()
    assert 'value="1"' in control(reply, f"rows-objectives-{OTHER_ROW}-rank")
    assert answer(organisation, "objective").value["header"] == {"sentence": "Une phrase"}
    assert ranks(organisation) == ["1", "2"]


def test_another_becomes_the_first_in_one_gesture(ranked, organisation, owner_client):
    page = owner_client.get(url("question", organisation, "objective"), {"form": "full"})
    assert f'value="first:objectives:{OTHER_ROW}"' in page.content.decode()

    body = whole(rows=BOTH, op=f"first:objectives:{OTHER_ROW}")
    reply = owner_client.post(url("question", organisation, "objective"), body)

    assert reply.status_code == 302
    assert ranks(organisation) == ["2", "1"]
    assert held(organisation) == (OTHER_ROW, "hiring")


def test_the_same_gesture_is_answered_row_by_row(ranked, organisation, owner_client):
    body = {"op": f"first:objectives:{OTHER_ROW}", "version": 1, "tab": "tab1"}

    reply = owner_client.post(url("change_rows", organisation, "objective"), body)

    assert (reply.json()["first"], ranks(organisation)) == (OTHER_ROW, ["2", "1"])


def test_no_other_table_has_a_first(organisation, owner, owner_client):
    paths = {"order/audiences": [ROW], f"rows/audiences/{ROW}/audience": "Riverains"}
    write(organisation, owner, "receivers", paths)
    body = {"op": f"first:audiences:{ROW}", "version": 1, "tab": "tab1"}

    reply = owner_client.post(url("change_rows", organisation, "receivers"), body)

    assert reply.status_code == 400


def test_reader_is_shown_no_button(ranked, organisation, reader_client):
    page = reader_client.get(url("question", organisation, "objective"), {"form": "full"})

    assert "first:objectives" not in page.content.decode()


def test_save_says_which_objective_is_first_now(ranked, organisation, owner_client):
    reply = save(
        owner_client,
        organisation,
        "objective",
        f"rows/objectives/{ROW}",
        version=1,
        objective="help",
        rank="3",
    )

    assert '"first": ""' in reply.content.decode()


def test_restoring_brings_the_priority_of_its_time_back(ranked, organisation, owner, owner_client):
    write(organisation, owner, "objective", {f"rows/objectives/{ROW}/rank": "3"})
    write(organisation, owner, "objective", {f"{SECOND}/rank": "1"})

    owner_client.post(url("restore", organisation, "objective", 1), {"version": 3})

    assert held(organisation) == (ROW, "help")
    assert ranks(organisation) == ["1", "2"]


TWO_FIRSTS = dossier(
    objective={
        "objectives": [
            {"id": ROW, "objective": "help", "rank": "1"},
            {"id": OTHER_ROW, "objective": "trust", "rank": "1"},
        ]
    }
)


def loaded(user, *, rank):
    """The organisation of a file whose second objective has this rank."""
    said = json.loads(json.dumps(TWO_FIRSTS))
    said["people"] = []
    said["answers"]["objective"]["value"]["tables"]["objectives"][1]["rank"] = rank
    return load(said, owner=user)


def test_loaded_dossier_holds_its_priority(owner):
    assert held(loaded(owner, rank="2")) == (ROW, "help")


def test_dossier_with_two_firsts_loads_without_a_priority_and_can_be_mended(owner):
    organisation = loaded(owner, rank="1")
    assert held(organisation) is None

    write(organisation, owner, "objective", {"header/sentence": "Une phrase"})
    write(organisation, owner, "objective", {f"{SECOND}/rank": "2"})

    assert held(organisation) == (ROW, "help")


def test_restoring_two_firsts_is_refused_and_said(owner, owner_client):
    organisation = loaded(owner, rank="1")
    write(organisation, owner, "objective", {f"{SECOND}/rank": "2"})

    reply = owner_client.post(
        url("restore", organisation, "objective", 1), {"version": 2}, follow=True
    )

    assert SMILE in words_of(reply)
    assert ranks(organisation) == ["1", "2"]


def test_migration_holds_the_priority_of_what_was_answered_before(ranked, organisation):
    with scope(organisation=organisation):
        Priority.objects.all().delete()
    migration = import_module("strategy.migrations.0003_hold_priority")

    class Bare:
        """Models as a migration sees them: without scopes."""

        @staticmethod
        def get_model(app, name):
            model = apps.get_model(app, name)
            return type(name, (), {"objects": model._base_manager})

    migration.hold(Bare, None)
    assert held(organisation) == (ROW, "help")

    migration.let_go(Bare, None)
    assert held(organisation) is None


def test_row_that_comes_back_first_is_refused(ranked, organisation, owner, owner_client):
    write(organisation, owner, "objective", {f"{SECOND}/rank": None})
    body = {"op": f"remove:objectives:{ROW}", "version": 2, "tab": "tab1", "sure": "1"}
    owner_client.post(url("change_rows", organisation, "objective"), body)
    write(organisation, owner, "objective", {f"{SECOND}/rank": "1"})
    body = {"op": f"back:objectives:{ROW}", "version": 4, "tab": "tab1", "removed": 3}

    reply = owner_client.post(url("change_rows", organisation, "objective"), body)

    assert reply.status_code == 422
    assert SMILE in words_of(reply)
    assert held(organisation) == (OTHER_ROW, "trust")


def test_save_that_fails_keeps_the_priority_that_was(ranked, organisation, owner):
    with scope(organisation=organisation):
        record = Answer.objects.get(question="objective")
        asked = Asked(owner, version=1)
        with pytest.raises(saving.TooLargeError):
            saving.save(
                record,
                edit=lambda current: (
                    {"header/sentence": "x" * 300_000, f"{SECOND}/rank": "1"}
                    | {f"rows/objectives/{ROW}/rank": "2"}
                ),
                asked=asked,
            )

    assert held(organisation) == (ROW, "help")
    assert THIRD_ROW not in answer(organisation, "objective").paths["order/objectives"]
