"""A decision that the chosen space makes meaningless: told with its reason, and not asked."""

import pytest

from charter.domain.loading import charter
from organisations.models import Role
from tests.answers import text_of
from tests.charters import address, choice_of, decide, post_unit
from tests.factories import make_member

FREE = charter("fr").by_id["registration"].options[0]


@pytest.fixture
def elsewhere(organisation, owner):
    """A page on somebody else's network: how one registers is not theirs to decide."""
    decide(organisation, "space", "third_party_page")
    return organisation


def page_of(client, organisation, decision="registration"):
    return client.get(address(organisation, decision))


def test_decision_without_object_says_why_first(owner_client, elsewhere):
    words = text_of(page_of(owner_client, elsewhere))

    reason = " ".join(charter("fr").by_id["registration"].without_object.split())
    assert 0 < words.index(reason) < words.index("Rien n’est à choisir ni à confirmer ici.")
    assert "Rien : pour cet espace, la charte n’a pas d’article" in words


def test_decision_without_object_asks_for_nothing_and_shows_its_options(owner_client, elsewhere):
    page = page_of(owner_client, elsewhere)

    body, words = page.content.decode(), text_of(page)
    assert 'name="header-options"' not in body
    assert 'name="sheet-state"' not in body
    assert 'value="confirm"' not in body
    assert "Ce que dirait la charte" not in words
    assert body.index("<summary>Les rappels juridiques de cette") < body.index('id="legal"')
    assert "<details open>" in body
    for option in charter("fr").by_id["registration"].options:
        assert option.title in words


def test_choice_made_before_is_kept_and_serves_again(owner_client, elsewhere):
    decide(elsewhere, "registration", FREE.id, clause="Entrez sans frapper.", clause_of=[FREE.id])

    closed = text_of(page_of(owner_client, elsewhere))
    owner_client.post(address(elsewhere, "registration"), {"version": 1, "op": "continue"})
    decide(elsewhere, "space", "own_comments")
    open_again = text_of(page_of(owner_client, elsewhere))

    assert "Le texte écrit à la main, gardé Entrez sans frapper." in closed
    assert "Texte écrit à la main. Entrez sans frapper." in open_again
    assert choice_of(elsewhere, "registration").value["header"]["options"] == [FREE.id]


def test_choice_sent_from_an_older_page_is_kept(owner_client, elsewhere):
    body = {"version": 0, "op": "keep", "header-options": FREE.id}

    owner_client.post(address(elsewhere, "registration"), body)

    assert choice_of(elsewhere, "registration").value["header"]["options"] == [FREE.id]


def test_confirmation_sent_from_an_older_page_confirms_nothing(owner_client, elsewhere):
    decide(elsewhere, "registration", FREE.id)
    body = {"version": 1, "op": "confirm", "header-options": FREE.id}

    owner_client.post(address(elsewhere, "registration"), body)

    assert choice_of(elsewhere, "registration").state == "to_confirm"


def test_note_of_a_decision_without_object_is_still_kept(owner_client, elsewhere):
    post_unit(owner_client, elsewhere, "registration/sheet", note="À revoir en mars")

    assert choice_of(elsewhere, "registration").note == "À revoir en mars"


@pytest.mark.parametrize("role", [Role.READER, Role.REVIEWER])
def test_members_who_do_not_decide_read_the_same(elsewhere, client_of, role):
    words = text_of(page_of(client_of(make_member(elsewhere, role)), elsewhere))

    assert "Rien n’est à choisir ni à confirmer ici." in words
    assert "Confirmer et continuer" not in words


def test_what_goes_with_a_decision_says_which_are_without_object(owner_client, elsewhere):
    linked = charter("fr").by_id["registration"]
    gone_with = next(
        each for each in charter("fr").decisions if linked.id in each.linked and not each.applies_to
    )

    words = text_of(page_of(owner_client, elsewhere, gone_with.id))

    assert f"2. {' '.join(linked.title.split())} Sans objet" in words


def test_option_that_writes_no_article_is_not_said_to_be_undecided(owner_client, organisation):
    decide(organisation, "promotion", "no_rule")

    chosen = text_of(page_of(owner_client, organisation, "promotion"))
    undecided = text_of(page_of(owner_client, organisation, "age"))

    assert "Ce que dit la charte Ce choix n’écrit aucun article." in chosen
    assert "Rien n’est encore" not in chosen
    assert "Rien n’est encore choisi : l’article apparaîtra ici." in undecided
