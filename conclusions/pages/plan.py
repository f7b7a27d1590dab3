"""The action plan, as its pages show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.findings import Finding
from conclusions.domain.plan import weeks
from conclusions.domain.plan.deriving import Derived
from conclusions.domain.plan.frames import NARROW, WIDE
from conclusions.domain.plan.plan import Action, hours_of
from conclusions.domain.plan.timeline import Timeline
from conclusions.domain.plan.timetable import outside_of, text_of, title_of
from conclusions.domain.plan.weeks import Weeks
from conclusions.pages.plan_phases import ALL, Phase, counted, first_of, shows
from conclusions.pages.plan_since import Since
from conclusions.planning import Planning
from conclusions.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """Where an action comes from: its title, its address, what was read there."""

    title: str
    url: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One action in words."""

    action: Action
    title: str
    owner: str
    when: str
    days: str
    hours: str
    state: str
    why: str
    sources: tuple[Source, ...]
    waits: tuple[tuple[str, str], ...]
    breaks: str
    changed: str
    done: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing, the same for a phone, its title, and the same in words."""

    drawing: Timeline
    narrow: Timeline
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has to do before all is done."""

    person: str
    count: int
    hours: str
    nobody: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """An edit whose action is gone, with its own words."""

    id: str
    title: str
    said: tuple[tuple[str, str], ...]


class PlanPage:
    """The plan of one organisation."""

    def __init__(self, planning: Planning, *, wanted: str = "") -> None:
        self.planning = planning
        self.wanted = wanted

    @property
    def plan(self) -> Any:
        """The plan itself."""
        return self.planning.plan

    @property
    def begun(self) -> bool:
        """True when something was answered or decided, and there is a plan to make of it."""
        return self.planning.begun

    @property
    def start(self) -> dict[str, str]:
        """What one answers first."""
        url = reverse("question", args=[self.planning.organisation.pk, "opening"])
        return {"url": url, "label": _("Répondre à la question 13")}

    @property
    def hours(self) -> str:
        """The hours that are left, in words."""
        return self.planning.told.hours(self.plan.hours)

    @property
    def opens(self) -> str:
        """The day of the opening, in words; nothing without one."""
        return self.planning.told.day(self.plan.opens)

    @property
    def until(self) -> str:
        """How far today is from the opening, as the plan counts; nothing without one."""
        opens: date | None = self.plan.opens
        return self.planning.told.days((self.plan.as_of - opens).days) if opens else ""

    @property
    def weeks(self) -> Weeks | None:
        """The plan week by week around the opening; None without one."""
        return weeks.draw(self.plan, self.planning.told.days)

    @property
    def weeks_title(self) -> str:
        """What that strip shows."""
        return _("Les actions, semaine par semaine autour de l’ouverture")

    @property
    def weeks_text(self) -> str:
        """The same in words."""
        done = ngettext("%(count)d faite", "%(count)d faites", len(self.plan.done))
        still = ngettext("%(count)d à mener", "%(count)d à mener", len(self.plan.open))
        late = ngettext("%(count)d en retard", "%(count)d en retard", len(self.plan.late))
        counted = ((done, self.plan.done), (still, self.plan.open), (late, self.plan.late))
        return ", ".join(words % {"count": len(actions)} for words, actions in counted)

    @property
    def phases(self) -> Iterator[Phase]:
        """Each phase with its actions, in the order of time."""
        words = self.planning.told.words["phases"]
        for phase, actions in self.plan.phases.items():
            items, unfolded = list(map(self.item, actions)), shows(self.plan, actions, self.wanted)
            yield Phase(phase, words[phase], counted(actions), items, unfolded)

    @property
    def shows_all(self) -> bool:
        """True when every phase was asked for."""
        return self.wanted == ALL

    @property
    def first(self) -> list[Item]:
        """What is late, then what is due next."""
        return list(map(self.item, first_of(self.plan)))

    @property
    def dropped(self) -> list[Item]:
        """What was dropped."""
        return [self.item(each) for each in self.plan.dropped]

    @cached_property
    def drawings(self) -> list[Drawn]:
        """The timeline, in as many drawings as it takes."""
        wide, told = self.planning.timelines(WIDE), self.planning.told
        both = zip(wide, self.planning.timelines(NARROW), strict=True)
        return [
            Drawn(*each, title_of(told, number, len(wide)), text_of(told, each[0]))
            for number, each in enumerate(both, 1)
        ]

    @property
    def outside(self) -> str:
        """What stands off the timeline, in words."""
        drawn = tuple(each.drawing for each in self.drawings)
        return outside_of(self.plan, self.planning.told, drawn)

    @property
    def legend(self) -> str:
        """How the timeline is read."""
        return str(self.planning.told.words["timeline"]["legend"])

    @property
    def loads(self) -> list[Load]:
        """What each person has to do, the most hours first."""
        told = self.planning.told
        return [
            Load(told.person(key), len(actions), told.hours(hours_of(actions)), not key)
            for key, actions in self.plan.loads.items()
        ]

    @property
    def loops(self) -> list[str]:
        """The dependencies left aside, each as a sentence."""
        told, titles = self.planning.told, self.planning.titles
        return [told.loop(each, titles.__getitem__) for each in self.plan.loops]

    @property
    def lost(self) -> list[Lost]:
        """The edits whose action is gone."""
        told = self.planning.told
        return [Lost(row.row, told.named(row), tuple(told.said(row))) for row in self.plan.lost]

    def item(self, action: Action) -> Item:
        """One action in words."""
        told, derived = self.planning.told, action.derived
        return Item(
            action=action,
            title=self.planning.titles[action.id],
            owner=told.person(action.owner),
            when=told.when(action),
            days=told.days(action.offset),
            hours=told.hours(action.effort),
            state=told.state(action),
            why=told.why(derived) if derived else "",
            sources=tuple(self._sources(derived)) if derived else (),
            waits=tuple((each, self.planning.titles[each]) for each in action.after),
            breaks=self._names(action.span.breaks),
            changed=told.columns(action.settled.changed),
            done=told.day(action.done_on),
        )

    def _names(self, ids: Iterable[str]) -> str:
        quoted = str(self.planning.told.words["quoted"])
        return ", ".join(quoted.format(name=self.planning.titles[each]) for each in ids)

    def _sources(self, derived: Derived) -> Iterator[Source]:
        finding = derived.instance.values.get("finding")
        if isinstance(finding, Finding):
            url = reverse("review", args=[self.planning.organisation.pk])
            sentence = self.planning.narrator.sentence(finding)
            yield Source(_("Revue de cohérence"), f"{url}#{finding.code}", (sentence,))
            return
        for each in self.planning.told.sources(derived):
            url = self.planning.url(each.place)
            yield Source(each.title, url, each.told)

    @cached_property
    def since(self) -> Since:
        """What changed since somebody took note."""
        return Since(self.planning)


def card(reading: Reading) -> Card:
    """What the plan comes to."""
    planning = Planning.over(reading)
    url = reverse("plan", args=[reading.organisation.pk])
    plan = planning.plan
    waiting = "" if plan.opens else _("Les dates attendent celle de l’ouverture, question 13.")
    if not planning.begun:
        nothing = _("Rien à planifier tant que rien n’est répondu.")
        return Card(title=_("Plan d’action"), url=url, sentence=nothing, waiting=waiting)
    sentence = ngettext("%(count)d action à mener.", "%(count)d actions à mener.", len(plan.open))
    told = [sentence % {"count": len(plan.open)}]
    if plan.late:
        late = ngettext("%(count)d est en retard.", "%(count)d sont en retard.", len(plan.late))
        told.append(late % {"count": len(plan.late)})
    return Card(
        title=_("Plan d’action"),
        url=url,
        figure=planning.told.hours(plan.hours),
        sentence=" ".join(told),
        waiting=waiting,
    )
