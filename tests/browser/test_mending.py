"""What a person takes back: an error set right again, a row that was removed."""

import pytest
from playwright.sync_api import expect

from organisations.models import Role
from tests.browser.acting import answer, expect_saved, field, rows
from tests.browser.conftest import question_url
from tests.factories import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE, TWO = "aaaaaaaaaaaa", "bbbbbbbbbbbb"


@pytest.fixture
def two(organisation):
    """Two objectives, ranked one and two."""
    listed = [{"id": ONE, "rank": "1"}, {"id": TWO, "rank": "2"}]
    answer(organisation, "objective", {"tables": {"objectives": listed}})


@pytest.fixture
def page(visit, owner, organisation, two):
    page = visit(owner)
    page.goto(question_url(organisation, "objective"))
    return page


def state(page, value):
    return page.locator(f'[name="sheet-state"][value="{value}"]')


def test_an_error_goes_once_the_unit_is_what_the_server_holds(page):
    state(page, "done").check()
    expect_saved(page)
    state(page, "not_applicable").check()
    expect(page.locator(".unit-wrong")).to_have_count(1)
    state(page, "done").check()
    expect(page.locator(".unit-wrong")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator("#saved")).to_contain_text("Comme au dernier enregistrement")


def test_the_reason_is_asked_only_where_the_question_does_not_apply(page):
    reason = field(page, "sheet-reason")
    expect(reason).to_be_hidden()
    state(page, "not_applicable").check()
    expect(reason).to_be_visible()


def test_a_second_first_is_refused_at_its_row_until_it_is_mended(page):
    field(page, f"rows-objectives-{TWO}-rank").fill("1")
    expect(page.locator(".unit-wrong")).to_contain_text("mon capitaine")
    field(page, f"rows-objectives-{TWO}-rank").fill("3")
    expect(page.locator(".unit-wrong")).to_have_count(0)


def test_the_offer_to_undo_stands_in_sight_where_the_row_stood(page, organisation):
    page.locator(f'#row-{ONE} button[value^="remove"]').press("Enter")
    undo = page.get_by_role("button", name="Annuler")
    expect(undo).to_be_in_viewport()
    assert undo.evaluate("it => it.closest('.undo').nextElementSibling.dataset.row") == TWO


def test_the_last_row_removed_leaves_the_focus_on_its_undo(page, organisation):
    for row in (ONE, TWO):
        page.locator(f'#row-{row} button[value^="remove"]').press("Enter")
        expect(page.locator(f"#row-{row}")).to_have_count(0)
    blanks = page.locator("[data-row]:has([name=new])")
    while blanks.count():
        blanks.last.locator('button[value^="remove"]').press("Enter")
    undo = page.get_by_role("button", name="Annuler")
    expect(undo).to_be_in_viewport()
    undo.press("Enter")
    expect(page.locator(f"#row-{TWO}")).to_be_visible()
    assert [row["id"] for row in rows(organisation, "objective", "objectives")] == [TWO]


def test_a_clash_is_marked_and_linked_at_its_field(page, visit, organisation):
    other = visit(make_member(organisation, Role.EDITOR, "Basile Autre"))
    other.goto(question_url(organisation, "objective"))
    field(page, "header-sentence").fill("Le mien")
    expect_saved(page)
    field(other, "header-sentence").fill("Le leur")
    expect(other.locator(".conflict")).to_have_count(1)
    beside = other.locator("#div_id_header-sentence").get_by_role("link", name="Deux textes")
    expect(beside).to_be_visible()
    beside.press("Enter")
    expect(other.locator(".conflict")).to_be_in_viewport()
    other.get_by_role("button", name="Garder mon texte").click()
    expect(beside).to_have_count(0)
