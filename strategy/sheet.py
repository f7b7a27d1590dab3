"""The sheet of an answer as a form: how far and how sure it is, whose it is, and a note."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from strategy import fields, repeating
from strategy.domain import limits
from strategy.domain.flat import Flat
from strategy.domain.questionnaire import Question
from strategy.forms import NOTHING_CHOSEN, styled, with_held
from strategy.models import Confidence, State
from strategy.offered import Offered


def long_text(
    label: Any, *, rows: int, most: int = limits.CELL, help_text: Any = ""
) -> fields.Long:
    """A field of several lines that may stay empty."""
    drawn = forms.Textarea(attrs={"rows": rows})
    return fields.Long(
        label=label, max_length=most, widget=drawn, required=False, help_text=help_text
    )


class RecordForm(forms.Form):
    """What every record carries beside its value; a subclass adds its states."""

    FOR_REVIEWERS = ("state", "note")
    path = "sheet"

    state = fields.One(label=gettext_lazy("État"), widget=forms.RadioSelect, required=False)
    confidence = fields.One(
        label=gettext_lazy("Degré de certitude"), widget=forms.RadioSelect, required=False
    )
    owner = fields.One(
        label=gettext_lazy("Qui en répond"),
        widget=forms.Select(attrs={"data-people": ""}),
        required=False,
    )
    note = long_text(
        pgettext_lazy("sheet", "Note"),
        rows=2,
        most=limits.LONG,
        help_text=gettext_lazy("Lue par tous les membres et imprimée dans la stratégie."),
    )

    def __init__(
        self,
        *,
        paths: Flat,
        offered: Offered,
        may_edit: bool,
        posted: Mapping[str, Any] | None = None,
    ) -> None:
        self.stored = paths
        self.held_state = paths.get("state")
        held = {name: paths.get(name, "") for name in self.base_fields}
        super().__init__(posted, prefix="sheet", initial=held, use_required_attribute=False)
        asked: dict[str, Any] = self.fields
        asked["state"].choices = self.states(may_edit=may_edit)
        asked["confidence"].choices = [NOTHING_CHOSEN, *Confidence.choices]
        asked["owner"].choices = with_held(
            lambda: [NOTHING_CHOSEN, *offered.people], held["owner"], _no_longer_listed
        )
        for name, field in list(asked.items()):
            field.held = held[name]
            field.widget.attrs |= {"form": "sheet"} | styled(field.widget)
            if not may_edit and name not in self.FOR_REVIEWERS:
                del self.fields[name]

    def states(self, *, may_edit: bool) -> list[tuple[str, Any]]:
        """The states that can be chosen."""
        raise NotImplementedError

    @property
    def says_something(self) -> bool:
        """True when the record has a value."""
        return any(path.startswith(("header/", "rows/")) for path in self.stored)

    def over(self, written: Flat) -> None:
        """Weigh the state against what the same page writes beside it."""
        after = self.stored | written
        self.stored = {path: value for path, value in after.items() if value is not None}

    @property
    def mine(self) -> Flat:
        """What was typed, as paths; a state that was not chosen is left as it is."""
        kept = {name: value or None for name, value in self.cleaned_data.items()}
        if kept.get("state") == State.EMPTY:
            return kept | {"state": None}
        return {name: value for name, value in kept.items() if value or name != "state"}

    def owns(self, path: str) -> bool:
        """True when the path is one of this unit's."""
        return path in self.fields

    def shown(self, path: str, value: Any) -> list[str]:
        """The string that the input of a path holds for a value."""
        return [str(value or "")]


def _no_longer_listed(person: str) -> str:
    return _("Personne retirée de la liste")


class SheetForm(RecordForm):
    """The sheet of an answer."""

    reason = long_text(gettext_lazy("Si elle est sans objet : pourquoi"), rows=2)
    field_order = ("state", "reason", "confidence", "owner", "note")

    def __init__(self, question: Question, **kwargs: Any) -> None:
        self.question = question
        super().__init__(**kwargs)

    def states(self, *, may_edit: bool) -> list[tuple[str, Any]]:
        """A draft or done; only who answers may say that a question does not apply."""
        kept = [State.DRAFT, State.DONE]
        if may_edit or self.stored.get("state") == State.NOT_APPLICABLE:
            kept.append(State.NOT_APPLICABLE)
        return [(state.value, state.label) for state in kept]

    def clean(self) -> dict[str, Any]:
        """Done needs an answer that holds, "not applicable" needs a reason."""
        cleaned: dict[str, Any] = super().clean() or {}
        state = cleaned.get("state")
        if state == State.DONE:
            self._weigh_done()
        if state == State.NOT_APPLICABLE and not cleaned.get("reason", self.stored.get("reason")):
            self.add_error("reason", _("Dites pourquoi cette question est sans objet."))
        if state == State.DRAFT and not self.says_something:
            cleaned["state"] = State.EMPTY
        return cleaned

    def _weigh_done(self) -> None:
        if not self.says_something:
            self.add_error("state", _("Rien n’est encore répondu : il n’y a rien à terminer."))
        elif self.held_state != State.DONE:
            for sentence in repeating.why_unfinished(self.question, self.stored):
                self.add_error("state", sentence)
