"""What each option would change, beside it; two of them side by side, saving nothing."""

import re

import pytest
from django.urls import reverse

from charter.domain.loading import charter
from conclusions.domain.candidates import MAIN
from deliverables.dossier.loading import load
from tests.answers import ROW, text_of, url, words_of, write
from tests.charters import address, choice_of, decide, post_unit
from tests.conclusions import demonstration


def compare(client, organisation, subject, **asked):
    return client.get(reverse("what_if", args=[organisation.pk, subject]), asked)


def compared(response):
    """The two that are checked, among all that could be chosen."""
    checked = r'name="([ab])" value="(\w+)" aria-label="[^"]*" checked'
    return dict(re.findall(checked, response.content.decode()))


def option_of(response, option):
    """What the page foresees of one option, its tags taken out."""
    body = response.content.decode()
    found = body.partition(f'id="foreseen-option-{option}"')[2].partition("</div>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", f"<{found}").split()).replace("\xa0", " ")


def test_each_option_says_what_it_would_change(owner_client, finished):
    page = owner_client.get(address(finished, "space"))

    third_party = option_of(page, "third_party_page")
    assert "palier N3 → N0" in third_party
    assert "6 décisions sans objet" in third_party
    assert "rappels juridiques de moins" in third_party
    assert option_of(page, "public_community") == "Votre choix d’aujourd’hui."
    assert page.content.decode().count('class="option-foreseen"') == 6


def test_option_tells_its_hours_and_its_rules(owner_client, finished):
    page = owner_client.get(address(finished, "moderation_mode"))

    before = option_of(page, "before_publication")
    assert re.search(r"\d+ à \d+ h de modération par mois, au lieu de \d+ à \d+ h", before)
    assert "apparaît : « Valider, c’est connaître »" in before


def test_delay_that_would_no_longer_be_promised_is_told(owner_client, finished):
    page = owner_client.get(address(finished, "appeal"))

    assert "réponse à un recours : 14 jours → rien" in option_of(page, "none")


def test_reader_is_shown_the_choice_alone(reader_client, organisation):
    decide(organisation, "space", "public_community")

    assert (
        "option-foreseen" not in reader_client.get(address(organisation, "space")).content.decode()
    )


def test_what_is_foreseen_is_renewed_after_a_save(owner_client, organisation):
    page = owner_client.get(address(organisation, "space")).content.decode()

    asked = re.search(r'hx-select-oob="([^"]*)"', page)[1].split(",")
    foreseen = [each for each in asked if each.startswith("#foreseen-")]
    assert len(foreseen) == 6
    assert all(f'id="{each[1:]}"' in page for each in foreseen)


def test_what_was_foreseen_stands_once_it_is_saved(owner_client, organisation):
    decide(organisation, "space", "public_community")
    page = owner_client.get(address(organisation, "space"))
    assert "palier N3 → N0" in option_of(page, "third_party_page")

    post_unit(owner_client, organisation, "space/header", version=1, options="third_party_page")

    page = owner_client.get(address(organisation, "space"))
    assert "Page ou groupe chez un tiers" in text_of(page)
    assert option_of(page, "third_party_page") == "Votre choix d’aujourd’hui."


def test_two_options_stand_side_by_side_and_nothing_is_saved(owner_client, finished):
    version = choice_of(finished, "moderation_mode").version

    response = compare(
        owner_client, finished, "moderation_mode", a="on_report", b="before_publication"
    )

    text = words_of(response)
    assert "Comparer" in text
    assert "Une personne lit chaque message avant qu’il paraisse." in text
    assert "Valider, c’est connaître – Chaque message est lu avant de paraître." in text
    assert compared(response) == {"a": "on_report", "b": "before_publication"}
    assert choice_of(finished, "moderation_mode").version == version


def test_what_stands_is_compared_with_another_unless_asked_otherwise(owner_client, finished):
    response = compare(owner_client, finished, "space", a="nonsense", b="")

    assert compared(response) == {"a": "public_community", "b": "third_party_page"}
    assert "aujourd’hui" in text_of(response)


@pytest.mark.parametrize("subject", [*MAIN, *(each.id for each in charter("fr").decisions)])
def test_everything_that_can_be_chosen_is_compared(owner_client, finished, subject):
    response = compare(owner_client, finished, subject)

    told = response.content.decode().partition('class="table table-cards what-if"')[2]
    assert told.count('<th scope="row">') >= 3
    assert "Rien n’est enregistré." in words_of(response)


def test_nothing_to_compare_is_said(owner_client, organisation):
    assert "Il n’y a pas encore deux choix" in words_of(
        compare(owner_client, organisation, "contributions")
    )


def test_unknown_subject_is_not_found(owner_client, organisation):
    assert compare(owner_client, organisation, "nonsense").status_code == 404


def test_objectives_are_compared_by_what_follows_from_them(owner_client, finished):
    text = words_of(compare(owner_client, finished, "priority", a="help", b="repair"))

    assert "À répondre vous-mêmes à tout" in text
    assert "À mesurer le succès à l’absence de critiques" in text
    assert "L’indicateur principal sert un autre objectif" in text


def test_place_is_opened_or_closed_by_its_name(owner_client, organisation, owner):
    paths = {"order/places": [ROW], f"rows/places/{ROW}/place": "Forum"}
    write(organisation, owner, "places", paths)

    page = words_of(owner_client.get(url("question", organisation, "places"), {"form": "full"}))

    assert "Forum : ouvert aux contributions" in page
    assert "Forum : fermé aux contributions" in words_of(
        compare(owner_client, organisation, "contributions")
    )


def test_delays_are_foreseen_at_their_field(owner_client, finished):
    page = words_of(owner_client.get(url("question", finished, "reply_times"), {"form": "full"}))

    assert "délai annoncé : 1 jour ouvré → 2 heures ouvrées" in page
    assert page.count("Ce qui suit de chaque choix") == 2


def test_decision_leads_to_its_comparison(owner_client, organisation):
    page = owner_client.get(address(organisation, "space")).content.decode()

    assert reverse("what_if", args=[organisation.pk, "space"]) in page


def test_comparison_leads_back_to_what_follows_and_to_its_help(owner_client, finished):
    page = compare(owner_client, finished, "space").content.decode()

    assert f'href="{reverse("following", args=[finished.pk])}" aria-current="page"' in page
    assert f'<p class="overline"><a href="{reverse("following", args=[finished.pk])}">' in page
    assert page.count(f'href="{reverse("help")}#help-what_if"') == 1


def test_page_costs_the_same_queries_empty_and_full(
    owner_client, organisation, owner, django_assert_max_num_queries, django_assert_num_queries
):
    decide(organisation, "space", "public_community")
    with django_assert_max_num_queries(10) as first:
        compare(owner_client, organisation, "space")
    full = load(demonstration("altivane-fr"), owner=owner)

    with django_assert_num_queries(len(first)):
        compare(owner_client, full, "space")
