"""The words of what follows, a file a theme: structure once, words in each language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from strategy.domain.loading import LANGUAGES, ContentError, in_language, read

CONTENT = Path(__file__).resolve().parent.parent / "content"
# Each file of words, and the groups that code asks of it.
THEMES: dict[str, tuple[str, ...]] = {
    "indicators": ("standing", "verdict", "lacking", "family", "drawn", "document"),
}

Words = Mapping[str, str]


@lru_cache
def phrases(theme: str, group: str, language: str) -> Words:
    """The words of one group of a theme, by their keys, read once per process."""
    written = _read(CONTENT, theme, language)
    found: Words = written[group]
    return found


def _read(folder: Path, theme: str, language: str) -> dict[str, Any]:
    path = folder / f"{theme}.toml"
    found: dict[str, Any] = in_language(read(path), language, path.name)
    return found


def problems(folder: Path = CONTENT) -> Iterator[str]:
    """Files that cannot be read in a language, and groups that are not there."""
    for theme, groups in THEMES.items():
        for language in LANGUAGES:
            try:
                found = _read(folder, theme, language)
            except ContentError as error:
                yield str(error)
            else:
                yield from (f"{theme}.toml: no [{each}]." for each in groups if each not in found)
