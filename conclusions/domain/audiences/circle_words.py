"""The six circles, the words of the ambassador test and the steps of the virtuous circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import read_in, shape, shapes, spoken, tells_mistakes

CIRCLES = ("employees", "loyal", "customers", "sympathisers", "relays", "observers")
# Those who speak for an organisation before anybody else does, and so learn first.
INNER = CIRCLES[:2]
WORDS = ("ambassador", "paid_partner", "follower", "customer", "contributor")
STEPS = (
    "kept_promise",
    "listening",
    "answer",
    "satisfaction",
    "recognition",
    "participation",
    "recommendation",
    "change",
)
FILE = "circles.toml"
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Circle:
    """What one circle is owed, and when it learns: days from the announcement, the first and last.

    `origin` is `articles` for what the project starts from, `proposed` for what is our own;
    `terms`, on what terms they learn on that day, where there are any.
    """

    id: str
    origin: str
    first: int
    last: int
    owed: str
    proof: str
    trap: str
    terms: str = ""

    @property
    def number(self) -> int:
        """Its place, the closest first."""
        return CIRCLES.index(self.id) + 1


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody who was tested is called, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class StepWords:
    """The short name of a step, for drawings."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a day is written (`{shift}` is empty, a minus or a plus), and who is in the middle."""

    day: str
    span: str
    centre: str


@dataclass(frozen=True)
class CircleWords:
    """Everything that circles.toml says, in one language."""

    circles: tuple[Circle, ...]
    words: tuple[Word, ...]
    steps: tuple[StepWords, ...]
    drawn: Drawn

    def day(self, shift: int) -> str:
        """“J” and a shift: a day counted from the public announcement."""
        told = f"{shift:+d}".replace("-", MINUS) if shift else ""
        return self.drawn.day.format(shift=told)

    def days(self, circle: str) -> str:
        """When a circle learns: a day, or the first and the last, and on what terms."""
        known = self.circle[circle]
        first, last = self.day(known.first), self.day(known.last)
        told = first if first == last else self.drawn.span.format(first=first, last=last)
        return ", ".join(filter(None, (told, known.terms)))

    @cached_property
    def circle(self) -> dict[str, Circle]:
        """Each circle by its id."""
        return {each.id: each for each in self.circles}

    @cached_property
    def word(self) -> dict[str, Word]:
        """Each word of the test by its id."""
        return {each.id: each for each in self.words}

    @cached_property
    def step(self) -> dict[str, str]:
        """The short name of each step."""
        return {each.id: each.name for each in self.steps}


def load(language: str, folder: Path = CONTENT) -> CircleWords:
    """The words of one language; ContentError at the first mistake."""
    path = folder / FILE
    return CircleWords(
        shapes(Circle, [path], "circle", language),
        shapes(Word, [path], "word", language),
        shapes(StepWords, [path], "step", language),
        shape(Drawn, read_in(path, language).get("words", {}), FILE),
    )


@lru_cache
def circle_words(language: str) -> CircleWords:
    """The shipped words in one language, read once per process."""
    return load(spoken(language))


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What is wrong in circles.toml: a circle, a word or a step that is missing or too many."""
    found = load(language, folder)
    known = (("circle", found.circles, CIRCLES), ("word", found.words, WORDS))
    for key, held, wanted in (*known, ("step", found.steps, STEPS)):
        if tuple(each.id for each in held) != wanted:
            yield f"{FILE}: [[{key}]] should be {', '.join(wanted)}, in this order."
    for each in found.circles:
        if each.first > each.last:
            yield f"{FILE}: {each.id} learns last before it learns first."
