"""What rows say twice where it may stand once."""

import pytest

from strategy.domain.loading import questionnaire
from strategy.domain.repeats import repeats

ASKED = questionnaire("fr").by_id


def _told(question, table, *rows):
    kept = [{"id": f"row{number}", **row} for number, row in enumerate(rows, 1)]
    return [
        (each.table.id, each.column.id, each.row, each.others)
        for each in repeats(ASKED[question].tables, {"tables": {table: kept}})
    ]


def test_a_rank_that_two_rows_hold_is_told_at_each():
    told = _told("objective", "objectives", {"rank": "1"}, {"rank": "2"}, {"rank": "1"})

    assert told == [
        ("objectives", "rank", "row1", ("row3",)),
        ("objectives", "rank", "row3", ("row1",)),
    ]


def test_cells_left_empty_repeat_nothing():
    assert _told("objective", "objectives", {"rank": "1"}, {}, {}) == []


@pytest.mark.parametrize(
    ("said", "repeated"), [((True, True, False), ["row1", "row2"]), ((True, False, False), [])]
)
def test_only_a_second_yes_of_one_is_a_repeat(said, repeated):
    told = _told("indicators", "indicators", *({"main": each} for each in said))

    assert [row for _table, _column, row, _others in told] == repeated
