"""From a warning to its mending, with the keyboard; the pages that tell it, seen by axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deliverables.dossier.loading import load
from tests.browser.conftest import question_url
from tests.browser.test_every_page import faults
from tests.conclusions import demonstration

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# One way to mend of each kind: what the field is that it leads to.
MENDS = {
    "Confirmer les décisions qui restent.": "the options of a decision",
    "Nommer un relais qui parle de vous sans rien recevoir.": "a table",
    "Organiser une astreinte.": "radio buttons",
    "Promettre en heures ou en jours ouvrés.": "a duration",
    "Repousser l’ouverture.": "a date",
    "Nommer un suppléant.": "a list in a row",
    "En faire un message, pas une promesse.": "yes or no in a row",
}


@pytest.fixture
def contradicted(owner):
    return load(demonstration("sauvelande-fr"), owner=owner)


def test_warning_is_mended_with_the_keyboard(visit, owner, contradicted):
    page = visit(owner)
    review = reverse("review", args=[contradicted.pk])
    page.goto(review)

    page.get_by_role("link", name="Nommer un suppléant.").press("Enter")
    deputy = page.locator("#id_rows-speakers-zo4403j9xgmn-deputy")
    expect(deputy).to_be_in_viewport()
    deputy.press("End")
    expect(page.locator("[data-row=zo4403j9xgmn] .unit-status")).to_contain_text("Enregistré")
    page.goto(review)

    expect(page.locator("#R08")).to_be_visible()
    expect(page.locator("#R12")).to_have_count(0)


def test_link_to_what_one_mends_takes_the_focus_there_in_sight(visit, owner, contradicted):
    page = visit(owner)
    review = reverse("review", args=[contradicted.pk])
    for way in MENDS:
        page.goto(review)
        link = page.locator(".finding").get_by_role("link", name=way, exact=True).first
        field = (link.get_attribute("href") or "").partition("#")[2]
        link.press("Enter")
        place = page.locator(f"#{field}")

        expect(place, way).to_be_focused()
        expect(place, way).to_be_in_viewport()
        outline = place.evaluate("it => parseFloat(getComputedStyle(it).outlineWidth)")
        assert (way, outline >= 2) == (way, True)


def test_exception_is_accepted_and_withdrawn(visit, owner, contradicted):
    page = visit(owner)
    page.goto(reverse("review", args=[contradicted.pk]))
    finding = page.locator("#R12")

    finding.get_by_text("L’assumer").press("Enter")
    finding.get_by_label("Pourquoi vous l’acceptez").fill("Une seule page.")
    finding.get_by_label("Qui en répond").select_option(label="Agnès Mirvault")
    finding.get_by_role("button", name="Accepter cette exception").press("Enter")
    expect(page.locator("#R12 .notice")).to_contain_text("Une seule page.")
    page.locator("#R12").get_by_role("button", name="Retirer cette exception").press("Enter")

    expect(page.locator("#R12")).to_contain_text("L’assumer")


def test_pages_that_tell_contradictions_are_sound(visit, owner, contradicted, witness):
    page = visit(owner)
    addresses = [
        reverse("review", args=[contradicted.pk]),
        reverse("overview", args=[contradicted.pk]),
        reverse("decision", args=[contradicted.pk, "reporting"]),
        question_url(contradicted, "reply_times"),
    ]

    assert [fault for url in addresses for fault in faults(page, url, witness)] == []
