"""The virtuous circle, drawn: eight nodes on a ring, joined clockwise, each marked by its state.

A state is a shape before it is a colour: full with its number, open, crossed, or dotted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin

from conclusions.domain.audiences.virtuous import Loop, Step
from strategy.domain.dial import anchor_of

RADIUS, NODE, LABEL = 92, 17, 122
# Degrees left free on each side of a node, and the half width of an arrow's head.
GAP, HEAD = 13, 4.5


@dataclass(frozen=True, slots=True)
class Node:
    """One step: its number, state and name, where it stands and where its name is written."""

    number: int
    state: str
    label: str
    x: str
    y: str
    label_x: str
    label_y: str
    anchor: str
    cross: str


@dataclass(frozen=True, slots=True)
class Link:
    """From one step to the next: an arc and the head of its arrow; `open` when it is no passage."""

    path: str
    head: str
    open: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """The whole drawing, on a square around its centre."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    proven: int
    total: int


def draw(loop: Loop, labels: Mapping[str, str]) -> Wheel:
    """The eight steps clockwise from north; `labels` gives their short names."""
    turn = 360 / max(1, len(loop.steps))
    nodes = tuple(
        _node(step, labels.get(step.id, ""), turn * place) for place, step in enumerate(loop.steps)
    )
    links = tuple(
        _link(turn * place, turn, step.state != "proven") for place, step in enumerate(loop.steps)
    )
    return Wheel(nodes, links, loop.proven, len(loop.steps))


def _node(step: Step, label: str, angle: float) -> Node:
    x, y = _point(RADIUS, angle)
    label_x, label_y = _point(LABEL, angle)
    east = sin(radians(angle))
    return Node(
        number=step.number,
        state=step.state,
        label=label,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        label_x=f"{label_x:.1f}",
        label_y=f"{label_y:.1f}",
        anchor=anchor_of(east),
        cross=f"M{x - NODE:.1f} {y + NODE:.1f}L{x + NODE:.1f} {y - NODE:.1f}",
    )


def _link(angle: float, turn: float, is_open: bool) -> Link:
    start, end = angle + GAP, angle + turn - GAP
    (x, y), (to_x, to_y) = _point(RADIUS, start), _point(RADIUS, end)
    points = (
        _point(RADIUS, end + 3),
        _point(RADIUS + HEAD, end - 2),
        _point(RADIUS - HEAD, end - 2),
    )
    told = "L".join(f"{each_x:.1f} {each_y:.1f}" for each_x, each_y in points)
    path = f"M{x:.1f} {y:.1f}A{RADIUS} {RADIUS} 0 0 1 {to_x:.1f} {to_y:.1f}"
    return Link(path, f"M{told}Z", is_open)


def _point(radius: float, angle: float) -> tuple[float, float]:
    """A point of the circle, the angle in degrees clockwise from north."""
    return radius * sin(radians(angle)), -radius * cos(radians(angle))
