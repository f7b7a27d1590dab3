"""How wide the columns of a printed table are, so that no word is ever cut."""

from collections.abc import Iterable
from dataclasses import dataclass

from deliverables.typesetting import longest_piece
from strategy.domain.questionnaire import Field, Kind

# Millimetres of the page's grid: the text column, and text with margin.
TEXT, PAGE = 128, 172
PADDING = 4
# The widest letter commonly met, at the size of tables.
LETTER = 1.62
# What is read in lines needs room for some words; what is looked up needs none.
ROOM = {
    Kind.LONG: 38,
    Kind.TEXT: 28,
    Kind.URL: 30,
    Kind.LINKS: 28,
    Kind.PERSONS: 26,
    Kind.WEEKLY_HOURS: 30,
    Kind.SEVERAL: 26,
    Kind.LINK: 24,
    Kind.PERSON: 24,
    Kind.ONE: 20,
    Kind.SCALE: 20,
}
NARROWEST = 15
# A label takes no more lines than that.
HEADING_LINES = 3
NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY})
LOOKED_UP = frozenset(
    {Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.YES_NO, Kind.DURATION, Kind.PERSON, Kind.ONE}
)
# An option this long is read, not looked up.
SHORT_OPTION = 24
# Beside a row's further lines, what is read gets more room, so that rows stay low.
EASE = 1.3
# After what is looked up, what is read and what is read at length: addresses.
LAST = 3
# A column with a cell this long makes its rows high: better told below them.
LONG_CELL = 90


@dataclass(frozen=True)
class Need:
    """What a column needs: the least width, and the weight of what is in it."""

    field: Field
    least: int
    weight: float
    # Characters of the longest cell.
    longest: int


def need(field: Field, label: str, cells: Iterable[str]) -> Need:
    """The width that a column cannot do without, and its share of what is left."""
    told = list(cells)
    words = max((longest_piece(cell) for cell in [label, *told]), default=0)
    room = ROOM.get(field.kind, NARROWEST)
    longest = max((len(cell) for cell in told), default=0)
    least = max(round(words * LETTER) + PADDING, min(room, round(longest * LETTER) + PADDING))
    heading = round(len(label) * LETTER / HEADING_LINES) + PADDING
    return Need(field, max(least, heading, NARROWEST), min(longest, 400) ** 0.5, longest)


def kept(needs: list[Need], available: int = PAGE) -> list[bool]:
    """Which columns stand side by side; the others are told below their row.

    The first always stays; then what is looked up, then what the quick form asks, addresses
    last, as far as they fit.
    """
    chosen = {0}
    taken = needs[0].least
    for index in sorted(range(1, len(needs)), key=lambda each: _rank(needs[each], each)):
        room = round(needs[index].least * (1 if _looked_up(needs[index]) else EASE))
        if taken + room <= available:
            chosen.add(index)
            taken += room
    return [index in chosen for index in range(len(needs))]


def _rank(column: Need, index: int) -> tuple[int, bool, int]:
    if column.field.kind is Kind.URL:
        return (LAST, True, index)
    read = not _looked_up(column)
    return (read + (column.weight > LONG_CELL**0.5), not column.field.quick, index)


def _looked_up(column: Need) -> bool:
    options = max((len(option.label) for option in column.field.options), default=0)
    return column.field.kind in LOOKED_UP and options <= SHORT_OPTION


def shared(needs: list[Need]) -> tuple[list[int], bool]:
    """The widths of the columns, and whether they need the margin too."""
    least = sum(each.least for each in needs)
    comfortable = sum(each.least + 2 * each.weight for each in needs)
    wide = least > TEXT or comfortable > TEXT
    return _lowered(needs, PAGE if wide else TEXT), wide


def _lowered(needs: list[Need], available: int) -> list[int]:
    """Each millimetre that is left goes to the column whose longest cell has the most lines."""
    widths = [each.least for each in needs]
    for _ in range(available - sum(widths)):
        lines = [
            each.longest / (width - PADDING) for each, width in zip(needs, widths, strict=True)
        ]
        widths[lines.index(max(lines))] += 1
    return widths
