"""A text that was typed and not saved is offered on a page that no longer takes it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from organisations.models import Membership, Role
from tests.browser.acting import MEANING, SCOPE, WHERE, field, header
from tests.browser.conftest import question_url
from tests.charters import decide
from tests.factories import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = "localStorage.length"


@pytest.fixture
def editor(organisation):
    return make_member(organisation, Role.EDITOR, "Basile Autre")


@pytest.fixture
def page(visit, editor, organisation):
    """Typed while the network was cut, then demoted."""
    page = visit(editor, permissions=["clipboard-read", "clipboard-write"])
    page.route("**/save", lambda route: route.abort())
    page.goto(question_url(organisation, SCOPE))
    field(page, MEANING).fill("Ce que l’on dit de nous\nquand nous n’y sommes pas")
    field(page, WHERE).fill("Les avis")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    Membership.objects.filter(user=editor).update(role=Role.READER)
    page.goto(question_url(organisation, SCOPE))
    return page


def test_text_of_somebody_demoted_is_offered_to_be_copied(page, organisation):
    text = page.get_by_label("Votre texte")

    label = page.evaluate("document.querySelector('#unsent-text').value.split('\\n')[0]")
    expect(text).to_have_js_property("readOnly", True)
    assert label
    assert "Ce que l’on dit de nous\nquand nous n’y sommes pas" in text.input_value()
    assert text.input_value().endswith("\nLes avis")

    page.get_by_role("button", name="Copier le texte").click()
    expect(page.locator("[data-copy-status]")).to_have_text("Copié.")
    assert page.evaluate("navigator.clipboard.readText()") == text.input_value()
    assert header(organisation, SCOPE) == {}


def test_text_thrown_away_can_be_taken_back_even_where_the_page_is_gone(page, editor):
    Membership.objects.filter(user=editor).delete()
    page.reload()
    expect(page.get_by_text("Cette page n’est sur aucune carte")).to_be_visible()
    expect(page.locator("#unsent")).to_be_visible()
    typed = page.get_by_label("Votre texte").input_value()
    page.get_by_role("button", name="Jeter ce texte").click()
    expect(page.get_by_text("Texte jeté.")).to_be_visible()
    assert page.evaluate(KEPT) == 0

    page.get_by_role("button", name="Annuler").click()
    expect(page.get_by_label("Votre texte")).to_have_value(typed)
    assert page.evaluate(KEPT) == 1


def test_text_is_taken_up_by_its_field_once_one_may_write_again(page, organisation, editor):
    Membership.objects.filter(user=editor).update(role=Role.EDITOR)
    page.unroute("**/save")

    page.goto(question_url(organisation, SCOPE))

    expect(field(page, WHERE)).to_have_value("Les avis")
    expect(page.locator("#unsent")).to_have_count(0)


def test_nothing_is_offered_where_nothing_was_typed(visit, organisation):
    page = visit(make_member(organisation, Role.READER, "Rose Lectrice"))

    page.goto(question_url(organisation, SCOPE))

    expect(page.locator("#unsent")).to_be_hidden()


def test_choice_typed_before_the_decision_lost_its_object_is_offered(visit, organisation, owner):
    page = visit(owner)
    page.route("**/save", lambda route: route.abort())
    place = reverse("decision", args=[organisation.pk, "age"])
    page.goto(place)
    page.locator("#option-adults_only").check()
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    decide(organisation, "space", "third_party_page")

    page.goto(place)

    title = page.locator(".option-about h3").first.text_content()
    assert page.get_by_label("Votre texte").input_value() == f"Notre choix\n{title}"
