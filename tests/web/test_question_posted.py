"""The whole page posted at once, as a browser without JavaScript does."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.answers import (
    OTHER_ROW,
    ROW,
    THIRD_ROW,
    answer,
    control,
    revisions,
    save,
    text_of,
    url,
    value_of,
    write,
)

AUDIENCES = {
    "order/audiences": [ROW, OTHER_ROW],
    f"rows/audiences/{ROW}/audience": "Riverains",
    f"rows/audiences/{OTHER_ROW}/audience": "Élus",
}


def named(page, name):
    """The values of the hidden inputs of that name."""
    tags = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page.content.decode())
    return [unescape(re.search(r'value="([^"]*)"', tag)[1]) for tag in tags]


def post(client, organisation, question, form="full", **typed):
    """Open the page, type, and press the button `op`."""
    address = url("question", organisation, question)
    page = client.get(address, {"form": form})
    body = {
        "version": named(page, "version")[0],
        "tab": named(page, "tab")[0],
        "form": form,
        "shown": named(page, "shown"),
        "new": named(page, "new"),
        "op": typed.pop("op", "keep"),
    }
    return client.post(address, body | typed)


def rows_of(organisation, table="audiences", question="receivers"):
    return value_of(organisation, question)["tables"].get(table, [])


def test_header_and_sheet_are_kept_and_the_path_goes_on(organisation, owner_client):
    reply = post(
        owner_client,
        organisation,
        "objective",
        op="continue",
        **{
            "header-sentence": "Être reconnus.",
            "sheet-state": "done",
            "sheet-confidence": "assumed",
            "sheet-note": "À relire",
        },
    )

    kept = answer(organisation, "objective")
    assert reply["Location"] == url("question", organisation, "hours")
    assert kept.value["header"] == {"sentence": "Être reconnus."}
    assert (kept.state, kept.confidence, kept.note) == ("done", "assumed", "À relire")
    assert len(revisions(organisation, "objective")) == 1


def test_last_question_goes_on_to_the_overview(organisation, owner_client):
    reply = post(owner_client, organisation, "change_of_course", op="continue")

    assert reply["Location"] == reverse("overview", args=[organisation.pk])


def test_new_row_is_kept_under_the_id_of_the_page(organisation, owner_client):
    page = owner_client.get(url("question", organisation, "receivers"), {"form": "full"})
    (new,) = named(page, "new")
    row = new.removeprefix("audiences/")
    body = {"version": 0, "shown": new, "new": new, f"rows-audiences-{row}-audience": "Riverains"}

    owner_client.post(url("question", organisation, "receivers"), body)
    owner_client.post(url("question", organisation, "receivers"), body)

    assert rows_of(organisation) == [{"id": row, "audience": "Riverains"}]


def test_blank_row_makes_none(organisation, owner_client):
    post(owner_client, organisation, "receivers", op="add:audiences:")

    assert value_of(organisation, "receivers") in ({}, {"header": {}, "tables": {}})


@pytest.mark.parametrize(
    ("op", "order"),
    [
        (f"up:audiences:{OTHER_ROW}", [OTHER_ROW, ROW]),
        (f"down:audiences:{ROW}", [OTHER_ROW, ROW]),
        (f"remove:audiences:{ROW}", [OTHER_ROW]),
    ],
)
def test_button_of_a_row_keeps_the_text_and_changes_the_row(
    organisation, owner, owner_client, op, order
):
    write(organisation, owner, "receivers", AUDIENCES)
    typed = {
        f"rows-audiences-{ROW}-audience": "Riverains",
        f"rows-audiences-{OTHER_ROW}-audience": "Élus de la commune",
    }

    reply = post(owner_client, organisation, "receivers", op=op, **typed)

    kept = rows_of(organisation)
    assert reply.status_code == 302
    assert [row["id"] for row in kept] == order
    assert {"id": OTHER_ROW, "audience": "Élus de la commune"} in kept


def test_tick_makes_its_row_once(organisation, owner_client):
    for _turn in range(2):
        body = {"version": 0, "form": "quick", "op": "tick:audiences:press"}
        owner_client.post(url("question", organisation, "receivers"), body)

    (row,) = rows_of(organisation)
    assert (row["audience"], row["circle"]) == ("Presse", "relays")


def test_removal_says_who_names_the_row(organisation, owner, owner_client):
    write(organisation, owner, "receivers", AUDIENCES)
    write(
        organisation,
        owner,
        "places",
        {"order/places": [THIRD_ROW], f"rows/places/{THIRD_ROW}/audiences": [ROW]},
    )
    address = url("question", organisation, "receivers")
    body = {"version": 1, "op": f"remove:audiences:{ROW}"}

    page = owner_client.post(address, body, follow=True)

    assert "Ses mots restent, barrés, dans : 11." in text_of(page)
    assert value_of(organisation, "receivers")["gone"] == {"audiences": {ROW: "Riverains"}}


def test_row_that_another_changed_is_not_removed_unseen(organisation, owner, owner_client):
    write(organisation, owner, "receivers", AUDIENCES)
    write(organisation, owner, "receivers", {f"rows/audiences/{ROW}/beliefs": "Ils doutent."})
    body = {"version": 1, "tab": "old", "op": f"remove:audiences:{ROW}"}

    page = owner_client.post(url("question", organisation, "receivers"), body, follow=True)

    assert "quelqu’un vient de la modifier" in text_of(page)
    assert rows_of(organisation)[0]["beliefs"] == "Ils doutent."


def test_sound_units_are_kept_and_wrong_ones_come_back_as_typed(organisation, owner, owner_client):
    write(organisation, owner, "receivers", AUDIENCES)
    typed = {
        f"rows-audiences-{ROW}-audience": "Riverains du port",
        f"rows-audiences-{OTHER_ROW}-audience": "Élus",
        f"rows-audiences-{OTHER_ROW}-rank": "premier",
        "sheet-note": "Deux à revoir",
    }

    reply = post(owner_client, organisation, "receivers", op="continue", **typed)

    kept = rows_of(organisation)
    assert reply.status_code == 422
    assert "Une partie n’a pas été enregistrée" in text_of(reply)
    assert f'href="#id_rows-audiences-{OTHER_ROW}-rank"' in reply.content.decode()
    assert 'value="premier"' in control(reply, f"rows-audiences-{OTHER_ROW}-rank")
    assert "Riverains du port" in control(reply, f"rows-audiences-{ROW}-audience")
    assert kept == [
        {"id": ROW, "audience": "Riverains du port"},
        {"id": OTHER_ROW, "audience": "Élus"},
    ]
    assert answer(organisation, "receivers").note == "Deux à revoir"


def test_page_that_came_back_wrong_saves_when_mended(organisation, owner_client):
    wrong = post(
        owner_client,
        organisation,
        "objective",
        **{"header-sentence": "Une phrase", "header-due": "demain"},
    )
    body = {
        "version": named(wrong, "version")[0],
        "tab": named(wrong, "tab")[0],
        "header-sentence": "Une phrase",
        "header-due": "2027-06-01",
    }

    reply = owner_client.post(url("question", organisation, "objective"), body)

    assert (wrong.status_code, reply.status_code) == (422, 302)
    assert value_of(organisation, "objective")["header"] == {
        "sentence": "Une phrase",
        "due": "2027-06-01",
    }


def test_new_row_that_is_wrong_comes_back_as_typed(organisation, owner_client):
    page = owner_client.get(url("question", organisation, "receivers"), {"form": "full"})
    (new,) = named(page, "new")
    field = f"rows-{new.replace('/', '-')}"
    body = {"version": 0, "shown": new, "new": new, "form": "full"}
    body |= {f"{field}-audience": "Riverains", f"{field}-rank": "0"}

    reply = owner_client.post(url("question", organisation, "receivers"), body)

    assert reply.status_code == 422
    assert new in named(reply, "new")
    assert "Riverains" in control(reply, f"{field}-audience")
    assert 'value="0"' in control(reply, f"{field}-rank")


def test_clash_shows_both_texts_and_the_next_post_decides(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Départ"})
    write(organisation, owner, "objective", {"header/sentence": "La phrase d’à côté"})
    body = {"version": 1, "tab": "old", "header-sentence": "La mienne"}

    reply = owner_client.post(url("question", organisation, "objective"), body)

    assert reply.status_code == 409
    assert "La phrase d’à côté" in text_of(reply)
    assert 'id="id_header-sentence"' in control(reply, "header-sentence")
    assert "La mienne" in control(reply, "header-sentence")
    assert '<a href="#id_header-sentence">Aller au champ</a>' in reply.content.decode()
    assert value_of(organisation, "objective")["header"] == {"sentence": "La phrase d’à côté"}

    again = body | {"version": named(reply, "version")[0]}
    assert owner_client.post(url("question", organisation, "objective"), again).status_code == 302
    assert value_of(organisation, "objective")["header"] == {"sentence": "La mienne"}


def test_done_needs_an_answer(organisation, owner_client):
    reply = save(owner_client, organisation, "objective", "sheet", state="done")

    assert reply.status_code == 422
    assert "Rien n’est encore répondu" in text_of(reply)


def test_not_applicable_needs_a_reason_and_can_be_taken_back(organisation, owner_client):
    alone = save(owner_client, organisation, "objective", "sheet", state="not_applicable")
    reasoned = save(
        owner_client, organisation, "objective", "sheet", state="not_applicable", reason="Ailleurs"
    )

    assert alone.status_code == 422
    assert "Dites pourquoi cette question est sans objet." in text_of(alone)
    assert reasoned.status_code == 200
    assert answer(organisation, "objective").state == "not_applicable"

    save(owner_client, organisation, "objective", "sheet", version=1, state="draft")
    assert answer(organisation, "objective").state == "empty"
