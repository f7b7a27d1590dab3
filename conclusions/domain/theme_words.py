"""The words of what follows, a file a theme, by their place in the file: `basis.hours`."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import spoken, tells_mistakes, words_by_place

# Each file of words, and the groups that code asks of it.
THEMES = {
    "crisis": ("statement", "signer", "within", "act", "threshold", "pocket"),
    "indicators": ("standing", "verdict", "lacking", "family", "drawn", "all", "document"),
    "practices": ("verdict", "condition", "sign"),
    "roles": ("letter", "basis", "settled", "standing", "sanction", "sheet"),
}


def load(theme: str, language: str, folder: Path = CONTENT) -> dict[str, str]:
    """The words of one theme in one language; ContentError at the first mistake."""
    return words_by_place(folder / f"{theme}.toml", language)


@lru_cache
def words(theme: str, language: str) -> dict[str, str]:
    """The shipped words of one theme, read once per process."""
    return load(theme, spoken(language))


@lru_cache
def group(theme: str, name: str, language: str) -> dict[str, str]:
    """One group of the words of a theme, by their keys."""
    above = f"{name}."
    said = words(theme, language).items()
    return {place.removeprefix(above): each for place, each in said if place.startswith(above)}


def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """Files that cannot be read, and groups that are not there."""
    for theme in THEMES:
        yield from _problems(theme, language, folder)


@tells_mistakes
def _problems(theme: str, language: str, folder: Path) -> Iterator[str]:
    there = {place.partition(".")[0] for place in load(theme, language, folder)}
    yield from (f"{theme}.toml: no [{each}]." for each in THEMES[theme] if each not in there)
