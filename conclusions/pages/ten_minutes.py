"""The ten-minute review as its page shows it: one thing to read again, then the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import tree
from conclusions.domain.living.asking import CLOCK, Again, Why
from conclusions.domain.living.triggers import TRIGGERS
from conclusions.forms import NextReviewForm
from conclusions.pages.digest import Line, digest
from conclusions.pages.extent import ReadSoFar
from conclusions.reading import Reading
from conclusions.rechecking import COURSE, OBJECTIVE, TenMinutes
from conclusions.reviewing import Review
from strategy.domain.telling import Told

CONDITIONS = "change_of_course.conditions"


@dataclass(frozen=True, slots=True)
class Item:
    """One answer to read again: why, since when, what it says, where one changes it."""

    again: Again
    key: str
    title: str
    url: str
    reasons: tuple[str, ...]
    minutes: str
    lines: tuple[Line, ...]
    # The contradictions, with where they are told.
    against: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One condition on which one would change course, and where its indicator stands."""

    condition: Told
    decision: Told
    indicator: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that brings the review forward, with where one says or mends it."""

    title: str
    text: str
    typed: bool
    url: str


class TenMinutesPage:
    """The review of one organisation today; `ask` is the key of what is asked first."""

    def __init__(
        self, reading: Reading, ask: str = "", posted: NextReviewForm | None = None
    ) -> None:
        self.review = reading if isinstance(reading, Review) else Review.over(reading)
        self.ten = TenMinutes(self.review)
        self.ask = ask
        self.form = posted or NextReviewForm(self.ten.proposed, self.ten.planned)

    @cached_property
    def items(self) -> list[Item]:
        """Everything to read again, in order."""
        return [self._item(each) for each in self.ten.queue.all]

    @cached_property
    def current(self) -> Item | None:
        """The one that is asked: the one asked for, or the first."""
        wanted = (each for each in self.items if each.key == self.ask)
        return next(wanted, next(iter(self.items), None))

    @property
    def after(self) -> str:
        """The key of the one after it, round to the first; nothing when it is alone."""
        keys = [each.key for each in self.items]
        if self.current is None or len(keys) == 1:
            return ""
        return keys[(keys.index(self.current.key) + 1) % len(keys)]

    @property
    def waiting(self) -> list[Item]:
        """The others that fit ten minutes."""
        return [each for each in self.items[: len(self.ten.queue.now)] if each != self.current]

    @property
    def later(self) -> list[Item]:
        """The others, for when there is more time."""
        return [each for each in self.items[len(self.ten.queue.now) :] if each != self.current]

    def _item(self, again: Again) -> Item:
        subject = again.said.subject
        place = Place(subject.kind, subject.id)
        return Item(
            again=again,
            key=f"{subject.kind}.{subject.id}",
            title=self.review.narrator.title(place),
            url=self.review.url(place),
            reasons=tuple(self._reasons(again)),
            minutes=_about(again.seconds),
            lines=digest(self.review, place),
            against=tuple(self._against(again)),
        )

    def _reasons(self, again: Again) -> Iterator[str]:
        days = (self.review.as_of - again.since).days
        stale = ngettext(
            "Ancienne : dite il y a %(days)d jour.",
            "Ancienne : dite il y a %(days)d jours.",
            days,
        )
        told = {
            Why.CONTRADICTED: _("Contredite."),
            Why.ASSUMED: _("Supposée : l’avez-vous observée depuis ?"),
            Why.STALE: stale % {"days": days},
        }
        return (told[each] for each in again.reasons)

    def _against(self, again: Again) -> Iterator[tuple[str, str]]:
        url = reverse("review", args=[self.review.organisation.pk])
        for code in again.codes:
            finding = self.review.finding(code)
            if finding:
                yield self.review.narrator.wording(finding).title, f"{url}#{code}"

    @cached_property
    def stops(self) -> list[Stop]:
        """When one would change course or stop."""
        known = {each.row: each for each in self._tree.indicators}
        telling, teller = Telling(self.review.teller), self.review.teller
        _question, table = self.review.narrator.asked.linked(CONDITIONS)
        columns = {each.id: each for each in table.columns}
        found = []
        for row in self.review.dossier.rows(CONDITIONS):
            said = {name: teller.tell(each, row.get(name)) for name, each in columns.items()}
            indicator = known.get(row.text("indicator") or "")
            name, verdict = "", ""
            if indicator:
                name, verdict = telling.name(indicator), telling.verdict(indicator)
            found.append(Stop(said["condition"], said["decision"], name, verdict))
        return found

    @cached_property
    def _tree(self) -> Any:
        return tree(self.review.dossier, self.review.as_of)

    @property
    def before(self) -> str:
        """What is read again before the review decided, since when and why; nothing without any."""
        if self.ten.reread_from is None:
            return ""
        told = _(
            "Relecture partielle dès le %(day)s : des réponses auront %(days)d jours"
            " sans avoir été relues."
        )
        day = self.review.teller.date(self.ten.reread_from)
        return told % {"day": day, "days": CLOCK.days}

    @cached_property
    def so_far(self) -> ReadSoFar:
        """What there was to read again."""
        return ReadSoFar(self.review)

    @property
    def start(self) -> dict[str, str]:
        """Where one starts when nothing is said."""
        url = reverse("questions", args=[self.review.organisation.pk])
        return {"url": url, "label": _("Voir les 27 questions")}

    @property
    def urls(self) -> dict[str, str]:
        """Where the triggers and the conditions are said."""
        register = TRIGGERS.partition(".")[0]
        return {
            "stops": self.review.url(Place(QUESTION, COURSE, "rows/conditions")),
            "triggers": reverse("question", args=[self.review.organisation.pk, register]),
        }

    @property
    def happened(self) -> Iterator[Happened]:
        """What brings the review forward, declared or derived."""
        yield from self._declared()
        found = self.ten.triggers
        if found.objective:
            title = _("L’objectif a changé depuis la dernière revue.")
            yield Happened(title, "", False, self.review.url(Place(QUESTION, OBJECTIVE)))
        for question in found.departures:
            place = Place(QUESTION, question)
            title = _("Une personne nommée ici a quitté la liste.")
            yield Happened(title, self.review.narrator.title(place), False, self.review.url(place))
        charter = reverse("charter", args=[self.review.organisation.pk])
        for text in found.texts:
            title = _("Un rappel légal a été revérifié depuis la dernière revue.")
            yield Happened(title, text.text, False, charter)

    def _declared(self) -> Iterator[Happened]:
        teller = self.review.teller
        for row in self.ten.triggers.declared:
            label = teller.rows[TRIGGERS][row.row].words if row.row in teller.rows[TRIGGERS] else ""
            day = teller.date(row.day("happened_on") or date.min)
            place = Place(QUESTION, row.id, f"{row.path}/happened_on")
            title = _("%(what)s, le %(day)s.") % {"what": label, "day": day}
            yield Happened(title, row.text("note") or "", True, self.review.url(place))


def _about(seconds: int) -> str:
    minutes = max(1, round(seconds / 60))
    return ngettext("%(minutes)d min", "%(minutes)d min", minutes) % {"minutes": minutes}


def card(reading: Reading) -> Card:
    """How many answers are read again today, or when the next review is."""
    page = TenMinutesPage(reading)
    found = page.ten.queue
    return Card(
        title=_("La revue des dix minutes"),
        url=reverse("ten_minutes", args=[reading.organisation.pk]),
        figure=str(len(found.now)) if found.now else "",
        sentence=_sentence(page),
        waiting=_("La date de revue de la question 27 n’est pas fixée.")
        if page.ten.planned is None
        else "",
    )


def _sentence(page: TenMinutesPage) -> str:
    found = page.ten.queue
    if found.now:
        told = ngettext(
            "%(count)d réponse à relire, en %(minutes)d min environ.",
            "%(count)d réponses à relire, en %(minutes)d min environ.",
            len(found.now),
        )
        return told % {"count": len(found.now), "minutes": found.minutes}
    if page.ten.next_on is None:
        return _("Rien à relire tant que rien n’est répondu.")
    day = page.review.teller.date(page.ten.next_on)
    told = _("Rien à relire aujourd’hui ; prochaine revue le %(day)s.") % {"day": day}
    return f"{told} {page.before}".rstrip()
