"""The twelve good practices, as their page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.living.practice_conditions import REGISTER, TABLE
from conclusions.domain.living.practices import OPEN, Checked, Practice, held, practices
from conclusions.domain.living.strokes import Strokes, draw
from conclusions.domain.theme_words import words
from conclusions.reading import Reading

SIGNS = {True: "true", False: "false", None: "open"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a practice asks for: its sign, its words, where one changes it."""

    sign: str
    told: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One practice in words."""

    practice: Practice
    title: str
    verdict: str
    asked: tuple[Asked, ...]
    own: str
    evidence: str
    address: str
    seen_on: str
    url: str


class PracticesPage:
    """The twelve practices of one organisation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = words("practices", reading.language)

    @cached_property
    def found(self) -> tuple[Practice, ...]:
        """The practices themselves."""
        return self.reading.dossier.once(practices)

    @property
    def figure(self) -> str:
        """How many are held, of how many that have an object."""
        return "{} / {}".format(*held(self.found))

    @property
    def begun(self) -> bool:
        """True when anything tells of one of them."""
        return any(each.verdict != OPEN for each in self.found if each.checked)

    @property
    def drawing(self) -> Strokes:
        """The twelve strokes."""
        return draw(self.found)

    @property
    def text(self) -> str:
        """The same in words."""
        teller = self.reading.teller
        return teller.separator.join(
            f"{each.number} {self.title(each)}{teller.colon}{self.words[f'verdict.{each.verdict}']}"
            for each in self.found
        )

    @property
    def register_url(self) -> str:
        """Where one says what answers cannot tell."""
        return self.reading.url(Place(QUESTION, REGISTER))

    def title(self, practice: Practice) -> str:
        """What a practice is called, as in its register."""
        return self.reading.teller.rows[TABLE][practice.id].words

    @property
    def shown(self) -> Iterator[Shown]:
        """Each practice in words, in their order."""
        return map(self._shown, self.found)

    def _shown(self, practice: Practice) -> Shown:
        row, day = practice.row, practice.row.day("seen_on")
        return Shown(
            practice=practice,
            title=self.title(practice),
            verdict=self.words[f"verdict.{practice.verdict}"],
            asked=tuple(map(self._asked, practice.checked)),
            own=self.words[f"verdict.{practice.own}"] if practice.own else "",
            evidence=row.text("evidence") or "",
            address=row.text("url") or "",
            seen_on=self.reading.teller.date(day),
            url=self.reading.url(Place(QUESTION, REGISTER, f"{row.path}/own")),
        )

    def _asked(self, checked: Checked) -> Asked:
        sign = SIGNS[checked.holds]
        return Asked(
            sign=sign,
            told=self.words[f"sign.{sign}"],
            words=self.words[f"condition.{checked.condition.id}"],
            url=self.reading.url(checked.condition.place),
        )


def card(reading: Reading) -> Card:
    """How many of the twelve are held."""
    page = PracticesPage(reading)
    return Card(
        title=_("Douze bonnes pratiques"),
        url=reverse("practices", args=[reading.organisation.pk]),
        sentence=_("Pratiques tenues, d’après vos réponses ou votre constat."),
        figure=page.figure,
        waiting="" if page.begun else _("En attente de vos premières réponses."),
    )
