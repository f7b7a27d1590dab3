"""Who does what: seven activities, one person accountable for each, derived from what was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from conclusions.domain import shapes
from conclusions.domain.dossier import DECISION, QUESTION, Cells, Dossier
from conclusions.domain.findings import Place

MISSIONS = ("monitoring", "production", "answering", "moderation", "measurement")
ACTIVITIES = (
    "monitoring",
    "production",
    "answering",
    "moderation",
    "appeal",
    "crisis",
    "measurement",
)
# The register that replaces what is derived, cell by cell.
REGISTER = "roles.activities"
SINGLE = ("accountable", "cover", "evening")
SEVERAL = ("responsible", "consulted", "informed")

Weights = dict[str, Decimal]
NONE, ONCE = Decimal(0), Decimal(1)
# How one hears of an evening that nobody has to cover.
UNCOVERED = ("waiting_message", "next_working_day")
# How one hears of somebody typed in who moderates, and may hear no appeal.
MODERATES = "moderates"


class Held(NamedTuple):
    """One person or nobody, and where that comes from.

    `rivals` are those who came out even; `settled` says what told them apart: `owner` (who
    answers for the question) or `first` (who stands first in it).
    """

    person: str = ""
    basis: str = "nobody"
    place: Place | None = None
    rivals: tuple[str, ...] = ()
    settled: str = ""


NOBODY = Held()


class Source(NamedTuple):
    """Where people are found for something, each with the weight that ranks them."""

    basis: str
    place: Place
    weigh: Callable[[Dossier], Weights]


@dataclass(frozen=True)
class Activity:
    """One activity: exactly one person accountable or nobody, those who do it, those who know."""

    id: str
    accountable: Held
    responsible: tuple[str, ...]
    # Whom one asks before and whom one tells after, for who shows them: no rule does.
    tell: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]]
    # Who stands in for the accountable person on holiday, and who is there in the evening.
    cover: Held
    evening: Held
    # What a person typed in the register instead of what is derived.
    typed: frozenset[str]

    @cached_property
    def _around(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.tell()

    @property
    def consulted(self) -> tuple[str, ...]:
        """Whom one asks before."""
        return self._around[0]

    @property
    def informed(self) -> tuple[str, ...]:
        """Whom one tells after."""
        return self._around[1]

    @property
    def doing(self) -> frozenset[str]:
        """Everybody who does it or answers for it, their stand-in included."""
        return frozenset({self.accountable.person, *self.responsible, self.cover.person} - {""})

    @property
    def moderating(self) -> frozenset[str]:
        """The same, and who is there in the evening: of moderation, who hears no appeal."""
        return self.doing | ({self.evening.person} - {""})

    def letters(self, person: str) -> tuple[str, ...]:
        """What a person is in it: `accountable`, `responsible`, `consulted`, `informed`."""
        single = ("accountable",) if person == self.accountable.person else ()
        return single + tuple(each for each in SEVERAL if person in getattr(self, each))

    def stands_in(self, person: str) -> tuple[str, ...]:
        """When a person stands in: `cover`, `evening`."""
        held = {"cover": self.cover, "evening": self.evening}
        return tuple(name for name, each in held.items() if person and each.person == person)


def hours_in(mission: str) -> Callable[[Dossier], Weights]:
    """The weekly hours of question 22 for one mission, by person."""

    def weigh(dossier: Dossier) -> Weights:
        rows = missions(dossier).get(mission, ())
        return _added((row, row.decimal("weekly_hours") or NONE) for row in rows)

    return weigh


def missions(dossier: Dossier) -> Mapping[str, list[Cells]]:
    """The rows of question 22 by mission."""
    return dossier.once(_missions)


def _missions(dossier: Dossier) -> dict[str, list[Cells]]:
    found: dict[str, list[Cells]] = {}
    for row in dossier.rows("hours.people"):
        found.setdefault(row.said("mission"), []).append(row)
    return found


def _added(weighed: Iterable[tuple[Cells, Decimal]], column: str = "person") -> Weights:
    found: Weights = {}
    for row, weight in weighed:
        person = row.get(column)
        if isinstance(person, str) and person:
            found[person] = found.get(person, NONE) + weight
    return found


def named_in(table: str, column: str, row: str = "") -> Callable[[Dossier], Weights]:
    """Who stands in a column, by how often; in one row only when it is named."""

    def weigh(dossier: Dossier) -> Weights:
        rows = [each for each in dossier.rows(table) if row in ("", each.row)]
        return _added(((each, ONCE) for each in rows), column)

    return weigh


def owner_of(kind: str, name: str) -> Callable[[Dossier], Weights]:
    """Who answers for a question or a decision; nobody for one that does not apply."""

    def weigh(dossier: Dossier) -> Weights:
        kept = dossier.decided if kind == DECISION else dossier.answers
        held = shapes.mapping(kept.get(name))
        owner = shapes.text(held.get("owner")) if held.get("state") != "not_applicable" else ""
        return {owner: ONCE} if owner else {}

    return weigh


def _in_hours(mission: str) -> Source:
    return Source("hours", Place(QUESTION, "hours", "rows/people"), hours_in(mission))


def _in_table(basis: str, table: str, column: str) -> Source:
    question, _dot, name = table.partition(".")
    return Source(basis, Place(QUESTION, question, f"rows/{name}"), named_in(table, column))


def at_level(level: str, column: str) -> Source:
    """Who stands in one column of one level of question 5."""
    place = Place(QUESTION, "arbiters", f"rows/levels/{level}/{column}")
    return Source(f"{level}_{column}", place, named_in("arbiters.levels", column, level))


def _owner(kind: str, name: str) -> Source:
    return Source("owner", Place(kind, name), owner_of(kind, name))


SOURCES: Mapping[str, tuple[Source, ...]] = {
    "monitoring": (
        _in_hours("monitoring"),
        _in_table("alerts", "monitoring.queries", "recipient"),
        _owner(QUESTION, "monitoring"),
    ),
    "production": (
        _in_hours("production"),
        _in_table("producers", "contents.formats", "producer"),
        _owner(QUESTION, "contents"),
    ),
    "answering": (
        _in_hours("answering"),
        _in_table("holders", "speakers.speakers", "holder"),
        _owner(QUESTION, "reply_times"),
    ),
    "moderation": (_in_hours("moderation"), _owner(DECISION, "moderators")),
    "appeal": (
        _in_hours("appeal"),
        Source("appeal_owner", Place(DECISION, "appeal"), owner_of(DECISION, "appeal")),
        at_level("red", "decider"),
        at_level("red", "deputy"),
        at_level("orange", "decider"),
        at_level("orange", "deputy"),
    ),
    "crisis": (
        at_level("red", "decider"),
        at_level("orange", "decider"),
        _owner(QUESTION, "crisis"),
    ),
    "measurement": (_in_hours("measurement"), _owner(QUESTION, "indicators")),
}


def choose(
    dossier: Dossier, sources: Iterable[Source], without: Iterable[str] = ()
) -> tuple[Held, tuple[str, ...]]:
    """The one person of the first source that names somebody, and all whom it names."""
    left_out = frozenset(without)
    for source in sources:
        found = source.weigh(dossier)
        weights = {person: found[person] for person in found if person not in left_out}
        if weights:
            ranked = tuple(sorted(weights, key=lambda each: -weights[each]))
            return _settled(dossier, source, weights, tuple(sources)), ranked
    return NOBODY, ()


def _settled(
    dossier: Dossier, source: Source, weights: Weights, sources: tuple[Source, ...]
) -> Held:
    """Who has most; between equals the one who answers for the question, else the first."""
    best = max(weights.values())
    even = [person for person, weight in weights.items() if weight == best]
    if len(even) == 1:
        return Held(even[0], source.basis, source.place)
    owners = [each.weigh(dossier) for each in sources if each.basis == "owner"]
    owning = [person for person in even if any(person in each for each in owners)]
    person = (owning or even)[0]
    rivals = tuple(each for each in even if each != person)
    return Held(person, source.basis, source.place, rivals, "owner" if owning else "first")
