"""What follows from each objective at each horizon: a table of 27, read in one language.

It is our own proposal, written to be argued with. Nothing computes it and nothing decides by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from conclusions.domain.rulebook import CONTENT
from strategy.domain import priority
from strategy.domain.loading import (
    STRUCTURE,
    entries,
    questionnaire,
    read_in,
    shape,
    spoken,
    tells_mistakes,
)
from strategy.domain.places import nested, place_of

FILE, FOLDER = "course.toml", "course"
# Set-up, means and what is given up are written for the pair; the others for each of the two.
ASPECTS = ("setup", "means", "editorial", "places", "indicators", "gives_up")
# The horizon at which an objective is read while none is chosen.
USUAL = "twelve_months"
MEANS = ("concentrated", "waves", "spread")


@dataclass(frozen=True, slots=True)
class Pair:
    """What is said of an objective at one horizon; `means` is how they are laid over time."""

    id: str
    means: str
    setup: str
    effort: str
    gives_up: str


@dataclass(frozen=True, slots=True)
class Objective:
    """What is said of an objective whatever the horizon."""

    id: str
    short: str
    editorial: str
    places: str
    indicators: str
    horizons: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Horizon:
    """What is said of a horizon whatever the objective."""

    id: str
    short: str
    editorial: str
    places: str
    indicators: str


@dataclass(frozen=True, slots=True)
class Named:
    """What something is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that follows: what it is called, and what is said of it."""

    id: str
    label: str
    sentences: tuple[str, ...]

    @property
    def words(self) -> str:
        """The sentences, one after the other."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the 27: an objective, a horizon, and the six things that follow."""

    objective: Objective
    horizon: Horizon
    means: str
    means_label: str
    aspects: tuple[Aspect, ...]

    def aspect(self, name: str) -> Aspect:
        """The aspect of that id."""
        return self.aspects[ASPECTS.index(name)]


@dataclass(frozen=True)
class Table:
    """The whole table, in one language."""

    proposal: str
    objectives: tuple[Objective, ...]
    horizons: tuple[Horizon, ...]
    means: tuple[Named, ...]
    aspects: tuple[Named, ...]

    @cached_property
    def entries(self) -> dict[tuple[str, str], Entry]:
        """The 27, by objective and horizon."""
        return {
            (objective.id, horizon.id): self._entry(objective, horizon, pair)
            for objective in self.objectives
            for horizon in self.horizons
            for pair in objective.horizons
            if pair.id == horizon.id
        }

    def entry(self, objective: str, horizon: str) -> Entry | None:
        """One of the 27; None while one of the two is not chosen."""
        return self.entries.get((objective, horizon))

    def _entry(self, objective: Objective, horizon: Horizon, pair: Pair) -> Entry:
        means = next(each.label for each in self.means if each.id == pair.means)
        said = {
            "setup": (pair.setup,),
            "means": (pair.effort,),
            "editorial": (objective.editorial, horizon.editorial),
            "places": (objective.places, horizon.places),
            "indicators": (objective.indicators, horizon.indicators),
            "gives_up": (pair.gives_up,),
        }
        aspects = tuple(Aspect(each.id, each.label, said[each.id]) for each in self.aspects)
        return Entry(objective, horizon, pair.means, means, aspects)


def load(language: str, folder: Path = CONTENT) -> Table:
    """The table of one language; ContentError at the first mistake."""
    files = sorted((folder / FOLDER).glob("*.toml"))
    found = [_objective(each, name) for name, each in entries(files, "objective", language)]
    order = _options(priority.OBJECTIVE, table=priority.TABLE)
    whole = read_in(folder / FILE, language)

    def each(key: str, cls: type[Any]) -> tuple[Any, ...]:
        return tuple(shape(cls, item, at) for at, item in nested(whole, key, FILE))

    return Table(
        proposal=str(whole.get("proposal", "")),
        objectives=tuple(sorted(found, key=lambda one: (order.find(one.id), one.id))),
        horizons=each("horizon", Horizon),
        means=each("means", Named),
        aspects=each("aspect", Named),
    )


def _objective(written: dict[str, Any], where: str) -> Objective:
    place = place_of(written, where)
    pairs = tuple(shape(Pair, each, at) for at, each in nested(written, "horizons", place))
    return shape(Objective, written | {"horizons": pairs}, where)


class _Order(tuple[str, ...]):
    def find(self, option: str) -> int:
        """The place of an option, the last one for a stranger."""
        return self.index(option) if option in self else len(self)


def _options(name: str, *, table: str = "") -> _Order:
    asked = questionnaire(STRUCTURE).by_id[priority.QUESTION]
    within = asked.table(table)
    field = within.column(name) if within else asked.field(name)
    return _Order(option.id for option in field.options) if field else _Order()


@lru_cache
def table(language: str) -> Table:
    """The shipped table in one language, read once per process."""
    return load(spoken(language))


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What is wrong in the table: an objective, a horizon or a word that is missing or unknown."""
    found = load(language, folder)
    objectives = _options(priority.OBJECTIVE, table=priority.TABLE)
    horizons = _options("horizon")
    yield from _apart(FOLDER, (each.id for each in found.objectives), objectives)
    yield from _apart(FILE, (each.id for each in found.horizons), horizons)
    yield from _apart(FILE, (each.id for each in found.means), MEANS)
    yield from _apart(FILE, (each.id for each in found.aspects), ASPECTS)
    for objective in found.objectives:
        place = f"{FOLDER}/{objective.id}.toml"
        yield from _apart(place, (each.id for each in objective.horizons), horizons)
        for pair in objective.horizons:
            if pair.means not in MEANS:
                yield f"{place} {pair.id}: '{pair.means}' is no way to lay out means."


def _apart(place: str, found: Iterator[str], wanted: tuple[str, ...]) -> Iterator[str]:
    if tuple(found) != tuple(wanted):
        yield f"{place}: {', '.join(wanted)} are expected, each once and in this order."
