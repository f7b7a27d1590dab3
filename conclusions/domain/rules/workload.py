"""What the charter makes moderation take, against questions 22 and 23."""

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from conclusions.domain.dossier import Cents, Dossier, cells
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule
from conclusions.domain.rules import means
from conclusions.domain.workload.estimate import reads_of, workload

BUDGET, LINES = "budget", "budget.lines"
PAID = ("providers", "moderation")


@rule("X34")
def hours_short(dossier: Dossier, as_of: date) -> Found | None:
    """Even the low end of the estimate is beyond the hours of question 22."""
    needed, given = dossier.once(workload), means.hours_given(dossier, *means.MODERATING)
    if needed is None or given is None or needed.own.low <= given.hours:
        return None
    # They say it already, and more closely.
    if means.queue_without_hours(dossier, as_of) or means.nobody_moderates(dossier, as_of):
        return None
    values = {"messages": needed.setting.messages, "needed": means.rounded(needed.own.low)}
    reads = (*reads_of(dossier), *given.reads)
    return Found(reads, values | {"given": given.hours})


@rule("X35")
def provider_without_budget(dossier: Dossier, as_of: date) -> Found | None:
    """A provider moderates, and the lines of question 23 cannot pay for it."""
    needed = dossier.once(workload)
    lines = [row for row in dossier.rows(LINES) if row.cents("amount") is not None]
    if needed is None or not needed.setting.has_provider:
        return None
    paying = [row for row in lines if row.get("line") in PAID]
    whole = dossier.header(BUDGET).cents("yearly_budget")
    # While nobody shared the budget, it is all that a provider could be paid.
    given = sum(row.cents("amount") or 0 for row in paying) if lines else whole
    low = int((needed.outside_year.low / 100).to_integral_value(ROUND_FLOOR)) * 100
    if given is None or Decimal(low) <= given:
        return None
    told = cells(paying, "amount") or cells(lines, "line")
    told = told if lines else dossier.header(BUDGET).read("yearly_budget")
    reads = (*reads_of(dossier), *dossier.choice("moderators").read(), *told)
    return Found(reads, {"needed": Cents(low), "given": Cents(given)}, "" if lines else "whole")
