"""A real Chromium: one for all tests, and a context of its own for each visitor."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from organisations.models import Organisation, User
from tests.summary import CHROMIUM

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 15_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@dataclass
class Witness:
    """What went wrong in a visitor's pages, without anybody saying so."""

    errors: list[str] = field(default_factory=list)

    def take(self) -> list[str]:
        """What went wrong since the last time."""
        taken, self.errors[:] = [*self.errors], []
        return taken

    def watch(self, page: Page) -> None:
        """Listen to scripts that fail, policies that are broken, dialogs that open."""
        page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))
        page.on("console", self._hear)
        page.on("dialog", self._refuse)

    def _hear(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.errors.append(message.text)

    def _refuse(self, dialog: Any) -> None:
        if dialog.type == "beforeunload":
            dialog.accept()
            return
        self.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()


Visit = Callable[..., Page]


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def visit(browser: Browser, live_server, witness) -> Iterator[Visit]:
    """A function from a person to a page of a browser of theirs, signed in."""
    standing = threading.enumerate()
    contexts: list[BrowserContext] = []

    def open_for(user: User | None = None, **options: Any) -> Page:
        options = {"base_url": live_server.url, "locale": "fr-FR", **options}
        context = browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE_MS)
        context.on("page", witness.watch)
        contexts.append(context)
        if user:
            sign_in(context, user, live_server.url)
        return context.new_page()

    yield open_for
    for context in contexts:
        context.close()
    wait_until_answered(standing)
    assert witness.errors == []


def wait_until_answered(standing: list[threading.Thread]) -> None:
    """Let what the server began since then end: tables are emptied next, under a late save."""
    for thread in threading.enumerate():
        if thread not in standing:
            thread.join(PATIENCE_MS / 1000)


def sign_in(context: BrowserContext, user: User, url: str) -> None:
    """Give the context a session of this person."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


def question_url(organisation: Organisation, question: str, form: str = "full") -> str:
    """The address of one question in one form."""
    return reverse("question", args=[organisation.pk, question]) + f"?form={form}"
