"""Rows of a table: a blank one, ticks, order, removal, and pages of fifty."""

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from organisations.identifiers import new_id
from tests.answers import (
    HTMX,
    OTHER_ROW,
    ROW,
    THIRD_ROW,
    control,
    revisions,
    save,
    text_of,
    url,
    value_of,
    words_of,
    write,
)

AUDIENCES = {
    "order/audiences": [ROW, OTHER_ROW],
    f"rows/audiences/{ROW}/audience": "Riverains",
    f"rows/audiences/{OTHER_ROW}/audience": "Élus",
}
SAVE_ID = "7f7b3c1a-0000-4000-8000-000000000001"


@pytest.fixture
def audiences(organisation, owner):
    write(organisation, owner, "receivers", AUDIENCES)


@pytest.fixture
def linked(audiences, organisation, owner):
    write(
        organisation,
        owner,
        "places",
        {
            "order/places": [THIRD_ROW],
            f"rows/places/{THIRD_ROW}/place": "Forum",
            f"rows/places/{THIRD_ROW}/audiences": [ROW],
        },
    )


def change(client, organisation, op, *, version=1, **more):
    body = {"op": op, "version": version, "tab": "tab1", **more}
    return client.post(url("change_rows", organisation, "receivers"), body, headers=HTMX)


def row_in(reply):
    """The row that the page is to put in, as a page of its own."""
    return HttpResponse(reply.json()["row"])


def order(organisation):
    return [row["id"] for row in value_of(organisation, "receivers")["tables"]["audiences"]]


def test_blank_row_has_an_id_from_the_server_and_is_not_kept(organisation, owner_client):
    address = url("blank_row", organisation, "receivers")

    row = owner_client.get(address, {"table": "audiences", "number": "4", "form": "full"})

    assert re.search(r'data-unit="rows/audiences/[a-z0-9]{12}"', row.content.decode())
    assert 'aria-label="Public 4"' in row.content.decode()
    assert value_of(organisation, "receivers") == {}


def test_blank_row_takes_the_id_of_a_draft_and_no_other(organisation, owner_client):
    address = url("blank_row", organisation, "receivers")

    known = owner_client.get(address, {"table": "audiences", "row": ROW})
    forged = owner_client.get(address, {"table": "audiences", "row": "../../x"})

    assert f'data-row="{ROW}"' in known.content.decode()
    assert "../../x" not in forged.content.decode()


def test_blank_row_never_takes_the_place_of_one_that_stands(audiences, organisation, owner_client):
    address = url("blank_row", organisation, "receivers")

    reply = owner_client.get(address, {"table": "audiences", "row": ROW})

    assert (reply.status_code, reply.content) == (204, b"")
    assert reply["Content-Location"] == "?form=full&page=1"


@pytest.mark.parametrize("number", ["", "-1", "9" * 5_000, "²", "one"])
def test_number_that_is_none_is_one(organisation, owner_client, number):
    address = url("blank_row", organisation, "receivers")

    row = owner_client.get(address, {"table": "audiences", "number": number})

    assert 'aria-label="Public 1"' in row.content.decode()


@pytest.mark.parametrize("page", ["0", "9" * 5_000, "one", "7"])
def test_page_that_is_not_there_is_the_nearest(audiences, organisation, owner_client, page):
    reply = owner_client.get(url("question", organisation, "receivers"), {"page": page})

    assert f"row-{ROW}" in reply.content.decode()


def test_unknown_table_and_unknown_op_are_told(audiences, organisation, owner_client):
    blank = owner_client.get(url("blank_row", organisation, "receivers"), {"table": "x"})
    replies = [
        change(owner_client, organisation, op)
        for op in ("", "up", "up:x:y", "fly:audiences:x", "tick:audiences:x", "back:audiences:x")
    ]

    assert {reply.status_code for reply in (blank, *replies)} == {400}
    assert order(organisation) == [ROW, OTHER_ROW]


def test_row_moves_and_says_the_version(audiences, organisation, owner_client):
    reply = change(owner_client, organisation, f"down:audiences:{ROW}")

    assert reply.json() == {"version": 2, "state": "draft", "repeats": {}}
    assert order(organisation) == [OTHER_ROW, ROW]


def test_tick_makes_its_row_in_the_words_of_the_dossier(organisation, owner_client):
    organisation.language = "en"
    organisation.save()

    reply = change(owner_client, organisation, "tick:audiences:press", version=0, save_id=SAVE_ID)

    (row,) = value_of(organisation, "receivers")["tables"]["audiences"]
    assert (row["audience"], row["circle"]) == ("Press", "relays")
    assert "Press" in control(row_in(reply), f"rows-audiences-{row['id']}-audience")
    page = owner_client.get(url("question", organisation, "receivers"))
    assert "tick:audiences:press" not in page.content.decode()
    assert "tick:audiences:critics" in page.content.decode()


def test_tick_sent_twice_makes_one_row(organisation, owner_client):
    sent = {"version": 0, "save_id": SAVE_ID}

    replies = [change(owner_client, organisation, "tick:audiences:press", **sent) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 200]
    assert row_in(replies[0]).content == row_in(replies[1]).content
    assert len(order(organisation)) == 1
    assert len(revisions(organisation, "receivers")) == 1


def test_tick_pressed_twice_makes_one_row(organisation, owner_client):
    change(owner_client, organisation, "tick:audiences:press", version=0)

    again = change(owner_client, organisation, "tick:audiences:press", version=0)

    assert (again.status_code, "row" in again.json()) == (200, False)
    assert len(order(organisation)) == 1


def test_row_is_removed_and_comes_back_in_its_place(audiences, organisation, owner_client):
    removal = change(owner_client, organisation, f"remove:audiences:{ROW}")
    assert order(organisation) == [OTHER_ROW]

    version = removal.json()["version"]
    reply = change(owner_client, organisation, f"back:audiences:{ROW}", version=2, removed=version)

    assert "Riverains" in control(row_in(reply), f"rows-audiences-{ROW}-audience")
    assert order(organisation) == [ROW, OTHER_ROW]
    assert value_of(organisation, "receivers")["tables"]["audiences"][0]["audience"] == "Riverains"


def test_row_comes_back_though_somebody_typed_in_it_since(audiences, organisation, owner_client):
    removal = change(owner_client, organisation, f"remove:audiences:{ROW}")
    unit = f"rows/audiences/{ROW}"
    refused = save(
        owner_client, organisation, "receivers", unit, version=1, tab="tab2", audience="Voisins"
    )
    assert refused.status_code == 409

    change(
        owner_client,
        organisation,
        f"back:audiences:{ROW}",
        version=2,
        removed=removal.json()["version"],
    )

    assert order(organisation) == [ROW, OTHER_ROW]


def test_removal_of_a_linked_row_names_who_links_first(linked, organisation, owner_client):
    reply = change(owner_client, organisation, f"remove:audiences:{ROW}")

    assert reply.status_code == 409
    assert "11. Où serons-nous présents" in words_of(reply)
    assert "Retirer quand même" in text_of(reply)
    assert order(organisation) == [ROW, OTHER_ROW]


def test_words_of_a_removed_row_stay_where_it_is_named(linked, organisation, owner_client):
    change(owner_client, organisation, f"remove:audiences:{ROW}", sure="yes")
    page = owner_client.get(url("question", organisation, "places"), {"form": "full"})

    assert value_of(organisation, "receivers")["gone"] == {"audiences": {ROW: "Riverains"}}
    assert "Riverains (retiré)" in text_of(page)
    assert re.search(rf'value="{ROW}"[^>]*checked', page.content.decode())


def test_who_names_a_row_is_looked_up_once(linked, organisation, owner_client):
    with CaptureQueriesContext(connection) as made:
        change(owner_client, organisation, f"remove:audiences:{OTHER_ROW}")

    every = [each["sql"] for each in made if 'AS "value"' in each["sql"]]
    assert len([each for each in every if " AND " not in each]) == 1


def test_row_that_comes_back_is_no_longer_gone(linked, organisation, owner_client):
    removal = change(owner_client, organisation, f"remove:audiences:{ROW}", sure="yes")

    change(
        owner_client,
        organisation,
        f"back:audiences:{ROW}",
        version=2,
        removed=removal.json()["version"],
    )

    assert "gone" not in value_of(organisation, "receivers")


def test_row_that_another_changed_is_removed_only_by_who_is_sure(
    audiences, organisation, owner, owner_client
):
    write(organisation, owner, "receivers", {f"rows/audiences/{ROW}/beliefs": "Ils doutent."})

    reply = change(owner_client, organisation, f"remove:audiences:{ROW}")
    kept = order(organisation)
    sure = change(owner_client, organisation, f"remove:audiences:{ROW}", sure="yes")

    assert (reply.status_code, sure.status_code) == (409, 200)
    assert "Olivia Owner a modifié cette ligne" in text_of(reply)
    assert kept == [ROW, OTHER_ROW]
    assert order(organisation) == [OTHER_ROW]


def test_long_table_is_shown_fifty_rows_a_page(organisation, owner, owner_client):
    ids = [new_id() for _ in range(120)]
    cells = {f"rows/audiences/{row}/audience": f"Public {n}" for n, row in enumerate(ids)}
    write(organisation, owner, "receivers", {"order/audiences": ids} | cells)
    address = url("question", organisation, "receivers")

    first, last = (owner_client.get(address, {"form": "full", "page": page}) for page in (1, 3))

    shown = re.findall(r'data-row="([a-z0-9]{12})"', first.content.decode())
    at_end = re.findall(r'data-row="([a-z0-9]{12})"', last.content.decode())
    assert shown == ids[:50]
    assert at_end[:20] == ids[100:]
    assert len(at_end) == 21  # and a blank one
    assert "Page 1 sur 3" in text_of(first)
    fields = re.findall(r'<(?:input|select|textarea)[^>]*name="', first.content.decode())
    assert len(fields) < 1_000


def test_rows_of_another_page_are_left_alone(organisation, owner, owner_client):
    ids = [new_id() for _ in range(60)]
    cells = {f"rows/audiences/{row}/audience": f"Public {n}" for n, row in enumerate(ids)}
    write(organisation, owner, "receivers", {"order/audiences": ids} | cells)
    body = {"version": 1, "shown": f"audiences/{ids[55]}", "form": "full"}
    body[f"rows-audiences-{ids[55]}-audience"] = "Changé"

    owner_client.post(url("question", organisation, "receivers") + "?page=2", body)

    kept = value_of(organisation, "receivers")["tables"]["audiences"]
    assert [row["audience"] for row in kept] == [
        "Changé" if n == 55 else f"Public {n}" for n in range(60)
    ]


def test_narrow_table_says_once_that_the_full_form_says_more(organisation, owner, reader_client):
    write(organisation, owner, "voices", {
        "order/voices": [ROW],
        f"rows/voices/{ROW}/voice": "Les clubs",
        f"rows/voices/{ROW}/motive": "Ils ont été oubliés",
    })  # fmt: skip
    address = url("question", organisation, "voices")

    quick, full = (
        reader_client.get(address, {"form": form}).content.decode() for form in ("quick", "full")
    )

    assert quick.count('<a href="?form=full#table-voices">') == 1
    assert full.count("La suite de ces lignes") == 0
