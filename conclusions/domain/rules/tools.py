"""The toolbox: tools that are old, alone, unregistered or dearer than planned."""

from datetime import date

from conclusions.domain.dossier import Cents, Dossier, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule
from conclusions.domain.tools.toolbox import (
    STALE_MONTHS,
    TOOLS,
    is_stale,
    is_unregistered,
    stale_since,
    without_fallback,
)

LINES = "budget.lines"


@rule("X68")
def tools_checked_long_ago(dossier: Dossier, as_of: date) -> Found | None:
    """A tool was last checked more than twelve months ago."""
    since = stale_since(as_of)
    stale = [row for row in dossier.rows(TOOLS) if is_stale(row, since)]
    if not stale:
        return None
    values = {"tools": named(stale, TOOLS), "months": STALE_MONTHS}
    return Found(cells(stale, "checked_on"), values)


@rule("X69")
def functions_without_fallback(dossier: Dossier, as_of: date) -> Found | None:
    """A function rests on tools of which none has a fallback."""
    bare = without_fallback(dossier)
    if not bare:
        return None
    return Found(cells(bare, "function", "fallback"), {"tools": named(bare, TOOLS)})


@rule("X70")
def personal_data_outside_the_register(dossier: Dossier, as_of: date) -> Found | None:
    """A tool keeps personal data and stands in no processing register."""
    outside = [row for row in dossier.rows(TOOLS) if is_unregistered(row)]
    if not outside:
        return None
    reads = cells(outside, "personal_data", "in_register")
    return Found(reads, {"tools": named(outside, TOOLS)})


@rule("X71")
def tools_dearer_than_their_line(dossier: Dossier, as_of: date) -> Found | None:
    """The tools cost more than the budget gives them."""
    lines = [row for row in dossier.rows(LINES) if row.get("line") == "tools"]
    amounts = [amount for row in lines if (amount := row.cents("amount")) is not None]
    costs = [row for row in dossier.rows(TOOLS) if row.cents("yearly_cost")]
    spent = sum(row.cents("yearly_cost") or 0 for row in costs)
    if not amounts or spent <= sum(amounts):
        return None
    reads = cells(costs, "yearly_cost") + cells(lines, "amount")
    return Found(reads, {"spent": Cents(spent), "planned": Cents(sum(amounts))})
