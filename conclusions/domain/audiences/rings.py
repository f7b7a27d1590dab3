"""The six circles, drawn: rings, a mark for each public and relay, and the names of the rings.

Plain geometry on a square of 480 around its centre, so that one drawing serves screen and paper.
Names of publics are in a legend: the drawing bears their numbers, whatever their length. The
quarter between north and east is left open for the names of the rings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, radians, sin

from conclusions.domain.audiences.circle_words import INNER
from conclusions.domain.audiences.circles import Placed, Ring

CENTRE, BAND = 34, 33
MARK = 12
# Degrees clockwise from north where marks stand: from east round to north.
START, TURN = 97, 256
# Where the first mark of each ring stands within its share, so that they form no line.
PHASES = (0.5, 0.26, 0.74, 0.42, 0.6, 0.2)
FULL_TURN = 360
# The room that one mark needs along a ring.
ROOM = 27


@dataclass(frozen=True, slots=True)
class Mark:
    """One public or relay: a disc or a square with its number; or how many more there are."""

    x: str
    y: str
    words: str
    kind: str

    @property
    def left(self) -> str:
        """The left side of its square."""
        return f"{float(self.x) - MARK + 1.5:.1f}"

    @property
    def top(self) -> str:
        """The upper side of its square."""
        return f"{float(self.y) - MARK + 1.5:.1f}"


@dataclass(frozen=True, slots=True)
class Band:
    """One ring: its shape, three quarters of a disc, its name, where the name stands, its marks."""

    number: int
    label: str
    path: str
    baseline: str
    inner: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Rings:
    """The whole drawing, the outermost ring first, as it is painted."""

    centre: str
    bands: tuple[Band, ...]


def draw(placed: Placed, labels: dict[str, str], *, centre: str) -> Rings:
    """The circles with their marks; `labels` names each circle, `centre` says who is inside."""
    bands = tuple(_band(ring, labels.get(ring.id, "")) for ring in reversed(placed.rings))
    return Rings(centre, bands)


def _band(ring: Ring, label: str) -> Band:
    outer = CENTRE + BAND * ring.number
    middle = outer - BAND / 2
    return Band(
        number=ring.number,
        label=label,
        path=f"M0 0L0 -{outer}A{outer} {outer} 0 1 0 {outer} 0Z",
        baseline=f"{-middle:.1f}",
        inner=ring.id in INNER,
        marks=tuple(_marks(ring, middle)),
    )


def _marks(ring: Ring, radius: float) -> Iterator[Mark]:
    """As many marks as the ring has room for; the last one then counts those left out."""
    told = [(str(each.number), "public") for each in ring.publics]
    told += [(str(each.number), "relay") for each in ring.relays]
    room = int(radius * TURN / FULL_TURN * 2 * pi // ROOM)
    if len(told) > room:
        told = [*told[: room - 1], (f"+{len(told) - room + 1}", "more")]
    share = TURN / max(1, len(told))
    for place, (words, kind) in enumerate(told):
        angle = radians(START + share * (place + PHASES[ring.number - 1]))
        x, y = radius * sin(angle), -radius * cos(angle)
        yield Mark(f"{x:.1f}", f"{y:.1f}", words, kind)
