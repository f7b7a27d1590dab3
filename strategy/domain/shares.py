"""A value in % of an indicator that is a part of a whole goes from 0 to 100, whoever gives it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from strategy.domain.questionnaire import Field, Table
from strategy.domain.values import NUMBER, Mistake, Mistakes, _

WHOLE = 100
BEYOND = _("Une part en % va de 0 à 100.")
ENDS = ("baseline", "target")
Row = Mapping[str, Any]


def is_share(indicator: Row) -> bool:
    """True for a row of question 24 in %, without a start or a target beyond a hundred."""
    ends = [each for name in ENDS if (each := _number(indicator.get(name))) is not None]
    return indicator.get("unit") == "%" and not any(map(_is_beyond, ends))


def goes_beyond(indicator: Row, value: Any) -> bool:
    """True for a value that is no part of the whole that this indicator is a part of."""
    number = _number(value)
    return number is not None and _is_beyond(number) and is_share(indicator)


def mistakes(
    tables: Sequence[Table], value: Row, *, answers: Mapping[str, Any], place: str
) -> Mistakes:
    """The values of a sound answer that go beyond their whole, which another answer describes."""
    for table in tables:
        rows = value.get("tables", {}).get(table.id, [])
        for column, to in _bounded(table):
            known = _rows(answers, to)
            for number, row in enumerate(rows):
                if goes_beyond(known.get(row.get(column.share_of), {}), row.get(column.id)):
                    yield Mistake(f"{place}.tables.{table.id}[{number}].{column.id}", BEYOND)


def _bounded(table: Table) -> Iterator[tuple[Field, str]]:
    """The columns whose value is one of an indicator, and the table where that one stands."""
    for column in table.columns:
        named = table.column(column.share_of)
        if named:
            yield column, named.to


def _rows(answers: Mapping[str, Any], to: str) -> dict[str, Row]:
    question, _dot, table = to.partition(".")
    value = answers.get(question, {}).get("value", {})
    return {row["id"]: row for row in value.get("tables", {}).get(table, [])}


def _number(written: Any) -> Decimal | None:
    return Decimal(written) if NUMBER.fullmatch(str(written)) else None


def _is_beyond(number: Decimal) -> bool:
    return not 0 <= number <= WHOLE
