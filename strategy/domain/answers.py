"""What an answer says, read from its value."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def rows(value: Mapping[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a table of an answer; none when nothing is there."""
    found: list[dict[str, Any]] = value.get("tables", {}).get(table, [])
    return found


def total(value: Mapping[str, Any], column: str) -> str | None:
    """The sum of `table.column` as decimal text; None when the table has no row.

    >>> total({"tables": {"people": [{"id": "a", "hours": "1.5"}, {"id": "b"}]}}, "people.hours")
    '1.5'
    """
    table, _dot, name = column.partition(".")
    there = rows(value, table)
    if not there:
        return None
    return format(sum((Decimal(row.get(name, 0)) for row in there), Decimal(0)).normalize(), "f")
