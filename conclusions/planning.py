"""The plan of one organisation today: what follows, what people changed, what they took note of."""

from functools import cached_property
from typing import Any

from conclusions.domain.dossier import Dossier
from conclusions.domain.plan.changes import Changes, changes, noted
from conclusions.domain.plan.frames import Frame
from conclusions.domain.plan.overlay import REGISTER, TABLE
from conclusions.domain.plan.plan import Plan, build
from conclusions.domain.plan.telling import PlanTeller
from conclusions.domain.plan.timeline import Timeline, draw
from conclusions.domain.plan.timetable import wording_of
from conclusions.domain.telling import Narrator
from conclusions.models import Acknowledgement
from conclusions.reviewing import Review
from organisations.models import User


class Planning(Review):
    """The plan, computed once, from what a review reads and one query more."""

    @cached_property
    def plan(self) -> Plan:
        """The plan as it stands; what nobody has accepted is to be mended."""
        return build(self.dossier, self.as_of, self.open)

    @cached_property
    def told(self) -> PlanTeller:
        """Its words, in the language of the page."""
        return PlanTeller(self.narrator)

    @cached_property
    def written_in(self) -> PlanTeller:
        """Its words in the language of the dossier, for what is written into it."""
        return PlanTeller(Narrator(self.written, self.organisation.language))

    @cached_property
    def titles(self) -> dict[str, str]:
        """What every action is called, by its id."""
        return {key: self.told.title(each) for key, each in self.plan.by_id.items()}

    def timelines(self, frame: Frame) -> tuple[Timeline, ...]:
        """The drawings of the plan, each laid out so."""
        return draw(self.plan, wording_of(self.plan, self.told), frame)

    def without(self, action: str) -> Plan:
        """The plan as it would be if nobody had changed this action."""
        answers = dict(self.written["answers"])
        kept = answers.get(REGISTER, {})
        value = kept.get("value", {})
        rows = value.get("tables", {}).get(TABLE, [])
        others = [each for each in rows if each.get("id") != action]
        answers[REGISTER] = kept | {"value": value | {"tables": {TABLE: others}}}
        return build(Dossier(self.written | {"answers": answers}), self.as_of, self.open)

    @cached_property
    def acknowledged(self) -> Acknowledgement | None:
        """When somebody last took note of the plan; None when nobody has."""
        kept = Acknowledgement.objects.filter(strategy=self.organisation.pk)
        found: Acknowledgement | None = kept.select_related("author").first()
        return found

    @cached_property
    def changes(self) -> Changes | None:
        """What differs since; None while nobody has taken note of anything."""
        last = self.acknowledged
        return changes(self.plan, last.actions, last.opens_on) if last else None

    def acknowledge(self, author: User) -> None:
        """Take note of the plan as it follows today."""
        told = self.written_in
        kept: dict[str, Any] = {
            each.id: noted(each, told.derived(each)) for each in self.plan.derived
        }
        Acknowledgement(
            strategy_id=self.organisation.pk,
            author=author,
            actions=kept,
            opens_on=self.plan.opens,
        ).save()
