"""Two people change the profile at once: what merges by itself, and what does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Merged:
    """The values to keep, and the fields that both changed, each in their own way."""

    values: dict[str, Any]
    clashes: tuple[str, ...]


def merge(
    fields: Iterable[str],
    *,
    seen: Mapping[str, Any],
    stored: Mapping[str, Any],
    typed: Mapping[str, Any],
) -> Merged:
    """Three-way merge: `seen` is what the page was made from.

    A field that the person left as it was keeps what is stored; one that only the person
    changed takes what was typed; one that both changed to different values is a clash.
    """
    values: dict[str, Any] = {}
    clashes: list[str] = []
    for name in fields:
        mine, theirs, base = typed[name], stored[name], seen.get(name)
        values[name] = theirs if mine == base else mine
        if theirs not in (base, mine) and mine != base:
            clashes.append(name)
    return Merged(values, tuple(clashes))
