"""Every page: no fault for axe in either scheme, nothing too wide, every form may be sent."""

import os
from collections.abc import Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from deliverables.demonstrating import FILES
from deliverables.dossier.decoding import decode
from deliverables.dossier.loading import load
from organisations.models import Organisation, Role
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question
from tests.browser.acting import MEANING, SAVED, field
from tests.browser.conftest import Witness, question_url
from tests.factories import make_member
from tests.web.expectations import ROWS, made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Every question in both forms, instead of enough of them to meet each kind of field.
ALL = "BROWSER_ALL_PAGES" in os.environ
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
RULES = {
    "preload": False,
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
COLOURS = {"preload": False, "resultTypes": ["violations"], "runOnly": ["color-contrast"]}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# A form without its token is refused wherever it is sent from.
TOKENLESS = """[...document.querySelectorAll('form[method="post" i]')]
    .filter(form => !form.elements.csrfmiddlewaretoken).map(form => form.action)"""
SIGNED_OUT = ["account_login", "account_signup", "account_reset_password", "home", "help"]
NOT_PAGES = {
    "download_document",
    "download_dossier",
    "blank_row",
    "stands",
    "charter_file",
    "plan_calendar",
    "plan_table",
    "monitoring_feeds",
    "course_preview",
    "preview_document",  # a page of its own below: 76 sheets in one page, a third of the time
}


FINISHED, _, HALF_WAY = FILES


@pytest.fixture
def demonstration(owner) -> Organisation:
    """The full demonstration, which says something everywhere."""
    return load(decode(FINISHED.read_bytes()), owner=owner)


def faults(page: Page, url: str, witness: Witness) -> Iterator[str]:
    """What is wrong with the page of that address; what axe itself breaks is not."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    answer = page.goto(url)
    assert answer is not None
    assert answer.headers["content-type"].startswith("text/html"), url
    assert answer.status < 500, url
    yield from (f"{url}: {error}" for error in witness.take())
    yield from (f"{url}: no token for {action}" for action in page.evaluate(TOKENLESS)[:3])
    yield from broken(page, f"{url} light", RULES)
    page.emulate_media(color_scheme="dark")
    yield from violations(page, f"{url} dark", COLOURS)
    page.set_viewport_size(PHONE)
    if beyond := page.evaluate(SIDEWAYS):
        yield f"{url}: {beyond} px too wide for a phone"
    witness.take()


def broken(page: Page, place: str, options: dict) -> Iterator[str]:
    """What axe finds on the page, a line each."""
    page.evaluate(Axe().axe_script)
    yield from violations(page, place, options)


def violations(page: Page, place: str, options: dict) -> Iterator[str]:
    """What the axe that the page holds already finds there."""
    for rule in page.evaluate("options => axe.run(options)", options)["violations"]:
        for node in rule["nodes"][:3]:
            yield f"{place}: {rule['id']} {node['target']} {node['html'][:160]}"


@pytest.fixture
def all_faults(witness):
    """A function from addresses to what is wrong with their pages, a line each."""

    def find(page: Page, urls: Iterable[str]) -> str:
        return "\n".join(fault for url in urls for fault in faults(page, url, witness))

    return find


def telling(questions: tuple[Question, ...]) -> list[Question]:
    """Few questions with every kind of field there is, the fullest first."""
    missing = {field.kind for question in questions for field in fields_of(question)}
    chosen = []
    while missing:
        best = max(questions, key=lambda each: len(missing & {f.kind for f in fields_of(each)}))
        missing -= {field.kind for field in fields_of(best)}
        chosen.append(best)
    return chosen


def fields_of(question: Question):
    return [*question.fields, *(column for table in question.tables for column in table.columns)]


def test_pages_for_anybody_have_no_fault(visit, all_faults):
    page = visit()
    urls = [reverse(name) for name in SIGNED_OUT]
    assert all_faults(page, [*urls, "/nowhere"]) == ""


def test_pages_of_an_organisation_have_no_fault(visit, owner, demonstration, all_faults):
    page = visit(owner)
    rows = [row for row in ROWS if row.method == "GET" and row.name not in NOT_PAGES]
    urls = []
    for row in rows:
        arguments = made(row.arguments, demonstration)
        whose = {} if row.least in {"anyone", "signed in"} else {"organisation": demonstration.pk}
        urls.append(reverse(row.name, kwargs=whose | arguments))
    assert all_faults(page, urls) == ""


def test_document_on_screen_has_no_fault(visit, owner, all_faults):
    half_way = load(decode(HALF_WAY.read_bytes()), owner=owner)
    assert all_faults(visit(owner), [reverse("preview_document", args=[half_way.pk])]) == ""


def test_question_pages_have_no_fault(visit, owner, demonstration, all_faults):
    page = visit(owner)
    questions = questionnaire("fr").questions
    shown = questions if ALL else telling(questions)
    urls = [question_url(demonstration, each.id) for each in shown]
    quick = questions if ALL else shown[:2]
    urls += [question_url(demonstration, each.id, "quick") for each in quick]
    urls += [question_url(demonstration, name) for name in ("scope", "moderation")]
    assert all_faults(page, urls) == ""


def test_what_may_only_be_read_has_no_fault(visit, demonstration, all_faults):
    page = visit(make_member(demonstration, Role.READER, "Rose Lectrice"))
    asked = ["receivers", "objective", "arbiters", "hours", "promises"]
    urls = [question_url(demonstration, each) for each in asked]
    urls += [reverse("decision", args=[demonstration.pk, "moderation_mode"])]
    assert all_faults(page, urls) == ""


def test_pages_that_refuse_have_no_fault(visit, organisation, all_faults):
    page = visit(make_member(organisation, Role.READER, "René Reader"))
    names = ["edit_profile", "overview", "questions", "charter", "documents"]
    urls = [reverse(name, args=[organisation.pk]) for name in names]
    urls += [question_url(organisation, "receivers"), "/accounts/logout/", "/accounts/email/"]
    assert all_faults(page, urls) == ""


def test_what_a_save_meets_has_no_fault(visit, owner, demonstration, witness):
    mine, other = visit(owner), visit(owner)
    for page in (mine, other):
        page.goto(question_url(demonstration, "scope"))
    for page in (mine, other):
        field(page, MEANING).fill(f"Un texte de {id(page)}")
        expect(page.locator("#saved", has_text=SAVED).or_(page.locator(".clash"))).to_be_visible()
    wrong = visit(owner)
    wrong.goto(question_url(demonstration, "reply_times"))
    field(wrong, "header-covered_hours").fill("n’importe quand")
    expect(wrong.locator(".unit-wrong")).to_be_visible()
    removal = visit(owner)
    removal.goto(question_url(demonstration, "receivers"))
    removal.get_by_role("button", name="Retirer : Public 1", exact=True).click()
    expect(removal.locator(".removal")).to_be_visible()
    expect(other.locator(".clash")).to_have_count(1)
    pages = {"clash": other, "wrong": wrong, "removal": removal}
    found = [fault for name, page in pages.items() for fault in broken(page, name, RULES)]
    witness.take()
    assert found == []
