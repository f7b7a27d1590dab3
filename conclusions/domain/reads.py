"""What a rule has read, made cell by cell whenever somebody asks.

A rule may read thousands of cells, of which a page shows a few and most callers none.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, overload

# Tables have 500 rows: what is made by its own name costs three times more.
made = tuple.__new__


class Read(NamedTuple):
    """One thing that a rule has read; `path` is the one of strategy/domain/flat.py."""

    kind: str
    id: str
    path: str
    value: Any


class Reads(Sequence[Read]):
    """Several things that a rule has read, in order; equal to any sequence of the same."""

    __slots__ = ()

    @abstractmethod
    def row(self, question: str, table: str) -> str:
        """The id of the first row of a table that was read; nothing without any."""

    @overload
    def __getitem__(self, at: int) -> Read: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Read, ...]: ...

    def __getitem__(self, at: int | slice) -> Read | tuple[Read, ...]:
        return tuple(self)[at]

    def __add__(self, other: Sequence[Read]) -> "Reads":
        return JoinedReads(self, other)

    def __radd__(self, other: Sequence[Read]) -> "Reads":
        return JoinedReads(other, self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return repr(tuple(self))


class JoinedReads(Reads):
    """What was read here, then there."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Sequence[Read]) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[Read]:
        return chain.from_iterable(self.parts)

    def row(self, question: str, table: str) -> str:
        """The id of the first row of a table in one of them; nothing without any."""
        return next(filter(None, (first_row(part, question, table) for part in self.parts)), "")


def first_row(reads: Sequence[Read], question: str, table: str) -> str:
    """The id of the first row of `question.table` that was read; nothing without any."""
    if isinstance(reads, Reads):
        return reads.row(question, table)
    within = f"rows/{table}/"
    paths = (each.path for each in reads if each.id == question and each.path.startswith(within))
    return next((path.split("/")[2] for path in paths), "")
