"""What follows, in a real browser: a plan that is edited and moves, a choice foreseen and made."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deliverables.dossier_loading import load
from tests.browser.acting import expect_saved, field
from tests.browser.conftest import question_url
from tests.conclusions import demonstration
from tests.planning import CHARTER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def finished(owner):
    """The demonstration's finished organisation."""
    return load(demonstration("altivane-fr"), owner=owner)


def test_edit_of_an_action_is_found_again_once_the_opening_has_moved(visit, owner, finished):
    page = visit(owner)
    plan = reverse("plan", args=[finished.pk])
    page.goto(reverse("plan_action", args=[finished.pk, CHARTER]))

    note = field(page, f"rows-actions-{CHARTER}-note")
    note.fill("Relue par trois clients.")
    page.get_by_role("button", name="Enregistrer", exact=True).press("Enter")
    page.goto(question_url(finished, "opening"))
    field(page, "header-opens_on").fill("2027-03-02")
    expect_saved(page)
    page.goto(plan)

    row = page.locator(f"#action-{CHARTER}")
    # The charter has its own day: it is further from the opening than before.
    expect(row).to_contain_text("J-46")
    row.get_by_text("Pourquoi, et d’où cela vient").press("Enter")
    expect(row).to_contain_text("Relue par trois clients.")
    expect(row.locator(".plan-mark")).to_contain_text("Modifié")


def test_action_is_added_done_and_taken_away_with_the_keyboard(visit, owner, finished):
    page = visit(owner)
    page.goto(reverse("plan", args=[finished.pk]))

    page.get_by_role("link", name="Ajouter une action").press("Enter")
    page.locator("#add [name$='-action']").fill("Inviter les voisins de l’atelier")
    page.get_by_role("button", name="Ajouter au plan").press("Enter")
    row = page.locator("tr", has_text="Inviter les voisins de l’atelier")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Ajoutée par vous")

    row.get_by_role("button", name="Fait").press("Enter")
    expect(row).to_contain_text("Fait")
    row.get_by_text("Pourquoi, et d’où cela vient").press("Enter")
    row.get_by_role("link", name="Modifier ou abandonner").press("Enter")
    page.get_by_role("button", name="Retirer cette action").press("Enter")
    expect(page.locator("tr", has_text="Inviter les voisins")).to_have_count(0)


def test_what_a_choice_entails_follows_the_choice_made(visit, owner, finished):
    page = visit(owner)
    page.goto(reverse("decision", args=[finished.pk, "hours"]))
    current = page.locator("input[name=header-options]:checked").get_attribute("id")
    other = "option-extended_hours"
    expect(page.locator(f"#foreseen-{current}")).to_contain_text("Votre choix d’aujourd’hui")
    expect(page.locator(f"#foreseen-{other}")).to_contain_text("Ce qui changerait")

    page.locator(f"#{other}").press(" ")

    expect_saved(page)
    expect(page.locator(f"#foreseen-{other}")).to_contain_text("Votre choix d’aujourd’hui")
    expect(page.locator(f"#foreseen-{current}")).to_contain_text("Ce qui changerait")
