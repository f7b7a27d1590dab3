"""A table of a question, as it is printed: columns side by side, the rest below each row."""

from collections.abc import Container
from dataclasses import replace
from typing import Any

from deliverables.reader import Reader
from deliverables.tree import Column, Fact, Grid, Row, Text
from deliverables.widths import NUMERIC, PAGE, Need, kept, need, shared
from strategy.domain.questionnaire import Field, Kind, Question, Table

Cells = list[list[Text]]


def grid(
    reader: Reader, question: Question, table: Table, told: Container[str] = frozenset()
) -> Grid | None:
    """The table with what was answered, without the rows told already; None when nothing is."""
    columns, cells = _filled(*_everything(reader, question, table, told))
    if not cells:
        return None
    needs = [
        need(column, _header(reader, column), (row[index].words for row in cells))
        for index, column in enumerate(columns)
    ]
    together = kept(needs) if sum(each.least for each in needs) > PAGE else [True] * len(needs)
    side_by_side = [each for each, stays in zip(needs, together, strict=True) if stays]
    widths, wide = shared(side_by_side)
    return Grid(
        title=reader.title(table.title),
        columns=tuple(_columns(reader, side_by_side, widths)),
        rows=tuple(_row(reader, columns, row, together) for row in cells),
        wide=wide,
        sources=(question.id,),
    )


def _everything(
    reader: Reader, question: Question, table: Table, told: Container[str]
) -> tuple[list[Field], Cells]:
    """Every column and every row; fixed rows have their label for first cell."""
    kept = reader.rows(question.id, table.id)
    rows = {row["id"]: row for row in kept if row["id"] not in told}
    if not table.fixed:
        return list(table.columns), [_cells(reader, table, row) for row in rows.values()]
    first = Field(id="", kind=Kind.ONE, label=table.row)
    return [first, *table.columns], [
        [reader.own(fixed.label), *_cells(reader, table, rows[fixed.id])]
        for fixed in table.fixed
        if len(rows.get(fixed.id, {})) > 1
    ]


def _cells(reader: Reader, table: Table, row: dict[str, Any]) -> list[Text]:
    return [_cell(reader, column, row.get(column.id)) for column in table.columns]


def _cell(reader: Reader, column: Field, value: Any) -> Text:
    text = reader.told(column, value)
    return replace(text, tone="numeric") if column.kind in NUMERIC else text


def _filled(columns: list[Field], cells: Cells) -> tuple[list[Field], Cells]:
    """The rows that say something and the columns that one of them fills, the first always."""
    said = [row for row in cells if any(cell.words for cell in row)]
    used = [
        index
        for index in range(len(columns))
        if index == 0 or any(row[index].words for row in said)
    ]
    return [columns[index] for index in used], [[row[index] for index in used] for row in said]


def _header(reader: Reader, column: Field) -> str:
    return reader.label(column)


def _columns(reader: Reader, needs: list[Need], widths: list[int]) -> list[Column]:
    return [
        Column(_header(reader, each.field), width, numeric=each.field.kind in NUMERIC)
        for each, width in zip(needs, widths, strict=True)
    ]


def _row(reader: Reader, columns: list[Field], row: list[Text], together: list[bool]) -> Row:
    told = list(zip(columns, row, together, strict=True))
    return Row(
        cells=tuple(text for _, text, stays in told if stays),
        details=tuple(
            Fact(_header(reader, column), text)
            for column, text, stays in told
            if not stays and text.words
        ),
    )
