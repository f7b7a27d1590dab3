"""Bars drawn to one scale."""

from decimal import Decimal

from conclusions.domain.bars import draw


def test_longest_bar_is_as_wide_as_the_drawing():
    found = draw([("A", "1 – 4", Decimal(1), Decimal(4)), ("B", "2", Decimal(2), Decimal(2))])

    assert [(each.low, each.high) for each in found.bars] == [("80.0", "320.0"), ("160.0", "160.0")]
    assert found.height == 56


def test_nothing_is_drawn_of_nothing():
    assert draw([]).bars == ()
    assert draw([("A", "0", Decimal(0), Decimal(0))]).bars[0].high == "0.0"
