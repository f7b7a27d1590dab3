"""What one person saved within a quarter of an hour is one entry, and every save opens."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.answers import (
    HTMX,
    ROW,
    age,
    row_of,
    save,
    text_of,
    url,
    value_of,
    write,
)


def test_saves_of_one_spell_are_one_card_from_first_to_last(organisation, owner_client):
    for number, text in enumerate(("Un", "Un peu", "Un peu plus")):
        save(owner_client, organisation, "objective", version=number, sentence=text)
        if not number:
            age(organisation, "objective")

    page = owner_client.get(url("history", organisation, "objective"))

    words = text_of(page)
    assert page.content.decode().count('class="sheet revision"') == 2
    assert "2 enregistrements depuis" in words
    assert "Un Un peu plus" in words
    assert words.count("Un peu plus") == 1
    assert words.count("Rétablir la version") == 1  # the spell before; the last one stands


def test_text_typed_and_cleared_within_a_spell_is_read_and_restored(organisation, owner_client):
    for number, text in enumerate(("Devenir", "Devenir la référence", "")):
        save(owner_client, organisation, "objective", version=number, sentence=text)

    page = owner_client.get(url("history", organisation, "objective"))
    owner_client.post(url("restore", organisation, "objective", 2), {"version": 3})

    words = text_of(page)
    assert page.content.decode().count('class="sheet revision"') == 2
    assert words.count("a été effacé ou remplacé juste après") == 1
    assert words.count("Rétablir la version 2") == 1
    assert value_of(organisation, "objective")["header"] == {"sentence": "Devenir la référence"}


def test_row_removed_within_a_spell_is_restored(organisation, owner_client):
    save(owner_client, organisation, "receivers", **row_of("audiences"), audience="Riverains")
    body = {"op": f"remove:audiences:{ROW}", "version": 1, "tab": "tab1", "sure": "1"}
    owner_client.post(url("change_rows", organisation, "receivers"), body)
    assert not value_of(organisation, "receivers").get("tables")

    page = owner_client.get(url("history", organisation, "receivers"))

    assert text_of(page).count("Rétablir la version 1") == 1


def test_spell_opens_to_its_saves_one_by_one(organisation, owner_client):
    for number, text in enumerate(("Un", "Un peu", "Un peu plus")):
        save(owner_client, organisation, "objective", version=number, sentence=text)

    whole = owner_client.get(url("history", organisation, "objective"), {"form": "full"})
    page = owner_client.get(url("history", organisation, "objective"), {"each": 3})

    assert "?form=full&amp;each=3" in whole.content.decode()
    assert page.content.decode().count('class="sheet revision"') == 3
    assert "3 enregistrements d’une même personne, un par un." in text_of(page)
    assert text_of(page).count("Rétablir la version") == 2  # the third stands


def test_spell_opened_while_its_author_goes_on_stays_open(organisation, owner_client):
    for number, text in enumerate(("Un", "Un peu", "Un peu plus")):
        save(owner_client, organisation, "objective", version=number, sentence=text)

    page = owner_client.get(url("history", organisation, "objective"), {"each": 2})

    assert page.content.decode().count('class="sheet revision"') == 3


def test_decision_opens_a_spell_as_an_answer_does(organisation, owner_client):
    place = reverse("save_decision", args=[organisation.pk, "space"])
    for number, option in enumerate(("third_party_page", "own_comments")):
        body = {"unit": "header", "version": number, "tab": "tab1", "header-options": option}
        owner_client.post(place, {**body, "save_id": uuid.uuid4()}, headers=HTMX)

    page = owner_client.get(url("decision_history", organisation, "space"), {"each": 2})

    assert page.content.decode().count('class="sheet revision"') == 2


@pytest.mark.parametrize("each", ["4", "x"])
def test_version_that_is_in_no_spell_is_not_found(organisation, owner_client, each):
    for number, text in enumerate(("Un", "Un peu", "Un peu plus")):
        save(owner_client, organisation, "objective", version=number, sentence=text)

    page = owner_client.get(url("history", organisation, "objective"), {"each": each})

    assert page.status_code == 404


def test_saves_of_a_spell_have_pages_at_a_constant_cost(organisation, owner, owner_client):
    def page_of(asked):
        owner_client.get(url("history", organisation, "objective"), asked)
        with CaptureQueriesContext(connection) as counted:
            page = owner_client.get(url("history", organisation, "objective"), asked)
        return page.content.decode(), len(counted)

    for number in range(3):
        write(organisation, owner, "objective", {"header/sentence": "Mot " * (number + 1)})
    _few, cost_of_few = page_of({"each": 3})
    for number in range(3, 25):
        write(organisation, owner, "objective", {"header/sentence": "Mot " * (number + 1)})
    first, cost_of_many = page_of({"each": 25, "form": "full"})
    last, _cost = page_of({"each": 25, "page": 2})

    assert (first.count('class="sheet revision"'), last.count('class="sheet revision"')) == (20, 5)
    assert 'href="?each=25&amp;form=full&amp;page=2"' in first
    assert cost_of_many == cost_of_few


def test_history_is_cut_into_pages_at_a_constant_cost(organisation, owner, owner_client):
    def queries():
        owner_client.get(url("history", organisation, "objective"))
        with CaptureQueriesContext(connection) as counted:
            owner_client.get(url("history", organisation, "objective"))
        return len(counted)

    write(organisation, owner, "objective", {"header/sentence": "Phrase 0"})
    one = queries()
    for number in range(1, 25):
        age(organisation, "objective")
        write(organisation, owner, "objective", {"header/sentence": f"Phrase {number}"})

    page = owner_client.get(url("history", organisation, "objective"))

    assert page.content.decode().count('class="sheet revision"') == 20
    assert queries() == one
