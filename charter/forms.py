"""A decision as units of saving: what is chosen with its details, and its clause by hand."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from charter import sentences
from charter.domain import choosing
from charter.domain.clauses import basis
from charter.domain.decisions import Decision
from charter.models import State
from strategy import fields
from strategy.domain import limits
from strategy.domain.flat import Flat
from strategy.forms import UnitForm
from strategy.offered import Offered
from strategy.sheet import RecordForm

# Marks an added option, so that one name holds the main option and those added to it.
ADDED = "+"


def header_in(paths: Flat) -> dict[str, Any]:
    """The header that these paths hold."""
    return {
        path.removeprefix("header/"): value
        for path, value in paths.items()
        if path.startswith("header/") and value is not None
    }


class Chosen(fields.Several):
    """The options of a decision: main ones, and those added, each marked."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        added = [option for option in decision.options if option.added_to]
        choices = [(option.id, option.title) for option in decision.options]
        super().__init__(
            choices=[*choices, *((f"{ADDED}{option.id}", option.title) for option in added)],
            label=gettext_lazy("Notre choix"),
            required=False,
        )

    def clean(self, value: Any) -> list[str]:
        """The options, the main one first; a person chooses one, or several where one may."""
        posted = super().clean(value)
        mains = [each for each in posted if not each.startswith(ADDED)]
        if len(mains) > 1 and not self.decision.multiple:
            raise forms.ValidationError(_("Une seule option principale peut être retenue."))
        added = [each.removeprefix(ADDED) for each in posted if each.startswith(ADDED)]
        return [*mains, *added] if mains else []

    def shown(self, value: Any) -> list[str]:
        """The inputs that are checked: those of added options carry their mark."""
        main, *others = value or [""]
        mark = "" if self.decision.multiple else ADDED
        return [main, *(f"{mark}{each}" for each in others)] if main else []


class DecisionForm(UnitForm):
    """What is chosen, what is added to it, its base, and its details."""

    def __init__(
        self,
        decision: Decision,
        *,
        paths: Flat,
        offered: Offered,
        defaults: Mapping[str, Any],
        posted: Mapping[str, Any] | None = None,
    ) -> None:
        self.decision = decision
        self.defaults = defaults
        asked = [detail.field for detail in decision.details]
        super().__init__("header", asked, paths=paths, offered=offered, posted=posted)
        for name, default in defaults.items():
            if self.fields[name].held is None:
                self.fields[name].initial = self.fields[name].shown(default)
        self.fields["options"] = Chosen(decision)
        self.fields["options"].initial = self.fields["options"].shown(paths.get("header/options"))
        self.fields["base"] = _base(decision, paths)

    def clean(self) -> dict[str, Any]:
        """Options that cannot stand together are refused, with the reason."""
        cleaned: dict[str, Any] = super().clean() or {}
        header = choosing.settle(self.decision, cleaned.get("options", []), cleaned.get("base", ""))
        for problem in choosing.inadmissible(self.decision, header):
            self.add_error("options", sentences.of_problem(self.decision, problem))
        return cleaned

    @property
    def mine(self) -> Flat:
        """What was typed, as paths; a default that nobody changed is not kept."""
        kept = super().mine
        for name, default in self.defaults.items():
            path = f"header/{name}"
            if kept.get(path) == default and path not in self.stored:
                del kept[path]
        if "options" not in self.cleaned_data:
            return {path: kept[path] for path in kept if path not in CHOICE}
        base = kept.get("header/base") or ""
        settled = choosing.settle(self.decision, kept["header/options"] or [], base)
        return kept | {path: settled.get(path.removeprefix("header/")) for path in CHOICE}

    def owns(self, path: str) -> bool:
        """True when the path is one of this unit's."""
        return path.removeprefix("header/") in self.fields


CHOICE = ("header/options", "header/base")


def _base(decision: Decision, paths: Flat) -> fields.One:
    asked = {each for option in decision.options for each in option.asks}
    found = [option for option in decision.options if option.id in asked]
    made = fields.One(
        choices=[(option.id, option.title) for option in found],
        label=gettext_lazy("Sur quelle base ?"),
        widget=forms.RadioSelect(attrs={"form": "sheet"}),
        required=False,
        initial=choosing.base_offered(decision, header_in(paths)) or None,
    )
    made.held = paths.get("header/base")
    return made


class ClauseForm(forms.Form):
    """The text of one decision, written by hand instead of assembled."""

    path = "clause"

    clause = fields.Long(
        label=gettext_lazy("Texte publié pour cette décision"),
        max_length=limits.LONG,
        required=False,
    )

    def __init__(
        self, *, paths: Flat, assembled: str, posted: Mapping[str, Any] | None = None
    ) -> None:
        self.stored = paths
        self.assembled = assembled
        written = {"clause": paths.get("header/clause") or assembled}
        super().__init__(posted, prefix="clause", initial=written, use_required_attribute=False)

    @property
    def mine(self) -> Flat:
        """The text and what it was based on; the assembled text is not a text of one's own."""
        written = self.cleaned_data["clause"].replace("\r\n", "\n")
        if written in ("", self.assembled):
            return {"header/clause": None, "header/clause_of": None}
        return {
            "header/clause": written,
            "header/clause_of": basis(header_in(self.stored)) or None,
        }

    def owns(self, path: str) -> bool:
        """True when the path is one of this unit's."""
        return path == "header/clause"

    def shown(self, path: str, value: Any) -> list[str]:
        """The string that the text's input holds; emptied, it is the assembled text again."""
        return [str(value or self.assembled)]


class DecisionSheet(RecordForm):
    """The sheet of a decision: confirmed by a person, or waiting for one."""

    def __init__(
        self, decision: Decision, *, header: Mapping[str, Any] | None, **kwargs: Any
    ) -> None:
        """`header`: what is chosen; None where there is nothing to decide, hence no state."""
        self.decision = decision
        self.header = header or {}
        super().__init__(**kwargs)
        if header is None:
            del self.fields["state"]

    def states(self, *, may_edit: bool) -> list[tuple[str, Any]]:
        """To confirm, or confirmed."""
        return [(state.value, state.label) for state in (State.TO_CONFIRM, State.CONFIRMED)]

    @property
    def _is_confirmed(self) -> bool:
        return self.stored.get("state") == State.CONFIRMED

    def clean(self) -> dict[str, Any]:
        """A confirmation is refused while something stands in its way."""
        cleaned: dict[str, Any] = super().clean() or {}
        pressed = self.data.get("op") == "confirm"
        if cleaned.get("state") == State.CONFIRMED and (pressed or not self._is_confirmed):
            for problem in choosing.unconfirmable(self.decision, self.header):
                self.add_error("state", sentences.of_problem(self.decision, problem))
        elif not self.header.get("options"):
            cleaned.pop("state", None)
        return cleaned
