"""Bars of a range: how far each thing reaches, drawn to one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

BAR = 10


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a drawing: its longest bar, its lines, where bars and words begin."""

    reach: int
    line: int
    start: int
    # The baseline of the words in their line, and the room for a value after the longest bar.
    words: int
    told: int


# The longest label, in either language, at the size that the template writes it in, is 272 wide.
WIDE = Frame(reach=320, line=26, start=272, words=21, told=110)
# On a phone the words stand above their bar.
NARROW = Frame(reach=196, line=44, start=0, words=18, told=92)


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
    frame: Frame
    width: int
    height: int
    bar: int = BAR

    @property
    def is_narrow(self) -> bool:
        """True when words stand above their bar."""
        return self.frame == NARROW


def draw(lines: Sequence[tuple[str, str, Decimal, Decimal]], frame: Frame = WIDE) -> Bars:
    """The bars of (label, value in words, low, high), the longest as wide as the drawing."""
    most = max((high for _label, _told, _low, high in lines), default=Decimal(0)) or Decimal(1)
    bars = tuple(
        Bar(
            label=label,
            told=told,
            y=number * frame.line + frame.line - BAR - 4,
            text_y=number * frame.line + frame.words,
            low=f"{low / most * frame.reach:.1f}",
            high=f"{high / most * frame.reach:.1f}",
        )
        for number, (label, told, low, high) in enumerate(lines)
    )
    width = frame.start + frame.reach + frame.told
    return Bars(bars, frame, width, max(1, len(bars)) * frame.line + 4)
