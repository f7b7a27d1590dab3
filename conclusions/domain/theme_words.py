"""The words of roles, the crisis kit and practices, by their place in the file: `basis.hours`."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import spoken, words_by_place
from strategy.domain.places import ContentError

THEMES = ("roles", "crisis", "practices")


def load(theme: str, language: str, folder: Path = CONTENT) -> dict[str, str]:
    """The words of one theme in one language; ContentError at the first mistake."""
    return words_by_place(folder / f"{theme}.toml", language)


@lru_cache
def words(theme: str, language: str) -> dict[str, str]:
    """The shipped words of one theme, read once per process."""
    return load(theme, spoken(language))


def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What keeps a theme from being read."""
    for theme in THEMES:
        try:
            load(theme, language, folder)
        except ContentError as error:
            yield str(error)
