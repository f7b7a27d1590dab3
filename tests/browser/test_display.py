"""Colours and language: chosen once, kept, on the page where one is."""

import pytest
from playwright.sync_api import expect

from tests.browser.acting import field
from tests.browser.conftest import question_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 249, 244)", "rgb(15, 23, 41)"


@pytest.mark.parametrize(("system", "background"), [("light", LIGHT), ("dark", DARK)])
def test_colours_follow_the_system_until_one_chooses(visit, system, background):
    page = visit(color_scheme=system)
    page.goto("/help")
    assert page.evaluate(BACKGROUND) == background


def test_a_choice_of_colours_stays(visit, owner, organisation):
    page = visit(owner, color_scheme="light")
    url = question_url(organisation, "receivers")
    page.goto(url)
    page.locator("summary", has_text="Affichage").press("Enter")
    page.get_by_role("button", name="Sombre").press("Enter")
    page.wait_for_url(f"**{url}")
    assert page.evaluate(BACKGROUND) == DARK
    page.goto("/help")
    assert page.evaluate(BACKGROUND) == DARK


def test_another_language_keeps_the_page_and_marks_what_was_typed(visit, owner, organisation):
    page = visit(owner)
    url = question_url(organisation, "scope")
    page.goto(url)
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("button", name="English").press("Enter")
    page.wait_for_url(f"**{url}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert field(page, "header-meaning").get_attribute("lang") == "fr"
    page.goto("/help")
    expect(page.locator("html")).to_have_attribute("lang", "en")
