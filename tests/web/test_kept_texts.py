"""A form whose session or token is gone: nothing is saved, and what was typed is offered again."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from organisations.models import Membership
from tests.answers import HTMX, OTHER_ROW, ROW, answer, text_of, url, value_of
from tests.factories import make_member

HERE = {"Origin": "http://testserver"}
SENTENCE = "Être reconnus <des> grimpeurs."
PASSWORD = "sextant-et-boussole"
SIGNED_OUT = "Votre session est terminée"
ANOTHER = "le texte ne part pas sous un autre nom"


@pytest.fixture
def browser():
    """A browser whose forms are checked, as those of a person are."""
    return Client(enforce_csrf_checks=True)


def sign_in(browser, person):
    """By the page: the token changes, as it does for a person."""
    person.set_password(PASSWORD)
    person.save()
    token = token_in(browser.get(reverse("account_login")))
    body = {"login": person.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert browser.post(reverse("account_login"), body, headers=HERE).status_code == 302


def session_ends(browser):
    del browser.cookies[settings.SESSION_COOKIE_NAME]


def token_in(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]


def form_of(page, inside=""):
    """What the form of a page would send: its hidden fields and its boxes of text."""
    body = page.content.decode().partition(inside)[2].partition("</form>")[0]
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', body)
    boxes = re.findall(r'<textarea[^>]* name="([^"]*)"[^>]*>\n(.*?)</textarea>', body, re.S)
    return {name: unescape(value) for name, value in [*hidden, *boxes]}


def labels_in(page):
    return re.findall(
        r'<label class="form-label" for="kept-\d+">([^<]*)</label>', page.content.decode()
    )


@pytest.fixture
def question(organisation):
    return url("question", organisation, "objective")


@pytest.fixture
def typed(browser, owner, question):
    """The form of a question as its page made it, with a sentence typed."""
    sign_in(browser, owner)
    form = form_of(browser.get(question), '<form id="sheet"')
    return {**form, "header-sentence": SENTENCE}


def test_session_that_ended_shows_what_was_typed(browser, organisation, question, typed):
    session_ends(browser)

    page = browser.post(question, typed, headers=HERE)

    assert page.status_code == 401
    assert SIGNED_OUT in text_of(page)
    assert form_of(page, 'class="stack"')["header-sentence"] == SENTENCE
    assert f'href="{reverse("account_login")}" target="_blank"' in page.content.decode()
    assert answer(organisation, "objective") is None


def test_same_person_signed_in_again_sends_it_again(browser, organisation, owner, question, typed):
    session_ends(browser)
    kept = form_of(browser.post(question, typed, headers=HERE), 'class="stack"')

    sign_in(browser, owner)
    asked = browser.post(question, kept, headers=HERE)
    saved = browser.post(question, form_of(asked, 'class="stack"'), headers=HERE)

    assert (asked.status_code, saved.status_code) == (403, 302)
    assert "Vous êtes connecté·e en tant que Olivia Owner" in text_of(asked)
    assert value_of(organisation, "objective")["header"] == {"sentence": SENTENCE}


def test_nothing_is_sent_again_by_itself_or_with_the_token_of_before(
    browser, organisation, owner, question, typed
):
    session_ends(browser)
    kept = form_of(browser.post(question, typed, headers=HERE), 'class="stack"')
    sign_in(browser, owner)

    again = [browser.post(question, kept, headers=HERE) for _ in range(2)]

    assert {page.status_code for page in again} == {403}
    assert answer(organisation, "objective") is None


def test_another_person_cannot_send_it_under_their_name(
    browser, organisation, owner, question, typed
):
    session_ends(browser)
    kept = form_of(browser.post(question, typed, headers=HERE), 'class="stack"')
    sign_in(browser, make_member(organisation, "editor", "Edgar Editor"))

    page = browser.post(question, kept, headers=HERE)

    assert page.status_code == 403
    assert ANOTHER in text_of(page)
    assert "Envoyer de nouveau" not in text_of(page)
    assert SENTENCE in unescape(page.content.decode())
    assert answer(organisation, "objective") is None


def test_form_of_another_site_is_shown_and_never_offered_again(browser, question, typed):
    typed["csrfmiddlewaretoken"] = "x" * 64

    page = browser.post(question, typed, headers={"Origin": "https://evil.example"})

    assert page.status_code == 403
    assert "Envoyer de nouveau" not in text_of(page)


def test_token_and_secrets_are_never_repeated(browser, owner, question, typed):
    sign_in(browser, owner)

    page = browser.post(question, {**typed, "password": "un mot de passe"}, headers=HERE)

    assert "un mot de passe" not in page.content.decode()
    assert typed["csrfmiddlewaretoken"] not in page.content.decode()


def test_htmx_is_told_in_a_sentence_that_the_session_ended(organisation):
    body = {"version": 0, "unit": "header", "header-sentence": SENTENCE}

    reply = Client().post(url("save_unit", organisation, "objective"), body, headers=HTMX)

    assert reply.status_code == 401
    assert reply.content.decode() == "Votre session est terminée : reconnectez-vous."


def test_button_alone_leads_to_sign_in(organisation):
    reply = Client().post(reverse("acknowledge_plan", args=[organisation.pk]))

    assert reply["Location"] == reverse("account_login") + "?next="


NOTED = {"version": 0, "form": "full", "tab": "a1", "sheet-state": "draft", "sheet-note": "Revoir"}
ROWS = {f"rows-audiences-{row}-expectation": "Être lus" for row in (ROW, OTHER_ROW)}
DELAY = {"header-announced_delay_0": "4", "header-announced_delay_1": "working_hour"}


@pytest.mark.parametrize(
    ("name", "arguments", "body", "labels"),
    [
        (
            "question",
            ["trust"],
            {"header-because": "Oui", **NOTED},
            (
                ["On nous fait confiance parce que…", "Note"],
                ["We are trusted because…", "Note"],
            ),
        ),
        (
            "question",
            ["receivers"],
            ROWS,
            (
                [f"Public {row} – Ce que ce public attend de nous" for row in (1, 2)],
                [f"Audience {row} – What this audience expects from us" for row in (1, 2)],
            ),
        ),
        (
            "question",
            ["indicators"],
            {f"rows-indicators-{ROW}-unit": "demandes par semaine"},
            (["Indicateur 1 – Unité de mesure"], ["Indicator 1 – Unit of measurement"]),
        ),
        (
            "save_unit",
            ["reply_times"],
            DELAY,
            (["Délai de réponse annoncé au public"], ["Response time announced to the public"]),
        ),
        (
            "decision",
            ["charter_life"],
            {"header-notice_days": "30", "clause-clause": "Un texte"},
            (
                ["Jours de préavis avant un changement", "Texte publié pour cette décision"],
                ["Days of notice before a change", "Text published for this decision"],
            ),
        ),
        (
            "edit_profile",
            [],
            {"name": "Altivane", "sector": "retail"},
            (["Nom de l’organisation"], ["Name of the organisation"]),
        ),
        (
            "new_person",
            [],
            {"name": "Accueil", "role": "Répondre"},
            (
                ["Nom ou fonction", "Rôle dans l’organisation"],
                ["Name or position", "Role in the organisation"],
            ),
        ),
        (
            "accept_finding",
            ["R01"],
            {"R01-reason": "Assumé", "R01-fingerprint": "abc"},
            (["Pourquoi vous l’acceptez"], ["Why you accept it"]),
        ),
        (
            "note_reading",
            [ROW],
            {f"{ROW}-value": "12", f"{ROW}-save_id": "1"},
            (["Valeur"], ["Value"]),
        ),
        (
            "plan_action",
            [ROW],
            {f"rows-edits-{ROW}-title": "Ouvrir"},
            (["Titre à la place"], ["Title instead"]),
        ),
        ("take_up", [ROW], {"anything": "de tapé ici"}, (["Texte 1"], ["Text 1"])),
    ],
)
def test_what_was_typed_stands_under_the_label_of_its_field(
    organisation, name, arguments, body, labels
):
    address = reverse(name, args=[organisation.pk, *arguments])

    pages = [
        Client().post(address, body, headers={"Accept-Language": each}) for each in ("fr", "en")
    ]

    assert [labels_in(page) for page in pages] == [*labels]


def test_choice_is_sent_again_without_being_shown_as_a_text(
    organisation, browser, owner, question, typed
):
    session_ends(browser)

    page = browser.post(question, {**typed, "header-horizon": "lasting"}, headers=HERE)

    assert form_of(page, 'class="stack"')["header-horizon"] == "lasting"
    assert labels_in(page) == ["Objectif prioritaire en une phrase"]


@pytest.mark.parametrize("left", ["reader", None], ids=["role lowered", "removed"])
def test_who_may_not_save_any_more_is_given_the_text_back(
    organisation, owner, owner_client, question, left
):
    place = Membership.objects.filter(user=owner)
    place.update(role=left) if left else place.delete()

    page = owner_client.post(question, {"version": 0, "header-sentence": SENTENCE})

    assert page.status_code == (403 if left else 404)
    assert labels_in(page) == ["Objectif prioritaire en une phrase"]
    assert SENTENCE in unescape(page.content.decode())
