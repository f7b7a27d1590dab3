"""The course against what serves it: its deadline, its money."""

from datetime import date

from conclusions.domain.clock import months_before
from conclusions.domain.dossier import Dossier, cells
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule

MONTHS = {"three_months": 3, "twelve_months": 12}
BUDGET = "budget.lines"


@rule("X30")
def deadline_beyond_the_horizon(dossier: Dossier, as_of: date) -> Found | None:
    """Counted from the opening, the priority objective is due later than the horizon allows."""
    header, opening = dossier.header("objective"), dossier.header("opening")
    due, opens = header.day("due"), opening.day("opens_on")
    months = MONTHS.get(header.text("horizon") or "")
    if not (due and opens and months) or months_before(due, months) <= opens:
        return None
    reads = (*header.read("horizon", "due"), *opening.read("opens_on"))
    return Found(reads, {"due": due, "opens": opens, "months": months})


@rule("X32")
def lasting_course_without_lasting_money(dossier: Dossier, as_of: date) -> Found | None:
    """The course is to last, and no line of the budget comes back from one year to the next."""
    header = dossier.header("objective")
    rows = [row for row in dossier.rows(BUDGET) if row.cents("amount")]
    if header.text("horizon") != "lasting" or not rows:
        return None
    if any(row.get("recurring") is not False for row in rows):
        return None
    return Found(header.read("horizon") + cells(rows, "amount", "recurring"))
