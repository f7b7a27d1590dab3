"""Forms of the plan: one action with what stands in it, and an action to add."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conclusions.domain.plan.graph import loop
from conclusions.domain.plan.overlay import PLACE, TABLE, State
from conclusions.domain.plan.plan import Action
from conclusions.planning import Planning
from strategy.domain.flat import Flat
from strategy.domain.questionnaire import Field
from strategy.fields import decimal_text
from strategy.forms import UnitForm
from strategy.offered import Offered

# In the order of the page; `title` for what follows from the dossier, `action` for their own.
DERIVED = ("title", "owner", "start", "due", "effort", "state", "done_on", "reason")
WAITING = ("after", "independent", "note")
OWN = ("action", *DERIVED[1:], "after", "note")
ADDED = ("action", "owner", "due", "effort", "note")
ISO = ("start", "due", "done_on")
# Labels that are shorter here than in the register.
SHORT = ("title", "start", "due", "state", "note")

TITLE = gettext_lazy("Donnez un titre à cette action.")


def columns(planning: Planning, names: tuple[str, ...]) -> list[Field]:
    """These columns of the register, in that order."""
    _register, table = planning.narrator.asked.linked(PLACE)
    by_id = {column.id: column for column in table.columns}
    return [by_id[each] for each in names]


def standing(planning: Planning, action: Action) -> dict[str, Any]:
    """What stands in an action, whoever says it, as it is kept."""
    days = {"start": action.span.start_day, "due": action.span.due_day, "done_on": action.done_on}
    typed = {name: action.row.get(name) for name in ("action", "reason", "independent", "note")}
    added = [each for each in action.row.several("after") if each in planning.plan.by_id]
    return {
        **typed,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "title": planning.told.title(action),
        "owner": action.owner or None,
        "effort": decimal_text(action.effort),
        "state": action.state.value,
        "after": added or None,
    }


class ActionForm(UnitForm):
    """One action, filled with what stands; only what a person changes in it is kept."""

    def __init__(
        self,
        planning: Planning,
        action: Action,
        offered: Offered,
        posted: Mapping[str, Any] | None = None,
    ) -> None:
        self.planning, self.action = planning, action
        path = f"rows/{TABLE}/{action.id}"
        self.names = (*DERIVED, *WAITING) if action.derived else OWN
        self.stands = standing(planning, action)
        paths = {f"{path}/{name}": self.stands[name] for name in self.names}
        asked = columns(planning, self.names)
        super().__init__(path, asked, paths=paths, offered=offered, posted=posted)
        for name in set(SHORT) & set(self.fields):
            self.fields[name].label = planning.told.words["columns"][name]
        if "action" in self.fields:
            title: Any = self.fields["action"]
            title.label, title.help_text = planning.told.words["columns"]["title"], ""
            title.required, title.error_messages["required"] = True, TITLE
        self.fields["after"].choices = [
            (key, title) for key, title in planning.titles.items() if key != action.id
        ]
        self.remark({})

    @property
    def seen(self) -> str:
        """What the page shows, to be posted back: what is left as it was is not theirs."""
        return json.dumps({name: self.stands[name] for name in self.names})

    def clean(self) -> dict[str, Any]:
        """Refuse what would make no sense, each thing at its field."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, due = cleaned.get("start"), cleaned.get("due")
        if start and due and due < start and self._is_theirs("start") and self._is_theirs("due"):
            self.add_error("due", _("L’échéance précède le début."))
        if cleaned.get("state") == State.DROPPED and not cleaned.get("reason"):
            self.add_error("reason", _("Dites pourquoi cette action est abandonnée."))
        if turning := self._loop(cleaned.get("after") or []):
            told = self.planning.told.loop(turning, self.planning.titles.__getitem__)
            self.add_error("after", _("Cela tourne en rond : %(loop)s.") % {"loop": told})
        return cleaned

    def _is_theirs(self, name: str) -> bool:
        """True for a day that a person or an answer gives: any other follows the one beside it."""
        derived = self.action.derived
        said = bool(name == "due" and derived and derived.instance.due)
        day = self.cleaned_data[name].isoformat()
        return said or self.action.row.get(name) is not None or day != self.stands[name]

    def _loop(self, added: list[str]) -> list[str]:
        """The loop that one of these dependencies would close; nothing when none does."""
        waits = {key: each.after for key, each in self.planning.plan.by_id.items()}
        found = (loop(waits, self.action.id, each) for each in added)
        return next(filter(None, found), [])

    def changes(self, posted_seen: str) -> Flat:
        """The cells to write: what differs from what the page showed, None to follow the plan."""
        seen = _read(posted_seen)
        proposed = self.proposed
        found: Flat = {}
        for path, value in self.mine.items():
            name = path.rpartition("/")[2]
            if name not in seen or value != (seen[name] or None):
                found[path] = None if name in proposed and value == proposed[name] else value
        return found

    @property
    def proposed(self) -> dict[str, Any]:
        """What the plan proposes by itself; nothing for an action of their own."""
        if self.action.derived is None:
            return {}
        plain = self.planning.without(self.action.id).by_id[self.action.id]
        return standing(self.planning, plain)


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class AddForm(UnitForm):
    """An action of their own: what, who, when, how long."""

    def __init__(
        self,
        planning: Planning,
        row: str,
        offered: Offered,
        posted: Mapping[str, Any] | None = None,
    ) -> None:
        asked = columns(planning, ADDED)
        super().__init__(f"rows/{TABLE}/{row}", asked, paths={}, offered=offered, posted=posted)
        self.row = row
        title: Any = self.fields["action"]
        title.label, title.help_text = planning.told.words["columns"]["title"], ""
        title.required, title.error_messages["required"] = True, TITLE
        self.fields["due"].help_text = _("Vide : pour l’ouverture.")
        self.remark({})
