"""Rows of a table: a blank one to fill, one made by a tick, removed, moved."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from organisations import access
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from organisations.models import Role
from strategy import answering
from strategy.domain import rows, telling
from strategy.domain.questionnaire import Table
from strategy.finding import question_or_404
from strategy.models import Answer, State
from strategy.page import QuestionPage
from strategy.posting import asked_of
from strategy.saving import Edit, save
from strategy.units import Row

PLACES = {"up": -1, "down": 1}
LONGEST_VERSION = 10


@require_GET
@access.member(Role.EDITOR)
def blank_row(request: MemberRequest, question_id: str) -> HttpResponse:
    """A row to fill, not kept until something is typed in it; `row` asks for an id given before."""
    page = QuestionPage(request, question_or_404(question_id))
    table = _table(page, request.GET.get("table", ""))
    number = request.GET.get("number", "1")
    row = page.units.blank(
        table,
        number=int(number) if number.isdecimal() else 1,
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

    `up`, `down`, `remove`; `tick` and `back` (of a row that the version `removed` took away)
    answer with the row. Removing one that others name answers 409 until `sure` is posted.
    """
    page = QuestionPage(request, question_or_404(question_id))
    op = request.POST.get("op", "")
    named = naming(page, op) if "sure" not in request.POST else []
    if named:
        context = {"named": named, "op": op, "page": page}
        return render(request, "strategy/removal.html", context, status=409)
    row_id = op.split(":")[-1] if op.startswith("back:") else new_id()
    edit = edit_of_op(page, op, row_id=row_id) or _put_back(page, op)
    if edit is None:
        raise BadRequest(_("Cette partie de la réponse n’existe pas : rechargez la page."))
    outcome = save(page.record, edit=edit, asked=asked_of(request))
    if not op.startswith(("tick:", "back:")):
        response = HttpResponse(status=204)
        response["X-Version"] = str(outcome.version)
        return response
    page = QuestionPage(request, page.question)
    table = _table(page, op.split(":")[1])
    order = rows.order_of(page.record.paths, table.id)
    number = order.index(row_id) + 1 if row_id in order else len(order) + 1
    return _row(request, page, table, Row(row_id, number, page.units.row(table, row_id)))


def _put_back(page: QuestionPage, op: str) -> Edit | None:
    """The edit of `back:table:row`, or None when that version took no such row away."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    version = page.request.POST.get("removed", "")
    known = name == "back" and version.isdecimal() and len(version) < LONGEST_VERSION
    removal = page.record.revisions.filter(version=version).first() if known else None
    if removal is None or page.question.table(table_id) is None:
        return None
    return answering.put_back(table_id, row, removal.changes)


def edit_of_op(page: QuestionPage, op: str, *, row_id: str = "") -> Edit | None:
    """The edit that a button asks for (`up:table:row`), or None when it asks for nothing."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    if name == "skip" and not page.question.number:
        return lambda current: {"state": State.NOT_APPLICABLE.value, "reason": _("Passé.")}
    table = page.question.table(table_id)
    if table is None:
        return None
    if name == "tick":
        return answering.tick(table, row, row_id or new_id())
    if name == "remove":
        words = _words(page, table, row) if naming(page, op) else ""
        return lambda current: rows.remove(current, table.id, row, words=words)
    if name in PLACES:
        return lambda current: rows.move(current, table.id, row, by=PLACES[name])
    return None


def naming(page: QuestionPage, op: str) -> list[str]:
    """The titles of the questions whose answers name the row that `remove:table:row` removes."""
    name, table_id, row = [*op.split(":"), "", ""][:3]
    if name != "remove":
        return []
    values = dict(Answer.objects.values_list("question", "value"))
    to = f"{page.question.id}.{table_id}"
    found = answering.naming(values, page.asked.questions, to=to, row=row)
    return [f"{each.number}. {each.title}" for each in found]


def _words(page: QuestionPage, table: Table, row: str) -> str:
    names = telling.row_names(page.offered.plain, table, page.record.value)
    return names[row].words if row in names else ""
