"""The crisis kit: what it shows, what it lacks, the page that is folded."""

from django.urls import reverse

from deliverables.dossier.loading import load
from organisations.models import Role
from tests.answers import text_of, words_of
from tests.conclusions import demonstration
from tests.factories import make_member


def page_of(client, organisation, name="crisis_kit", *rest):
    return client.get(reverse(name, args=[organisation.pk, *rest]))


def test_kit_says_who_decides_and_how_one_reaches_them(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished))

    assert "Décide Clarisse Vorlet, sous 1 heure" in text
    assert "Joindre, hors horaires Maud Térisse (06 39 98 27 01)" in text
    assert (
        "Suspendre la vente du lot, prévenir l’autorité compétente, puis publier l’alerte" in text
    )


def test_statement_that_nobody_typed_is_offered_in_the_chosen_tone(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished))

    assert "proposition de Cap27, dans le ton de la question 18" in text
    assert "Je l’ai lu et je vous réponds ici sous 1 jour ouvré. Solène, animatrice" in text


def test_page_to_fold_has_eight_panels(owner, client_of, finished):
    body = page_of(client_of(owner), finished).content.decode()

    assert body.count('<div class="panel') == 8
    assert "css/pocket.css" in body


def test_kit_of_nothing_says_what_to_do_first(owner_client, organisation):
    text = text_of(page_of(owner_client, organisation))

    assert "Aucun niveau n’est décrit" in text
    assert "Dire qui décide à chaque niveau (question 5)" in text


def test_level_without_anybody_leads_to_its_field(owner, client_of):
    halfway = load(demonstration("sauvelande-fr"), owner=owner)
    body = page_of(client_of(owner), halfway).content.decode()

    assert "Personne\xa0: nommer qui décide (question 5)" in body
    assert "#id_rows-levels-red-decider" in body


def test_reader_reads_and_is_offered_no_change(finished, client_of):
    body = page_of(client_of(make_member(finished, Role.READER)), finished).content.decode()

    assert "Clarisse Vorlet" in body
    assert "Compléter le kit" not in body
    assert "Écrire le vôtre" not in body


def test_card_says_how_far_the_kit_is(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished, "following"))

    assert "Kit de crise 3 / 3 Niveaux où quelqu’un peut être joint" in text
