"""The figures beside what is to be reached."""

from collections.abc import Iterator
from typing import Any

Line = tuple[str, str, str, bool]


def table(figures: dict[str, Any]) -> str:
    """One line a figure: what, to reach, measured, reached or not."""
    lines = [("", "to reach", "measured", ""), *map(_marked, _lines(figures))]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) for cell, width in zip(line, [*widths, 1], strict=True)
        ).rstrip()
        for line in lines
    )


def _marked(line: Line) -> tuple[str, str, str, str]:
    what, wanted, measured, reached = line
    return what, wanted, measured, "✓" if reached else "✗"


def _lines(figures: dict[str, Any]) -> Iterator[Line]:
    yield from _queries(figures["queries"])
    alone = figures["SQLite"]["one client"]["p95_ms"]
    yield _below("save, one client, SQLite, p95", 60, alone, "ms")
    for database in ("SQLite", "PostgreSQL"):
        yield from _storm(database, figures[database]["16 clients"])
    yield from _pages(figures["SQLite"])
    yield from _documents(figures["documents"])
    review = figures["coherence"]
    yield _below("coherence review, 47 answers, tables of 500 rows", 20, review["review_ms"], "ms")
    whole = f"{review['with_registers_ms']} ms"
    yield "the same with every register at 500 rows too", "not said", whole, True
    yield _below("first make run", 90, figures["make run, seconds"]["first"], "s")
    yield _below("second make run", 6, figures["make run, seconds"]["second"], "s")
    yield _below("memory of a web worker", 250, figures["SQLite"]["worker_mb"], "MB")


def _queries(counted: dict[str, list[int]]) -> Iterator[Line]:
    most = {
        "question page": 12,
        "save": 8,
        "overview": 12,
        "review": 14,
        "list of 1,000 organisations": 8,
    }
    for what, limit in most.items():
        few, many = counted[what]
        reached = max(few, many) <= limit and few == many
        yield f"SQL queries: {what}", f"≤ {limit}", f"{few}, and {many} at many rows", reached


def _pages(site: dict[str, Any]) -> Iterator[Line]:
    for what, most in {"question page": 120, "overview": 150, "review": 150}.items():
        yield _below(f"{what}, p95", most, site["pages"][f"{what}, p95_ms"], "ms")
    yield "plan, p95", "not said", f"{site['pages']['plan, p95_ms']} ms", True
    weight = round(sum(site["question page, kb"].values()), 1)
    yield _below("question page, HTML + CSS + JS", 120, weight, "kB")


def _storm(database: str, found: dict[str, Any]) -> Iterator[Line]:
    what = f"16 clients, {database}"
    yield f"{what}: saves a second", "≥ 120", str(found["a_second"]), found["a_second"] >= 120
    yield _below(f"{what}: p99", 150, found["p99_ms"], "ms")
    lost = found["acknowledged"] - found["revisions_kept"]
    measured = f"{found['errors']} errors, {lost} lost of {found['acknowledged']}"
    yield f"{what}: errors, lost", "none", measured, found["errors"] == 0 and lost == 0


def _documents(found: dict[str, Any]) -> Iterator[Line]:
    yield _below("PDF of the demonstration, warm process", 4, found["cold_s"], "s")
    yield _below("the same again", 50, found["again_ms"], "ms")
    yield _below("memory of a render child, peak", 300, found["child_mb"], "MB")


def _below(what: str, limit: float, measured: float, unit: str) -> Line:
    return what, f"< {limit} {unit}", f"{measured} {unit}", measured < limit
