"""How the timeline is laid out: as wide as a printed page, or as a phone.

In the first, words stand before the bars; in the second, above them.
"""

from dataclasses import dataclass

FIRST, LAST = -30, 90
# How high a bar is, and how far its point goes when it runs on outside the drawing.
BAR, ARROW = 9, 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and words stand; four units a millimetre on paper, one a pixel on a phone."""

    width: int
    # Where the first day begins and where the last one ends.
    begins: int
    ends: int
    # How high a heading and an action are; in an action, where its bar is and its words end.
    heading: int
    row: int
    middle: float
    words: float
    # Days between two marks of the axis.
    step: int
    # How wide a letter is, about; how many a line of a title holds, how far the next one is below.
    letter: float
    longest: int
    leading: int
    # True where words stand above the bars.
    is_narrow: bool = False

    @property
    def day(self) -> float:
        """How wide a day is."""
        return (self.ends - self.begins) / (LAST - FIRST + 1)

    @property
    def clear(self) -> int:
        """Where a name beside a bar may begin: after the titles that stand before bars."""
        return 0 if self.is_narrow else self.begins

    def left(self, day: int) -> float:
        """Where a day begins, or the drawing."""
        return self.x(max(day, FIRST))

    def right(self, day: int) -> float:
        """Where a day ends, or the drawing."""
        return self.x(min(day, LAST) + 1)

    def x(self, offset: int) -> float:
        """Where a day begins."""
        return self.begins + (offset - FIRST) * self.day


WIDE = Frame(
    688,
    346,
    668,
    heading=17,
    row=16,
    middle=8,
    words=11.6,
    step=15,
    letter=4.6,
    longest=62,
    leading=12,
)
NARROW = Frame(
    304,
    18,
    282,
    heading=28,
    row=32,
    middle=22,
    words=12,
    step=30,
    letter=6.1,
    longest=49,
    leading=15,
    is_narrow=True,
)


def bar(frame: Frame, start: int, due: int, middle: float) -> str:
    """A bar; it ends in a point where it goes on outside the drawing."""
    left, right = frame.left(start), frame.right(due)
    up, down = middle - BAR / 2, middle + BAR / 2
    before = f"L{n(left - ARROW)} {n(middle)}" if start < FIRST else ""
    after = f"L{n(right + ARROW)} {n(middle)}" if due > LAST else ""
    return (
        f"M{n(left)} {n(up)}L{n(right)} {n(up)}{after}"
        f"L{n(right)} {n(down)}L{n(left)} {n(down)}{before}Z"
    )


def box(left: float, right: float, middle: float, height: float = BAR) -> str:
    """A rectangle around a middle."""
    up, down = n(middle - height / 2), n(middle + height / 2)
    return f"M{n(left)} {up}H{n(right)}V{down}H{n(left)}Z"


def diamond(x: float, middle: float) -> str:
    """A milestone."""
    half = BAR / 2 + 1.5
    return (
        f"M{n(x)} {n(middle - half)}L{n(x + half)} {n(middle)}"
        f"L{n(x)} {n(middle + half)}L{n(x - half)} {n(middle)}Z"
    )


def notch(right: float, middle: float) -> str:
    """A small triangle after the bar that points back at it."""
    x = right + ARROW
    return f"M{n(x)} {n(middle)}L{n(x + 6)} {n(middle - 4.5)}V{n(middle + 4.5)}Z"


def n(number: float) -> str:
    """A number as a drawing writes it."""
    return f"{number:.1f}".removesuffix(".0")
