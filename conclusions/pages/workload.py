"""What moderation takes and costs, as its page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.domain import bars
from conclusions.domain.assumptions import REGISTER, Assumption, Span, fields_of, model
from conclusions.domain.dossier import DECISION, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.weighing import budget_beside, hours_beside, roughly
from conclusions.domain.workload import Workload, imagined, waits_for, workload
from conclusions.forms import ImaginedForm
from conclusions.linking import url_of
from conclusions.reading import Reading
from strategy.domain.telling import Teller


@dataclass(frozen=True, slots=True)
class Figures:
    """An estimate in words: hours, people, cost, and its tasks drawn."""

    week: str
    month: str
    people: str
    cost: str
    duty: str
    drawing: bars.Bars
    text: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption in words; `usual` is ours, said where the organisation gave its own."""

    label: str
    value: str
    unit: str
    usual: str
    own: bool


def figures(found: Workload, teller: Teller, language: str) -> Figures:
    """An estimate in words and drawn, in one language."""
    tasks = model(language).tasks
    lines = [
        (tasks[each.id], _hours(each.hours, teller), each.hours.low, each.hours.high)
        for each in found.tasks
    ]
    low, high = found.people
    return Figures(
        week=_hours(found.hours, teller),
        month=_hours(found.month, teller),
        people=str(low) if low == high else f"{low} – {high}",
        cost=_money(found.cost_year, teller),
        duty=_money(found.duty_year, teller) if found.on_call else "",
        drawing=bars.draw(lines),
        text="; ".join(f"{label}: {told}" for label, told, _low, _high in lines) + ".",
    )


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"


def _hours(span: Span, teller: Teller) -> str:
    ends = (teller.number(round(end, 1)) for end in span)
    return f"{_range(*ends)}\N{NO-BREAK SPACE}h"


def _money(span: Span, teller: Teller) -> str:
    return _range(*(teller.money(int(end)) for end in roughly(span)))


class WorkloadPage:
    """The estimate of one organisation, what it rests on, and one imagined."""

    def __init__(self, reading: Reading, given: Any = None) -> None:
        self.reading = reading
        self.given = given

    @cached_property
    def found(self) -> Workload | None:
        """The estimate; None while the space or its messages are unknown."""
        return workload(self.reading.dossier)

    @property
    def waiting(self) -> str:
        """What it waits for: space, messages, elsewhere."""
        return waits_for(self.reading.dossier)

    @property
    def messages_url(self) -> str:
        """The field that says how many messages come."""
        place = Place(DECISION, "space", "header/weekly_messages")
        return url_of(place, self.reading.organisation, self.reading.written)

    @cached_property
    def figures(self) -> Figures | None:
        """The estimate in words."""
        return self._told(self.found)

    def _told(self, found: Workload | None) -> Figures | None:
        return figures(found, self.reading.teller, self.reading.language) if found else None

    @property
    def supposed(self) -> list[str]:
        """The decisions not taken yet, counted as the charter proposes them."""
        charter = self.reading.narrator.charter
        return [charter.by_id[each].title for each in (self.found.supposed if self.found else ())]

    @property
    def comparison(self) -> list[str]:
        """The hours of question 22 and the budget of question 23 beside the estimate."""
        return list(_compared(self.found, self.reading)) if self.found else []

    @property
    def groups(self) -> list[tuple[str, list[Assumed]]]:
        """The assumptions, by group."""
        kept = self.found.assumptions.all if self.found else ()
        return [
            (title, [self._assumed(each) for each in kept if each.group == group])
            for group, title in model(self.reading.language).groups.items()
        ]

    def _assumed(self, each: Assumption) -> Assumed:
        first = fields_of(each.id, self.reading.narrator.asked.by_id[REGISTER])[0]
        label = first.label.partition(":")[0].strip() if each.money else first.label
        tell = _money if each.money else _plain
        teller = self.reading.teller
        usual = tell(each.usual, teller) if each.own else ""
        return Assumed(label, tell(each.value, teller), first.unit, usual, each.own)

    @cached_property
    def form(self) -> ImaginedForm:
        """What one imagines: messages and a way of moderating."""
        space = self.reading.dossier.choice("space")
        mode = self.reading.dossier.choice("moderation_mode")
        now = {
            "messages": space.number("weekly_messages"),
            "mode": mode.options[0] if mode.is_taken else "",
        }
        options = self.reading.narrator.charter.by_id["moderation_mode"].options
        return ImaginedForm(self.given or None, options=options, initial=now)

    @cached_property
    def imagined(self) -> Figures | None:
        """The estimate of what is imagined; None while nothing sound is."""
        if not self.given or not self.form.is_valid():
            return None
        other: Dossier = imagined(self.reading.dossier, **self.form.cleaned_data)
        return self._told(workload(other))


def _plain(span: Span, teller: Teller) -> str:
    return _range(*(teller.number(end) for end in span))


def _compared(found: Workload, reading: Reading) -> Iterator[str]:
    teller = reading.teller
    if hours := hours_beside(reading.dossier, found):
        words = {"given": teller.number(hours.given), "needed": _hours(hours.needed, teller)}
        yield _of_hours(hours.verdict) % words
    if budget := budget_beside(reading.dossier, found):
        words = {"given": teller.money(int(budget.given)), "needed": _money(budget.needed, teller)}
        yield _of_budget(nothing=not budget.needed.high) % words


def _of_hours(verdict: str) -> str:
    return {
        "short": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : c’est moins que"
            " l’estimation la plus basse (%(needed)s)."
        ),
        "tight": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : c’est dans la"
            " fourchette (%(needed)s), sans marge pour une mauvaise semaine."
        ),
        "enough": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : assez pour"
            " l’estimation la plus haute (%(needed)s)."
        ),
    }[verdict]


def _of_budget(*, nothing: bool) -> str:
    if nothing:
        return _(
            "Rien à payer à d’autres : ce coût est du temps de travail, que le budget de la"
            " question 23 (%(given)s) ne compte pas."
        )
    return _("À payer à d’autres : %(needed)s par an, sur un budget de %(given)s.")


def card(reading: Reading) -> Card:
    """The hours a week and the cost, or what they wait for."""
    page = WorkloadPage(reading)
    url = reverse("workload", args=[reading.organisation.pk])
    title = _("Charge et budget de modération")
    if page.figures is None:
        waiting = _("Il manque l’espace choisi ou les messages attendus par semaine.")
        return Card(title, url, _("Heures, personnes et coût de la modération."), waiting=waiting)
    words = {"people": page.figures.people, "cost": page.figures.cost}
    sentence = _("par semaine ; %(people)s personnes, %(cost)s par an, temps compris.") % words
    return Card(title, url, sentence, figure=page.figures.week)
