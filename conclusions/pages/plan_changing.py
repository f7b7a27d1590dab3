"""The plan as it is shown to who may change it: all of it, or one action."""

import uuid
from functools import cached_property

from conclusions.domain.plan.plan import Action
from conclusions.pages.plan import PlanPage
from conclusions.plan_editing import record_for
from conclusions.plan_forms import AddForm
from conclusions.planning import Planning
from organisations.http import MemberRequest
from organisations.identifiers import new_id


class EditablePlan(PlanPage):
    """The same for one member, who may add to it and change it."""

    def __init__(self, request: MemberRequest, planning: Planning, form: AddForm) -> None:
        super().__init__(planning, wanted=request.GET.get("show", ""))
        self.request = request
        self.form = form
        self.tab = new_id()
        self.save_id = uuid.uuid4()

    @cached_property
    def version(self) -> int:
        """Where the register of the plan stands."""
        return record_for(self.planning).version


class ActionPage:
    """One action to be changed, beside what the plan proposes."""

    def __init__(self, planning: Planning, action: Action) -> None:
        self.planning = planning
        self.item = PlanPage(planning).item(action)

    @cached_property
    def proposed(self) -> list[tuple[str, str]]:
        """What the plan proposes by itself, where somebody changed it."""
        action = self.item.action
        if not action.settled.changed:
            return []
        plain = self.planning.without(action.id).by_id[action.id]
        told, words = self.planning.told, self.planning.told.words["columns"]
        return [
            (words["title"], told.title(plain)),
            (words["owner"], told.person(plain.owner)),
            (words["when"], told.when(plain)),
            (words["effort"], told.hours(plain.effort)),
        ]

    @property
    def is_typed(self) -> bool:
        """True when somebody typed something of it: its row holds more than its id."""
        return len(self.item.action.row.held) > 1
