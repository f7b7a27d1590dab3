"""Every save is remembered: any version can be rebuilt, shown in words and restored."""

import pytest
from django_scopes import scope

from organisations.models import Role
from strategy import saving
from strategy.models import Answer
from tests.answers import (
    OTHER_ROW,
    ROW,
    age,
    answer,
    revisions,
    row_of,
    save,
    text_of,
    url,
    value_of,
    write,
)
from tests.factories import make_member, make_person


@pytest.fixture
def editor(organisation):
    return make_member(organisation, Role.EDITOR, "Basile Autre")


@pytest.fixture
def other_client(editor, client_of):
    return client_of(editor)


def test_restore_is_a_new_revision_that_can_be_undone(organisation, owner_client):
    for number, text in enumerate(("Un", "Deux", "Trois")):
        save(owner_client, organisation, "objective", version=number, sentence=text)

    owner_client.post(url("restore", organisation, "objective", 1), {"version": 3})
    assert value_of(organisation, "objective")["header"] == {"sentence": "Un"}

    owner_client.post(url("restore", organisation, "objective", 3), {"version": 4})
    assert value_of(organisation, "objective")["header"] == {"sentence": "Trois"}
    assert [(each.version, each.kind) for each in revisions(organisation, "objective")] == [
        (1, "saved"),
        (2, "saved"),
        (3, "saved"),
        (4, "restored"),
        (5, "restored"),
    ]


def test_restore_keeps_what_somebody_wrote_meanwhile(organisation, owner_client, other_client):
    save(owner_client, organisation, "receivers", **row_of("audiences"), audience="Riverains")
    other = {**row_of("audiences", OTHER_ROW), "tab": "tab2", "audience": "Élus"}
    save(other_client, organisation, "receivers", **other)

    response = owner_client.post(
        url("restore", organisation, "receivers", 0), {"version": 1, "tab": "tab1"}, follow=True
    )

    assert "Rétablie en partie" in text_of(response)
    assert value_of(organisation, "receivers")["tables"]["audiences"] == [
        {"id": OTHER_ROW, "audience": "Élus"}
    ]


def test_version_that_never_was_is_not_restored(organisation, owner_client):
    save(owner_client, organisation, "objective", sentence="Un")

    response = owner_client.post(url("restore", organisation, "objective", 7), {"version": 1})

    assert response.status_code == 404
    assert len(revisions(organisation, "objective")) == 1


def test_every_version_can_be_rebuilt_across_the_fiftieth(organisation, owner):
    stood = [{}]
    for number in range(1, 104):
        paths = {"header/sentence": f"Phrase {number}"}
        if number % 7 == 0:
            paths = {"order/objectives": [ROW], f"rows/objectives/{ROW}/rank": str(number)}
        if number % 11 == 0:
            paths = {"order/objectives": None, f"rows/objectives/{ROW}/rank": None}
        write(organisation, owner, "objective", paths)
        stood.append(answer(organisation, "objective").paths)

    with scope(organisation=organisation):
        record = Answer.objects.get(question="objective")
        rebuilt = [saving.paths_at(record, version) for version in range(record.version + 1)]
        wholes = record.revisions.filter(whole__isnull=False).values_list("version", flat=True)

    by_version = dict.fromkeys(range(record.version + 1))
    assert len(rebuilt) == len(by_version)
    assert all(paths in stood for paths in rebuilt)
    assert rebuilt[-1] == stood[-1]
    assert sorted(wholes) == [50, 100]


def test_history_tells_each_change_in_words(organisation, owner, owner_client, other_client):
    person = make_person(organisation, "Inès Bellamy")
    save(owner_client, organisation, "objective", sentence="Départ", horizon="lasting")
    save(owner_client, organisation, "objective", "sheet", version=1, owner=person.key, note="done")
    save(other_client, organisation, "objective", version=1, tab="tab2", sentence="Celle de B")
    save(owner_client, organisation, "objective", version=1, sentence="Celle d’Olivia")

    page = owner_client.get(url("history", organisation, "objective"))

    words = text_of(page)
    assert "Départ" in words
    assert "Durable" in words
    assert "Inès Bellamy" in words
    assert "Note done" in words  # a note is told as it is, not as a state
    assert words.count("2 enregistrements depuis") == 1
    assert words.count("Rétablir la version") == 1  # the spell before what was refused
    assert "· Basile Autre" in words


def test_history_keeps_what_lost_a_clash(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="Celle d’Olivia")
    save(other_client, organisation, "objective", version=1, tab="tab2", sentence="Celle de B")

    page = owner_client.get(url("history", organisation, "objective"))

    assert "Refusé, gardé ici" in text_of(page)
    assert "Celle de B" in text_of(page)


def test_history_tells_rows_and_their_order(organisation, owner, owner_client):
    cells = {f"rows/audiences/{row}/audience": row for row in (ROW, OTHER_ROW)}
    write(organisation, owner, "receivers", {"order/audiences": [ROW, OTHER_ROW], **cells})
    age(organisation, "receivers")
    write(organisation, owner, "receivers", {"order/audiences": [OTHER_ROW, ROW]})
    age(organisation, "receivers")
    gone = {"order/audiences": [OTHER_ROW], f"rows/audiences/{ROW}/audience": None}
    write(organisation, owner, "receivers", gone)

    words = text_of(owner_client.get(url("history", organisation, "receivers")))

    assert f"lignes ajoutées Public 1 ({ROW}), Public 2 ({OTHER_ROW})" in words
    moved = f"lignes déplacées {OTHER_ROW} : de la place 2 à la place 1"
    assert moved in words.replace("\xa0", " ")
    assert f"lignes retirées Public 2 ({ROW})" in words


@pytest.mark.parametrize("form", ["quick", "full"])
def test_restoring_leads_back_to_the_form_one_came_from(organisation, owner_client, form):
    save(owner_client, organisation, "objective", sentence="Un")
    body = {"version": 1, "form": form}

    response = owner_client.post(url("restore", organisation, "objective", 0), body)

    assert response.url == f"{url('question', organisation, 'objective')}?form={form}"


def test_history_of_nothing_says_so(organisation, owner_client):
    page = owner_client.get(url("history", organisation, "objective"))

    assert "Rien n’a encore été enregistré" in text_of(page)


def test_reader_sees_history_and_restores_nothing(organisation, owner_client, reader_client):
    save(owner_client, organisation, "objective", sentence="Un")
    age(organisation, "objective")
    save(owner_client, organisation, "objective", version=1, sentence="Deux")

    page = reader_client.get(url("history", organisation, "objective"))
    reply = reader_client.post(url("restore", organisation, "objective", 1), {"version": 2})

    assert "Un" in text_of(page)
    assert "Rétablir la version" not in text_of(page)
    assert reply.status_code == 403
    assert value_of(organisation, "objective")["header"] == {"sentence": "Deux"}
