"""The line of an indicator: readings against the straight line from baseline to target.

Plain geometry for one SVG of 400 by 156, drawn alike on screen and on paper.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conclusions.domain.indicators.measures import Indicator
from conclusions.domain.plan.frames import box
from conclusions.domain.plan.wrapping import wide

WIDTH, HEIGHT = 400, 156
LEFT, RIGHT, FLOOR = 10, 390, 130
# Between the highest and the lowest value, with room for words above and below.
TOP, BOTTOM = 24, 106
# Days nearer than that to each other would run into each other; words nearer to an end, out.
APART, EDGE = 140, 45
ABOVE, BELOW = 9, 17
FEWEST = 2
# Words: how wide a letter is, how high their ground, how far its middle is above their foot, and
# how much of them stands left of their place.
LETTER, LINE, RAISED = 5.7, 11, 3.5
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}

Point = tuple[date, Decimal]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place, and what is written beside it."""

    x: str
    y: str
    label: str = ""
    anchor: str = "middle"
    # Where the words stand, and what stands behind them, so that no line crosses them.
    label_y: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything that the picture draws; what there is not is empty."""

    # From the baseline to the target, and the height of the target over all days.
    line: str
    aim: str
    # The readings, joined.
    path: str
    start: Dot | None
    end: Dot | None
    dots: tuple[Dot, ...]
    # The last reading, with its value.
    last: Dot | None
    # Days written under the axis.
    days: tuple[Dot, ...]
    # Drawn in grey: it only counts an audience.
    quiet: bool = False
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    floor: int = FLOOR


@dataclass(frozen=True, slots=True)
class Labels:
    """How values and days are written."""

    value: Callable[[Decimal], str]
    target: Callable[[Decimal], str]
    day: Callable[[date], str]


@dataclass(frozen=True)
class Scale:
    """From days and values to places."""

    first: date
    days: int
    least: Decimal
    range: Decimal

    def x(self, day: date) -> float:
        """How far to the right a day stands."""
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / self.days

    def y(self, value: Decimal) -> float:
        """How far down a value stands."""
        return float(BOTTOM - (BOTTOM - TOP) * (value - self.least) / self.range)

    def at(self, point: Point) -> str:
        """Both, as a path has them."""
        return f"{self.x(point[0]):.1f} {self.y(point[1]):.1f}"


def draw(indicator: Indicator, labels: Labels) -> Trend | None:
    """The line of an indicator; None while there are not two days to draw."""
    start, end = _ends(indicator)
    read = [(each.day, each.value) for each in indicator.checkins]
    points = [*filter(None, (start, end)), *read]
    if len({day for day, _value in points}) < FEWEST:
        return None
    scale = _scale(points)
    places = [scale.at(each) for each in read]
    return Trend(
        line=f"M{scale.at(start)}L{scale.at(end)}" if start and end else "",
        aim=f"M{LEFT} {scale.y(end[1]):.1f}H{RIGHT}" if end else "",
        path="M" + "L".join(places) if len(places) > 1 else "",
        start=_dot(scale, start, labels.value(start[1]), above=indicator.sign < 0)
        if start
        else None,
        end=_dot(scale, end, labels.target(end[1])) if end else None,
        dots=tuple(_dot(scale, each) for each in read[:-1]),
        last=_last(scale, read, indicator, labels),
        days=tuple(_days(scale, points, labels)),
        quiet=indicator.audience_only,
    )


def _ends(indicator: Indicator) -> tuple[Point | None, Point | None]:
    start = end = None
    if indicator.measured_on is not None and indicator.baseline is not None:
        start = (indicator.measured_on, indicator.baseline)
    if indicator.due is not None and indicator.target is not None:
        end = (indicator.due, indicator.target)
    return start, end


def _scale(points: list[Point]) -> Scale:
    days, values = [day for day, _value in points], [value for _day, value in points]
    least, range_ = min(values), max(values) - min(values)
    return Scale(
        first=min(days),
        days=(max(days) - min(days)).days,
        least=least if range_ else least - 1,
        range=range_ or Decimal(2),
    )


def _dot(scale: Scale, point: Point, label: str = "", *, above: bool = True) -> Dot:
    x, y = scale.x(point[0]), scale.y(point[1])
    beside = y - ABOVE if above else y + BELOW
    anchor = _anchor(x)
    width = wide(label) * LETTER
    left = x - width * BEFORE[anchor]
    ground = box(left, left + width, beside - RAISED, LINE) if label else ""
    return Dot(f"{x:.1f}", f"{y:.1f}", label, anchor, f"{beside:.1f}", ground)


def _last(scale: Scale, read: list[Point], indicator: Indicator, labels: Labels) -> Dot | None:
    """The last reading; its words on the other side than those of the start."""
    if not read:
        return None
    return _dot(scale, read[-1], labels.value(read[-1][1]), above=indicator.sign >= 0)


def _anchor(x: float) -> str:
    """Words stay inside the picture at either end."""
    if x < LEFT + EDGE:
        return "start"
    return "end" if x > RIGHT - EDGE else "middle"


def _days(scale: Scale, points: list[Point], labels: Labels) -> Iterator[Dot]:
    """The first and the last day, and those between that leave room."""
    days = sorted({day for day, _value in points})
    taken = scale.x(days[0]) - APART
    for day in days[:-1]:
        x = scale.x(day)
        if x - taken >= APART and (day == days[0] or RIGHT - x >= APART):
            yield Dot(f"{x:.1f}", str(FLOOR), labels.day(day), _anchor(x), str(FLOOR + BELOW))
            taken = x
    x = scale.x(days[-1])
    yield Dot(f"{x:.1f}", str(FLOOR), labels.day(days[-1]), _anchor(x), str(FLOOR + BELOW))
