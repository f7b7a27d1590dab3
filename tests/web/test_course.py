"""The course: what follows from it, compared before one chooses, previewed while one does."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deliverables.dossier.loading import load
from tests.answers import OTHER_ROW, ROW, url, words_of, write
from tests.conclusions import demonstration

RANKED = {
    "header/sentence": "Une phrase à nous",
    "header/horizon": "lasting",
    "order/objectives": [ROW, OTHER_ROW],
    f"rows/objectives/{ROW}/objective": "help",
    f"rows/objectives/{ROW}/rank": "1",
    f"rows/objectives/{OTHER_ROW}/objective": "trust",
    f"rows/objectives/{OTHER_ROW}/rank": "2",
}
GIVEN_UP = "À répondre vous-mêmes à tout"


def page_of(client, organisation, name="course", **asked):
    return client.get(reverse(name, args=[organisation.pk]), asked)


@pytest.fixture
def ranked(organisation, owner):
    write(organisation, owner, "objective", RANKED)
    return organisation


def test_course_says_what_follows_and_what_is_given_up(reader_client, ranked):
    text = words_of(page_of(reader_client, ranked))

    assert "Aider les utilisateurs : résoudre leurs problèmes" in text
    assert "Une phrase à nous" in text
    assert "Étalés dans la durée" in text
    assert GIVEN_UP in text
    assert "2 Inspirer confiance" in text
    assert "Lire la réponse" in text


def test_without_a_horizon_twelve_months_are_read_and_said(owner_client, organisation, owner):
    write(organisation, owner, "objective", RANKED | {"header/horizon": None})

    text = words_of(page_of(owner_client, organisation))

    assert "Aucun horizon n’est choisi" in text
    assert "À promouvoir vos offres dans les réponses" in text


def test_two_firsts_are_told_with_a_smile(owner, client_of):
    written = demonstration("sauvelande-fr")
    rows = written["answers"]["objective"]["value"]["tables"]["objectives"]
    for row in rows:
        row["rank"] = "1"

    text = words_of(page_of(client_of(owner), load(written, owner=owner)))

    assert "« Les trois, mon capitaine »" in text
    assert "Choisir l’objectif prioritaire" in text


def test_nothing_chosen_says_what_to_do_first(owner_client, organisation):
    assert "Le cap n’est pas encore donné" in words_of(page_of(owner_client, organisation))


def test_reader_is_not_asked_to_choose(reader_client, organisation):
    assert "Choisir l’objectif prioritaire" not in words_of(page_of(reader_client, organisation))


def test_nine_objectives_are_compared_at_one_horizon(owner_client, ranked):
    response = page_of(owner_client, ranked, "compare_courses", horizon="three_months")

    text = words_of(response)
    assert response.content.decode().count('class="sheet course compared') == 9
    assert "À ouvrir un forum" in text
    assert "votre cap" not in text


def test_horizon_that_stands_is_compared_first_and_its_objective_marked(owner_client, ranked):
    text = words_of(page_of(owner_client, ranked, "compare_courses", horizon="nonsense"))

    assert text.count("votre cap") == 1
    assert GIVEN_UP in text


def test_one_objective_is_compared_at_three_horizons(owner_client, ranked):
    response = page_of(owner_client, ranked, "compare_courses", objective="repair")

    assert response.content.decode().count('class="sheet course compared') == 3
    assert "À toute autre parole" in words_of(response)


def test_preview_follows_the_page_before_anything_is_saved(owner_client, ranked):
    typed = {
        f"rows-objectives-{ROW}-objective": "help",
        f"rows-objectives-{ROW}-rank": "3",
        f"rows-objectives-{OTHER_ROW}-objective": "trust",
        f"rows-objectives-{OTHER_ROW}-rank": "1",
        "rows-objectives-row000000009-objective": "",
        "header-horizon": "three_months",
    }

    text = words_of(page_of(owner_client, ranked, "course_preview", **typed))

    assert "Inspirer confiance" in text
    assert "À être cru sur tout" in text
    assert GIVEN_UP in words_of(page_of(owner_client, ranked))


def test_preview_of_a_row_that_is_not_kept_yet(owner_client, organisation):
    typed = {f"rows-objectives-{ROW}-objective": "hiring", "header-horizon": "lasting"}

    assert "À embellir" in words_of(page_of(owner_client, organisation, "course_preview", **typed))
    asked = words_of(page_of(owner_client, organisation, "course_preview"))
    assert "Choisissez un premier objectif" in asked


def test_question_shows_what_follows_of_each_choice_before_one_chooses(owner_client, organisation):
    text = words_of(owner_client.get(url("question", organisation, "objective")))

    assert text.count("Ce qui suit de chaque choix") == 2  # the horizon, the objectives
    assert len(re.findall("on renonce (?:à|aux) ", text)) == 9
    assert "lu à douze mois" in text


def test_reader_of_the_question_is_shown_no_choice(reader_client, ranked):
    text = words_of(reader_client.get(url("question", ranked, "objective")))

    assert "Ce qui suit de chaque choix" not in text


def test_card_says_where_one_goes(owner_client, ranked, owner):
    text = words_of(owner_client.get(reverse("following", args=[ranked.pk])))
    assert "Aider les utilisateurs, durable. On renonce à répondre vous-mêmes à tout" in text

    write(ranked, owner, "objective", {"header/horizon": None})
    text = words_of(owner_client.get(reverse("following", args=[ranked.pk])))
    assert "En attente d’un seul premier objectif et de son horizon" in text


@pytest.mark.parametrize("name", ["course", "compare_courses", "course_preview"])
def test_page_costs_the_same_queries_empty_and_full(owner_client, organisation, owner, name):
    counts = []
    for paths in ({}, RANKED):
        write(organisation, owner, "objective", paths)
        with CaptureQueriesContext(connection) as counted:
            page_of(owner_client, organisation, name)
        counts.append(len(counted))

    assert counts[0] == counts[1] <= 10
