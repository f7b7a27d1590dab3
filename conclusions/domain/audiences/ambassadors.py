"""Is it an ambassador? Five conditions, all of them; else the word that fits."""

from dataclasses import dataclass
from datetime import date

from conclusions.domain.audiences.circles import RELAYS
from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.naming import Names

PEOPLE = "ambassadors.people"
CONDITIONS = ("knows", "recommends", "disclosed", "informed_first", "agreed")


@dataclass(frozen=True, slots=True)
class Tested:
    """Somebody who was tested: what is met, what is not, what nobody answered, and the word."""

    row: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    unanswered: tuple[str, ...]
    since: date | None
    word: str

    @property
    def is_ambassador(self) -> bool:
        """True when all five conditions are met."""
        return self.word == "ambassador"


def tested(dossier: Dossier) -> tuple[Tested, ...]:
    """Everybody whom the register names."""
    relays = Names(
        row.get("relay")
        for row in dossier.rows(RELAYS)
        if row.get("consideration") not in (None, "none")
    )
    return tuple(_tested(row, relays) for row in dossier.rows(PEOPLE) if row.get("who"))


def is_ambassador(row: Cells) -> bool:
    """True when somebody is named, and all five conditions are met."""
    return bool(row.get("who")) and all(row.get(each) is True for each in CONDITIONS)


def is_undisclosed(row: Cells) -> bool:
    """True when somebody named recommends, and does not say in exchange for what."""
    recommends = row.get("recommends") is True and row.get("disclosed") is False
    return recommends and bool(row.get("who"))


def _tested(row: Cells, rewarded: Names) -> Tested:
    met = tuple(each for each in CONDITIONS if row.get(each) is True)
    unmet = tuple(each for each in CONDITIONS if row.get(each) is False)
    rest = tuple(each for each in CONDITIONS if each not in (*met, *unmet))
    paid = "disclosed" in unmet or row.get("who") in rewarded
    return Tested(row.row, met, unmet, rest, row.day("since"), _word(met, paid=paid))


def _word(met: tuple[str, ...], *, paid: bool) -> str:
    """What one calls them: what is given in return comes first, then what is not known."""
    table = (
        (len(met) == len(CONDITIONS), "ambassador"),
        (paid, "paid_partner"),
        ("knows" not in met, "follower"),
        ("recommends" not in met, "customer"),
    )
    return next((word for holds, word in table if holds), "contributor")
