"""What the workload rests on: our own orders of magnitude, or the organisation's figures."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from charter.domain.decisions import Charter
from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import (
    STRUCTURE,
    questionnaire,
    read_in,
    spoken,
    tells_mistakes,
)
from strategy.domain.places import ContentError
from strategy.domain.questionnaire import Field, Kind, Question, Questionnaire

FILE = "workload.toml"
REGISTER = "workload"
# The fields of an assumption that has two of them in the register.
ENDS = ("{}_low", "{}_high")


class Span(NamedTuple):
    """From a low to a high figure."""

    low: Decimal
    high: Decimal

    def plus(self, other: "Span") -> "Span":
        """Both together."""
        return Span(self.low + other.low, self.high + other.high)

    def times(self, *others: "Span") -> "Span":
        """Low by low, high by high; all of them are positive."""
        low, high = self
        for other in others:
            low, high = low * other.low, high * other.high
        return Span(low, high)

    def at_least(self, other: "Span") -> "Span":
        """The greater of the two at each end."""
        return Span(max(self.low, other.low), max(self.high, other.high))

    def at_most(self, other: "Span") -> "Span":
        """The smaller of the two at each end."""
        return Span(min(self.low, other.low), min(self.high, other.high))

    @property
    def middle(self) -> Decimal:
        """Half-way between the two."""
        return (self.low + self.high) / 2


def exactly(number: Decimal | int) -> Span:
    """A figure that has no range."""
    return Span(Decimal(number), Decimal(number))


NOTHING, WHOLE = exactly(0), exactly(1)


def together(spans: Iterator[Span]) -> Span:
    """The sum of spans."""
    total = NOTHING
    for span in spans:
        total = total.plus(span)
    return total


@dataclass(frozen=True, slots=True)
class Assumption:
    """One figure that the workload rests on: money in cents, shares in %, times in minutes.

    `own` when the organisation gave its own; `usual` is ours, kept beside it.
    """

    id: str
    group: str
    value: Span
    usual: Span
    own: bool = False
    money: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """The assumptions by group, what options weigh, and the words for both, in one language."""

    assumptions: Mapping[str, Mapping[str, Span]]
    weights: Mapping[str, Mapping[str, Span]]
    groups: Mapping[str, str]
    tasks: Mapping[str, str]


def load(language: str, folder: Path = CONTENT) -> Model:
    """The model of one language; ContentError at the first mistake."""
    written = read_in(folder / FILE, language)
    parts = ("assumptions", "weights", "groups", "tasks")
    if missing := sorted(set(parts) ^ set(written)):
        raise ContentError(f"{FILE}: {', '.join(missing)} missing or unknown.")
    assumptions, weights = (
        {
            group: {each: _span(pair, f"{FILE} {each}") for each, pair in pairs.items()}
            for group, pairs in written[part].items()
        }
        for part in parts[:2]
    )
    return Model(assumptions, weights, written["groups"], written["tasks"])


def _span(pair: Any, place: str) -> Span:
    numbers = pair if isinstance(pair, list) else []
    if len(numbers) != len(ENDS) or not all(type(each) in (int, float) for each in numbers):
        raise ContentError(f"{place}: a low and a high figure are expected, not {pair!r}.")
    low, high = (Decimal(str(each)) for each in numbers)
    if not 0 <= low <= high:
        raise ContentError(f"{place}: the low figure is positive and below the high one.")
    return Span(low, high)


@lru_cache
def model(language: str = STRUCTURE) -> Model:
    """The shipped model in one language, read once per process."""
    return load(spoken(language))


class Assumptions:
    """The assumptions of one organisation, by id."""

    def __init__(self, dossier: Dossier) -> None:
        header = dossier.header(REGISTER)
        self.all = tuple([_assumed(each, header) for each in _figures()])
        self.by_id = {each.id: each for each in self.all}

    def doubled(self, assumption: str) -> "Assumptions":
        """The same, but for one that is twice as high."""
        changed = copy(self)
        known = self.by_id[assumption]
        twice = replace(known, value=known.value.times(exactly(2)))
        changed.by_id = {**self.by_id, assumption: twice}
        return changed

    def span(self, assumption: str) -> Span:
        """The figure of one assumption, in its own unit."""
        return self.by_id[assumption].value

    def hours(self, assumption: str) -> Span:
        """A figure in minutes, as hours."""
        low, high = self.span(assumption)
        return Span(low / 60, high / 60)

    def share(self, assumption: str) -> Span:
        """A figure in %, as a part of one."""
        low, high = self.span(assumption)
        return Span(low / 100, high / 100)


def assumption(dossier: Dossier, named: str) -> Assumption:
    """One assumption of an organisation."""
    return dossier.once(Assumptions).by_id[named]


def fields_of(named: str, asked: Question) -> tuple[Field, ...]:
    """The fields of the register that hold an assumption: one, or its two ends."""
    found = [asked.field(each.format(named)) for each in ("{}", *ENDS)]
    return tuple(field for field in found if field)


class _Figure(NamedTuple):
    """One assumption of the model, and the fields of the register that hold another."""

    id: str
    group: str
    ours: Span
    fields: tuple[Field, ...]
    money: bool


@lru_cache
def _figures() -> tuple[_Figure, ...]:
    """Every assumption of the shipped model, found once per process."""
    asked = questionnaire(STRUCTURE).by_id[REGISTER]
    return tuple(
        _figure(each, group, usual, fields_of(each, asked))
        for group, usuals in model().assumptions.items()
        for each, usual in usuals.items()
    )


def _figure(named: str, group: str, usual: Span, fields: tuple[Field, ...]) -> _Figure:
    money = fields[0].kind is Kind.MONEY
    return _Figure(named, group, usual.times(exactly(100)) if money else usual, fields, money)


def _assumed(figure: _Figure, cells: Cells) -> Assumption:
    read_as: Callable[[str], Decimal | None] = _cents(cells) if figure.money else cells.decimal
    said = [_bounded(read_as(field.id), field) for field in figure.fields]
    value = _ends(said[0], said[-1], figure.ours)
    own = any(each is not None for each in said)
    return Assumption(figure.id, figure.group, value, figure.ours, own=own, money=figure.money)


def _ends(low: Decimal | None, high: Decimal | None, ours: Span) -> Span:
    """The ends that were given; one alone moves ours only where they would cross."""
    if low is None:
        low = ours.low if high is None else min(ours.low, high)
    if high is None:
        high = max(ours.high, low)
    return Span(min(low, high), max(low, high))


def _cents(cells: Cells) -> Callable[[str], Decimal | None]:
    def amount(name: str) -> Decimal | None:
        held = cells.cents(name)
        return None if held is None else Decimal(held)

    return amount


def _bounded(number: Decimal | None, field: Field) -> Decimal | None:
    """The number within the bounds of its field, whatever a file says."""
    if number is None:
        return None
    factor = 100 if field.kind is Kind.MONEY else 1
    return min(max(number, Decimal(field.min) * factor), Decimal(field.max) * factor)


@tells_mistakes
def problems(asked: Questionnaire, charter: Charter, folder: Path = CONTENT) -> Iterator[str]:
    """What does not hold between the assumptions, the register and the charter."""
    found = load(STRUCTURE, folder)
    register = asked.by_id[REGISTER]
    for group in sorted(found.assumptions.keys() - found.groups.keys()):
        yield f"{FILE}: '{group}' is no group."
    for each in (each for usuals in found.assumptions.values() for each in usuals):
        fields = fields_of(each, register)
        if not fields or not all(field.min and field.max for field in fields):
            yield f"{FILE}: '{each}' has no field with bounds in the register."
    yield from _of_weights(found, charter)


def _of_weights(found: Model, charter: Charter) -> Iterator[str]:
    for each in sorted(found.weights.keys() - charter.by_id.keys()):
        yield f"{FILE}: '{each}' has weights and is no decision."
    for decision in filter(None, map(charter.by_id.get, found.weights)):
        options = {option.id for option in decision.options}
        for each in sorted(options ^ found.weights[decision.id].keys()):
            yield f"{FILE}: '{each}' of '{decision.id}' stands on one side only."
