"""What the fields of a form are called where no view has read it: those that one types in."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest

from charter.forms import ClauseForm, DecisionSheet
from charter.lookup import page_charter
from conclusions.domain.plan.overlay import PLACE
from conclusions.forms import AcceptanceForm, NextReviewForm, ReadingForm
from organisations.forms import (
    DeletionForm,
    InvitationForm,
    OrganisationForm,
    PersonForm,
    ProfileForm,
)
from strategy.domain.questionnaire import Field, Kind, Table
from strategy.lookup import page_questionnaire
from strategy.sheet import SheetForm

# A label by its place: `header/because`, `rows/audiences/beliefs`, `sheet/note`, or `name` alone;
# `rows/audiences` is what one row of that table is called.
Words = dict[str, str]

TYPED = frozenset({
    Kind.TEXT, Kind.LONG, Kind.URL, Kind.NUMBER, Kind.MONEY, Kind.DURATION, Kind.WEEKLY_HOURS
})  # fmt: skip
CHOSEN = (forms.ChoiceField, forms.UUIDField, forms.FileField)
# A duration is two inputs: the number, which is typed, then its unit.
NUMBER = re.compile(r"_0\Z")


def labels_of(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    """The label of each of these names that one types in; the others are left out."""
    match = request.resolver_match
    words = TELLERS.get(match.url_name or "", _nothing)(match.kwargs) if match else {}
    found, rows = {}, dict[str, list[str]]()
    for name in names:
        *unit, field = NUMBER.sub("", name).split("-")
        label = words.get("/".join([*unit[:2], field])) or words.get(field)
        if label and "/".join(unit[:2]) in words:
            table, row = "/".join(unit[:2]), unit[-1]
            seen = rows.setdefault(table, [])
            seen.extend({row} - set(seen))
            label = f"{words[table]} {seen.index(row) + 1} – {label}"
        if label:
            found[name] = label
    return found


def _nothing(_kwargs: Mapping[str, Any]) -> Words:
    return {}


def _of_form(form: Any, _kwargs: Mapping[str, Any], *, unit: str = "") -> Words:
    return {
        f"{unit}{name}": str(field.label or "")
        for name, field in form.base_fields.items()
        if not isinstance(field, CHOSEN) and not field.widget.is_hidden
    }


def _of_question(kwargs: Mapping[str, Any]) -> Words:
    question = page_questionnaire().by_id.get(kwargs["question_id"])
    if question is None:
        return {}
    sheet = _of_form(SheetForm, kwargs, unit="sheet/")
    return _of_fields("header", question.fields) | _of_tables(question.tables) | sheet


def _of_decision(kwargs: Mapping[str, Any]) -> Words:
    decision = page_charter().by_id.get(kwargs["decision_id"])
    details = [detail.field for detail in decision.details] if decision else []
    sheet = _of_form(DecisionSheet, kwargs, unit="sheet/")
    return _of_fields("header", details) | _of_form(ClauseForm, kwargs, unit="clause/") | sheet


def _of_plan(_kwargs: Mapping[str, Any]) -> Words:
    _register, table = page_questionnaire().linked(PLACE)
    # One action a page: its row needs no name.
    return {column.id: column.label for column in table.columns if column.kind in TYPED}


def _of_fields(unit: str, fields: Iterable[Field]) -> Words:
    return {f"{unit}/{field.id}": field.label for field in fields if field.kind in TYPED}


def _of_tables(tables: Iterable[Table]) -> Words:
    told: Words = {}
    for table in tables:
        told |= {f"rows/{table.id}": table.row, **_of_fields(f"rows/{table.id}", table.columns)}
    return told


TELLERS: dict[str, Callable[[Mapping[str, Any]], Words]] = {
    "question": _of_question,
    "save_unit": _of_question,
    "decision": _of_decision,
    "save_decision": _of_decision,
    "plan_action": _of_plan,
    "add_action": _of_plan,
    "new_organisation": partial(_of_form, OrganisationForm),
    "delete_organisation": partial(_of_form, DeletionForm),
    "edit_profile": partial(_of_form, ProfileForm),
    "new_person": partial(_of_form, PersonForm),
    "edit_person": partial(_of_form, PersonForm),
    "add_person": partial(_of_form, PersonForm),
    "invite": partial(_of_form, InvitationForm),
    "accept_finding": partial(_of_form, AcceptanceForm),
    "note_reading": partial(_of_form, ReadingForm),
    "close_review": partial(_of_form, NextReviewForm),
}
