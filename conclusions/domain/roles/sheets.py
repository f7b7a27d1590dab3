"""Role sheets: one for each person named, with what they do, where, how long, what they decide."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.roles.raci import Activity

HOURS, SPEAKERS, LEVELS = "hours.people", "speakers.speakers", "arbiters.levels"
STANDING = ("decider", "deputy", "out_of_hours")


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is in one activity: letters, then when they stand in."""

    activity: str
    letters: tuple[str, ...]
    stands_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person: what they do, with how many hours, where they speak, what they decide."""

    person: str
    parts: tuple[Part, ...]
    # Rows of question 22; None hours when question 22 gives them none.
    hours: tuple[Cells, ...]
    weekly: Decimal | None
    # Rows of question 4: where they speak, and where they stand in for who does.
    speaks: tuple[Cells, ...]
    deputises: tuple[Cells, ...]
    # Levels of question 5, as decider, deputy or on call; subjects of question 9 they may lift.
    levels: tuple[tuple[Cells, tuple[str, ...]], ...]
    exceptions: tuple[Cells, ...]
    # Steps of the ladder of sanctions that they decide, and whether the review date is theirs.
    sanctions: tuple[str, ...]
    reviews: bool
    covered_by: tuple[str, ...]

    @property
    def trained_on(self) -> date | None:
        """The day of the last training that question 4 knows."""
        known = [day for row in self.speaks if (day := row.day("trained_on"))]
        return max(known, default=None)

    @property
    def decides(self) -> bool:
        """True when something is theirs to decide."""
        return bool(self.levels or self.exceptions or self.sanctions or self.reviews)


def sheets(dossier: Dossier, found: Iterable[Activity]) -> tuple[Sheet, ...]:
    """A sheet for each person named, in the order of the organisation's list."""
    known = tuple(found)
    listed = list(dossier.people)
    named = list(dict.fromkeys(_named(dossier, known)))
    order = [each for each in listed if each in named]
    rest = [each for each in named if each not in listed]
    return tuple(_sheet(dossier, known, each) for each in (*order, *rest))


def _named(dossier: Dossier, known: tuple[Activity, ...]) -> Iterator[str]:
    """Everybody who does, decides, speaks or stands in; who is only told has no sheet."""
    for each in known:
        held = (each.accountable, each.cover, each.evening)
        yield from (one.person for one in held if one.person)
        yield from each.responsible
    for table, columns in (
        (HOURS, ("person",)),
        (SPEAKERS, ("holder", "deputy")),
        (LEVELS, STANDING),
    ):
        for row in dossier.rows(table):
            yield from (person for column in columns if (person := row.text(column)))


def _sheet(dossier: Dossier, known: tuple[Activity, ...], person: str) -> Sheet:
    hours = _rows(dossier, HOURS, "person", person)
    given = [number for row in hours if (number := row.decimal("weekly_hours")) is not None]
    return Sheet(
        person=person,
        parts=tuple(_parts(known, person)),
        hours=hours,
        weekly=sum(given, Decimal(0)) if given else None,
        speaks=_rows(dossier, SPEAKERS, "holder", person),
        deputises=_rows(dossier, SPEAKERS, "deputy", person),
        levels=tuple(_levels(dossier, person)),
        exceptions=_rows(dossier, "red_lines.subjects", "exception_by", person),
        sanctions=tuple(_sanctions(dossier, known, person)),
        reviews=dossier.header("change_of_course").get("decider") == person,
        covered_by=_covered_by(dossier, known, person),
    )


def _rows(dossier: Dossier, table: str, column: str, person: str) -> tuple[Cells, ...]:
    return tuple(row for row in dossier.rows(table) if row.get(column) == person)


def _parts(known: tuple[Activity, ...], person: str) -> Iterator[Part]:
    for each in known:
        letters, stands_in = each.letters(person), each.stands_in(person)
        if letters or stands_in:
            yield Part(each.id, letters, stands_in)


def _levels(dossier: Dossier, person: str) -> Iterator[tuple[Cells, tuple[str, ...]]]:
    for row in dossier.rows(LEVELS):
        parts = tuple(each for each in STANDING if row.get(each) == person)
        if parts:
            yield row, parts


def _covered_by(dossier: Dossier, known: tuple[Activity, ...], person: str) -> tuple[str, ...]:
    """Who replaces them in their hours, their places and what they answer for."""
    found = [row.text("replacement") for row in _rows(dossier, HOURS, "person", person)]
    found += [row.text("deputy") for row in _rows(dossier, SPEAKERS, "holder", person)]
    found += [each.cover.person for each in known if each.accountable.person == person]
    return tuple(dict.fromkeys(each for each in found if each and each != person))


# Who decides each step of the graduated ladder (our own proposal, brief 2.7).
STEPS: dict[str, Callable[[dict[str, Activity], str], bool]] = {
    "moderator": lambda known, person: person in known["moderation"].doing,
    "team": lambda known, person: person in known["moderation"].responsible,
    "exclusion": lambda known, person: person == known["moderation"].accountable.person,
    "immediate": lambda known, person: person == known["moderation"].evening.person,
    "appeal": lambda known, person: person == known["appeal"].accountable.person,
}


def _sanctions(dossier: Dossier, known: tuple[Activity, ...], person: str) -> Iterator[str]:
    """The steps that this person decides, where decision 11 keeps a ladder or points."""
    if not dossier.choice("sanctions").has("ladder", "points"):
        return
    found = {each.id: each for each in known}
    yield from (step for step, decides in STEPS.items() if decides(found, person))
