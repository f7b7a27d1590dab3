"""How long one has observed: under two weeks is said, and so is a date still to come."""

from datetime import date

import pytest

from strategy.domain.observing import doubt


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (None, ""),
        ("2026-11-28", "ahead"),
        ("2026-11-27", "young"),
        ("2026-11-14", "young"),
        ("2026-11-13", ""),
        ("2020-01-01", ""),
    ],
)
def test_doubt_is_of_what_is_young_or_still_to_come(since, said):
    assert doubt(since, date(2026, 11, 27)) == said
