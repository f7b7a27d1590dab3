"""What a page is told after a save: saved, what it met, what is wrong, or why not saved.

Each is a fragment for the unit's status (`components/unit_status.html`); what the page should
now show, the state and the inputs that somebody else changed, stands in it as JSON: texts can be
too long for a header.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strategy.domain import observing, priority
from strategy.domain.flat import Flat
from strategy.domain.priority import SecondFirstError
from strategy.lookup import page_questionnaire
from strategy.saving import NotSavedError, Outcome, TooLargeError

STATUS = "components/unit_status.html"
TOO_LARGE = {
    "rows": gettext_lazy(
        "Pas enregistré : cette table compte déjà le plus de lignes possible. Votre texte reste "
        "ici."
    ),
    "answer": gettext_lazy(
        "Pas enregistré : cette réponse dépasserait 200 000 caractères. Votre texte reste ici ; "
        "raccourcissez-le ou répartissez-le."
    ),
    "dossier": gettext_lazy(
        "Pas enregistré : le dossier dépasserait ses limites (1 000 000 de caractères, 15 000 "
        "cellules). Votre texte reste ici."
    ),
}

TOO_MANY = gettext_lazy(
    "Pas enregistré : trop d’enregistrements à la fois. Nouvel essai dans un instant."
)

# What a page that was posted whole is shown with, as long as nothing went wrong.
NOTHING_WRONG: Mapping[str, Any] = {"trouble": "", "wrong": [], "clashes": [], "outcome": None}

NOTHING_TOLD: Mapping[str, Any] = {}

# Why nothing was written: a limit, too many at once, a second first objective.
NOT_SAVED = (NotSavedError, SecondFirstError)
NotSaved = NotSavedError | SecondFirstError


class Unit(Protocol):
    """A form that can say what its inputs hold for a value."""

    @property
    def errors(self) -> Any:
        """What is wrong, by field."""

    def owns(self, path: str) -> bool:
        """True when the path is one of this unit's."""

    def shown(self, path: str, value: Any) -> list[str]:
        """The strings that the inputs of a path hold for a value."""

    def __getitem__(self, name: str) -> Any:
        """The bound field of that name."""


@dataclass(frozen=True, slots=True)
class Clashing:
    """One field with both texts, and what its input would hold to take the other's."""

    label: str
    name: str
    # The id of what takes the focus: the field, or the group of its radio buttons or boxes.
    control: str
    mine: str
    theirs: str
    theirs_json: str


def saved(
    request: HttpRequest,
    outcome: Outcome,
    unit: Unit,
    *,
    told: Mapping[str, Any] = NOTHING_TOLD,
) -> HttpResponse:
    """The server holds it: version and time; 409 with both texts where two people clashed.

    `told` is what the page should show beside the state and what somebody else changed.
    """
    clashes = clashing(outcome, unit)
    now = {"version": outcome.version, "state": outcome.state}
    told = {**told, **now, "theirs": _inputs(unit, outcome.theirs)}
    since = outcome.paths.get(observing.SINCE) if unit.owns(observing.SINCE) else None
    doubt = observing.doubt(since, timezone.localdate())
    context = {"outcome": outcome, "clashes": clashes, "told": told, "doubt": doubt}
    clash = "gone" if outcome.row_is_gone else "clash"
    fragment = clash if clashes else "saved"
    return render(request, f"{STATUS}#{fragment}", context, status=409 if clashes else 200)


def clashing(outcome: Outcome, unit: Unit) -> list[Clashing]:
    """Both texts of each field that clashed."""
    return [
        Clashing(
            label=str(unit[name].label),
            name=unit[name].html_name,
            control=unit[name].id_for_label or unit[name].auto_id,
            mine=_words(unit, clash.path, clash.mine),
            theirs=_words(unit, clash.path, clash.theirs),
            theirs_json=json.dumps(_inputs(unit, {clash.path: clash.theirs})),
        )
        for clash in outcome.clashes
        if unit.owns(clash.path)
        for name in [clash.path.rpartition("/")[2]]
    ]


def _words(unit: Unit, path: str, value: Any) -> str:
    """What a person would read for a value: the labels of its options, or its text."""
    labels = _labels(unit[path.rpartition("/")[2]].field)
    shown = [labels.get(each, each) for each in unit.shown(path, value) if each]
    return " ".join(shown) or _("(vide)")


def _labels(field: Any) -> dict[str, str]:
    fields = [field, *getattr(field, "fields", ())]
    return {
        str(value): str(label) for each in fields for value, label in getattr(each, "choices", ())
    }


def _inputs(unit: Unit, paths: Flat) -> dict[str, list[str]]:
    """The name of each input with the strings it should hold."""
    inputs = {}
    for path, value in paths.items():
        name = path.rpartition("/")[2]
        if name in getattr(unit, "fields", ()):
            inputs[unit[name].html_name] = unit.shown(path, value)
    return inputs


def invalid(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Not saved: what is wrong, each with a link to its field (422)."""
    wrong = [unit[name] for name in unit.errors if name != "__all__"]
    response = _not_saved(request, "invalid", {"wrong": wrong}, status=422)
    told = {field.html_name: list(field.errors) for field in wrong}
    response["HX-Trigger"] = json.dumps({"cap27:invalid": told})
    return response


def refused(request: HttpRequest, error: NotSaved) -> HttpResponse:
    """Not saved: what is refused (422), or too many at once, and the page tries again (503)."""
    sentence, status = why_not(error)
    return _not_saved(request, "trouble", {"sentence": sentence}, status=status)


def why_not(error: NotSaved) -> tuple[Any, int]:
    """What to say of a save that did not happen, and the status that goes with it."""
    if isinstance(error, TooLargeError):
        return TOO_LARGE[error.what], 422
    if isinstance(error, SecondFirstError):
        return f"{_('Pas enregistré.')} {all_three(error)}", 422
    return TOO_MANY, 503


def all_three(error: SecondFirstError) -> str:
    """Why a second objective may not be ranked first, with a smile, and what to do instead."""
    asked = page_questionnaire().by_id[priority.QUESTION]
    table = asked.table(priority.TABLE)
    column = table and table.column(priority.OBJECTIVE)
    option = column and column.option(error.standing)
    standing = option.label if option else _("un autre objectif")
    words = _(
        "« Les trois, mon capitaine » ? Un seul tient la barre : « %(standing)s » est déjà au "
        "premier rang, et c’est lui qui tranche quand deux objectifs se contredisent. Donnez un "
        "autre rang à celui-ci, ou faites-en le premier : l’autre descendra."
    )
    return words % {"standing": standing}


def refuse_rank(units: Sequence[Any], error: SecondFirstError) -> None:
    """Say it at the rank of each of these units that may not be first."""
    refused = {f"rows/{priority.TABLE}/{row}" for row in error.rows}
    for unit in units:
        if unit.path in refused and not unit.errors:
            unit.add_error(
                priority.RANK if priority.RANK in unit.fields else None, all_three(error)
            )


def _not_saved(
    request: HttpRequest, fragment: str, context: dict[str, Any], *, status: int
) -> HttpResponse:
    """A fragment that leaves the unit where it stood: its version, and new if it was."""
    stood = {"version": request.POST.get("version"), "new": request.POST.getlist("new")}
    return render(request, f"{STATUS}#{fragment}", context | stood, status=status)
