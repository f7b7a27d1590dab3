"""One unit saved while one types: kept, merged, refused with both texts, never lost."""

import json
import uuid

import pytest
from django_scopes import scope

from organisations.models import Role
from strategy import saving
from strategy.models import Answer, Revision
from tests.answers import (
    ROW,
    answer,
    revisions,
    row_of,
    save,
    text_of,
    value_of,
    write,
)
from tests.factories import make_member


def told(response):
    """What the reply tells the page beside its words."""
    _before, _mark, after = response.content.decode().partition('type="application/json">')
    return json.loads(after.partition("</script>")[0])


@pytest.fixture
def editor(organisation):
    return make_member(organisation, Role.EDITOR, "Basile Autre")


@pytest.fixture
def other_client(editor, client_of):
    return client_of(editor)


def test_first_save_makes_the_answer(organisation, owner, owner_client):
    response = save(owner_client, organisation, "objective", sentence="Être reconnus.")

    kept = answer(organisation, "objective")
    assert response.status_code == 200
    assert "Enregistré à" in text_of(response)
    assert told(response) == {"state": "draft", "theirs": {}, "version": 1}
    assert kept.value == {"header": {"sentence": "Être reconnus."}, "tables": {}}
    assert (kept.version, kept.state, kept.author, kept.tab) == (1, "draft", owner, "tab1")
    assert [each.changes for each in revisions(organisation, "objective")] == [
        {"header/sentence": [None, "Être reconnus."], "state": [None, "draft"]}
    ]


def test_each_unit_of_a_tab_keeps_the_version_it_has(organisation, owner_client):
    save(owner_client, organisation, "objective", sentence="Une phrase.")
    row = row_of("objectives")
    by_row = save(owner_client, organisation, "objective", **row, objective="trust")
    by_sheet = save(owner_client, organisation, "objective", "sheet", state="done")

    assert (by_row.status_code, by_sheet.status_code) == (200, 200)
    assert answer(organisation, "objective").state == "done"
    assert value_of(organisation, "objective") == {
        "header": {"sentence": "Une phrase."},
        "tables": {"objectives": [{"id": ROW, "objective": "trust"}]},
    }


def test_own_tab_never_clashes(organisation, owner_client):
    for text in ("Un", "Un deux", "Un deux trois"):
        response = save(owner_client, organisation, "objective", sentence=text)

        assert response.status_code == 200

    assert value_of(organisation, "objective")["header"] == {"sentence": "Un deux trois"}


def test_fields_that_do_not_overlap_are_merged(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="Départ", horizon="lasting")

    response = save(
        other_client, organisation, "objective", version=1, tab="tab2", sentence="Autre phrase"
    )

    assert response.status_code == 200
    assert told(response)["theirs"] == {"header-horizon": ["lasting"]}
    assert value_of(organisation, "objective")["header"] == {
        "sentence": "Autre phrase",
        "horizon": "lasting",
    }


def test_same_field_clashes_with_both_texts(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="La phrase d’Olivia")

    response = save(
        other_client, organisation, "objective", version=1, tab="tab2", sentence="Celle de Basile"
    )

    words = text_of(response)
    assert response.status_code == 409
    assert "Olivia Owner a aussi modifié ce texte" in words
    assert "Celle de Basile" in words
    assert "La phrase d’Olivia" in words
    assert value_of(organisation, "objective")["header"] == {"sentence": "La phrase d’Olivia"}
    refused = revisions(organisation, "objective")[-1]
    assert refused.kind == Revision.Kind.REFUSED
    assert refused.changes == {"header/sentence": ["La phrase d’Olivia", "Celle de Basile"]}


def test_writers_without_a_page_clash_as_two_tabs_do(organisation, owner, editor):
    outcomes = []
    for author, sentence in ((owner, "Celle d’Olivia"), (editor, "Celle de Basile")):
        with scope(organisation=organisation):
            record = Answer.kept(organisation.pk, "objective")
            mine = {"header/sentence": sentence}
            outcomes.append(
                saving.save(
                    record,
                    edit=lambda current, mine=mine: mine,
                    asked=saving.Asked(author, version=0),
                )
            )

    assert [bool(each.clashes) for each in outcomes] == [False, True]
    assert value_of(organisation, "objective")["header"] == {"sentence": "Celle d’Olivia"}


def test_clash_keeps_the_fields_that_do_not_clash(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="La phrase d’Olivia")

    response = save(
        other_client,
        organisation,
        "objective",
        version=1,
        tab="tab2",
        sentence="Celle de Basile",
        due="2027-06-01",
    )

    assert response.status_code == 409
    assert value_of(organisation, "objective")["header"] == {
        "sentence": "La phrase d’Olivia",
        "due": "2027-06-01",
    }


def test_choice_after_a_clash_is_kept(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="La phrase d’Olivia")
    save(other_client, organisation, "objective", version=1, tab="tab2", sentence="Celle de B")

    response = save(
        other_client, organisation, "objective", version=2, tab="tab2", sentence="Celle de B"
    )

    assert response.status_code == 200
    assert value_of(organisation, "objective")["header"] == {"sentence": "Celle de B"}


def test_replay_changes_nothing_and_is_acknowledged(organisation, owner_client):
    save_id = uuid.uuid4()
    first = save(owner_client, organisation, "objective", save_id=save_id, sentence="Une fois")

    again = save(owner_client, organisation, "objective", save_id=save_id, sentence="Une fois")

    assert (first.status_code, again.status_code) == (200, 200)
    assert len(revisions(organisation, "objective")) == 1
    assert answer(organisation, "objective").version == 1


def test_late_replay_does_not_undo_what_came_after(organisation, owner_client, other_client):
    save_id = uuid.uuid4()
    save(owner_client, organisation, "objective", save_id=save_id, sentence="Avant")
    save(owner_client, organisation, "objective", version=1, sentence="Après")

    again = save(owner_client, organisation, "objective", save_id=save_id, sentence="Avant")

    assert again.status_code == 200
    assert value_of(organisation, "objective")["header"] == {"sentence": "Après"}
    assert len(revisions(organisation, "objective")) == 2


def test_replay_of_a_clash_is_remembered_once(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="La phrase d’Olivia")
    late = {"version": 1, "tab": "tab2", "save_id": uuid.uuid4(), "sentence": "Celle de B"}

    statuses = [save(other_client, organisation, "objective", **late).status_code for _ in range(2)]

    kinds = [each.kind for each in revisions(organisation, "objective")]
    assert statuses == [409, 409]
    assert kinds == ["saved", "saved", "refused"]


def test_save_id_of_another_answer_is_malformed(organisation, owner_client):
    save_id = uuid.uuid4()
    save(owner_client, organisation, "objective", save_id=save_id, sentence="Ici")

    response = save(owner_client, organisation, "trust", save_id=save_id, because="Là")

    assert response.status_code == 400
    assert "Cet enregistrement est mal formé" in text_of(response)
    assert value_of(organisation, "trust") == {}


def test_page_ahead_of_what_is_stored_overwrites_nothing(organisation, owner_client, other_client):
    save(owner_client, organisation, "objective", sentence="La phrase d’Olivia")

    response = save(
        other_client, organisation, "objective", version=99, tab="tab2", sentence="Celle de B"
    )

    assert response.status_code == 409
    assert value_of(organisation, "objective")["header"] == {"sentence": "La phrase d’Olivia"}


def test_emptied_answer_is_empty_again(organisation, owner_client):
    save(owner_client, organisation, "objective", sentence="Une phrase")

    save(owner_client, organisation, "objective", version=1, sentence="")

    kept = answer(organisation, "objective")
    assert (kept.value, kept.state, kept.size) == ({"header": {}, "tables": {}}, "empty", 0)


def test_text_in_a_row_that_somebody_removed_is_offered_again(
    organisation, owner, owner_client, other_client
):
    save(owner_client, organisation, "receivers", **row_of("audiences"), audience="Riverains")
    write(
        organisation,
        owner,
        "receivers",
        {"order/audiences": None, f"rows/audiences/{ROW}/audience": None},
    )
    typed = {"audience": "Riverains", "beliefs": "Ils nous croient loin."}
    late = {"version": 1, "tab": "tab2", **typed}

    response = save(other_client, organisation, "receivers", f"rows/audiences/{ROW}", **late)

    assert response.status_code == 409
    assert "Ils nous croient loin." in text_of(response)
    assert "Olivia Owner a retiré cette ligne" in text_of(response)
    assert text_of(response).count("Votre texte – ") == 1

    back = save(
        other_client, organisation, "receivers", **row_of("audiences"), **late | {"version": 2}
    )

    assert back.status_code == 200
    assert value_of(organisation, "receivers")["tables"]["audiences"] == [
        {"id": ROW, "audience": "Riverains", "beliefs": "Ils nous croient loin."}
    ]


def test_row_that_never_was_says_so(organisation, owner_client):
    response = save(
        owner_client, organisation, "receivers", f"rows/audiences/{ROW}", audience="Riverains"
    )

    assert response.status_code == 409
    assert "Cette ligne n’est plus là." in text_of(response)
