"""From a warning to its mending, with the keyboard; the pages that tell it, seen by axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deliverables.dossier_loading import load
from tests.browser.conftest import question_url
from tests.browser.test_every_page import faults
from tests.conclusions import demonstration

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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
