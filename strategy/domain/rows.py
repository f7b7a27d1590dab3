"""Rows of a table: added, removed, moved; each gives the paths to write, None = emptied."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from strategy.domain.flat import Flat


def order_of(paths: Flat, table: str) -> list[str]:
    """The ids of a table's rows, in order."""
    return list(paths.get(f"order/{table}", []))


def texts_of(paths: Flat, table: str) -> set[str]:
    """Everything that the cells of a table say in words."""
    there = (value for path, value in paths.items() if path.startswith(f"rows/{table}/"))
    return {value for value in there if isinstance(value, str)}


def add(paths: Flat, table: str, row: str) -> Flat:
    """One row more, at the end; nothing when it is there already."""
    order = order_of(paths, table)
    return {} if row in order else {f"order/{table}": [*order, row]}


def remove(paths: Flat, table: str, row: str, *, words: str = "") -> Flat:
    """One row less, its cells emptied; `words` keep what links to it will show, struck out."""
    order = order_of(paths, table)
    if row not in order:
        return {}
    order.remove(row)
    cells: dict[str, Any] = {
        path: None for path in paths if path.startswith(f"rows/{table}/{row}/")
    }
    kept = {f"gone/{table}/{row}": words} if words else {}
    return {f"order/{table}": order or None} | cells | kept


def move(paths: Flat, table: str, row: str, *, by: int) -> Flat:
    """The same rows, this one moved by so many places, no further than either end."""
    order = order_of(paths, table)
    if row not in order:
        return {}
    place = order.index(row)
    target = min(max(place + by, 0), len(order) - 1)
    order.insert(target, order.pop(place))
    return {} if target == place else {f"order/{table}": order}


def moves(before: list[str], after: list[str]) -> Iterator[tuple[str, int, int]]:
    """The fewest rows that must have moved, with their places before and after, from one."""
    stood = [row for row in before if row in after]
    stands = [row for row in after if row in before]
    blocks = SequenceMatcher(None, stood, stands, autojunk=False).get_matching_blocks()
    kept = {row for block in blocks for row in stood[block.a : block.a + block.size]}
    for row in stands:
        if row not in kept:
            yield row, before.index(row) + 1, after.index(row) + 1
