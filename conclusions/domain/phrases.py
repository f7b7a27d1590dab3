"""The words of what follows, a file a theme: structure once, words in each language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import read_in, tells_mistakes

# Each file of words, and the groups that code asks of it.
THEMES: dict[str, tuple[str, ...]] = {
    "indicators": ("standing", "verdict", "lacking", "family", "drawn", "all", "document"),
}

Words = Mapping[str, str]


@lru_cache
def phrases(theme: str, group: str, language: str) -> Words:
    """The words of one group of a theme, by their keys, read once per process."""
    found: Words = read_in(CONTENT / f"{theme}.toml", language)[group]
    return found


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """Files that cannot be read, and groups that are not there."""
    for theme, groups in THEMES.items():
        found = read_in(folder / f"{theme}.toml", language)
        yield from (f"{theme}.toml: no [{each}]." for each in groups if each not in found)
