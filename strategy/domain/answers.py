"""What an answer says, read from its value."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strategy.domain.values import NUMBER


def rows(value: Mapping[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a table of an answer; none when nothing is there."""
    found: list[dict[str, Any]] = value.get("tables", {}).get(table, [])
    return found


def total(value: Mapping[str, Any], column: str) -> str | None:
    """The sum of `table.column` as decimal text; None while no row says a number there.

    The header field that it takes the place of stands until then.

    >>> total({"tables": {"people": [{"id": "a", "hours": "1.5"}, {"id": "b"}]}}, "people.hours")
    '1.5'
    """
    table, _dot, name = column.partition(".")
    said = [str(row.get(name, "")) for row in rows(value, table)]
    numbers = [Decimal(each) for each in said if NUMBER.fullmatch(each)]
    return format(sum(numbers, Decimal(0)).normalize(), "f") if numbers else None
