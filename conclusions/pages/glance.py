"""What follows at a glance: the pictures and sentences that the overview shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from conclusions.cards import Card
from conclusions.pages import (
    circles,
    course,
    crisis,
    indicators,
    plan,
    practices,
    roles,
    ten_minutes,
    toolbox,
    trust,
    workload,
)
from conclusions.planning import Planning
from conclusions.reading import Reading

# Told in words: where one goes, what it costs, who does what, what was promised, what may go
# wrong, what is done well and with which tools, what is due to be read again.
TOLD = (
    course.card,
    workload.card,
    roles.card,
    trust.card,
    crisis.card,
    practices.card,
    toolbox.card,
    ten_minutes.card,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A card with its drawing, what the drawing is of, the same in words, and what comes next."""

    card: Card
    template: str
    drawing: object
    title: str
    text: str
    note: str = ""


class GlancePage:
    """What the overview shows of what follows; no name of a person is needed for it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @property
    def cards(self) -> list[Card]:
        """What is told in words."""
        return [card(self.reading) for card in TOLD]

    @property
    def pictures(self) -> Iterator[Picture]:
        """What is drawn: publics in their circles, the plan in time, the main indicator."""
        yield self._circles()
        yield self._plan()
        yield self._indicator()

    def _circles(self) -> Picture:
        page = circles.CirclesPage(self.reading)
        return Picture(
            card=circles.card(self.reading),
            template="drawings/circles.html",
            drawing=page.drawing if page.placed.count else None,
            title=_("Les six cercles, du plus proche au plus lointain"),
            text=page.drawing_text,
        )

    @cached_property
    def planning(self) -> Planning:
        """The plan of what was read."""
        return Planning.over(self.reading)

    def _plan(self) -> Picture:
        page = plan.PlanPage(self.planning)
        return Picture(
            card=plan.card(self.planning),
            template="drawings/weeks.html",
            drawing=page.weeks if page.plan.actions else None,
            title=page.weeks_title,
            text=page.weeks_text,
            note=self._next_told() if page.begun else "",
        )

    def _next_told(self) -> str:
        """The action that is the most late, then the one due next; nothing when all are done."""
        told, found = self.planning.told, self.planning.plan
        due = (
            (_("La plus en retard : %(title)s, %(when)s."), found.late[:1]),
            (_("Prochaine échéance : %(title)s, %(when)s."), found.coming[:1]),
        )
        return " ".join(
            sentence % {"title": told.title(each), "when": told.when(each)}
            for sentence, actions in due
            for each in actions
        )

    def _indicator(self) -> Picture:
        page = indicators.IndicatorsPage(self.reading)
        main = page.tree.main
        return Picture(
            card=indicators.card(self.reading),
            template="drawings/trend.html",
            drawing=page.telling.drawing(main) if main else None,
            title=page.name(main) if main else "",
            text=page.telling.sentence(main) if main else "",
        )
