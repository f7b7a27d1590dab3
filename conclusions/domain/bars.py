"""Bars of a range: how far each thing reaches, drawn to one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH, ROW, BAR = 320, 26, 10
# The longest label, in either language, at the size that the template writes it in.
LABELS = 272


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its words, and how far its low and its high end reach, in units of the drawing."""

    label: str
    told: str
    y: int
    text_y: int
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Bars:
    """All lines, and the size of the drawing."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    start: int = LABELS
    bar: int = BAR


def draw(lines: Sequence[tuple[str, str, Decimal, Decimal]]) -> Bars:
    """The bars of (label, value in words, low, high), the longest as wide as the drawing."""
    most = max((high for _label, _told, _low, high in lines), default=Decimal(0)) or Decimal(1)
    bars = tuple(
        Bar(
            label=label,
            told=told,
            y=number * ROW + ROW - BAR - 4,
            text_y=number * ROW + ROW - 5,
            low=f"{low / most * WIDTH:.1f}",
            high=f"{high / most * WIDTH:.1f}",
        )
        for number, (label, told, low, high) in enumerate(lines)
    )
    return Bars(bars, LABELS + WIDTH + 110, max(1, len(bars)) * ROW + 4)
