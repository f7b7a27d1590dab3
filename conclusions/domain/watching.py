"""What lies between watched words and queries: what is watched, where, in which language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from strategy.domain.loading import ContentError, entries, in_language, read, shape

CONTENT = Path(__file__).resolve().parent.parent / "content"
FILE = "monitoring.toml"
BLANKS = ("{query}", "{code}", "{country}")
# Every way of watching that queries are built for (see monitoring.py).
WATCHES = ("names", "alert", "leaders", "products", "competitors", "comparison", "subjects")


@dataclass(frozen=True, slots=True)
class Watch:
    """What one query watches, and why."""

    id: str
    title: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language in which words are searched; `alert` are its words of alert."""

    id: str
    title: str
    code: str
    country: str
    alert: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """A search of news that answers as a feed; `checked` is the ISO day it was seen to work."""

    id: str
    title: str
    feed: str
    checked: str = ""


@dataclass(frozen=True)
class Watching:
    """All of it, in one language of reading."""

    watches: tuple[Watch, ...]
    languages: tuple[Language, ...]
    engines: tuple[Engine, ...]
    words: dict[str, str]

    @cached_property
    def by_language(self) -> dict[str, Language]:
        """The languages of search by their ids."""
        return {each.id: each for each in self.languages}


def load(language: str, folder: Path = CONTENT) -> Watching:
    """What is watched, in one language; ContentError at the first mistake."""
    path = folder / FILE
    words: dict[str, Any] = in_language(read(path), language, FILE)

    def each(key: str, cls: type[Any]) -> tuple[Any, ...]:
        return tuple(shape(cls, written, name) for name, written in entries([path], key, language))

    return Watching(
        watches=each("watch", Watch),
        languages=each("language", Language),
        engines=each("engine", Engine),
        words=words.get("words", {}),
    )


@lru_cache
def watching(language: str) -> Watching:
    """The shipped words, read once per process."""
    return load(language)


def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What does not hold in the file."""
    try:
        found = load(language, folder)
    except ContentError as error:
        yield str(error)
        return
    if tuple(each.id for each in found.watches) != WATCHES:
        yield f"{FILE}: the watches are {', '.join(WATCHES)}, in this order."
    for engine in found.engines:
        for blank in BLANKS:
            if blank not in engine.feed:
                yield f"{FILE} {engine.id}: the feed has no {blank}."
