"""What the page of publics and circles shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.audiences import ambassadors, circles, information, rings, virtuous, wheel
from conclusions.domain.audiences.ambassadors import CONDITIONS, Tested
from conclusions.domain.audiences.circle_words import CIRCLES, INNER, Circle, Word, circle_words
from conclusions.domain.audiences.circles import AUDIENCES, RELAYS, Placed, Ring
from conclusions.domain.audiences.information import News
from conclusions.domain.audiences.reach import Reach, reach
from conclusions.domain.audiences.virtuous import Loop, Step
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.reading import Reading


@dataclass(frozen=True, slots=True)
class Named:
    """A public or a relay in the legend of the drawing."""

    number: int
    name: str
    url: str
    rewarded: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """One circle: its name, who is in it, what it is owed."""

    label: str
    circle: Circle
    days: str
    publics: tuple[Named, ...]
    relays: tuple[Named, ...]

    @property
    def is_inner(self) -> bool:
        """True of the two nearest, which are tinted."""
        return self.circle.id in INNER


@dataclass(frozen=True, slots=True)
class Cell:
    """When one circle learns one piece of news."""

    label: str
    days: str
    date: str
    early: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of news, circle by circle."""

    name: str
    date: str
    url: str
    planned: bool
    cells: tuple[Cell, ...]
    early: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was tested, with the word that fits."""

    name: str
    url: str
    tested: Tested
    word: Word
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the virtuous circle, in words."""

    step: Step
    label: str
    url: str
    owner: str
    proof: str
    day: str
    source: str


class CirclesPage:
    """Publics and circles of one organisation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = circle_words(reading.language)
        self.dossier = reading.dossier

    @cached_property
    def placed(self) -> Placed:
        """The publics and relays, each in its circle."""
        return circles.placed(self.dossier)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each circle is called, as in question 1."""
        _question, table = self.reading.narrator.asked.linked(AUDIENCES)
        column = table.column("circle")
        return {each.id: each.label for each in (column.options if column else ())}

    @cached_property
    def drawing(self) -> rings.Rings:
        """The circles drawn."""
        return rings.draw(self.placed, self.labels, centre=self.words.drawn.centre)

    @property
    def drawing_text(self) -> str:
        """The same in words: how many publics each circle holds."""
        teller = self.reading.teller
        return teller.separator.join(
            f"{ring.number} {self.labels[ring.id]}{teller.colon}{len(ring.publics)}"
            for ring in self.placed.rings
        )

    @cached_property
    def owed(self) -> list[Owed]:
        """The legend: circle by circle, who is in it and what it is owed."""
        return [self._owed(ring) for ring in self.placed.rings]

    def _owed(self, ring: Ring) -> Owed:
        circle = self.words.circle[ring.id]
        publics = (Named(each.number, *self._named(AUDIENCES, each.row)) for each in ring.publics)
        relays = (
            Named(each.number, *self._named(RELAYS, each.row), each.rewarded)
            for each in ring.relays
        )
        days = self.words.days(ring.id)
        return Owed(self.labels[ring.id], circle, days, tuple(publics), tuple(relays))

    def _named(self, table: str, row: str) -> tuple[str, str]:
        question, _dot, name = table.partition(".")
        known = self.reading.teller.rows[table].get(row)
        place = Place(QUESTION, question, f"rows/{name}/{row}/{FIRST[table]}")
        return known.words if known else "", self.reading.url(place)

    @cached_property
    def unplaced(self) -> list[tuple[str, str]]:
        """The publics in no circle, each with the address of what is missing."""
        rows = self.reading.teller.rows[AUDIENCES]
        place = "rows/audiences/{row}/circle"
        return [
            (
                rows[row].words if row in rows else "",
                self.reading.url(Place(QUESTION, "receivers", place.format(row=row))),
            )
            for row in self.placed.unplaced
        ]

    @cached_property
    def news(self) -> list[Told]:
        """Who learns what, and when."""
        return [self._told(each) for each in information.news(self.dossier)]

    def _told(self, news: News) -> Told:
        day = self.reading.teller.date(news.day)
        cells = tuple(self._cell(news, circle) for circle in CIRCLES)
        url = self.reading.url(news.place)
        return Told(news.name, day, url, news.planned, cells, bool(news.early))

    def _cell(self, news: News, circle: str) -> Cell:
        days = news.days(circle)
        told = ", ".join(self.words.day(each) for each in dict.fromkeys(days))
        day = news.on(days[0]) if days else None
        early = any(step.circle == circle for step in news.early)
        return Cell(self.labels[circle], told, self.reading.teller.date(day), early)

    @cached_property
    def reach(self) -> Reach:
        """How far it may carry, at most."""
        return reach(self.dossier)

    @property
    def ceiling(self) -> str:
        """The ceiling, as the language writes numbers."""
        return self.reading.teller.number(self.reach.ceiling)

    @cached_property
    def shares(self) -> list[tuple[str, int, int, str]]:
        """What each kind of bearer adds."""
        kinds = {
            "relays": _("Relais de la question 2"),
            "places": _("Lieux de la question 11"),
            "voices": _("Voix favorables ou neutres de la question 3, hors concurrents"),
        }
        number = self.reading.teller.number
        return [
            (kinds[each.kind], each.known, each.unknown, number(each.ceiling))
            for each in self.reach.shares
        ]

    @cached_property
    def people(self) -> list[Person]:
        """Everybody who was tested."""
        return [self._person(each) for each in ambassadors.tested(self.dossier)]

    def _person(self, each: Tested) -> Person:
        name, url = self._named(ambassadors.PEOPLE, each.row)
        return Person(name, url, each, self.words.word[each.word], tuple(self._answers(each)))

    def _answers(self, each: Tested) -> Iterator[tuple[str, str]]:
        _question, table = self.reading.narrator.asked.linked(ambassadors.PEOPLE)
        for condition in CONDITIONS:
            column = table.column(condition)
            state = "met" if condition in each.met else "unmet"
            yield (
                column.label if column else "",
                "unknown" if condition in each.unanswered else state,
            )

    @cached_property
    def loop(self) -> Loop:
        """The virtuous circle on this day."""
        return virtuous.virtuous_circle(self.dossier, self.reading.as_of)

    @cached_property
    def turning(self) -> wheel.Wheel:
        """The virtuous circle drawn."""
        return wheel.draw(self.loop, self.words.step)

    @cached_property
    def turns(self) -> list[Turn]:
        """The eight steps in words."""
        return [self._turn(step) for step in self.loop.steps]

    def _turn(self, step: Step) -> Turn:
        teller, proof = self.reading.teller, step.proof
        own = Place(QUESTION, "virtuous_circle", f"rows/steps/{step.id}/proof")
        return Turn(
            step,
            teller.rows[virtuous.REGISTER][step.id].words,
            self.reading.url(proof.place if proof and step.derived else own),
            teller.person(step.owner),
            proof.words if proof else "",
            teller.date(proof.day) if proof else "",
            self.reading.narrator.title(proof.place) if proof and step.derived else "",
        )

    @cached_property
    def start(self) -> dict[str, str]:
        """Where one starts when there is nothing to draw."""
        url = reverse("question", args=[self.reading.organisation.pk, "receivers"])
        return {"url": url, "label": _("Nommer vos publics (question 1)")}


# The column that names a row.
FIRST = {AUDIENCES: "audience", RELAYS: "relay", ambassadors.PEOPLE: "who"}


def card(reading: Reading) -> Card:
    """How many publics stand in circles, and what the circles still wait for."""
    page = CirclesPage(reading)
    count, early = page.placed.count, sum(each.early for each in page.news)
    sentence = ngettext(
        "%(count)d public placé dans les six cercles.",
        "%(count)d publics placés dans les six cercles.",
        count,
    ) % {"count": count}
    if early:
        sentence += " " + ngettext(
            "%(early)d nouvelle parvient à d’autres avant les premiers cercles.",
            "%(early)d nouvelles parviennent à d’autres avant les premiers cercles.",
            early,
        ) % {"early": early}
    return Card(
        title=_("Publics et cercles"),
        url=reverse("circles", args=[reading.organisation.pk]),
        sentence=sentence,
        figure=str(count),
        waiting="" if count else _("En attente de la question 1."),
    )
