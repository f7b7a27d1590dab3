"""The parts of a decision's page: options as cards, what completes them, details, words."""

from dataclasses import dataclass
from typing import Any

from charter.domain.blanks import Paragraph
from charter.domain.decisions import Option
from charter.forms import ADDED
from strategy.foreseen import Line


@dataclass(frozen=True, slots=True)
class Card:
    """One option as a card: what it is good for, and the clause that it would print."""

    option: Option
    value: str
    checked: bool
    clause: Paragraph
    # The ids, parted by spaces, of the options with which it is shown; empty: always.
    serves: str = ""
    asked: bool = True
    base: bool = False
    # What a later app foresees of choosing it.
    foreseen: Line | None = None

    @property
    def id(self) -> str:
        """The id of its input."""
        return f"{'base' if self.base else 'option'}-{self.value.replace(ADDED, 'added-')}"


@dataclass(frozen=True, slots=True)
class Group:
    """Options that complete a main one: added to it, or its base."""

    label: str
    name: str
    type: str
    cards: list[Card]

    @property
    def serves(self) -> str:
        """The options with which any of its cards is shown."""
        return " ".join(dict.fromkeys(" ".join(card.serves for card in self.cards).split()))

    @property
    def asked(self) -> bool:
        """True when the choice calls for any of its cards."""
        return any(card.asked for card in self.cards)


@dataclass(frozen=True, slots=True)
class Asked:
    """One detail: its input, the options that it serves, and whether they are chosen."""

    field: Any
    serves: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank left open: its name, and the id of where it is filled; none for who reads."""

    name: str
    target: str
