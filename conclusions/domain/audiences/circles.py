"""The publics of question 1 in their circles, in rank order, and the relays of question 2."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from conclusions.domain.audiences.circle_words import CIRCLES
from conclusions.domain.dossier import Cells, Dossier

AUDIENCES, RELAYS = "receivers.audiences", "relays.relays"
LAST = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Public:
    """A public of question 1; `number` is the one that the drawing and its legend give it."""

    row: str
    number: int
    rank: Decimal | None


@dataclass(frozen=True, slots=True)
class Relay:
    """A relay of question 2, numbered after the publics."""

    row: str
    number: int
    # True when it gets something in return.
    rewarded: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle with what stands in it; relays stand in the fifth."""

    id: str
    publics: tuple[Public, ...]
    relays: tuple[Relay, ...]

    @property
    def number(self) -> int:
        """Its place, the closest first."""
        return CIRCLES.index(self.id) + 1

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of what stands in it, as the drawing shows them."""
        publics = tuple(each.number for each in self.publics)
        return (*publics, *(each.number for each in self.relays))


@dataclass(frozen=True, slots=True)
class Placed:
    """The six circles, and the publics that are in none yet."""

    rings: tuple[Ring, ...]
    unplaced: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many publics are placed."""
        return sum(len(ring.publics) for ring in self.rings)

    @property
    def relay_count(self) -> int:
        """How many relays are placed."""
        return sum(len(ring.relays) for ring in self.rings)

    @property
    def is_empty(self) -> bool:
        """True when nobody is named, not even without a circle."""
        return not (self.count or self.relay_count or self.unplaced)


def placed(dossier: Dossier) -> Placed:
    """Publics numbered from the inside out, by rank within a circle; then relays."""
    rows = dossier.rows(AUDIENCES)
    numbers = count(1)
    publics = {circle: _publics(rows, circle, numbers) for circle in CIRCLES}
    relays = tuple(_relay(row, next(numbers)) for row in dossier.rows(RELAYS))
    rings = tuple(
        Ring(circle, publics[circle], relays if circle == "relays" else ()) for circle in CIRCLES
    )
    unplaced = tuple(row.row for row in rows if row.get("circle") not in CIRCLES)
    return Placed(rings, unplaced)


def _publics(rows: tuple[Cells, ...], circle: str, numbers: Iterator[int]) -> tuple[Public, ...]:
    within = [row for row in rows if row.get("circle") == circle]
    within.sort(key=_by_rank)
    return tuple(Public(row.row, next(numbers), row.decimal("rank")) for row in within)


def _by_rank(row: Cells) -> Decimal:
    rank = row.decimal("rank")
    return LAST if rank is None else rank


def _relay(row: Cells, number: int) -> Relay:
    return Relay(row.row, number, row.get("consideration") not in (None, "none"))
