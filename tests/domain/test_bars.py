"""Bars drawn to one scale."""

from decimal import Decimal

from conclusions.domain.workload.bars import NARROW, draw


def test_longest_bar_is_as_wide_as_the_drawing():
    found = draw([("A", "1 – 4", Decimal(1), Decimal(4)), ("B", "2", Decimal(2), Decimal(2))])

    assert [(each.low, each.high) for each in found.bars] == [("80.0", "320.0"), ("160.0", "160.0")]
    assert found.height == 56


def test_nothing_is_drawn_of_nothing():
    assert draw([]).bars == ()
    assert draw([("A", "0", Decimal(0), Decimal(0))]).bars[0].high == "0.0"


def test_words_stand_above_their_bar_on_a_phone():
    lines = [("A", "1 – 4 h", Decimal(1), Decimal(4)), ("B", "2 h", Decimal(2), Decimal(2))]

    wide, narrow = draw(lines), draw(lines, NARROW)

    assert (wide.is_narrow, narrow.is_narrow) == (False, True)
    assert (narrow.width, narrow.frame.start, narrow.bars[0].high) == (288, 0, "196.0")
    assert all(bar.text_y < bar.y for bar in narrow.bars)
    assert narrow.bars[1].text_y > narrow.bars[0].y + narrow.bar
