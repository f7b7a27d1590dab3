"""What a plan asks of each person month by month, beside the hours that they give already.

A month of a person is the useful time of a full-time post: our own assumption, which the
organisation may replace in the register of the workload.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from conclusions.domain.dossier import Dossier
from conclusions.domain.plan.overlay import OPEN, Overlay
from conclusions.domain.rules.means import HOURS, total
from conclusions.domain.workload.assumptions import assumption

MONTHS_A_YEAR, WEEKS_A_YEAR = 12, 52
TENTH = Decimal("0.1")


class Burden(NamedTuple):
    """One person in one month, in hours: of the plan, of question 22, of a whole post."""

    person: str
    # The first day of the month.
    month: date
    planned: Decimal
    given: Decimal
    most: Decimal

    @property
    def whole(self) -> Decimal:
        """The plan and what they give already."""
        return self.planned + self.given

    def is_too_much(self, opens: date) -> bool:
        """True when both cannot be held.

        Until the opening the hours of question 22 prepare it: what fits in them is no burden more.
        Afterwards they are taken; who gives more than a post is counted otherwise than we know.
        """
        if self.whole <= self.most:
            return False
        return self.given <= self.most if self.month > opens else self.planned > self.given


def heaviest(dossier: Dossier, overlay: Overlay, opens: date) -> Burden | None:
    """The person and the month that go furthest beyond; None when everybody can hold."""
    heavy = [each for each in _burdens(dossier, overlay) if each.is_too_much(opens)]
    return max(heavy, key=lambda each: (each.whole, each.person, each.month), default=None)


def _burdens(dossier: Dossier, overlay: Overlay) -> Iterator[Burden]:
    most = _a_month(assumption(dossier, "person_hours").value.high)
    for (person, month), planned in _planned(overlay).items():
        rows = [row for row in dossier.rows(HOURS) if row.text("person") == person]
        given = _a_month(total(rows, "weekly_hours") or Decimal(0))
        yield Burden(person, month, planned, given, most)


def _planned(overlay: Overlay) -> dict[tuple[str, date], Decimal]:
    """Hours of what is still to be done, in the month it is due; what is late is due now."""
    spans, as_of = overlay.spans(), overlay.known.as_of
    hours: defaultdict[tuple[str, date], Decimal] = defaultdict(Decimal)
    for key, each in overlay.settled.items():
        due = spans[key].due_day
        if each.owner and each.state in OPEN and due:
            hours[each.owner, max(due, as_of).replace(day=1)] += each.effort
    return hours


def _a_month(weekly: Decimal) -> Decimal:
    return (weekly * WEEKS_A_YEAR / MONTHS_A_YEAR).quantize(TENTH)
