"""Rows of a table added, removed and moved, as paths to write."""

import pytest

from strategy.domain.rows import add, move, moves, order_of, remove, texts_of

PATHS = {"order/t": ["a", "b", "c"], "rows/t/b/place": "Forum", "rows/t/b/hours": 3}


def test_row_is_added_at_the_end():
    assert add(PATHS, "t", "d") == {"order/t": ["a", "b", "c", "d"]}
    assert add({}, "t", "a") == {"order/t": ["a"]}


def test_row_that_is_there_is_not_added_again():
    assert add(PATHS, "t", "b") == {}


def test_row_is_removed_with_its_cells():
    assert remove(PATHS, "t", "b") == {
        "order/t": ["a", "c"],
        "rows/t/b/place": None,
        "rows/t/b/hours": None,
    }


def test_last_row_leaves_no_order():
    assert remove({"order/t": ["a"]}, "t", "a") == {"order/t": None}


def test_words_of_a_removed_row_are_kept():
    assert remove(PATHS, "t", "a", words="Le site")["gone/t/a"] == "Le site"


def test_row_that_is_not_there_is_neither_removed_nor_moved():
    assert remove(PATHS, "t", "x") == {}
    assert move(PATHS, "t", "x", by=1) == {}


@pytest.mark.parametrize(
    ("row", "by", "order"),
    [("a", 1, ["b", "a", "c"]), ("c", -1, ["a", "c", "b"]), ("a", 9, ["b", "c", "a"])],
)
def test_row_is_moved_by_so_many_places(row, by, order):
    assert move(PATHS, "t", row, by=by) == {"order/t": order}


@pytest.mark.parametrize(("row", "by"), [("a", -1), ("c", 1)])
def test_row_at_either_end_stays(row, by):
    assert move(PATHS, "t", row, by=by) == {}


def test_moving_leaves_the_paths_given_as_they_were():
    move(PATHS, "t", "a", by=1)
    remove(PATHS, "t", "a")

    assert order_of(PATHS, "t") == ["a", "b", "c"]


def test_texts_of_a_table_are_its_words():
    assert texts_of(PATHS, "t") == {"Forum"}


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("abc", "abc", []),
        ("abcd", "bcda", [("a", 1, 4)]),
        ("abcd", "dabc", [("d", 4, 1)]),
        ("abcd", "axcdb", [("b", 2, 5)]),  # a row that came is not one that moved
        ("abcd", "ad", []),  # nor is one that went
    ],
)
def test_fewest_rows_are_told_as_moved(before, after, moved):
    assert list(moves(list(before), list(after))) == moved
