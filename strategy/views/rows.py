"""Rows of a table: a blank one to fill, one made by a tick, removed, moved."""

import re
from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import BadRequest
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from organisations import access
from organisations.http import MemberRequest
from organisations.identifiers import id_made_by
from organisations.models import Role
from strategy import answering, replies
from strategy.domain import limits, rows
from strategy.domain.questionnaire import Table
from strategy.gestures import Gesture, edit_of, naming
from strategy.lookup import question_or_404
from strategy.models import Revision
from strategy.page import QuestionPage
from strategy.posting import asked_of
from strategy.saving import Asked, Edit, save
from strategy.units import Row
from strategy.views.saving import told_of

SHORT_NUMBER = re.compile(r"[0-9]{1,9}")


@require_safe
@access.member(Role.EDITOR)
def blank_row(request: MemberRequest, question_id: str) -> HttpResponse:
    """A row to fill, not kept until something is typed in it.

    `row` asks for an id given before; 204 when a row of this id stands, and the page of the full
    form where it does.
    """
    page = QuestionPage(request, question_or_404(question_id))
    table = _table(page, request.GET.get("table", ""))
    asked, row_id = request.GET.get("number", ""), request.GET.get("row", "")
    order = rows.order_of(page.record.paths, table.id)
    if row_id in order:
        number = order.index(row_id) // limits.ROWS_PER_PAGE + 1
        return HttpResponse(status=204, headers={"Content-Location": f"?form=full&page={number}"})
    number = int(asked) if SHORT_NUMBER.fullmatch(asked) else 1
    row = page.units.blank(table, number=number, row_id=row_id)
    return _row(request, page, table, row)


def _row(request: MemberRequest, page: QuestionPage, table: Table, row: Row) -> HttpResponse:
    context = {"page": page, "table": table, "row": row, "version": page.record.version}
    return render(request, "strategy/row.html", context)


def _table(page: QuestionPage, table_id: str) -> Table:
    table = page.question.table(table_id)
    if table is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    return table


@require_POST
@access.member(Role.EDITOR)
def change_rows(request: MemberRequest, question_id: str) -> HttpResponse:
    """Do one thing with one row: `op` is what to do, the table and the row.

    `up`, `down`, `remove`, `first`, `tick` and `back` (of a row that the version `removed` took
    away). The reply says in JSON what the page should now show: the `version`, the `state`, what
    every row says twice, the first objective, and the `row` that a tick made or that came back.
    Removing one that others name answers 409 until `sure` is posted.
    """
    page = QuestionPage(request, question_or_404(question_id))
    asked = _asked(request, page)
    gesture = Gesture.parse(request.POST.get("op", ""), made=id_made_by(asked.save_id))
    named = naming(page, gesture)
    if named and "sure" not in request.POST:
        return _not_removed(request, named=named)
    edit = edit_of(page, gesture, named=named) or _put_back(page, gesture)
    if edit is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    try:
        outcome = save(page.record, edit=edit, asked=asked)
    except replies.NOT_SAVED as error:
        return replies.refused(request, error)
    if outcome.clashes:
        return _not_removed(request, other=outcome.other)
    told = {"version": outcome.version, "state": outcome.state} | told_of(page.units, outcome)
    return JsonResponse(told | _made(request, page, gesture))


def _asked(request: MemberRequest, page: QuestionPage) -> Asked:
    """What is asked; who is sure has seen what stands now."""
    asked = asked_of(request)
    return replace(asked, version=page.record.version) if "sure" in request.POST else asked


def _not_removed(
    request: MemberRequest, *, named: Sequence[str] = (), other: Revision | None = None
) -> HttpResponse:
    """The row stays until a person is sure: others name it, or somebody has just changed it."""
    context = {"op": request.POST.get("op", ""), "named": named, "other": other}
    return render(request, "strategy/removal.html", context, status=409)


def _made(request: MemberRequest, page: QuestionPage, gesture: Gesture) -> dict[str, str]:
    """The row that a tick made or that came back, as HTML; nothing when there is none to show."""
    if gesture.name not in {"tick", "back"}:
        return {}
    page = QuestionPage(request, page.question)
    table, row_id = _table(page, gesture.table), gesture.leads_to
    order = rows.order_of(page.record.paths, table.id)
    if row_id not in order:
        return {}
    number = order.index(row_id) + 1
    form, standing = page.units.row(table, row_id), page.units.standing(table, row_id)
    made = _row(request, page, table, Row(row_id, number, form, standing=standing))
    return {"row": made.content.decode()}


def _put_back(page: QuestionPage, gesture: Gesture) -> Edit | None:
    """The edit of `back:table:row`, or None when that version took no such row away."""
    version = page.request.POST.get("removed", "")
    known = gesture.name == "back" and SHORT_NUMBER.fullmatch(version)
    # A refused revision carries the version that it met: it removed nothing.
    made = page.record.revisions.exclude(kind=Revision.Kind.REFUSED)
    removal = made.filter(version=version).first() if known else None
    table = page.question.table(gesture.table)
    return answering.put_back(table, gesture.row, removal.changes) if removal and table else None
