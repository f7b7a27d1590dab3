"""Saving while one types: what the page says is true, and what was typed is never lost."""

import random

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.acting import MEANING, SCOPE, WHERE, expect_saved, field, header, kill, revisions
from tests.browser.conftest import question_url, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE = "**/save"
SLOW_MS = 750


@pytest.fixture
def page(visit, owner, organisation):
    page = visit(owner)
    page.goto(question_url(organisation, SCOPE))
    return page


def slow_down(page, latency):
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1},
    )


def test_a_text_is_saved_while_one_types_and_then_said_to_be(page, organisation):
    field(page, MEANING).press_sequentially("Ce que l’on dit de nous")
    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": "Ce que l’on dit de nous"}
    assert page.evaluate("localStorage.length") == 0


def test_saved_is_not_said_before_the_server_has_it(page, organisation):
    waiting = []
    page.route(SAVE, lambda route: waiting.append(route))
    field(page, MEANING).fill("Pas encore là")
    expect(page.locator("#saved")).to_have_text("Enregistrement…")
    assert header(organisation, SCOPE) == {}
    waiting.pop().continue_()
    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": "Pas encore là"}


def test_saved_is_said_no_more_at_a_field_that_is_typed_in(page, organisation):
    field(page, MEANING).fill("Enregistré")
    expect_saved(page)
    expect(page.locator(".unit-saved")).to_be_visible()
    page.context.set_offline(True)
    field(page, MEANING).fill("Tapé dans un tunnel")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    expect(page.locator(".unit-saved")).to_be_hidden()
    page.context.set_offline(False)
    expect_saved(page)
    expect(page.locator(".unit-saved")).to_be_visible()


def test_bursts_on_a_slow_server_end_equal_to_the_box(page, organisation):
    slow_down(page, SLOW_MS)
    box = field(page, MEANING)
    for burst in range(4):
        box.press_sequentially(f"rafale {burst} ", delay=20)
        page.wait_for_timeout(random.choice([300, 800]))
    expect_saved(page)
    assert header(organisation, SCOPE)["meaning"] == box.input_value().strip()
    assert {each.kind for each in revisions(organisation, SCOPE)} == {"saved"}


def test_several_lines_are_the_same_saved_alone_or_with_the_page(page, organisation):
    field(page, MEANING).fill("Une ligne\nune autre")
    expect_saved(page)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_text("Enregistré.", exact=True)).to_be_visible()
    assert len(revisions(organisation, SCOPE)) == 1


def test_a_cut_network_is_said_and_the_text_saved_once_it_is_back(page, organisation):
    page.context.set_offline(True)
    field(page, MEANING).fill("Tapé dans un tunnel")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    assert header(organisation, SCOPE) == {}
    page.context.set_offline(False)
    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": "Tapé dans un tunnel"}


def test_replies_lost_after_the_save_lose_nothing_and_clash_with_nobody(page, organisation):
    dice = random.Random(27)

    def lose_some(route):
        reply = route.fetch()
        if dice.random() < 0.3:
            route.abort()
        else:
            route.fulfill(response=reply)

    page.route(SAVE, lose_some)
    box = field(page, MEANING)
    for burst in range(6):
        box.press_sequentially(f"essai {burst} ")
        page.wait_for_timeout(750)
    expect_saved(page)
    assert header(organisation, SCOPE)["meaning"] == box.input_value().strip()
    assert {each.kind for each in revisions(organisation, SCOPE)} == {"saved"}
    expect(page.locator(".clash")).to_have_count(0)


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_that_fails_is_said_and_tried_again(page, organisation, status):
    failures = [status, status]

    def fail_twice(route):
        if failures:
            route.fulfill(status=failures.pop(), body="Incident")
        else:
            route.continue_()

    page.route(SAVE, fail_twice)
    field(page, MEANING).fill("Insister")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": "Insister"}


def test_a_session_gone_keeps_the_text_and_saves_it_after_signing_in(
    page, organisation, owner, live_server
):
    Session.objects.all().delete()
    field(page, MEANING).fill("Après une nuit")
    expect(page.locator("#saved")).to_contain_text("votre session est terminée")
    assert header(organisation, SCOPE) == {}
    sign_in(page.context, owner, live_server.url)
    expect_saved(page)
    assert field(page, MEANING).input_value() == "Après une nuit"
    assert header(organisation, SCOPE) == {"meaning": "Après une nuit"}


def test_leaving_at_once_by_a_link_saves_first(page, organisation):
    field(page, MEANING).press_sequentially("Parti aussitôt")
    page.get_by_role("link", name="Vue d’ensemble").click()
    page.wait_for_url(f"**/o/{organisation.pk}/")
    assert header(organisation, SCOPE) == {"meaning": "Parti aussitôt"}


def test_leaving_at_once_by_the_address_loses_nothing(page, organisation):
    field(page, MEANING).press_sequentially("Parti sans prévenir")
    page.goto("/help")
    page.goto(question_url(organisation, SCOPE))
    expect(field(page, MEANING)).to_have_value("Parti sans prévenir")
    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": "Parti sans prévenir"}
    expect(page.locator(".clash")).to_have_count(0)


def test_a_page_killed_before_the_save_gives_the_text_back(page, organisation):
    page.route(SAVE, lambda route: route.abort())
    field(page, MEANING).fill("Tué net")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    kill(page)
    again = page.context.new_page()
    again.goto(question_url(organisation, SCOPE))
    expect(field(again, MEANING)).to_have_value("Tué net")
    expect(again.get_by_text("a été repris")).to_be_visible()
    expect_saved(again)
    assert header(organisation, SCOPE) == {"meaning": "Tué net"}


def test_a_draft_gives_back_only_the_fields_that_were_typed(page, organisation, owner, visit):
    page.route(SAVE, lambda route: route.abort())
    field(page, MEANING).fill("Mon brouillon")
    expect(page.locator("#saved")).to_contain_text("Pas enregistré")
    other = visit(owner)
    other.goto(question_url(organisation, SCOPE))
    field(other, WHERE).fill("Saisi ailleurs")
    expect_saved(other)
    kill(page)
    again = page.context.new_page()
    again.goto(question_url(organisation, SCOPE))
    # The page of an answer that another tab saved says « Enregistré » before anything is sent.
    expect(again.locator(".unit-saved")).to_be_visible()
    expect(field(again, WHERE)).to_have_value("Saisi ailleurs")
    assert header(organisation, SCOPE) == {
        "meaning": "Mon brouillon",
        "observed_where": "Saisi ailleurs",
    }


def test_continue_waits_for_what_is_not_saved(page, organisation):
    slow_down(page, SLOW_MS)
    field(page, MEANING).press_sequentially("Vite")
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/questions/*/")
    assert header(organisation, SCOPE) == {"meaning": "Vite"}
    assert [each.kind for each in revisions(organisation, SCOPE)] == ["saved"]


def test_something_wrong_is_told_at_its_field_and_leads_there(visit, owner, organisation):
    page = visit(owner)
    page.goto(question_url(organisation, "hours", "full"))
    box = field(page, "header-weekly_hours")
    box.fill("beaucoup")
    alert = page.locator(".unit-wrong")
    expect(alert).to_contain_text("Pas enregistré")
    expect(box).to_have_attribute("aria-invalid", "true")
    assert page.locator(f"#{box.get_attribute('aria-errormessage')}").inner_text() != ""
    alert.get_by_role("link").click()
    expect(box).to_be_focused()
    page.get_by_role("button", name="English").click()
    expect(page.locator(".unit-wrong")).to_contain_text("Not saved")
    expect(box).to_have_value("beaucoup")
    box.fill("12")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(alert).to_have_count(0)
    assert header(organisation, "hours") == {"weekly_hours": "12"}
