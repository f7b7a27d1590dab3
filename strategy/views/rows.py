"""Rows of a table: a blank one to fill, one made by a tick, removed, moved."""

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from organisations import access
from organisations.http import MemberRequest
from organisations.identifiers import ALPHABET, LENGTH, new_id
from organisations.models import Role
from strategy import answering, replies
from strategy.domain import priority, rows, telling
from strategy.domain.flat import Flat, says_something, unflatten
from strategy.domain.questionnaire import Table
from strategy.finding import question_or_404
from strategy.models import Answer, Revision, State
from strategy.page import QuestionPage
from strategy.posting import asked_of
from strategy.saving import Asked, Edit, save
from strategy.units import Row

SHORT_NUMBER = re.compile(r"[0-9]{1,9}")


@require_GET
@access.member(Role.EDITOR)
def blank_row(request: MemberRequest, question_id: str) -> HttpResponse:
    """A row to fill, not kept until something is typed in it; `row` asks for an id given before."""
    page = QuestionPage(request, question_or_404(question_id))
    table = _table(page, request.GET.get("table", ""))
    number = request.GET.get("number", "1")
    row = page.units.blank(
        table,
        number=int(number) if SHORT_NUMBER.fullmatch(number) else 1,
        row_id=request.GET.get("row", ""),
    )
    return _row(request, page, table, row)


def _row(request: MemberRequest, page: QuestionPage, table: Table, row: Row) -> HttpResponse:
    context = {"page": page, "table": table, "row": row, "version": page.record.version}
    return render(request, "strategy/row.html", context)


def _table(page: QuestionPage, table_id: str) -> Table:
    table = page.question.table(table_id)
    if table is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    return table


@require_POST
@access.member(Role.EDITOR)
def change_rows(request: MemberRequest, question_id: str) -> HttpResponse:
    """Do one thing with one row: `op` is what to do, the table and the row.

    `up`, `down`, `remove`, `first`; `tick` and `back` (of a row that the version `removed` took
    away) answer with the row. Removing one that others name answers 409 until `sure` is posted.
    """
    page = QuestionPage(request, question_or_404(question_id))
    op, asked = request.POST.get("op", ""), _asked(request, page)
    named = naming(page, op) if "sure" not in request.POST else []
    if named:
        return _not_removed(request, op, named=named)
    row_id = op.split(":")[-1] if op.startswith("back:") else row_of(asked.save_id)
    edit = edit_of_op(page, op, row_id=row_id) or _put_back(page, op)
    if edit is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    try:
        outcome = save(page.record, edit=edit, asked=asked)
    except replies.NOT_SAVED as error:
        return replies.refused(request, error)
    if outcome.clashes:
        return _not_removed(request, op, other=outcome.other)
    return _made(request, page, op, row_id) or _acknowledged(outcome.version)


def _asked(request: MemberRequest, page: QuestionPage) -> Asked:
    """What is asked; who is sure has seen what stands now."""
    asked = asked_of(request)
    return replace(asked, version=page.record.version) if "sure" in request.POST else asked


def _not_removed(
    request: MemberRequest, op: str, *, named: Sequence[str] = (), other: Revision | None = None
) -> HttpResponse:
    """The row stays until a person is sure: others name it, or somebody has just changed it."""
    context = {"op": op, "named": named, "other": other}
    return render(request, "strategy/removal.html", context, status=409)


def _acknowledged(version: int) -> HttpResponse:
    response = HttpResponse(status=204)
    response["X-Version"] = str(version)
    return response


def _made(request: MemberRequest, page: QuestionPage, op: str, row_id: str) -> HttpResponse | None:
    """The row that a tick made or that came back, or None when there is none to show."""
    if not op.startswith(("tick:", "back:")):
        return None
    page = QuestionPage(request, page.question)
    table = _table(page, op.split(":")[1])
    order = rows.order_of(page.record.paths, table.id)
    if row_id not in order:
        return None
    number = order.index(row_id) + 1
    form, standing = page.units.row(table, row_id), page.units.standing(table, row_id)
    return _row(request, page, table, Row(row_id, number, form, standing=standing))


def _put_back(page: QuestionPage, op: str) -> Edit | None:
    """The edit of `back:table:row`, or None when that version took no such row away."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    version = page.request.POST.get("removed", "")
    known = name == "back" and SHORT_NUMBER.fullmatch(version)
    # A refused revision carries the version that it met: it removed nothing.
    made = page.record.revisions.exclude(kind=Revision.Kind.REFUSED)
    removal = made.filter(version=version).first() if known else None
    table = page.question.table(table_id)
    return answering.put_back(table, row, removal.changes) if removal and table else None


def edit_of_op(page: QuestionPage, op: str, *, row_id: str = "") -> Edit | None:
    """The edit that a button asks for (`up:table:row`), or None when it asks for nothing."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    if name == "skip" and page.question is page.asked.before:
        return _passed_over
    table = page.question.table(table_id)
    make = EDITS.get(name)
    return make(page, table, row, row_id) if table and make else None


def _ticked(page: QuestionPage, table: Table, row: str, row_id: str) -> Edit | None:
    written = page.offered.in_dossier(page.question).table(table.id) or table
    return answering.tick(written, row, row_id or new_id())


def _removed(page: QuestionPage, table: Table, row: str, row_id: str) -> Edit:
    words = _words(page, table, row) if naming(page, f"remove:{table.id}:{row}") else ""
    return lambda current: rows.remove(current, table.id, row, words=words)


def _moved(page: QuestionPage, table: Table, row: str, row_id: str, *, by: int) -> Edit:
    return lambda current: rows.move(current, table.id, row, by=by)


def _put_first(page: QuestionPage, table: Table, row: str, row_id: str) -> Edit | None:
    if page.question.id != priority.QUESTION:
        return None
    return lambda current: priority.put_first(current, row)


EDITS: dict[str, Callable[[QuestionPage, Table, str, str], Edit | None]] = {
    "tick": _ticked,
    "remove": _removed,
    "up": partial(_moved, by=-1),
    "down": partial(_moved, by=1),
    "first": _put_first,
}


def _passed_over(current: Flat) -> Flat:
    if says_something(unflatten(current)):
        return {}
    return {"state": State.NOT_APPLICABLE.value, "reason": _("Passé.")}


def row_of(save_id: uuid.UUID) -> str:
    """The id of the row that this save makes: the same when it is sent twice."""
    digits = [save_id.int // len(ALPHABET) ** place % len(ALPHABET) for place in range(LENGTH)]
    return "".join(ALPHABET[digit] for digit in digits)


def naming(page: QuestionPage, op: str) -> list[str]:
    """The titles of the questions whose answers name the row that `remove:table:row` removes."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    if name != "remove":
        return []
    values = dict(Answer.objects.values_list("question", "value"))
    to = f"{page.question.id}.{table_id}"
    found = answering.naming(values, page.asked.everything, to=to, row=row)
    return [each.place for each in found]


def _words(page: QuestionPage, table: Table, row: str) -> str:
    names = telling.row_names(page.offered.plain, table, page.record.value)
    return names[row].words if row in names else ""
