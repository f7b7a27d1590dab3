"""The words of roles, the crisis kit and practices, by their place in the file: `basis.hours`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import LANGUAGES, ContentError, in_language, read

THEMES = ("roles", "crisis", "practices")


def load(theme: str, language: str, folder: Path = CONTENT) -> dict[str, str]:
    """The words of one theme in one language; ContentError at the first mistake."""
    name = f"{theme}.toml"
    return dict(_flat(in_language(read(folder / name), language, name)))


def _flat(written: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in written.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


@lru_cache
def words(theme: str, language: str) -> dict[str, str]:
    """The shipped words of one theme, read once per process."""
    return load(theme, language if language in LANGUAGES else LANGUAGES[0])


def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What keeps a theme from being read."""
    for theme in THEMES:
        try:
            load(theme, language, folder)
        except ContentError as error:
            yield str(error)
