"""Deciding in a real browser: what the choice calls for, the text beside, the text by hand."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deliverables.dossier.loading import load
from tests.browser.acting import expect_saved, field
from tests.charters import choice_of, decide
from tests.conclusions import demonstration

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(visit, owner, organisation):
    page = visit(owner)
    page.goto(reverse("decision", args=[organisation.pk, "hours"]))
    return page


def test_only_what_the_choice_calls_for_is_shown(page):
    for name in ("header-urgent_contact", "header-weekly_hours"):
        expect(field(page, name)).to_be_hidden()

    page.check("#option-on_call")

    expect(field(page, "header-urgent_contact")).to_be_visible()
    # The base that is advised stands ticked, and calls for its hours.
    expect(page.locator('[name="header-base"]:checked')).to_have_count(1)
    expect(field(page, "header-weekly_hours")).to_be_visible()


def test_text_beside_follows_each_save(page, organisation):
    page.check("#option-business_hours")
    expect_saved(page)
    field(page, "header-weekly_hours").fill("lun-ven 9h-18h")

    current = page.locator("#beside .is-current")
    expect(current).to_contain_text("du lundi au vendredi")
    expect(page.locator("#clause blockquote")).to_contain_text("du lundi au vendredi")
    assert choice_of(organisation, "hours").state == "to_confirm"


def test_text_by_hand_is_saved_and_told_when_the_choice_changes(page, organisation):
    page.check("#option-business_hours")
    expect(page.locator("#beside .is-current")).to_be_visible()
    page.click("#clause summary")
    field(page, "clause-clause").fill("Nous lisons tout, le matin.")
    expect(page.locator("#beside")).to_contain_text("Nous lisons tout, le matin.")

    page.check("#option-extended_hours")

    expect(page.locator("#clause")).to_contain_text("Le choix a changé depuis")
    header = choice_of(organisation, "hours").value["header"]
    assert header["options"] == ["extended_hours"]
    assert header["clause"] == "Nous lisons tout, le matin."


def test_a_confirmation_falls_when_the_choice_changes(page, organisation):
    page.check("#option-business_hours")
    expect_saved(page)
    page.check('[name="sheet-state"][value="confirmed"]')
    expect(page.locator('[data-unit="sheet"] .unit-saved')).to_be_visible()
    assert choice_of(organisation, "hours").state == "confirmed"

    page.check("#option-frozen")

    expect(page.locator('[name="sheet-state"][value="to_confirm"]')).to_be_checked()


def test_a_refused_confirmation_is_not_kept_for_later(page, organisation):
    decide(organisation, "hours", "on_call")
    page.reload()
    page.check('[name="sheet-state"][value="confirmed"]')
    expect(page.locator('[data-unit="sheet"]')).to_contain_text("Choisissez une base")
    expect(page.locator('[name="sheet-state"][value="to_confirm"]')).to_be_checked()

    page.check("#base-extended_hours")
    expect(page.locator("#beside .is-current")).to_contain_text("sept jours sur sept")
    page.reload()

    expect(page.locator('[name="sheet-state"][value="to_confirm"]')).to_be_checked()
    assert choice_of(organisation, "hours").state == "to_confirm"


def test_two_people_who_choose_differently_are_asked(visit, page, owner, organisation):
    other = visit(owner)
    other.goto(page.url)
    page.check("#option-business_hours")
    expect_saved(page)

    other.check("#option-frozen")

    expect(other.locator(".clash")).to_be_visible()
    other.click('[data-clash="theirs"]')
    expect(other.locator("#option-business_hours")).to_be_checked()
    assert choice_of(organisation, "hours").value["header"]["options"] == ["business_hours"]


def test_decision_is_taken_without_javascript(visit, owner, organisation):
    page = visit(owner, java_script_enabled=False)
    page.goto(reverse("decision", args=[organisation.pk, "age"]))

    page.check("#option-adults_only")
    page.click('[name="op"][value="confirm"]')

    page.wait_for_url("**/charter/personal_data/")
    assert choice_of(organisation, "age").state == "confirmed"


def test_text_made_taller_breaks_no_policy_when_the_choice_changes(page):
    page.check("#option-business_hours")
    expect_saved(page)
    page.click("#clause summary")
    text = field(page, "clause-clause")
    box = text.bounding_box()
    corner = box["x"] + box["width"] - 4, box["y"] + box["height"] - 4
    page.mouse.move(*corner)
    page.mouse.down()
    page.mouse.move(corner[0], corner[1] + 120)
    page.mouse.up()
    assert "height" in text.get_attribute("style")

    page.check("#option-frozen")

    expect(page.locator("#clause blockquote")).to_contain_text("Vous pouvez publier quand")


def test_fallen_confirmation_is_said_where_one_chooses(page, organisation):
    decide(organisation, "hours", "business_hours", state="confirmed")
    page.reload()
    expect(page.locator("#fallen")).to_have_text("")

    page.check("#option-frozen")

    expect(page.locator("#fallen[aria-live=polite]")).to_contain_text("de nouveau à confirmer")


def test_blanks_left_open_follow_each_save_and_lead_to_their_fields(page):
    page.check("#option-business_hours")
    link = page.locator("#blanks a")
    expect(link).to_have_text("horaires de la modération")

    link.press("Enter")
    expect(field(page, "header-weekly_hours")).to_be_focused()
    page.check('[name="sheet-state"][value="confirmed"]')
    expect(page.locator("#blanks")).to_contain_text("Confirmée avec 1 blanc à compléter")

    field(page, "header-weekly_hours").fill("lun-ven 9h-18h")
    expect(page.locator("#blanks")).to_have_text("")


@pytest.mark.parametrize("place", ["#beside-text", "#beside-whole", "#legal a", "#blanks a"])
def test_focus_stays_where_it_went_while_the_sides_are_renewed(visit, owner, organisation, place):
    page = visit(owner, viewport={"width": 360, "height": 740})
    page.goto(reverse("decision", args=[organisation.pk, "hours"]))
    page.check("#option-business_hours")
    expect(page.locator("#blanks a")).to_be_visible()

    page.locator("#option-frozen").press("Space")
    page.locator(place).first.focus()

    expect(page.locator("#beside .is-current")).to_contain_text("Vous pouvez publier quand")
    expect(page.locator(place).first).to_be_focused()


def test_decision_is_confirmed_with_the_keyboard_alone_on_a_phone(visit, owner, organisation):
    page = visit(owner, viewport={"width": 360, "height": 740})
    page.goto(reverse("decision", args=[organisation.pk, "age"]))
    page.locator("#option-adults_only").press("Space")
    expect(page.locator("#beside .is-current")).to_be_visible()
    expect(page.locator("#option-adults_only")).to_be_focused()

    waiting = page.locator('[name="sheet-state"][value="to_confirm"]')
    expect(waiting).to_be_checked()
    waiting.focus()
    page.keyboard.press("ArrowDown")
    confirmed = page.locator('[name="sheet-state"][value="confirmed"]')
    expect(page.locator('[data-unit="sheet"] .unit-saved')).to_be_visible()
    page.wait_for_load_state("networkidle")

    expect(confirmed).to_be_focused()
    assert choice_of(organisation, "age").state == "confirmed"
    page.keyboard.press("Tab")
    expect(page.locator('[name="sheet-confidence"]').first).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_lines_of_an_option_hang_beside_their_label(visit, owner, organisation, width):
    page = visit(owner, viewport={"width": width, "height": 740})
    page.goto(reverse("decision", args=[organisation.pk, "space"]))

    lefts = page.locator(".option-about p:not(.notice)").evaluate_all(
        """lines => lines.map((line) => {
            const label = line.querySelector("b").getBoundingClientRect().right;
            const words = document.createRange();
            words.selectNodeContents(line.lastChild);
            return [...words.getClientRects()].every((each) => each.left >= label);
        })"""
    )

    assert len(lefts) > 10
    assert set(lefts) == {True}


def test_what_a_choice_entails_follows_the_choice_made(visit, owner):
    finished = load(demonstration("altivane-fr"), owner=owner)
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
