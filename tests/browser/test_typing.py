"""While one types: whether it is saved is always in view, and Enter saves that and no more."""

import pytest
from playwright.sync_api import expect

from tests.browser.acting import answer, expect_saved, field, rows
from tests.browser.conftest import question_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECEIVERS, AUDIENCES = "receivers", "audiences"
ONE, TWO = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
SAVE = "**/save"


@pytest.fixture
def two(organisation):
    """Two audiences, already there."""
    listed = [{"id": ONE, "audience": "Voisins"}, {"id": TWO, "audience": "Presse"}]
    answer(organisation, RECEIVERS, {"tables": {AUDIENCES: listed}})


def audience(page):
    return field(page, f"rows-{AUDIENCES}-{ONE}-audience")


@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_not_saved_is_said_in_view_of_the_first_row(visit, owner, organisation, two, width):
    page = visit(owner, viewport={"width": width, "height": 800})
    page.goto(question_url(organisation, RECEIVERS))
    said = page.locator("#saved")
    assert said.bounding_box()["y"] > 2 * 800
    page.route(SAVE, lambda route: route.abort())

    audience(page).fill("Riverains")

    expect(said).to_contain_text("le serveur ne répond pas")
    expect(said).to_be_in_viewport(ratio=1)
    expect(audience(page)).to_be_in_viewport(ratio=1)
    page.unroute(SAVE)
    expect_saved(page)
    expect(said).to_be_in_viewport(ratio=1)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("form", ["quick", "full"])
def test_enter_in_a_field_saves_what_was_typed_and_adds_nothing(
    visit, owner, organisation, scripts, form
):
    page = visit(owner, java_script_enabled=scripts)
    page.goto(question_url(organisation, RECEIVERS, form))
    rank = field(page, f"rows-{AUDIENCES}-{TWO}-rank")

    rank.fill("1")
    rank.press("Enter")

    page.get_by_text("Enregistré").first.wait_for()
    kept = rows(organisation, RECEIVERS, AUDIENCES)
    assert [(row["id"], row.get("rank")) for row in kept] == [(ONE, None), (TWO, "1")]


def test_enter_keeps_the_focus_where_one_types(visit, owner, organisation, two):
    page = visit(owner)
    page.goto(question_url(organisation, RECEIVERS))
    rank = field(page, f"rows-{AUDIENCES}-{TWO}-rank")

    rank.fill("1")
    rank.press("Enter")

    expect_saved(page)
    expect(rank).to_be_focused()
