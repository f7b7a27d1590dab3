"""Two people, one answer: what can be kept of both, and what only a person can decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from strategy.domain.flat import Flat

Changes = dict[str, list[Any]]

# Paths that say which rows stand where: made from what is current, so they never clash.
STRUCTURE = {"order", "gone"}


@dataclass(frozen=True, slots=True)
class Clash:
    """One path that two people changed differently since the same version."""

    path: str
    theirs: Any
    mine: Any


@dataclass(slots=True)
class Merge:
    """What to write, what the other wrote that is kept, and what clashes."""

    changes: Changes = field(default_factory=dict)
    theirs: Flat = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


def changed_since(revisions: Iterable[tuple[str, Changes]], tab: str) -> Flat:
    """What others changed, oldest revision first: each path with what stood there before.

    A save of one's own tab settles a path: what the tab wrote last, it had seen.
    """
    base: Flat = {}
    for author_tab, changes in revisions:
        for path, (before, _after) in changes.items():
            if author_tab == tab:
                base.pop(path, None)
            else:
                base.setdefault(path, before)
    return base


def merge(current: Flat, mine: Mapping[str, Any], base: Flat) -> Merge:
    """Bring `mine` (None = emptied) into `current`, given what others changed since.

    A path that I left as it was keeps the other's text; one that we both changed clashes, and
    so does a cell of a row that somebody removed. Orders are made from the current one. A row
    that I would remove, and that another has changed since, stays whole, and its cells clash.
    """
    found = Merge()
    mine, found.clashes = _keeping_contested(current, mine, base)
    standing = _rows_standing(current | mine)
    for path, value in mine.items():
        stored = current.get(path)
        if value == stored:
            continue
        kind, *rest = path.split("/")
        if kind == "rows" and value is not None and (rest[0], rest[1]) not in standing:
            found.clashes.append(Clash(path, None, value))
        elif path not in base or kind in STRUCTURE:
            found.changes[path] = [stored, value]
        elif value == base[path]:
            found.theirs[path] = stored
        else:
            found.clashes.append(Clash(path, stored, value))
    return found


def _keeping_contested(
    current: Flat, mine: Mapping[str, Any], base: Flat
) -> tuple[Flat, list[Clash]]:
    """`mine` without the removal of rows that others changed since, and what clashes there."""
    removed = _rows_standing(current) - _rows_standing(current | dict(mine))
    contested = removed & {_row_of(path) for path in base if path in current}
    kept = {path: value for path, value in mine.items() if _row_of(path) not in contested}
    for table in {table for table, _row in contested}:
        order = list(kept[f"order/{table}"] or ())
        for place, row in enumerate(current[f"order/{table}"]):
            if (table, row) in contested:
                order.insert(place, row)
        kept[f"order/{table}"] = order
    clashes = [
        Clash(path, current[path], None)
        for path in base
        if path in current and _row_of(path) in contested
    ]
    return kept, clashes


def _row_of(path: str) -> tuple[str, str] | None:
    """The table and the row that a path is about; None for headers, orders and the sheet."""
    kind, *rest = path.split("/")
    return (rest[0], rest[1]) if kind in {"rows", "gone"} else None


def _rows_standing(paths: Flat) -> set[tuple[str, str]]:
    return {
        (path.removeprefix("order/"), row)
        for path, order in paths.items()
        if path.startswith("order/")
        for row in order or ()
    }


def typed(clashes: list[Clash], base: Flat) -> list[Clash]:
    """The clashes over what a person changed, where there are any.

    A row that is gone was sent with every cell: those that stood so before say nothing new.
    """
    return [each for each in clashes if each.mine != base.get(each.path)] or clashes


def is_of_gone_row(current: Flat, path: str) -> bool:
    """True when the path is a cell of a row that does not stand."""
    row = _row_of(path)
    return row is not None and row not in _rows_standing(current)


def removes_row(changes: Changes, path: str) -> bool:
    """True when these changes took away the row that the path is of."""
    before, after = ({each: pair[side] for each, pair in changes.items()} for side in (0, 1))
    return not is_of_gone_row(before, path) and is_of_gone_row(after, path)


def apply(current: Flat, changes: Changes) -> Flat:
    """The paths after these changes."""
    after = current | {path: new for path, (_old, new) in changes.items()}
    return {path: value for path, value in after.items() if value is not None}


def changes_between(before: Flat, after: Flat) -> Changes:
    """The changes that lead from one to the other."""
    return {
        path: [before.get(path), after.get(path)]
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def merged(changes: Iterable[Changes]) -> Changes:
    """Several changes, oldest first, as one: what stood first, what stands last."""
    found: Changes = {}
    for each in changes:
        for path, (before, after) in each.items():
            found[path] = [found[path][0] if path in found else before, after]
    return {path: pair for path, pair in found.items() if pair[0] != pair[1]}
