"""The sheet of an indicator, begun from the page where it lacks."""

import pytest
from django.urls import reverse

from tests.answers import text_of, value_of, write

ROW = "row000000001"


@pytest.fixture
def measured(organisation, owner):
    """An organisation with one indicator."""
    named = {f"rows/indicators/{ROW}/indicator": "Délai tenu", "order/indicators": [ROW]}
    write(organisation, owner, "indicators", named)
    return organisation


def page_of(client, organisation):
    return client.get(reverse("indicators", args=[organisation.pk]))


def describe(client, organisation, field, row=ROW):
    url = reverse("describe_indicator", args=[organisation.pk, row])
    assert url in page_of(client, organisation).content.decode() or sheets(organisation)
    return client.post(url, {"field": field})


def sheets(organisation):
    return value_of(organisation, "indicator_sheets").get("tables", {}).get("sheets", [])


def test_sheet_is_begun_for_its_indicator_at_the_field_that_was_asked_for(owner_client, measured):
    first, again = (describe(owner_client, measured, field) for field in ("formula", "owner"))

    assert sheets(measured) == [{"id": ROW, "indicator": ROW}]
    assert first.url.endswith(f"#id_rows-sheets-{ROW}-formula")
    assert again.url.endswith(f"#id_rows-sheets-{ROW}-owner")
    assert f"#id_rows-sheets-{ROW}-formula" in page_of(owner_client, measured).content.decode()


def test_sheet_of_no_indicator_is_not_begun(editor_client, measured):
    response = editor_client.post(reverse("describe_indicator", args=[measured.pk, "no0000000000"]))

    assert (response.status_code, sheets(measured)) == (404, [])


def test_sheet_too_many_is_told(editor_client, owner, measured):
    ids = [f"s{number:011d}" for number in range(500)]
    cells = {f"rows/sheets/{each}/formula": "x" for each in ids}
    write(measured, owner, "indicator_sheets", {"order/sheets": ids} | cells)

    response = describe(editor_client, measured, "formula")

    assert response.url == reverse("indicators", args=[measured.pk])
    assert "le plus de lignes possible" in text_of(page_of(editor_client, measured))
