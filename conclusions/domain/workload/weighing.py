"""An estimate of moderation weighed: beside what is given for it, and against what it rests on."""

from decimal import Decimal
from typing import NamedTuple

from conclusions.domain.dossier import Dossier
from conclusions.domain.rules.means import MODERATING, hours_given
from conclusions.domain.workload.assumptions import Assumption, Span
from conclusions.domain.workload.estimate import Workload, estimate

WHOLE_CENTS = 100 * 100


class Beside(NamedTuple):
    """What is given beside what is needed: hours a week, or cents a year.

    `verdict` is `short` below the lowest estimate, `tight` within it, `enough` above.
    """

    given: Decimal
    needed: Span

    @property
    def verdict(self) -> str:
        """How far what is given goes."""
        if self.given < self.needed.low:
            return "short"
        return "tight" if self.given < self.needed.high else "enough"


def hours_beside(dossier: Dossier, found: Workload) -> Beside | None:
    """The hours of question 22 for answering, moderation and appeals; None while it says none."""
    given = hours_given(dossier, *MODERATING)
    return Beside(given.hours, found.own) if given else None


def budget_beside(dossier: Dossier, found: Workload) -> Beside | None:
    """The yearly budget of question 23, salaries left out; None while it says none."""
    budget = dossier.header("budget").cents("yearly_budget")
    return None if budget is None else Beside(Decimal(budget), found.outside_year)


def that_count(found: Workload) -> tuple[Assumption, ...]:
    """The assumptions that change something in this estimate."""
    return tuple(
        each
        for each in found.assumptions.all
        if _figures(estimate(found.setting, found.assumptions.doubled(each.id))) != _figures(found)
    )


def _figures(found: Workload) -> tuple[object, ...]:
    return (found.tasks, found.people, found.inside_year, found.outside_year)


def roughly(cents: Span) -> Span:
    """Money as precise as an estimate is: to a hundred euros, and to the euro below a thousand."""
    return Span(*(_rough(end) for end in cents))


def _rough(cents: Decimal) -> Decimal:
    step = WHOLE_CENTS if cents >= 10 * WHOLE_CENTS else 100
    return (cents / step).to_integral_value() * step
