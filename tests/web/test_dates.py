"""Dates on pages: each language writes them its own way."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation
from django.utils.formats import date_format

MOMENT = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "kind", "written"),
    [
        pytest.param("fr", "DATE_FORMAT", "3 novembre 2026", id="a French date"),
        pytest.param("fr", "DATETIME_FORMAT", "3 novembre 2026 à 15:02", id="a French hour"),
        pytest.param("en", "DATE_FORMAT", "3 November 2026", id="a British date"),
        pytest.param("en", "DATETIME_FORMAT", "3 November 2026 at 15:02", id="and its hour"),
        pytest.param("en", "SHORT_DATETIME_FORMAT", "3 Nov 2026, 15:02", id="in short"),
    ],
)
def test_dates_are_written_as_the_language_does(language, kind, written):
    with translation.override(language):
        assert date_format(timezone.localtime(MOMENT), kind) == written
