"""Rows of a table, in place: the page, the focus and the server agree after each step."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.acting import answer, expect_saved, field, kill, rows
from tests.browser.conftest import question_url
from tests.factories import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECEIVERS, AUDIENCES = "receivers", "audiences"
ONE, TWO, THREE = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"
NAMES = {ONE: "Voisins", TWO: "Presse", THREE: "Élus"}


@pytest.fixture
def three(organisation):
    """Three audiences of one rank, already there."""
    listed = [{"id": row, "audience": name, "rank": "1"} for row, name in NAMES.items()]
    answer(organisation, RECEIVERS, {"tables": {AUDIENCES: listed}})


@pytest.fixture
def page(visit, owner, organisation):
    return visit(owner)


def cell(page, row, column="audience"):
    return field(page, f"rows-{AUDIENCES}-{row}-{column}")


def first_field(row):
    return row.locator("input:not([type=hidden]), select, textarea").first


def order(organisation):
    return [row["id"] for row in rows(organisation, RECEIVERS, AUDIENCES)]


def press(page, name):
    """Press a button of a row with the keyboard."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def press_twice(page, name):
    """Press a button of a row again before the server has answered."""
    button = page.get_by_role("button", name=name, exact=True)
    button.evaluate("button => { button.click(); button.click(); }")


def shown_order(page):
    found = page.locator("[data-rows] > [data-row]").evaluate_all(
        "rows => rows.filter(row => !row.querySelector('[name=new]')).map(row => row.dataset.row)"
    )
    return list(found)


def test_a_row_is_added_filled_and_saved_from_the_keyboard(page, organisation):
    page.goto(question_url(organisation, RECEIVERS))
    before = page.locator("[data-row]").count()
    press(page, "Ajouter : Public")
    added = page.locator("[data-row]").nth(before)
    expect(first_field(added)).to_be_focused()
    page.keyboard.type("Riverains")
    expect_saved(page)
    expect(first_field(added)).to_be_focused()
    saved = rows(organisation, RECEIVERS, AUDIENCES)
    assert saved == [{"id": added.get_attribute("data-row"), "audience": "Riverains"}]


def test_rows_move_with_the_focus_and_their_numbers(page, organisation, three):
    page.goto(question_url(organisation, RECEIVERS))
    press(page, "Descendre : Public 1")
    expect(page.get_by_role("button", name="Descendre : Public 2", exact=True)).to_be_focused()
    assert order(organisation) == shown_order(page) == [TWO, ONE, THREE]
    press(page, "Monter : Public 3")
    expect(page.get_by_role("button", name="Monter : Public 2", exact=True)).to_be_focused()
    assert order(organisation) == shown_order(page) == [TWO, THREE, ONE]
    expect(page.get_by_role("region", name="Public 2", exact=True)).to_have_attribute(
        "data-row", THREE
    )


def test_a_row_moves_past_a_blank_one_as_the_server_does(page, organisation, three):
    page.goto(question_url(organisation, RECEIVERS))
    blank = page.locator("[data-row]").count()
    press(page, "Ajouter : Public")
    added = page.locator("[data-row]").nth(blank)
    first_field(added).fill("Riverains")
    expect_saved(page)
    press(page, "Monter : Public 5")
    expect(page.get_by_role("button", name="Monter : Public 3", exact=True)).to_be_focused()
    fifth = added.page.locator("[data-row]").nth(2).get_attribute("data-row")
    assert order(organisation) == shown_order(page) == [ONE, TWO, fifth, THREE]


def test_a_row_removed_comes_back_where_it_stood(page, organisation, three):
    page.goto(question_url(organisation, RECEIVERS))
    repeats = page.locator(f"#row-{ONE} [data-repeats]")
    expect(repeats).to_contain_text("Public 2 (Presse), Public 3 (Élus)")
    press_twice(page, "Retirer : Public 2")
    expect(cell(page, THREE)).to_be_focused()
    expect(repeats).to_contain_text(": Public 2 (Élus).")
    assert order(organisation) == [ONE, THREE]
    cell(page, ONE).fill("Voisins du dessus")
    expect_saved(page)
    press_twice(page, "Annuler")
    expect(cell(page, TWO)).to_be_focused()
    expect(cell(page, TWO)).to_have_value("Presse")
    expect(repeats).to_contain_text("Public 2 (Presse), Public 3 (Élus)")
    assert shown_order(page) == order(organisation) == [ONE, TWO, THREE]
    assert rows(organisation, RECEIVERS, AUDIENCES)[0]["audience"] == "Voisins du dessus"
    cell(page, TWO).fill("Presse locale")
    expect_saved(page)
    assert rows(organisation, RECEIVERS, AUDIENCES)[1]["audience"] == "Presse locale"


def test_a_row_that_others_name_says_where_before_it_goes(page, organisation, three):
    spoken = [{"id": "dddddddddddd", "message": "On répond", "audience": ONE}]
    answer(organisation, "messages", {"tables": {"messages": spoken}})
    page.goto(question_url(organisation, RECEIVERS))
    press(page, "Retirer : Public 1")
    sure = page.get_by_role("button", name="Retirer quand même")
    expect(sure).to_be_focused()
    expect(page.locator(".removal")).to_contain_text("7. ")
    assert order(organisation) == [ONE, TWO, THREE]
    sure.press("Enter")
    expect(page.locator(f"#row-{ONE}")).to_have_count(0)
    assert order(organisation) == [TWO, THREE]


def test_a_tick_makes_a_row_and_takes_the_focus_to_it(page, organisation):
    page.goto(question_url(organisation, RECEIVERS, "quick"))
    tick = page.get_by_role("button", name=re.compile(r"^\+ ")).first
    label = tick.inner_text().removeprefix("+ ")
    tick.press("Enter")
    made = page.locator("[data-row]").first
    expect(first_field(made)).to_be_focused()
    expect(first_field(made)).to_have_value(label)
    expect(tick).to_be_visible()
    saved = rows(organisation, RECEIVERS, AUDIENCES)
    assert [row["audience"] for row in saved] == [label]
    assert made.get_attribute("data-row") == saved[0]["id"]


def test_a_long_table_has_pages_of_fifty(page, organisation):
    listed = [{"id": f"row{number:09}", "audience": f"Public {number}"} for number in range(1, 61)]
    answer(organisation, RECEIVERS, {"tables": {AUDIENCES: listed}})
    page.goto(question_url(organisation, RECEIVERS))
    assert page.locator("[data-row]").count() == 50
    page.get_by_role("link", name="Suivante").click()
    expect(page.get_by_role("region", name="Public 51", exact=True)).to_be_visible()
    press(page, "Ajouter : Public")
    expect(page.locator("[data-number]").last).to_have_text("62")
    cell(page, "row000000060", "expectation").fill("Être entendu")
    expect_saved(page)
    assert rows(organisation, RECEIVERS, AUDIENCES)[59]["expectation"] == "Être entendu"
    press(page, "Descendre : Public 51")
    expect(page.get_by_role("button", name="Descendre : Public 52", exact=True)).to_be_focused()
    assert order(organisation)[50:52] == ["row000000052", "row000000051"]


def test_a_new_row_never_saved_comes_back_though_another_took_its_place(page, organisation):
    page.route("**/save", lambda route: route.abort())
    page.goto(question_url(organisation, "crisis", "quick"))
    page.locator('[name$="-trigger"]').fill("Fuite")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    kill(page)
    answer(organisation, "crisis", {"tables": {"triggers": [{"id": ONE, "trigger": "Rumeur"}]}})
    again = page.context.new_page()
    again.goto(question_url(organisation, "crisis", "quick"))
    expect(again.locator("[data-row] .unit-saved")).to_be_visible()
    saved = rows(organisation, "crisis", "triggers")
    assert [row["trigger"] for row in saved] == ["Rumeur", "Fuite"]


def test_a_text_whose_row_left_the_quick_form_is_taken_up_in_the_full_one(page, organisation):
    leak, rumour = {"id": ONE, "trigger": "Fuite"}, {"id": TWO, "trigger": "Rumeur"}
    answer(organisation, "crisis", {"tables": {"triggers": [leak]}})
    page.route("**/save", lambda route: route.abort())
    page.goto(question_url(organisation, "crisis", "quick"))
    page.locator('[name$="-trigger"]').fill("Fuite d’eau")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    kill(page)
    answer(organisation, "crisis", {"tables": {"triggers": [rumour, leak]}})
    again = page.context.new_page()
    again.goto(question_url(organisation, "crisis", "quick"))
    with page.context.expect_page() as opened:
        again.get_by_role("link", name="L’ouvrir dans un nouvel onglet").last.click()
    full = opened.value
    expect(full.locator("[data-row] .unit-saved")).to_be_visible()
    saved = rows(organisation, "crisis", "triggers")
    assert [row["trigger"] for row in saved] == ["Rumeur", "Fuite d’eau"]


def test_a_person_added_in_place_is_offered_everywhere(page, organisation):
    make_person(organisation, "Accueil")
    triggers = [{"id": ONE, "trigger": "Fuite"}]
    answer(organisation, "crisis", {"tables": {"triggers": triggers}})
    page.goto(question_url(organisation, "crisis"))
    page.get_by_text("Une personne manque dans les listes ?").click()
    page.get_by_role("button", name="Ajouter à la liste").click()
    expect(page.get_by_label("Nom ou fonction")).to_be_focused()
    expect(page.get_by_label("Nom ou fonction")).to_have_accessible_description(
        "Donnez un nom ou une fonction."
    )
    page.get_by_label("Nom ou fonction").fill("Direction")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Direction est dans la liste")).to_be_visible()
    expect(page.get_by_label("Nom ou fonction")).to_be_focused()
    expect(
        page.get_by_label("Qui en répond").get_by_role("option", name="Direction")
    ).to_have_count(1)
    page.locator(f"#row-{ONE}").get_by_label("Direction").check()
    expect_saved(page)
    page.reload()
    expect(page.locator(f"#row-{ONE}").get_by_label("Direction")).to_be_checked()
    assert len(rows(organisation, "crisis", "triggers")[0]["informed"]) == 1


def test_the_quick_form_takes_no_row_that_it_would_not_show_again(page, organisation):
    answer(organisation, "objective", {"tables": {"objectives": [{"id": ONE, "rank": "1"}]}})
    page.goto(question_url(organisation, "objective", "quick"))
    expect(page.locator("[data-row]")).to_have_count(1)
    add = page.get_by_role("button", name=re.compile("^Ajouter : "))
    expect(add).to_have_count(0)
    page.locator(f'#row-{ONE} button[value^="remove"]').click()
    expect(add).to_have_count(1)
    page.get_by_role("link", name="La forme complète prend plus de lignes.").click()
    expect(add).to_have_count(1)


def test_a_sentence_names_another_row_by_the_number_that_the_page_shows(page, organisation):
    page.goto(question_url(organisation, RECEIVERS))
    blanks = page.locator("[data-row]")
    for place in (1, 2):
        press(page, "Ajouter : Public")
        row = blanks.nth(place)
        row.locator('[name$="-audience"]').fill(f"Public {place}")
        row.locator('[name$="-rank"]').fill("1")
        expect(row.locator(".unit-saved")).to_be_visible()

    expect(blanks.nth(1).locator("[data-repeats]")).to_contain_text("Public 3 (Public 2)")
    expect(blanks.nth(2).locator("[data-repeats]")).to_contain_text("Public 2 (Public 1)")

    blanks.nth(0).locator('[data-op][value^="remove"]').click()

    expect(blanks.nth(0).locator("[data-repeats]")).to_contain_text("Public 2 (Public 2)")
