"""What moderation takes and costs, as its page shows it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.domain.dossier import DECISION, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.workload.assumptions import REGISTER, model
from conclusions.domain.workload.estimate import Workload, imagined, waits_for, workload
from conclusions.domain.workload.telling import Assumed, Figures, assumed, figures, hours, money
from conclusions.domain.workload.weighing import budget_beside, hours_beside
from conclusions.forms import ImaginedForm
from conclusions.reading import Reading


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
    def start(self) -> dict[str, str]:
        """The field that says how many messages come."""
        place = Place(DECISION, "space", "header/weekly_messages")
        return {"url": self.reading.url(place), "label": _("Le dire à la décision 1")}

    @cached_property
    def figures(self) -> Figures | None:
        """The estimate in words."""
        return self._told(self.found)

    def _told(self, found: Workload | None) -> Figures | None:
        return figures(found, self.reading.teller) if found else None

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
        register, teller = self.reading.narrator.asked.by_id[REGISTER], self.reading.teller
        return [
            (title, [assumed(each, register, teller) for each in kept if each.group == group])
            for group, title in model(self.reading.language).groups.items()
        ]

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


def _compared(found: Workload, reading: Reading) -> Iterator[str]:
    teller = reading.teller
    if given := hours_beside(reading.dossier, found):
        words = {"given": teller.number(given.given), "needed": hours(given.needed, teller)}
        yield _of_hours(given.verdict) % words
    if budget := budget_beside(reading.dossier, found):
        words = {"given": teller.money(int(budget.given)), "needed": money(budget.needed, teller)}
        yield _of_budget(nothing=not budget.needed.high) % words


def _of_hours(verdict: str) -> str:
    return {
        "short": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : c’est moins que"
            " l’estimation la plus basse (%(needed)s)."
        ),
        "tight": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : c’est dans la"
            " fourchette (%(needed)s), sans marge pour une mauvaise semaine."
        ),
        "enough": _(
            "La question 22 donne %(given)s h par semaine à répondre et modérer : assez pour"
            " l’estimation la plus haute (%(needed)s)."
        ),
    }[verdict]


def _of_budget(*, nothing: bool) -> str:
    if nothing:
        return _(
            "Rien à payer à d’autres : ce coût est du temps de travail, que le budget de la"
            " question 23 (%(given)s) ne compte pas."
        )
    return _("À payer à d’autres : %(needed)s par an, sur un budget de %(given)s.")


def card(reading: Reading) -> Card:
    """The hours a week and the cost, or what they wait for."""
    page = WorkloadPage(reading)
    url = reverse("workload", args=[reading.organisation.pk])
    title = _("Charge et budget de modération")
    if page.figures is None:
        waiting = _("Il manque l’espace choisi ou les messages attendus par semaine.")
        return Card(title, url, _("Heures, personnes et coût de la modération."), waiting=waiting)
    words = {"people": page.figures.people, "cost": page.figures.cost}
    sentence = _("par semaine ; %(people)s personnes, %(cost)s par an, temps compris.") % words
    return Card(title, url, sentence, figure=page.figures.week)
