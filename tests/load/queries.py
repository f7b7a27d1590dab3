"""SQL queries of the main requests, at one row and at many: printed as JSON."""

import json
import sys
import uuid
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from organisations.models import Membership, Organisation, Role, User  # noqa: E402
from tests.factories import make_organisation, make_user  # noqa: E402
from tests.load.browsing import VERSION  # noqa: E402
from tests.load.visitors import fullest  # noqa: E402

MANY = 1_000


def main() -> dict[str, Any]:
    """Queries of each request: the least and the most that were counted."""
    full = fullest()
    consultant = make_user("Consultante")
    Membership.objects.create(organisation=full, user=consultant, role=Role.OWNER)
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.force_login(consultant)
    empty = make_organisation(owner=consultant)
    return {
        "question page": _both(lambda of: browser.get(_question(of)), empty, full),
        "save": [_queries(_saving(browser, of)) for of in (empty, full)],
        "overview": _both(lambda of: browser.get(reverse("overview", args=[of.pk])), empty, full),
        "review": _both(lambda of: browser.get(reverse("review", args=[of.pk])), empty, full),
        "list of 1,000 organisations": _list(browser, consultant),
    }


def _question(organisation: Organisation) -> str:
    return reverse("question", args=[organisation.pk, "objective"])


def _saving(browser: Client, organisation: Organisation) -> Callable[[], HttpResponse]:
    page = browser.get(_question(organisation)).content.decode()
    shown = {"unit": "header", "form": "quick", "version": VERSION.search(page)[1]}

    def save() -> HttpResponse:
        posted = shown | {"tab": "measuring", "header-sentence": f"Une phrase, {uuid.uuid4()}."}
        reply = browser.post(f"{_question(organisation)}save", posted)
        shown["version"] = VERSION.search(reply.content.decode())[1]
        return reply

    return save


def _both(ask: Callable[[Organisation], HttpResponse], *organisations: Organisation) -> list[int]:
    return [_queries(lambda of=organisation: ask(of)) for organisation in organisations]


def _list(browser: Client, consultant: User) -> list[int]:
    few = _queries(lambda: browser.get(reverse("home")))
    for _number in range(MANY - consultant.memberships.count()):
        make_organisation(owner=consultant)
    return [few, _queries(lambda: browser.get(reverse("home")))]


def _queries(request: Callable[[], HttpResponse]) -> int:
    """How many queries the second such request makes; the first one warms caches."""
    request()
    with CaptureQueriesContext(connection) as counted:
        status = request().status_code
    if status != 200:
        raise AssertionError(f"answered {status}")
    return len(counted)


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
