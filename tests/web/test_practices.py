"""The twelve good practices: what the page says of each, and where it leads."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conclusions.domain.living.practice_conditions import CONDITIONS
from organisations.models import Role
from tests.answers import text_of, write
from tests.factories import make_member


def page_of(client, organisation):
    return client.get(reverse("practices", args=[organisation.pk]))


def test_each_practice_says_what_it_rests_on(owner, client_of, finished):
    text = text_of(page_of(client_of(owner), finished))

    assert "8 / 12 tenues" in text
    assert "non les membres sont au moins consultés sur la charte (décision 20)" in text
    assert "Preuve Douze tutoriels de réparation de pièces arrêtées" in text


def test_picture_says_the_twelve_in_words(owner, client_of, finished):
    html = page_of(client_of(owner), finished).content.decode()

    assert html.count('class="dial-stroke') == 12
    assert "9 Propriété et maîtrise partagées\xa0: En partie" in html


def test_each_condition_leads_to_where_one_changes_it(owner, client_of, finished):
    html = page_of(client_of(owner), finished).content.decode()

    assert f'href="{reverse("decision", args=[finished.pk, "charter_life"])}"' in html
    assert "id_header-need" in html


def test_nothing_said_is_to_be_said(owner_client, organisation):
    text = text_of(page_of(owner_client, organisation))

    assert "0 / 12 tenues" in text
    assert "à dire un besoin des membres qui ne rapporte rien est nommé" in text


def test_observation_that_answers_deny_is_said_so(owner, owner_client, organisation):
    paths = {"header/tool_after": False, "rows/practices/not_technology/own": "held"}
    write(organisation, owner, "practices", paths | {"order/practices": list(CONDITIONS)})

    assert "Vos réponses disent le contraire" in text_of(page_of(owner_client, organisation))


def test_reader_is_offered_no_change(finished, client_of):
    text = text_of(page_of(client_of(make_member(finished, Role.READER)), finished))

    assert "Donner votre constat" not in text
    assert "8 / 12 tenues" in text


def test_page_costs_the_same_whatever_is_said(owner, owner_client, organisation):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            page_of(owner_client, organisation)
        return len(counted)

    page_of(owner_client, organisation)
    none = queries()
    write(organisation, owner, "practices", {"header/need": "Réparer", "header/meeting": "Oui"})

    assert queries() == none <= 10
