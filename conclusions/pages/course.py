"""The course: what follows from the priority objective and its horizon, before and after."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.domain.consequences import Change, changed
from conclusions.domain.course import HORIZON, LIST, Course, course
from conclusions.domain.course_words import (
    USUAL,
    Entry,
    Horizon,
    Objective,
    Table,
    table,
)
from conclusions.domain.dossier import QUESTION, Dossier
from conclusions.reading import Reading
from strategy.domain import priority
from strategy.domain.flat import flatten
from strategy.domain.rows import order_of
from strategy.foreseen import Group

POSTED = re.compile(r"rows-objectives-([a-z0-9]{12})-(objective|rank)")
MOST = 9


@dataclass(frozen=True, slots=True)
class Behind:
    """One objective behind the first: its rank where it has one, and its words."""

    rank: str
    label: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the 27 in a comparison; `is_current` for the one that stands."""

    title: str
    entry: Entry
    is_current: bool


class CoursePage:
    """The course of one organisation; `given` is what its question's page says, unsaved."""

    def __init__(self, reading: Reading, given: Mapping[str, str] | None = None) -> None:
        self.reading = reading
        self.given = given or {}
        self.table: Table = table(reading.language)

    @cached_property
    def course(self) -> Course:
        """The course as it stands, or as the page has it before it is saved."""
        written = self.reading.written
        if not self.given:
            return course(self.reading.dossier)
        change = Change(QUESTION, priority.QUESTION, _paths(written, self.given))
        return course(Dossier(changed(written, change)))

    @cached_property
    def entry(self) -> Entry | None:
        """What follows from it; None without a first objective."""
        return self.entry_at()

    def entry_at(self, objective: str = "", horizon: str = "") -> Entry | None:
        """What follows from this objective at this horizon; those that stand where none is said."""
        found = self.course
        return self.table.entry(objective or found.objective, horizon or found.horizon or USUAL)

    @property
    def assumed(self) -> str:
        """What is said where no horizon is chosen."""
        if self.course.horizon:
            return ""
        return _("Aucun horizon n’est choisi : ce qui suit est lu à douze mois.")

    @cached_property
    def others(self) -> list[Behind]:
        """The other objectives, in their order."""
        shorts = {each.id: each.short for each in self.table.objectives}
        return [
            Behind(self.reading.teller.number(each.rank) if each.rank is not None else "", words)
            for each in self.course.others
            if (words := shorts.get(each.objective, ""))
        ]

    @cached_property
    def label(self) -> str:
        """The priority objective in the words of its option."""
        column = self._question.table(priority.TABLE)
        asked = column.column(priority.OBJECTIVE) if column else None
        return self.reading.teller.tell(asked, self.course.objective).words if asked else ""

    @cached_property
    def horizon_label(self) -> str:
        """The horizon in the words of its option."""
        asked = self._question.field("horizon")
        return self.reading.teller.tell(asked, self.course.horizon).words if asked else ""

    @property
    def due(self) -> str:
        """The deadline in words; nothing without one."""
        return self.reading.teller.date(self.course.due)

    @property
    def _question(self) -> Any:
        return self.reading.narrator.asked.by_id[priority.QUESTION]

    @property
    def urls(self) -> dict[str, str]:
        """Where each thing is said, and where one compares."""
        at = {"horizon": HORIZON, "list": LIST}
        said = {name: self.reading.url(each) for name, each in at.items()}
        pages = ("course", "compare_courses", "course_preview")
        return said | {name: reverse(name, args=[self.reading.organisation.pk]) for name in pages}

    @property
    def start(self) -> dict[str, str]:
        """Where one starts when nothing is chosen."""
        return {"url": self.urls["list"], "label": _("Choisir l’objectif prioritaire")}


class Comparison:
    """The nine objectives at one horizon, or one objective at the three."""

    def __init__(self, reading: Reading, objective: str, horizon: str) -> None:
        self.page = CoursePage(reading)
        self.table = self.page.table
        self.objective = next(
            (each for each in self.table.objectives if each.id == objective), None
        )
        asked = [each for each in self.table.horizons if each.id == horizon]
        stands = [each for each in self.table.horizons if each.id == self._horizon]
        self.horizon: Horizon = (asked or stands)[0]

    @property
    def _horizon(self) -> str:
        known = {each.id for each in self.table.horizons}
        return self.page.course.horizon if self.page.course.horizon in known else USUAL

    @cached_property
    def compared(self) -> list[Compared]:
        """What is compared, the one that stands marked."""
        if self.objective:
            return [self._compared(self.objective, each) for each in self.table.horizons]
        return [self._compared(each, self.horizon) for each in self.table.objectives]

    def _compared(self, objective: Objective, horizon: Horizon) -> Compared:
        title = horizon.short if self.objective else objective.short
        stands = (self.page.course.objective, self.page.course.horizon)
        entry = self.table.entries[(objective.id, horizon.id)]
        return Compared(title, entry, (objective.id, horizon.id) == stands)


def _paths(written: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    """What the question's page says, as paths of its answer."""
    answer = written.get("answers", {}).get(priority.QUESTION, {})
    order = order_of(flatten(answer.get("value", {})), priority.TABLE)
    paths: dict[str, Any] = {}
    for name, value in given.items():
        if found := POSTED.fullmatch(name):
            row, column = found.groups()
            paths[f"rows/{priority.TABLE}/{row}/{column}"] = value or None
            if row not in order and len(order) < MOST and value:
                order.append(row)
    if "header-horizon" in given:
        paths["header/horizon"] = given["header-horizon"] or None
    return paths | {f"order/{priority.TABLE}": order or None}


def aspects_of(entry: Entry) -> Iterator[Group]:
    """The six things that follow, for a page that tells them in groups."""
    return (Group(each.label, each.sentences) for each in entry.aspects)


def renounced(entry: Entry) -> str:
    """What is given up, within a line."""
    words = entry.aspect("gives_up").words.rstrip(".")
    return _("on renonce %(what)s") % {"what": words[:1].lower() + words[1:]}


def card(reading: Reading) -> Card:
    """Where one goes, and what one gives up for it."""
    page = CoursePage(reading)
    url = reverse("course", args=[reading.organisation.pk])
    entry = page.entry if page.course.horizon else None
    if entry is None:
        waits = _("En attente d’un seul premier objectif et de son horizon, à la question 25.")
        return Card(title=_("Le cap"), url=url, sentence="", waiting=waits)
    words = {"objective": entry.objective.short, "horizon": entry.horizon.short.lower()}
    sentence = _("%(objective)s, %(horizon)s.") % words
    return Card(
        title=_("Le cap"),
        url=url,
        sentence=f"{sentence} {capfirst(renounced(entry))}.",
        figure="",
    )
