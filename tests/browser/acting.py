"""What a person does on a question's page, and what the server then holds."""

import re
from contextlib import suppress
from typing import Any

from django_scopes import scope
from playwright.sync_api import Error, Locator, Page, expect

from organisations.models import Organisation
from strategy.models import Answer, AnswerRevision

# Two texts of the first page of all: "what do we mean by e-reputation", "observed where".
SCOPE = "scope"
MEANING = "header-meaning"
WHERE = "header-observed_where"
SAVED = re.compile("^Enregistré")


def field(page: Page, name: str) -> Locator:
    """The inputs of that name."""
    return page.locator(f'[name="{name}"]')


def expect_saved(page: Page) -> None:
    """Wait until the page says so."""
    expect(page.locator("#saved")).to_contain_text("Enregistré")


def kill(page: Page) -> None:
    """End the page as a crash does: without a last word."""
    with suppress(Error):
        page.goto("chrome://crash")


def stored(organisation: Organisation, question: str) -> dict[str, Any]:
    """The value of the answer, as the database holds it."""
    with scope(organisation=organisation):
        found = Answer.objects.filter(question=question).first()
        return found.value if found else {}


def header(organisation: Organisation, question: str) -> dict[str, Any]:
    """The header of the answer, as the database holds it."""
    return stored(organisation, question).get("header", {})


def rows(organisation: Organisation, question: str, table: str) -> list[dict[str, Any]]:
    """The rows of one of its tables."""
    return stored(organisation, question).get("tables", {}).get(table, [])


def revisions(organisation: Organisation, question: str) -> list[AnswerRevision]:
    """Everything ever saved of it, oldest first."""
    with scope(organisation=organisation):
        kept = AnswerRevision.objects.filter(record__question=question)
        return list(kept.order_by("saved_at"))


def answer(organisation: Organisation, question: str, value: dict[str, Any]) -> Answer:
    """Write an answer behind every page's back, as its first version."""
    with scope(organisation=organisation):
        record = Answer.blank(organisation.pk, question)
        record.value, record.state, record.version = value, "draft", 1
        record.save()
        return record
