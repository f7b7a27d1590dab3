"""The catalogue of actions: what each kind is called, why, when, and what it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import read_in, shapes, spoken


@dataclass(frozen=True, slots=True)
class ActionKind:
    """One kind of action; its title has blanks that the dossier fills.

    `due` is counted in days from the opening, `days` is how long it takes, `effort` is in hours,
    `after` names the kinds it waits for.
    """

    id: str
    title: str
    why: str
    due: int
    days: int
    effort: str
    after: tuple[str, ...] = ()
    milestone: bool = False
    # Due today, or on Monday, and not late, when its day has passed: it came up afterwards.
    at_once: bool = False


@dataclass(frozen=True)
class Catalogue:
    """Every kind of action in one language, in the order of the files, and the words between."""

    language: str
    kinds: tuple[ActionKind, ...]
    words: Mapping[str, Any]

    @cached_property
    def by_id(self) -> dict[str, ActionKind]:
        """Every kind by its id."""
        return {each.id: each for each in self.kinds}


def load(language: str, folder: Path = CONTENT) -> Catalogue:
    """The catalogue of one language, read from its files; ContentError at the first mistake."""
    files = sorted(folder.glob("plan/*.toml"))
    kinds = shapes(ActionKind, files, "kind", language)
    return Catalogue(language, kinds, read_in(folder / "plan_words.toml", language))


@lru_cache
def catalogue(language: str) -> Catalogue:
    """The shipped catalogue in one language, read once per process."""
    return load(spoken(language))
