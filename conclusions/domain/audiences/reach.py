"""How far a message may carry, at most: the upper bounds of what is known, never a figure.

The same people read several relays: bounds are added as if they did not, so that the sum is a
ceiling, and what is unknown stays unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from conclusions.domain.audiences.circles import RELAYS
from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.naming import same_name

VOICES, PLACES = "voices.voices", "places.places"
KNOWN_RELAYS, KNOWN_PLACES = "reach.relays", "reach.places"
CEILINGS = {"under_1000": 1_000, "under_10000": 10_000, "under_100000": 100_000}
# Two figures are as many as such a sum bears.
FIGURES = 2
# Voices that may pass on what one says; a competitor does not, whatever the tone.
WILLING = frozenset({"favourable", "neutral"})


@dataclass(frozen=True, slots=True)
class Share:
    """What one kind of bearer adds: how many have a ceiling, how many have none, and its sum."""

    kind: str
    known: int
    unknown: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class Reach:
    """The ceiling of everything, kind by kind; kinds with nobody in them are left out."""

    shares: tuple[Share, ...]

    @property
    def known(self) -> int:
        """How many have a ceiling."""
        return sum(each.known for each in self.shares)

    @property
    def unknown(self) -> int:
        """How many are counted nowhere, because nobody knows."""
        return sum(each.unknown for each in self.shares)

    @property
    def ceiling(self) -> int:
        """At most so many people, rounded up to two figures."""
        return rounded_up(sum(each.ceiling for each in self.shares))


def rounded_up(people: int) -> int:
    """The next number of two figures and zeros.

    >>> rounded_up(134_900)
    140000
    """
    step = Decimal(10) ** max(0, len(str(people)) - FIGURES)
    return int((people / step).to_integral_value(ROUND_CEILING) * step)


def reach(dossier: Dossier) -> Reach:
    """The ceiling of relays, of places, and of the voices that may pass it on and are no relay."""
    voices = dossier.rows(VOICES)
    relays, taken = _relays(dossier, voices)
    others = [
        _ceiling(row.get("audience"))
        for row in voices
        if row.row not in taken and row.get("tone") in WILLING and row.get("tie") != "competitor"
    ]
    shares = (
        _share("relays", relays),
        _share("places", _places(dossier)),
        _share("voices", others),
    )
    return Reach(tuple(each for each in shares if each.known or each.unknown))


def _share(kind: str, ceilings: list[int | None]) -> Share:
    known = [each for each in ceilings if each is not None]
    return Share(kind, len(known), len(ceilings) - len(known), sum(known))


def _ceiling(audience: object) -> int | None:
    """The upper bound of a class; None for the open one, the unknown one and none at all."""
    return CEILINGS.get(str(audience))


def _relays(dossier: Dossier, voices: Sequence[Cells]) -> tuple[list[int | None], set[str]]:
    """The ceilings of relays, and the voices that are one of them, so that none counts twice."""
    said = _said(dossier, KNOWN_RELAYS, "relay")
    ceilings: list[int | None] = []
    taken: set[str] = set()
    for row in dossier.rows(RELAYS):
        same = [each for each in voices if same_name(row.get("relay"), each.get("voice"))]
        taken |= {each.row for each in same}
        heard = next((each.get("audience") for each in same if each.get("audience")), None)
        ceilings.append(_ceiling(said.get(row.row, heard)))
    return ceilings, taken


def _places(dossier: Dossier) -> list[int | None]:
    said = _said(dossier, KNOWN_PLACES, "place")
    members = dossier.choice("space").number("expected_members")
    own = int(members) if members is not None and 0 <= members <= CEILINGS["under_100000"] else None
    host = _own_place(dossier)
    return [
        _ceiling(said[row.row]) if row.row in said else own if row.row == host else None
        for row in dossier.rows(PLACES)
    ]


def _own_place(dossier: Dossier) -> str:
    """The place that the charter governs: the first of our own that bears its name."""
    name = dossier.choice("space").detail("name")
    rows = (row for row in dossier.rows(PLACES) if row.get("owner") == "us")
    return next((row.row for row in rows if same_name(name, row.get("place"))), "")


def _said(dossier: Dossier, place: str, link: str) -> dict[str, str]:
    rows = [row for row in dossier.rows(place) if row.get("audience")]
    return {str(row.get(link)): str(row.get("audience")) for row in rows}
