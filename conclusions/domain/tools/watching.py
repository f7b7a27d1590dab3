"""What lies between watched words and queries: what is watched, where, in which language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import read_in, shapes, spoken, tells_mistakes

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
    return Watching(
        watches=shapes(Watch, [path], "watch", language),
        languages=shapes(Language, [path], "language", language),
        engines=shapes(Engine, [path], "engine", language),
        words=read_in(path, language).get("words", {}),
    )


@lru_cache
def watching(language: str) -> Watching:
    """The shipped words, read once per process."""
    return load(spoken(language))


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What does not hold in the file."""
    found = load(language, folder)
    if tuple(each.id for each in found.watches) != WATCHES:
        yield f"{FILE}: the watches are {', '.join(WATCHES)}, in this order."
    for engine in found.engines:
        for blank in BLANKS:
            if blank not in engine.feed:
                yield f"{FILE} {engine.id}: the feed has no {blank}."
