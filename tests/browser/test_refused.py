"""What the server refuses while one types is said at the unit, and the text stays."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from organisations.models import Membership, Role
from strategy.domain import limits
from tests.browser.acting import MEANING, SCOPE, expect_saved, field, header, stored
from tests.browser.conftest import question_url
from tests.factories import make_member, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "sextant-et-boussole"
SENTENCE = "Après une nuit"
SAVE = "**/save"


def by_the_page(page, person):
    """Sign in as a person does: the token of every form changes."""
    person.set_password(PASSWORD)
    person.save()
    session_ends(page)
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Se connecter").click()
    expect(page.get_by_text(f"Bienvenue, {person}.")).to_be_visible()


def session_ends(page):
    page.context.clear_cookies(name="session")


def box(page, unit="header"):
    return page.locator(f'[data-unit="{unit}"] .unit-refused')


def expect_amber(told):
    wash = told.evaluate("box => getComputedStyle(box).backgroundColor")
    assert wash == "rgb(253, 241, 216)"


@pytest.fixture
def page(visit, owner, organisation):
    page = visit(color_scheme="light")
    by_the_page(page, owner)
    page.goto(question_url(organisation, SCOPE))
    return page


def test_a_session_that_ended_leads_to_sign_in_at_the_unit_and_in_the_bar(page, organisation):
    session_ends(page)

    field(page, MEANING).fill(SENTENCE)

    for place in (box(page), page.locator("#saved")):
        expect(place).to_contain_text("votre session est terminée")
        link = place.get_by_role("link", name="Reconnectez-vous dans un nouvel onglet")
        expect(link).to_have_attribute("href", "/accounts/login/")
        expect(link).to_have_attribute("target", "_blank")
    expect_amber(box(page))
    assert field(page, MEANING).input_value() == SENTENCE
    assert header(organisation, SCOPE) == {}


def test_signing_in_again_in_another_tab_saves_without_a_reload(page, organisation, owner):
    session_ends(page)
    field(page, MEANING).fill(SENTENCE)
    with page.context.expect_page() as opened:
        box(page).get_by_role("link").click()

    by_the_page(opened.value, owner)
    page.bring_to_front()

    expect_saved(page)
    expect(box(page)).to_have_count(0)
    assert header(organisation, SCOPE) == {"meaning": SENTENCE}


def test_what_is_typed_after_a_sign_in_elsewhere_is_saved_at_once(page, organisation, owner):
    by_the_page(page.context.new_page(), owner)
    refused = []
    page.on("response", lambda reply: refused.append(reply.status) if reply.status > 400 else None)

    field(page, MEANING).fill(SENTENCE)

    expect_saved(page)
    assert refused == [403]
    assert header(organisation, SCOPE) == {"meaning": SENTENCE}


def test_waits_that_grew_long_do_not_hold_back_who_has_signed_in_again(page, organisation, owner):
    session_ends(page)
    for word in ("Une", "Une nuit", "Une nuit entière", "Une nuit entière passée"):
        with page.expect_response(SAVE):
            field(page, MEANING).fill(word)
    by_the_page(page.context.new_page(), owner)
    page.bring_to_front()

    field(page, MEANING).fill(SENTENCE)

    expect_saved(page)
    assert header(organisation, SCOPE) == {"meaning": SENTENCE}


def test_another_person_signed_in_is_said_and_sends_nothing(page, organisation):
    other = make_member(organisation, Role.EDITOR, "Edgar Editor")
    by_the_page(page.context.new_page(), other)
    page.bring_to_front()

    field(page, MEANING).fill(SENTENCE)

    expect(box(page)).to_contain_text("une autre personne est maintenant connectée")
    expect(box(page).get_by_role("link", name="Changer de compte")).to_have_attribute(
        "href", "/accounts/logout/"
    )
    assert field(page, MEANING).input_value() == SENTENCE
    drafts = "Object.values(localStorage).map((each) => JSON.parse(each).typed)"
    assert [draft[MEANING] for draft in page.evaluate(drafts)] == [[SENTENCE]]
    assert header(organisation, SCOPE) == {}


def test_a_decision_rewritten_by_hand_is_saved_after_a_sign_in_elsewhere(page, organisation, owner):
    page.goto(f"/o/{organisation.pk}/charter/criticism/")
    page.locator('[name="header-options"]').first.check()
    expect_saved(page)
    page.get_by_text("Réécrire ce texte à la main").click()
    by_the_page(page.context.new_page(), owner)
    page.bring_to_front()

    with page.expect_response(lambda reply: "save" in reply.url and reply.status == 200):
        field(page, "clause-clause").fill("Un texte à nous.")

    expect(page.locator('[data-unit="clause"] .unit-saved')).to_be_visible()


def test_a_role_that_was_lowered_is_said_at_the_unit(page, organisation):
    Membership.objects.filter(organisation=organisation).update(role=Role.READER)

    field(page, MEANING).fill(SENTENCE)

    expect(box(page)).to_contain_text("Votre rôle ne permet pas cela.")
    expect(box(page)).to_contain_text("Votre texte reste ici")
    expect_amber(box(page))
    assert field(page, MEANING).input_value() == SENTENCE


def test_a_member_who_was_removed_is_told_at_the_unit(page, organisation):
    Membership.objects.filter(organisation=organisation).delete()

    field(page, MEANING).fill(SENTENCE)

    expect(box(page)).to_contain_text("n’est plus ouverte à votre compte")
    assert field(page, MEANING).input_value() == SENTENCE


def test_a_text_too_large_is_told_with_the_limit(page, organisation, monkeypatch):
    with monkeypatch.context() as small:
        small.setattr(limits, "ANSWER", 10)
        field(page, MEANING).fill(SENTENCE)
        # Heard once: from the bar, which says why.
        expect(page.locator("#saved")).to_contain_text("cette réponse dépasserait")
        expect(box(page)).to_have_text(page.locator("#saved").inner_text().strip())
        expect(page.get_by_role("alert")).to_have_count(0)

    field(page, MEANING).evaluate("(box, text) => { box.value = text }", "a" * 4_000_000)
    field(page, MEANING).press_sequentially("b")

    expect(box(page)).to_contain_text(re.compile("cet envoi dépasse 2,5"))
    assert len(field(page, MEANING).input_value()) == 4_000_001
    assert header(organisation, SCOPE) == {}


def test_a_refusal_is_said_no_more_once_the_text_is_saved(page, organisation):
    members = Membership.objects.filter(organisation=organisation)
    members.update(role=Role.READER)
    field(page, MEANING).fill("Refusé")
    expect(box(page)).to_be_visible()
    members.update(role=Role.OWNER)

    field(page, MEANING).fill(SENTENCE)

    expect_saved(page)
    expect(box(page)).to_have_count(0)


def test_a_row_that_cannot_be_added_is_said_at_its_table(page, organisation):
    page.goto(question_url(organisation, "receivers"))
    Membership.objects.filter(organisation=organisation).update(role=Role.READER)

    page.get_by_role("button", name="Ajouter : Public", exact=True).click()

    told = page.locator('[data-table="audiences"] > .unit-refused')
    expect(told).to_contain_text("Votre rôle ne permet pas cela.")
    # Heard once: from the bar alone.
    expect(page.locator("#saved")).to_have_text(told.inner_text())
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_row_is_removed_after_a_sign_in_elsewhere(page, organisation, owner):
    page.goto(question_url(organisation, "receivers"))
    first = page.locator("[data-row]").first
    first.locator("textarea, input:not([type=hidden])").first.fill("Voisins")
    expect_saved(page)
    by_the_page(page.context.new_page(), owner)
    page.bring_to_front()

    first.locator('[data-op][value^="remove"]').click()

    expect(page.locator(".undo")).to_be_visible()
    assert stored(organisation, "receivers")["tables"].get("audiences", []) == []


def test_a_person_added_in_place_is_added_after_a_sign_in_elsewhere(page, organisation, owner):
    page.goto(question_url(organisation, "speakers"))
    page.get_by_text("Une personne manque dans les listes ?").click()
    by_the_page(page.context.new_page(), owner)
    page.bring_to_front()

    field(page, "person-name").fill("Accueil")
    page.get_by_role("button", name="Ajouter à la liste").click()

    expect(page.locator("#person-status")).to_contain_text("Accueil est dans la liste")


def test_a_person_moved_after_the_session_ended_is_told_so(visit, owner, organisation):
    page = visit(owner)
    make_person(organisation, "Accueil")
    make_person(organisation, "Direction")
    page.goto(reverse("people", args=[organisation.pk]))
    down = page.get_by_role("button", name="Descendre Accueil")
    down.press("Enter")
    expect(page.locator("#people .ledger-name")).to_have_text(["Direction", "Accueil"])
    expect(down).to_be_focused()
    session_ends(page)

    page.get_by_role("button", name="Monter Accueil").click()

    expect(page.get_by_text("Votre session est terminée")).to_be_visible()
