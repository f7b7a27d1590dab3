"""The plan with the keyboard: an action changed, its answers too, and the change found again."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.acting import expect_saved, field
from tests.browser.conftest import question_url
from tests.browser.test_journeys import tab_to
from tests.factories import make_person
from tests.planning import CHARTER, PREREQUISITE, plan_of
from tests.plans import answered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TWO_MONTHS, TWO_WEEKS = timedelta(60), timedelta(14)


@pytest.fixture
def opens():
    return date.today() + TWO_MONTHS


@pytest.fixture
def prepared(organisation, opens):
    """An opening with a charter to publish."""
    answered(organisation, "opening", {
        "header/opens_on": opens.isoformat(),
        "order/prerequisites": [PREREQUISITE],
        f"rows/prerequisites/{PREREQUISITE}/prerequisite": "charter",
        f"rows/prerequisites/{PREREQUISITE}/owner": make_person(organisation, "Inès").key,
    })  # fmt: skip
    return organisation


@pytest.fixture
def page(visit, owner, prepared):
    page = visit(owner)
    page.goto(reverse("plan", args=[prepared.pk]))
    return page


def press(page, wanted, key="Enter"):
    tab_to(page, wanted)
    page.keyboard.press(key)


def change_charter(page):
    """Open the action's page from its row, in a phase that was folded."""
    press(page, page.get_by_role("link", name="Déplier toutes les phases"))
    expect(page.get_by_role("link", name="Replier les phases")).to_be_visible()
    press(page, page.locator(f"#action-{CHARTER} summary"))
    press(page, page.locator(f"#action-{CHARTER}").get_by_role("link", name="Modifier"))
    expect(page.locator("h1")).to_have_text("Publier la charte")


def write(page, name, text):
    tab_to(page, field(page, f"rows-actions-{CHARTER}-{name}"))
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def test_change_is_found_again_after_the_opening_has_moved(page, prepared, opens):
    press(page, page.get_by_role("button", name="Prendre acte du plan"))
    expect(page.locator(".plan-since")).to_contain_text("Rien n’a changé")
    change_charter(page)
    write(page, "effort", "9,5")
    press(page, page.get_by_role("button", name="Enregistrer", exact=True))
    charter = page.locator(f"#action-{CHARTER}")
    expect(charter).to_contain_text("Modifié : heures")

    page.goto(question_url(prepared, "opening"))
    opening = field(page, "header-opens_on")
    opening.fill((opens + TWO_WEEKS).isoformat())
    expect_saved(page)
    page.goto(reverse("plan", args=[prepared.pk]))

    expect(charter).to_contain_text("Modifié : heures")
    expect(charter).to_contain_text("9,5 h")
    expect(page.locator(".plan-since")).not_to_contain_text("Rien n’a changé")
    assert plan_of(prepared).by_id[CHARTER].span.due_day == opens


def test_action_of_ones_own_is_added_in_its_place(page, prepared):
    press(page, page.locator("main").get_by_role("link", name="Ajouter une action"))
    press(page, page.locator("#add [name$=-action]"), "End")
    page.keyboard.insert_text("Inviter la presse locale")
    press(page, page.get_by_role("button", name="Ajouter au plan"))

    added = page.locator("tr", has_text="Inviter la presse locale")
    expect(added).to_contain_text("Ajoutée par vous")
    expect(added).to_be_in_viewport()


def test_action_is_dropped_for_a_reason_and_brought_back(page, prepared):
    change_charter(page)
    tab_to(page, field(page, f"rows-actions-{CHARTER}-state"))
    page.keyboard.type("Aband")
    press(page, page.get_by_role("button", name="Enregistrer", exact=True))
    expect(page.get_by_text("Dites pourquoi cette action est abandonnée.").first).to_be_visible()

    write(page, "reason", "La charte existe déjà.")
    press(page, page.get_by_role("button", name="Enregistrer", exact=True))
    dropped = page.locator(f"li#action-{CHARTER}")
    expect(dropped).to_contain_text("La charte existe déjà.")

    press(page, dropped.get_by_role("link", name="Modifier"))
    press(page, page.get_by_role("button", name="Revenir à ce que le plan propose"))
    expect(page.locator(f"tr#action-{CHARTER}")).to_contain_text("À faire")


def test_calendar_and_table_are_taken_away(page):
    taken = {}
    for name in ("Agenda (.ics)", "Tableau (.csv)"):
        with page.expect_download() as download:
            press(page, page.get_by_role("link", name=name))
        taken[name] = Path(download.value.path()).read_text("utf-8-sig")

    assert "SUMMARY:Publier la charte" in taken["Agenda (.ics)"]
    rows = list(csv.reader(taken["Tableau (.csv)"].splitlines(), delimiter=";"))
    assert any("Publier la charte" in row for row in rows)


def test_phone_shows_every_month_beside_the_labels(visit, owner, prepared):
    page = visit(owner, viewport={"width": 360, "height": 780})
    page.goto(reverse("plan", args=[prepared.pk]))

    frame = page.locator(".plan-timeline")
    expect(frame.locator("svg:visible")).to_have_count(0)
    press(page, page.get_by_text("Déplier la frise"))
    expect(frame.locator("svg:visible")).to_have_count(1)
    for label in ("J\N{MINUS SIGN}30", "J+30", "J+90"):
        edges = frame.locator("svg:visible").get_by_text(label, exact=True).bounding_box()
        assert 0 <= edges["x"] <= 360 - edges["width"]
