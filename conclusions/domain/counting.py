"""A number in a sentence, and the noun that it counts."""

from decimal import Decimal
from typing import Self

from strategy.domain.telling import SINGULAR, Teller

BETWEEN = "|"


class Counted(str):
    """A number in words; `{hours:heure|heures}` in a sentence adds the noun that it counts."""

    __slots__ = ("is_one",)
    is_one: bool

    @classmethod
    def of(cls, number: Decimal | int, teller: Teller) -> Self:
        """The number as a language writes it, one or several as that language counts."""
        told = cls(teller.number(number))
        told.is_one = SINGULAR[teller.language](Decimal(number))
        return told

    def __format__(self, spec: str) -> str:
        one, _between, several = spec.partition(BETWEEN)
        noun = one if self.is_one else several
        return f"{self!s}\N{NO-BREAK SPACE}{noun}" if noun else str(self)
