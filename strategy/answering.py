"""From a posted unit to an edit of the answer, rows included."""

from typing import Any

from strategy.domain import rows
from strategy.domain.flat import Flat
from strategy.domain.merging import Changes
from strategy.domain.questionnaire import Question, Table
from strategy.saving import Edit, TooLargeError


def edit_of(mine: Flat, question: Question, *, new: set[str]) -> Edit:
    """The edit that writes `mine`; rows in `new` ("table/row") join their table when they speak.

    Fixed rows are always there; any other row that is gone was removed by somebody, and what
    was typed in it clashes (see domain/merging.py). Raises TooLargeError for a row too many.
    """
    tables = {table.id: table for table in question.tables}
    joining = {(table.id, row.id) for table in question.tables for row in table.fixed} | {
        tuple(each.split("/", 1)) for each in new
    }

    def edit(current: Flat) -> Flat:
        written = dict(mine)
        for path, value in mine.items():
            kind, *rest = path.split("/")
            if kind == "rows" and value is not None and (rest[0], rest[1]) in joining:
                written |= _joined(current | written, tables[rest[0]], rest[1])
        return written

    return edit


def then(first: Edit, second: Edit) -> Edit:
    """Both edits as one: the second sees what the first writes."""

    def edit(current: Flat) -> Flat:
        written = first(current)
        stands = {path: each for path, each in (current | written).items() if each is not None}
        return written | second(stands)

    return edit


def _joined(paths: Flat, table: Table, row: str) -> Flat:
    order = rows.order_of(paths, table.id)
    if row not in order and len(order) >= (len(table.fixed) or table.max_rows):
        raise TooLargeError("rows")
    return rows.add(paths, table.id, row)


def tick(table: Table, tick_id: str, row_id: str) -> Edit | None:
    """The edit that makes the row of a tick, in the words of this table's language.

    Raises TooLargeError for a row too many; a row that already says it is enough.
    """
    ticked = next((each for each in table.ticks if each.id == tick_id), None)
    if ticked is None:
        return None

    def edit(current: Flat) -> Flat:
        cells = {
            f"rows/{table.id}/{row_id}/{column}": ticked.label if value == "label" else value
            for column, value in ticked.set
        }
        if ticked.label in rows.texts_of(current, table.id):
            return {}
        return cells | _joined(current, table, row_id)

    return edit


def put(table: Table, row: str, cells: Flat) -> Edit:
    """The edit that makes this row with these cells; one that is there stays as it is.

    Raises TooLargeError for a row too many.
    """

    def edit(current: Flat) -> Flat:
        if row in rows.order_of(current, table.id):
            return {}
        written = {f"rows/{table.id}/{row}/{column}": value for column, value in cells.items()}
        return written | _joined(current, table, row)

    return edit


def put_back(table: Table, row: str, removal: Changes) -> Edit:
    """The edit that undoes a removal: the row where it stood, with what it said.

    Raises TooLargeError when the table is full by now.
    """
    before = removal.get(f"order/{table.id}", [[], None])[0] or []
    place = before.index(row) if row in before else len(before)
    cells = {
        path: said
        for path, (said, _none) in removal.items()
        if path.startswith((f"rows/{table.id}/{row}/", f"gone/{table.id}/{row}"))
    }

    def edit(current: Flat) -> Flat:
        if row in rows.order_of(current, table.id) or row not in before:
            return {}
        *order, _last = _joined(current, table, row)[f"order/{table.id}"]
        return {f"order/{table.id}": [*order[:place], row, *order[place:]]} | cells

    return edit


def naming(
    values: dict[str, Any], questions: tuple[Question, ...], to: str, row: str
) -> list[Question]:
    """The questions whose rows link to this row of `question.table`."""
    return [
        question for question in questions if _names(values.get(question.id, {}), question, to, row)
    ]


def _names(value: Any, question: Question, to: str, row: str) -> bool:
    return any(
        row == cell or (isinstance(cell, list) and row in cell)
        for table in question.tables
        for each in value.get("tables", {}).get(table.id, [])
        for column in table.columns
        if column.to == to
        for cell in [each.get(column.id)]
    )
