"""An answer as one dictionary from path to value: what is compared, merged and kept in history.

Paths: `state`, `note`…; `header/<field>`; `rows/<table>/<row>/<column>`; `order/<table>`, the
list of row ids; `gone/<table>/<row>`, the words of a removed row that links still name.
"""

from typing import Any

Flat = dict[str, Any]
Value = dict[str, Any]


def flatten(value: Value) -> Flat:
    """The paths of a value: every field and cell that says something."""
    paths: Flat = {f"header/{name}": each for name, each in value.get("header", {}).items()}
    for table, rows in value.get("tables", {}).items():
        paths[f"order/{table}"] = [row["id"] for row in rows]
        for row in rows:
            for column, each in row.items():
                if column != "id":
                    paths[f"rows/{table}/{row['id']}/{column}"] = each
    for table, words in value.get("gone", {}).items():
        paths |= {f"gone/{table}/{row}": each for row, each in words.items()}
    return paths


def unflatten(paths: Flat) -> Value:
    """The value that these paths describe; cells of rows outside the order are left out."""
    tables: dict[str, dict[str, dict[str, Any]]] = {
        path.removeprefix("order/"): {row: {"id": row} for row in order}
        for path, order in paths.items()
        if path.startswith("order/")
    }
    header: dict[str, Any] = {}
    gone: dict[str, dict[str, str]] = {}
    for path, each in paths.items():
        kind, *rest = path.split("/")
        if kind == "header":
            header[rest[0]] = each
        elif kind == "rows" and rest[1] in tables.get(rest[0], {}):
            tables[rest[0]][rest[1]][rest[2]] = each
        elif kind == "gone":
            gone.setdefault(rest[0], {})[rest[1]] = each
    value: Value = {
        "header": header,
        "tables": {table: list(rows.values()) for table, rows in tables.items() if rows},
    }
    return value | ({"gone": gone} if gone else {})


def size(paths: Flat) -> int:
    """Characters of everything that a person typed."""
    return sum(_length(each) for path, each in paths.items() if not path.startswith("order/"))


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum(_length(each) for each in value)
    if isinstance(value, dict):
        return sum(_length(each) for each in value.values())
    return 1


def cells(value: Value) -> int:
    """Cells of tables that say something."""
    return sum(len(row) - 1 for rows in value.get("tables", {}).values() for row in rows)


def says_something(value: Value) -> bool:
    """True when a header field or a cell is filled in."""
    return bool(value.get("header")) or cells(value) > 0
