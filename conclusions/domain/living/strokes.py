"""Twelve strokes in a row, one for each practice, marked as those of the dial are."""

from collections.abc import Sequence
from dataclasses import dataclass

from conclusions.domain.living.practices import Practice

STEP, LEFT, TOP, FOOT, WIDTH, HEIGHT = 30, 20, 8, 40, 370, 66
# What is held in part is half as long, as a draft is on the dial.
HALF = (TOP + FOOT) // 2
# How far out what is contradicted is notched there.
NOTCH = 5
# How the dial marks a state that is as far as this verdict.
MARKS = {
    "held": "done",
    "partly": "draft",
    "missing": "contradicted",
    "open": "empty",
    "none": "not_applicable",
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One practice: its mark, its number, where it stands."""

    state: str
    path: str
    number: int
    x: int


@dataclass(frozen=True, slots=True)
class Strokes:
    """All twelve, and the size of the drawing."""

    strokes: tuple[Stroke, ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw(found: Sequence[Practice]) -> Strokes:
    """The strokes of these practices, in their order."""
    return Strokes(
        tuple(
            Stroke(MARKS[each.verdict], _path(each.verdict, x), each.number, x)
            for each in found
            for x in [LEFT + STEP * (each.number - 1)]
        )
    )


def _path(verdict: str, x: int) -> str:
    if verdict == "missing":  # a notch, so that it shows without its colour
        return f"M{x} {TOP}V{HALF - NOTCH}L{x + NOTCH} {HALF}L{x} {HALF + NOTCH}V{FOOT}"
    return f"M{x} {HALF if verdict == 'partly' else TOP}V{FOOT}"
