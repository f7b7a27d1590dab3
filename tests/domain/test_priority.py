"""The priority objective: one, or none; a second one is refused; another takes its place."""

import pytest

from strategy.domain.priority import Priority, SecondFirstError, firsts, priority, put_first
from strategy.domain.priority import refuse_second as refuse

ONE, TWO, THREE = "row000000001", "row000000002", "row000000003"


def said(*rows, **beside):
    """An answer to question 25: (row, objective, rank) in order, "" for what is not said."""
    paths = {"order/objectives": [row for row, *_rest in rows], **beside}
    for row, objective, rank in rows:
        told = {"objective": objective, "rank": rank}
        paths |= {f"rows/objectives/{row}/{name}": each for name, each in told.items() if each}
    return paths


def ranks(paths):
    return [paths.get(f"rows/objectives/{row}/rank") for row in paths["order/objectives"]]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param({}, None, id="nothing said"),
        pytest.param(said((ONE, "help", "2"), (TWO, "trust", "1")), Priority(TWO, "trust"), id="1"),
        pytest.param(said((ONE, "help", "")), Priority(ONE, "help"), id="the only one, unranked"),
        pytest.param(said((ONE, "help", ""), (TWO, "", "")), Priority(ONE, "help"), id="and blank"),
        pytest.param(said((ONE, "help", "2")), None, id="the only one, ranked second"),
        pytest.param(said((ONE, "help", ""), (TWO, "trust", "")), None, id="two, unranked"),
        pytest.param(said((ONE, "help", "1"), (TWO, "trust", "1")), None, id="two firsts"),
        pytest.param(said((ONE, "", "1"), (TWO, "trust", "2")), None, id="a first without a name"),
        pytest.param(said((ONE, "help", "first")), None, id="a rank that is no number"),
        pytest.param(said((ONE, "help", "1"), state="not_applicable"), None, id="does not apply"),
    ],
)
def test_priority_is_the_one_that_is_first(paths, expected):
    assert priority(paths) == expected


def test_second_first_is_refused_and_named():
    before = said((ONE, "help", "1"), (TWO, "trust", "2"))

    with pytest.raises(SecondFirstError) as refused:
        refuse(before, said((ONE, "help", "1"), (TWO, "trust", "1")))

    assert (refused.value.rows, refused.value.standing) == ((TWO,), "help")


def test_two_firsts_at_once_are_refused_after_the_first_of_them():
    with pytest.raises(SecondFirstError) as refused:
        refuse({}, said((ONE, "help", "1"), (TWO, "trust", "1")))

    assert (refused.value.rows, refused.value.standing) == ((TWO,), "help")


def test_third_first_is_refused_where_a_file_brought_two():
    before = said((ONE, "help", "1"), (TWO, "trust", "1"), (THREE, "", ""))

    with pytest.raises(SecondFirstError) as refused:
        refuse(before, said((ONE, "help", "1"), (TWO, "trust", "1"), (THREE, "", "1")))

    assert (refused.value.rows, refused.value.standing) == ((THREE,), "help")


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(said((ONE, "help", "1"), (TWO, "trust", "1")), id="as they were"),
        pytest.param(said((ONE, "help", "2"), (TWO, "trust", "1")), id="mended"),
        pytest.param(said((ONE, "help", "2"), (TWO, "trust", "2")), id="none"),
    ],
)
def test_two_firsts_of_a_file_may_stay_until_they_are_mended(after):
    refuse(said((ONE, "help", "1"), (TWO, "trust", "1")), after)


def test_another_objective_takes_the_place_of_the_first():
    paths = said((ONE, "help", "1"), (TWO, "trust", "2"), (THREE, "hiring", "3"))

    after = paths | put_first(paths, THREE)

    assert ranks(after) == ["2", "3", "1"]
    assert firsts(after) == [THREE]


def test_unranked_others_stay_so_and_the_only_one_that_led_comes_second():
    paths = said((ONE, "help", ""), (TWO, "", ""))
    assert ranks(paths | put_first(paths, TWO)) == ["2", "1"]

    paths = said((ONE, "help", "1"), (TWO, "trust", ""), (THREE, "hiring", ""))
    assert ranks(paths | put_first(paths, THREE)) == ["2", None, "1"]


def test_putting_first_what_is_first_or_gone_changes_nothing():
    paths = said((ONE, "help", "1"), (TWO, "trust", "2"))

    assert put_first(paths, ONE) == {}
    assert put_first(paths, THREE) == {}


@pytest.mark.parametrize("rank", ["NaN", "sNaN", "Infinity", "1e3", "first"])
def test_rank_that_is_no_number_is_none(rank):
    paths = said((ONE, "help", rank), (TWO, "trust", "2"), (THREE, "repair", "1"))

    assert firsts(paths) == [THREE]
    assert ranks(paths | put_first(paths, TWO)) == [rank, "1", "2"]
