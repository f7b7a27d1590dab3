"""What stands beside a question while one answers it: the dial, the list, what contradicts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.acting import answer, expect_saved, field
from tests.browser.conftest import question_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE = "aaaaaaaaaaaa"


@pytest.fixture
def page(visit, owner, organisation):
    page = visit(owner)
    page.goto(question_url(organisation, "objective"))
    return page


def state(page, value):
    return page.locator(f'[name="sheet-state"][value="{value}"]')


def test_list_and_dial_follow_what_is_saved(page):
    expect(page.locator("#side-objective")).to_have_text("Sans réponse")

    field(page, "header-sentence").fill("Être crus")
    expect(page.locator("#side-objective")).to_have_text("Brouillon")
    expect(page.locator("#side-dial .dial-tick.is-draft")).to_have_count(1)

    state(page, "done").check()
    expect(page.locator("#side-objective")).to_have_text("Terminé")
    expect(page.locator("#side-dial .dial-settled")).to_have_text("1")


def test_what_one_has_unfolded_and_typed_stays(page):
    other = page.locator(".side details").filter(has_text="Combien").first
    other.locator("summary").click()
    field(page, "header-sentence").fill("Être crus")
    expect(page.locator("#side-objective")).to_have_text("Brouillon")

    assert other.get_attribute("open") == ""
    expect(field(page, "header-sentence")).to_have_value("Être crus")
    expect(field(page, "header-sentence")).to_be_focused()


def test_list_follows_a_row_that_goes_and_comes_back(visit, owner, organisation):
    answer(organisation, "objective", {"tables": {"objectives": [{"id": ONE, "rank": "1"}]}})
    page = visit(owner)
    page.goto(question_url(organisation, "objective"))

    page.locator(f'#row-{ONE} button[value^="remove"]').click()
    expect(page.locator("#side-objective")).to_have_text("Sans réponse")
    expect(page.locator('[name="sheet-state"]:checked')).to_have_count(0)

    page.get_by_role("button", name="Annuler").click()
    expect(page.locator("#side-objective")).to_have_text("Brouillon")
    expect(state(page, "draft")).to_be_checked()


def test_contradiction_comes_and_goes_with_its_cause(page):
    field(page, "header-due").fill("2020-01-31")
    expect(page.locator("#remarks .remark")).to_have_count(1)
    expect(page.locator("#side-objective")).to_have_text("En contradiction")
    expect(page.locator("#div_id_header-due > .field-remark")).to_have_count(1)

    page.reload()
    expect(page.locator("#div_id_header-due > .field-remark")).to_have_count(1)
    field(page, "header-due").fill("2199-01-31")
    expect(page.locator("#remarks .remark")).to_have_count(0)
    expect(page.locator(".field-remark")).to_have_count(0)
    expect(page.locator("#side-objective")).to_have_text("Brouillon")


def test_states_beside_a_decision_follow_what_is_saved(page, organisation):
    page.goto(reverse("decision", args=[organisation.pk, "space"]))
    page.locator('[name="header-options"]').first.check()
    expect_saved(page)

    expect(page.locator("#beside-text [data-current]")).to_have_count(1)
    expect(page.locator("#saved")).to_contain_text("Enregistré à")
    # A bar across the sheet: no line of an option is read on one side of it only.
    saved, foot = (page.locator(each).bounding_box() for each in ("#saved", ".onwards"))
    assert (saved["x"], saved["width"]) == (foot["x"], foot["width"])
