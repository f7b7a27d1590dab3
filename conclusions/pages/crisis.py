"""The crisis kit, as its page shows it and as one page of paper in eight panels."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.domain.crisis.kit import Contact, Level
from conclusions.domain.crisis.pocket import Line, panels
from conclusions.domain.crisis.telling import Act, CrisisTelling
from conclusions.domain.dossier import DECISION, QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.theme_telling import Run
from conclusions.reading import Reading


@dataclass(frozen=True, slots=True)
class LevelShown:
    """One level in words, with the addresses where one mends it."""

    id: str
    label: str
    threshold: Run
    person: str
    delay: str
    told: str
    acts: list[Act]
    statement: Run
    proposed: bool
    day: str
    night: str
    url: str
    kit_url: str


@dataclass(frozen=True, slots=True)
class Set:
    """Words as the pocket's template sets them, here and in documents."""

    words: str
    language: str = ""
    direction: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class PocketLine:
    """A line of a panel."""

    label: str
    text: Set
    kind: str


@dataclass(frozen=True, slots=True)
class PocketPanel:
    """One of the eight panels."""

    id: str
    title: str
    level: str
    lines: tuple[PocketLine, ...]


class CrisisPage:
    """The crisis kit of one organisation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def telling(self) -> CrisisTelling:
        """The kit in the language of the page."""
        return CrisisTelling(self.reading.dossier, self.reading.narrator)

    @property
    def begun(self) -> bool:
        """True when a level says something."""
        return not self.telling.kit.is_empty

    @property
    def start(self) -> dict[str, str]:
        """What one answers first."""
        url = reverse("question", args=[self.reading.organisation.pk, "arbiters"])
        return {"url": url, "label": _("Dire qui décide à chaque niveau (question 5)")}

    @property
    def levels(self) -> list[LevelShown]:
        """The three levels."""
        return [self._level(each) for each in self.telling.kit.levels]

    @property
    def contacts(self) -> Iterator[tuple[str, Run, Run, bool]]:
        """Everybody who may be called: name, by day, out of hours, whether nothing is known."""
        for each in self.telling.kit.contacts:
            ways = self.telling.how(each, "by_day"), self.telling.how(each, "out_of_hours")
            name = self.telling.person(each.person)
            yield name, *ways, not (each.by_day or each.out_of_hours)

    @property
    def sources(self) -> Iterator[tuple[str, str]]:
        """The questions and the decision that the kit is made from, with their addresses."""
        places = [Place(QUESTION, each) for each in ("arbiters", "reply_times", "crisis", "tone")]
        for place in (*places, Place(DECISION, "hours")):
            yield self.reading.narrator.title(place), self.reading.url(place)

    @property
    def pocket(self) -> dict[str, list[PocketPanel]]:
        """The page to fold."""
        found = panels(self.telling, self.reading.as_of)
        language = self.reading.organisation.language
        return {
            "panels": [
                PocketPanel(
                    each.id,
                    each.title,
                    each.level,
                    tuple(_line(line, language) for line in each.lines),
                )
                for each in found
            ]
        }

    def _level(self, level: Level) -> LevelShown:
        telling, url = self.telling, self.reading.url
        return LevelShown(
            id=level.id,
            label=telling.label(level),
            threshold=telling.threshold(level),
            person=telling.person(level.person),
            delay=telling.delay(level).words,
            told=telling.people(level.told),
            acts=telling.acts(level),
            statement=telling.statement(level),
            proposed=not level.statement,
            day=self._reached(level.reached_by_day, "by_day"),
            night=self._reached(level.reached_by_night, "out_of_hours"),
            url=url(Place(QUESTION, "arbiters", f"rows/levels/{level.id}/decider")),
            kit_url=url(Place(QUESTION, "crisis_kit", f"rows/levels/{level.id}/statement")),
        )

    def _reached(self, contact: Contact | None, when: str) -> str:
        if contact is None:
            return ""
        return f"{self.telling.person(contact.person)} ({getattr(contact, when)})"


def _line(line: Line, language: str) -> PocketLine:
    return PocketLine(line.label, Set(line.words, language if line.typed else ""), line.kind)


def card(reading: Reading) -> Card:
    """At how many levels somebody decides and can be reached."""
    page = CrisisPage(reading)
    levels = page.telling.kit.levels
    held = [each for each in levels if each.reached_by_day]
    bare = [page.telling.label(each) for each in levels if each.person and each not in held]
    told = [_("Niveaux où quelqu’un peut être joint, et une page à plier dans une poche.")]
    if bare:
        told.append(_("Sans moyen de joindre : %(names)s.") % {"names": ", ".join(bare)})
    return Card(
        title=_("Kit de crise"),
        url=reverse("crisis_kit", args=[reading.organisation.pk]),
        figure=f"{len(held)} / {len(levels)}",
        sentence=" ".join(told),
        waiting="" if page.begun else _("Attend les niveaux de la question 5."),
    )
