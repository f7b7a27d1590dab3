"""Where a page posted whole is taken up again: at the row whose button was pressed."""

import pytest

from tests.answers import OTHER_ROW, ROW, THIRD_ROW, url, value_of, write

AUDIENCES = {
    "order/audiences": [ROW, OTHER_ROW],
    f"rows/audiences/{ROW}/audience": "Riverains",
    f"rows/audiences/{OTHER_ROW}/audience": "Élus",
}


@pytest.fixture
def listed(organisation, owner):
    """The address of a question that has two rows."""
    write(organisation, owner, "receivers", AUDIENCES)
    return url("question", organisation, "receivers")


@pytest.mark.parametrize(
    ("op", "query", "place"),
    [
        (f"up:audiences:{OTHER_ROW}", "", f"#row-{OTHER_ROW}"),
        (f"down:audiences:{ROW}", "?form=full", f"?form=full#row-{ROW}"),
        (f"remove:audiences:{ROW}", "?page=2", "?page=1#table-audiences"),
        ("add:audiences:", "", "#new-audiences"),
        ("up:audiences:nowhere", "", ""),
        ("up:nothing:nowhere", "", ""),
        ("keep", "?form=full", "?form=full"),
    ],
)
def test_button_of_a_row_leads_back_to_it(listed, owner_client, op, query, place):
    reply = owner_client.post(listed + query, {"version": 1, "op": op})

    assert reply["Location"] == listed + place
    page = owner_client.get(listed).content.decode()
    assert place.partition("#")[2] == "" or f'id="{place.partition("#")[2]}"' in page


def test_tick_leads_to_the_row_that_it_made(organisation, owner_client):
    address = url("question", organisation, "receivers")

    reply = owner_client.post(
        address, {"version": 0, "form": "quick", "op": "tick:audiences:press"}
    )

    (row,) = value_of(organisation, "receivers")["tables"]["audiences"]
    assert reply["Location"] == f"{address}#row-{row['id']}"


def test_row_that_moves_to_another_page_is_followed_there(organisation, owner, owner_client):
    order = [f"row{number:09}" for number in range(51)]
    cells = {f"rows/audiences/{row}/audience": row for row in order}
    write(organisation, owner, "receivers", {"order/audiences": order, **cells})
    address = url("question", organisation, "receivers")

    up = owner_client.post(
        f"{address}?form=full&page=2", {"version": 1, "op": f"up:audiences:{order[50]}"}
    )
    down = owner_client.post(address, {"version": 2, "op": f"down:audiences:{order[50]}"})

    assert up["Location"] == f"{address}?form=full&page=1#row-{order[50]}"
    assert down["Location"] == f"{address}?page=2#row-{order[50]}"


def test_removal_that_warns_leads_to_its_warning(organisation, owner, owner_client):
    write(organisation, owner, "receivers", AUDIENCES)
    linked = {"order/places": [THIRD_ROW], f"rows/places/{THIRD_ROW}/audiences": [ROW]}
    write(organisation, owner, "places", linked)
    address = url("question", organisation, "receivers")

    reply = owner_client.post(address, {"version": 1, "op": f"remove:audiences:{ROW}"})

    assert reply["Location"] == address
