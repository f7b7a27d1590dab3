"""Whole paths: with the keyboard only, without JavaScript, and with hostile text."""

import pytest
from django.urls import reverse
from django_scopes import scope, scopes_disabled
from playwright.sync_api import Locator, Page, expect

from charter.domain.loading import charter
from charter.models import Choice
from deliverables import making
from deliverables.models import Export
from organisations.models import Organisation
from strategy.domain.loading import questionnaire
from strategy.models import Answer
from tests.browser.acting import answer, expect_saved, field, header, rows
from tests.browser.conftest import question_url
from tests.factories import make_organisation, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROW = "aaaaaaaaaaaa"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></script><svg onload=alert(1)>",
    "' autofocus onfocus='alert(1)",
    '<div hx-get="/accounts/logout/" hx-trigger="load">',
    '<form id="sheet"><input name="version">',
    "{{ 7*7 }} {% debug %} javascript:alert(1)",
]


def tab_to(page: Page, wanted: Locator) -> None:
    """Walk with the Tab key until the focus is there, and is seen there."""
    for _press in range(200):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    outline = wanted.evaluate(
        "element => { const style = getComputedStyle(element);"
        " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"
    )
    assert outline, f"the focus is not seen on {wanted}"


def press(page: Page, role: str, name: str, key: str = "Enter") -> None:
    tab_to(page, page.get_by_role(role, name=name).first)
    page.keyboard.press(key)


def write(page: Page, name: str, text: str) -> None:
    tab_to(page, field(page, name).first)
    page.keyboard.insert_text(text)


def compose_documents() -> None:
    """What the worker does, once."""
    with scopes_disabled():
        for export in Export.objects.all():
            making.make(export)


def test_the_whole_path_is_walked_with_the_keyboard(visit):
    page = visit()
    sign_up(page)
    organisation = begin(page)
    answer_first(page, organisation)
    decide(page, organisation)
    download(page)


def sign_up(page: Page) -> None:
    page.goto(reverse("account_signup"))
    write(page, "name", "Nora Nouvelle")
    write(page, "email", "nora@example.org")
    write(page, "password1", "une phrase de passe longue")
    page.keyboard.press("Enter")
    page.wait_for_url(reverse("home"))


def begin(page: Page) -> Organisation:
    press(page, "link", "Créer une organisation")
    page.wait_for_url("**/organisations/new")
    write(page, "name", "La Rose des vents")
    page.keyboard.press("Enter")
    page.wait_for_url("**/o/*/**")
    return Organisation.objects.get(name="La Rose des vents")


def answer_first(page: Page, organisation: Organisation) -> None:
    press(page, "link", "Questions")
    page.wait_for_url("**/questions")
    press(page, "link", questionnaire("fr").by_id["objective"].title)
    page.wait_for_url("**/questions/objective/**")
    write(page, "header-sentence", "Être crus d’ici un an")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: "objective" not in url)
    assert header(organisation, "objective") == {"sentence": "Être crus d’ici un an"}


def decide(page: Page, organisation: Organisation) -> None:
    press(page, "link", "Charte")
    page.wait_for_url("**/charter/")
    press(page, "link", charter("fr").by_id["space"].title)
    page.wait_for_url("**/charter/space/")
    tab_to(page, field(page, "header-options").first)
    page.keyboard.press("Space")
    expect_saved(page)
    press(page, "button", "Confirmer et continuer")
    page.wait_for_url("**/charter/registration/")
    with scope(organisation=organisation):
        assert Choice.objects.get(decision="space").state == "confirmed"


def download(page: Page) -> None:
    press(page, "link", "Documents")
    page.wait_for_url("**/documents/")
    press(page, "button", "Composer le PDF")
    page.wait_for_url("**/documents/*-*/")
    expect(page.get_by_role("heading", name="En préparation")).to_be_visible()
    compose_documents()
    expect(page.get_by_role("link", name="Télécharger le PDF")).to_be_visible()
    with page.expect_download() as downloaded:
        press(page, "link", "Télécharger le PDF")
    assert downloaded.value.path().read_bytes().startswith(b"%PDF-1.7")
    assert downloaded.value.suggested_filename.endswith(".pdf")


@pytest.fixture
def plain(visit, owner):
    """A page of the owner's browser, in which no script runs."""
    return visit(owner, java_script_enabled=False)


def keep(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_text("Enregistré.", exact=True).wait_for()


def test_an_answer_is_written_without_javascript(plain, organisation):
    plain.goto(question_url(organisation, "receivers"))
    plain.locator('[name$="-audience"]').last.fill("Voisins")
    plain.get_by_role("button", name="Ajouter : Public").click()
    plain.locator('[name$="-audience"]').last.fill("Presse")
    keep(plain)
    plain.get_by_role("button", name="Monter : Public 2").click()
    names = [row["audience"] for row in rows(organisation, "receivers", "audiences")]
    assert names == ["Presse", "Voisins"]
    plain.get_by_role("button", name="Retirer : Public 1").click()
    plain.get_by_label("Terminé").check()
    plain.get_by_role("button", name="Continuer").click()
    plain.wait_for_url("**/questions/*/")
    assert [row["audience"] for row in rows(organisation, "receivers", "audiences")] == ["Voisins"]
    with scope(organisation=organisation):
        assert Answer.objects.get(question="receivers").state == "done"


def test_a_button_of_a_row_leads_back_to_it_without_javascript(plain, organisation):
    listed = [{"id": f"row{number:09}", "audience": f"Public {number}"} for number in range(1, 9)]
    answer(organisation, "receivers", {"tables": {"audiences": listed}})
    plain.goto(question_url(organisation, "receivers"))
    plain.get_by_role("button", name="Monter : Public 8").press("Enter")
    moved = plain.locator("#row-row000000008")
    expect(moved).to_have_attribute("aria-label", "Public 7")
    expect(moved).to_be_in_viewport()
    expect(moved).to_be_focused()
    plain.get_by_role("button", name="Retirer : Public 8").press("Enter")
    expect(plain.locator("#table-audiences")).to_be_focused()
    plain.get_by_role("button", name="Ajouter : Public").press("Enter")
    expect(plain.locator("#new-audiences")).to_be_focused()
    expect(plain.locator('[name$="-audience"]').last).to_be_in_viewport()


def test_something_wrong_is_told_without_javascript(plain, organisation):
    plain.goto(question_url(organisation, "hours"))
    field(plain, "header-weekly_hours").fill("beaucoup")
    plain.get_by_role("button", name="Enregistrer", exact=True).click()
    summary = plain.get_by_role("alert")
    summary.wait_for()
    assert summary.get_by_role("link").get_attribute("href") == "#id_header-weekly_hours"
    plain.get_by_role("button", name="English").click()
    expect(plain.locator("html")).to_have_attribute("lang", "en")
    expect(plain.locator("#id_header-weekly_hours")).to_have_value("beaucoup")


def test_a_decision_and_a_document_are_made_without_javascript(plain, organisation):
    plain.goto(reverse("decision", args=[organisation.pk, "space"]))
    field(plain, "header-options").first.check()
    plain.get_by_role("button", name="Confirmer").click()
    plain.wait_for_url("**/charter/registration/")
    with scope(organisation=organisation):
        assert Choice.objects.get(decision="space").state == "confirmed"
    plain.goto(reverse("documents", args=[organisation.pk]))
    plain.get_by_role("button", name="Composer le PDF").click()
    plain.get_by_role("heading", name="En préparation").wait_for()
    compose_documents()
    ready = plain.get_by_role("link", name="Télécharger le PDF")
    ready.wait_for()
    with plain.expect_download() as downloaded:
        ready.click()
    assert downloaded.value.path().read_bytes().startswith(b"%PDF-1.7")


def test_hostile_text_is_only_ever_text(visit, owner):
    organisation = make_organisation(owner=owner, name=HOSTILE[1])
    make_person(organisation, HOSTILE[0])
    listed = [{"id": f"{ROW[:-1]}{place}", "audience": text} for place, text in enumerate(HOSTILE)]
    answer(organisation, "receivers", {"tables": {"audiences": listed}})
    page = visit(owner)
    page.goto(question_url(organisation, "scope"))
    field(page, "header-meaning").fill("\n".join(HOSTILE))
    expect_saved(page)
    page.reload()
    expect(field(page, "header-meaning")).to_have_value("\n".join(HOSTILE))
    places = ["overview", "questions", "missing", "people", "charter", "charter_text"]
    urls = [reverse(name, args=[organisation.pk]) for name in places]
    urls += [question_url(organisation, "receivers"), question_url(organisation, "messages")]
    urls += [reverse("preview_document", args=[organisation.pk]), reverse("home")]
    for url in urls:
        page.goto(url)
        assert page.locator("main [onerror], main [onload], main [hx-trigger=load]").count() == 0
    page.goto(reverse("history", args=[organisation.pk, "scope"]))
    for text in HOSTILE:
        expect(page.locator(".changes")).to_contain_text(text)
