"""An answer as who may only read it sees it: nothing cut off, whatever the width."""

import pytest

from organisations.models import Role
from tests.browser.acting import answer
from tests.browser.conftest import question_url
from tests.factories import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE = "aaaaaaaaaaaa"
CUT = """() => [...document.querySelectorAll('.read-rows *')]
  .filter((it) => !it.closest('thead'))
  .filter((it) => it.getBoundingClientRect().right > innerWidth || it.scrollWidth > it.offsetWidth)
  .map((it) => it.outerHTML.slice(0, 80))"""


@pytest.fixture
def reader(organisation):
    return make_member(organisation, Role.READER, "Rose Lectrice")


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize(
    "place",
    [
        pytest.param("receivers/audiences/audience", id="many columns"),
        pytest.param("tone/adjectives/we_say", id="few columns"),
    ],
)
def test_no_cell_is_cut_off(visit, organisation, reader, place, width):
    question, table, column = place.split("/")
    said = {"id": ONE, column: "Anticonstitutionnellement, " * 9 + "x" * 300}
    answer(organisation, question, {"tables": {table: [said]}})
    page = visit(reader, viewport={"width": width, "height": 800})

    page.goto(question_url(organisation, question))

    assert page.locator(".read-rows").count() >= 1
    assert page.evaluate(CUT) == []


def test_a_link_to_a_row_leads_who_reads_to_it(visit, organisation, reader):
    listed = [{"id": ONE, "audience": "Riverains"}]
    answer(organisation, "receivers", {"tables": {"audiences": listed}})
    page = visit(reader)

    page.goto(f"{question_url(organisation, 'receivers')}#row-{ONE}")

    focused = page.evaluate("document.activeElement.id")
    assert focused == f"row-{ONE}"
