"""The dial: where one stands, drawn as a ring of ticks in arcs, one arc a heading.

Plain geometry, written as SVG paths, so that one drawing serves the site, an organisation's
card and a document's cover. The ring goes clockwise from north, on a square of 240.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians, sin

from strategy.domain.journey import SETTLED

CENTRE = 120
INNER, HALF, OUTER = 70, 85, 100
RIM, LABEL = 107, 119
# The room between two arcs, counted in ticks.
GAP = 1.1
HALF_TURN = 180
NEARLY_VERTICAL = 0.3
STATES = ("empty", "draft", "done", "contradicted", "not_applicable")

Standing = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Tick:
    """One question; `area` is the wedge around it, where it can be pressed."""

    number: int
    question: str
    state: str
    title: str
    path: str
    area: str


@dataclass(frozen=True, slots=True)
class Arc:
    """One heading, its ticks, and where its name is written."""

    heading: str
    label: str
    path: str
    x: str
    y: str
    anchor: str
    ticks: tuple[Tick, ...]

    @property
    def settled(self) -> int:
        """How many of its questions ask for nothing more."""
        return sum(tick.state in SETTLED for tick in self.ticks)


@dataclass(frozen=True, slots=True)
class Dial:
    """The whole ring; `needle` points at the current question and is empty without one."""

    arcs: tuple[Arc, ...]
    needle: str = ""

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Every tick, in order."""
        return tuple(tick for arc in self.arcs for tick in arc.ticks)

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.ticks)

    @property
    def settled(self) -> int:
        """How many questions ask for nothing more."""
        return sum(arc.settled for arc in self.arcs)

    @property
    def counts(self) -> dict[str, int]:
        """How many questions stand in each state, all states named."""
        states = [tick.state for tick in self.ticks]
        return {state: states.count(state) for state in STATES}

    @property
    def strokes(self) -> tuple[tuple[str, str], ...]:
        """One path a state, for a small dial whose ticks need no name."""
        return tuple(
            (state, path)
            for state in STATES
            if (path := "".join(tick.path for tick in self.ticks if tick.state == state))
        )

    @property
    def rim(self) -> str:
        """The arcs, as one path."""
        return "".join(arc.path for arc in self.arcs)


def draw(
    standings: Iterable[Standing],
    labels: Mapping[str, str] | None = None,
    *,
    current: str = "",
) -> Dial:
    """The dial of questions given as (heading, question, state, title), in their order.

    `labels` names the headings; `current` is the question that the needle points at.
    A state that is not known is drawn as empty.
    """
    groups = [(heading, list(each)) for heading, each in groupby(standings, lambda one: one[0])]
    step = 360 / max(1.0, sum(len(each) for _, each in groups) + GAP * len(groups))
    arcs: list[Arc] = []
    angle, number = step * GAP / 2, 1
    for heading, each in groups:
        ticks = tuple(_ticks(each, number, angle, step))
        end = angle + step * len(each)
        arcs.append(_arc(heading, (labels or {}).get(heading, ""), ticks, (angle, end)))
        angle, number = end + step * GAP, number + len(each)
    return Dial(tuple(arcs), _needle(arcs, current, step))


def _ticks(each: list[Standing], number: int, start: float, step: float) -> Iterator[Tick]:
    for index, (_, question, state, title) in enumerate(each):
        known = state if state in STATES else "empty"
        angle = start + step * index
        yield Tick(
            number=number + index,
            question=question,
            state=known,
            title=title,
            path=_stroke(known, angle + step / 2),
            area=_wedge(angle, angle + step),
        )


def _arc(heading: str, label: str, ticks: tuple[Tick, ...], span: tuple[float, float]) -> Arc:
    start, end = span
    middle = (start + end) / 2
    x, y = _point(LABEL, middle).split(" ")
    return Arc(
        heading=heading,
        label=label,
        path=f"M{_point(RIM, start)}A{RIM} {RIM} 0 {_large(start, end)} 1 {_point(RIM, end)}",
        x=x,
        y=y,
        anchor=anchor_of(sin(radians(middle))),
        ticks=ticks,
    )


def anchor_of(east: float) -> str:
    """Names stand outside the ring: to the right on its right, to the left on its left."""
    if abs(east) < NEARLY_VERTICAL:
        return "middle"
    return "start" if east > 0 else "end"


def _stroke(state: str, angle: float) -> str:
    if state == "contradicted":  # a notch, so that it shows without its colour
        notch = f"L{_point(HALF + 5, angle)}L{_point(HALF, angle + 3)}L{_point(HALF - 5, angle)}"
        return f"M{_point(OUTER, angle)}{notch}L{_point(INNER, angle)}"
    inner = HALF if state == "draft" else INNER
    return f"M{_point(OUTER, angle)}L{_point(inner, angle)}"


def _wedge(start: float, end: float) -> str:
    return (
        f"M{_point(INNER - 6, start)}L{_point(RIM, start)}"
        f"A{RIM} {RIM} 0 0 1 {_point(RIM, end)}L{_point(INNER - 6, end)}Z"
    )


def _needle(arcs: list[Arc], current: str, step: float) -> str:
    angle = step * GAP / 2
    for arc in arcs:
        for tick in arc.ticks:
            if tick.question == current:
                return _pointer(angle + step / 2)
            angle += step
        angle += step * GAP
    return ""


def _pointer(angle: float) -> str:
    return f"M{_point(INNER - 4, angle)}L{_point(INNER - 18, angle - 6)}A52 52 0 0 1 " + (
        f"{_point(INNER - 18, angle + 6)}Z"
    )


def _large(start: float, end: float) -> int:
    """SVG's flag for an arc of more than half a turn."""
    return int(end - start > HALF_TURN)


def _point(radius: float, angle: float) -> str:
    """A point of the circle, the angle in degrees clockwise from north."""
    x = CENTRE + radius * sin(radians(angle))
    y = CENTRE - radius * cos(radians(angle))
    return f"{x:.1f} {y:.1f}"
