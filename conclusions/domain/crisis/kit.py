"""The crisis kit: three levels, who is told and reached, what is done first and what is said."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from conclusions.domain.dossier import Cells, Dossier

LEVELS = ("green", "orange", "red")
ARBITERS, TRIGGERS, KIT, REACH = (
    "arbiters.levels",
    "crisis.triggers",
    "crisis_kit.levels",
    "crisis_kit.reach",
)
# Whom one calls, in that order; at night the other way round.
BY_DAY = ("decider", "deputy", "out_of_hours")
BY_NIGHT = ("out_of_hours", "deputy", "decider")
HOSTING = ("N1", "N2", "N3")
NOTHING: dict[str, Any] = {}


class Contact(NamedTuple):
    """How one reaches somebody, in the words of who typed it; nothing where nobody said."""

    person: str
    by_day: str = ""
    out_of_hours: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """One level; nothing in a part means that no answer fills it."""

    id: str
    # The row of question 5, the triggers of question 16.
    arbiter: Cells
    triggers: tuple[Cells, ...]
    # What was typed in the register.
    threshold: str
    statement: str
    # Whom one calls by day and by night, each once, in order.
    by_day: tuple[Contact, ...]
    by_night: tuple[Contact, ...]
    # Everybody who is told: who decides, then those of the triggers.
    told: tuple[str, ...]

    @property
    def person(self) -> str:
        """Who decides at this level."""
        return self.arbiter.text("decider") or ""

    @property
    def reached_by_day(self) -> Contact | None:
        """The first whom one can reach by day."""
        return next((each for each in self.by_day if each.by_day), None)

    @property
    def reached_by_night(self) -> Contact | None:
        """The first whom one can reach out of hours."""
        return next((each for each in self.by_night if each.out_of_hours), None)

    @property
    def is_empty(self) -> bool:
        """True when nothing at all is said of this level."""
        return not (self.arbiter.held or self.triggers or self.threshold or self.statement)


@dataclass(frozen=True, slots=True)
class Kit:
    """All three levels, and what serves them all."""

    levels: tuple[Level, ...]
    contacts: tuple[Contact, ...]
    silences: tuple[Cells, ...]
    # The header of question 15 and the details of decision 14, where they are settled.
    reply_times: Cells
    promised: Cells
    on_call: bool
    rehearsal: Cells | None
    signature: str
    # Whether the organisation hosts what others write: one legal reminder more.
    hosts: bool

    @property
    def is_empty(self) -> bool:
        """True when no level says anything."""
        return all(level.is_empty for level in self.levels) and not self.contacts

    @property
    def red(self) -> Level:
        """The highest level."""
        return self.levels[-1]


def kit(dossier: Dossier) -> Kit:
    """The crisis kit of a dossier."""
    reach = {person: row for row in dossier.rows(REACH) if (person := row.text("person"))}
    hours = dossier.choice("hours")
    levels = tuple(_level(dossier, name, reach) for name in LEVELS)
    # Each person once, those of the highest level first, then those that only the register names.
    called = [each.person for level in reversed(levels) for each in level.by_day]
    told = [person for level in reversed(levels) for person in level.told]
    return Kit(
        levels=levels,
        contacts=tuple(_contact(each, reach) for each in dict.fromkeys([*called, *told, *reach])),
        silences=dossier.rows("crisis.silences"),
        reply_times=dossier.header("reply_times"),
        promised=hours.told("delay", "urgent_delay", "urgent_contact", "weekly_hours"),
        on_call=hours.has("on_call", "around_the_clock"),
        rehearsal=_rehearsal(dossier),
        signature=dossier.header("tone").text("signature") or "",
        hosts=dossier.tier in HOSTING,
    )


def _rehearsal(dossier: Dossier) -> Cells | None:
    rows = dossier.rows("opening.prerequisites")
    return next((row for row in rows if row.get("prerequisite") == "crisis_rehearsed"), None)


def _row(dossier: Dossier, table: str, name: str) -> Cells:
    """A row of a table of fixed rows; an empty one when nobody filled it."""
    found = next((row for row in dossier.rows(table) if row.row == name), None)
    question, _dot, rows = table.partition(".")
    return found or Cells("question", question, NOTHING, rows, name)


def _level(dossier: Dossier, name: str, reach: dict[str, Cells]) -> Level:
    arbiter, typed = _row(dossier, ARBITERS, name), _row(dossier, KIT, name)
    triggers = tuple(row for row in dossier.rows(TRIGGERS) if row.get("level") == name)
    informed = [person for row in triggers for person in row.several("informed")]
    called = _called(arbiter, BY_DAY, reach)
    return Level(
        id=name,
        arbiter=arbiter,
        triggers=triggers,
        threshold=typed.text("threshold") or "",
        statement=typed.text("statement") or "",
        by_day=called,
        by_night=_called(arbiter, BY_NIGHT, reach),
        told=tuple(dict.fromkeys([*(each.person for each in called[:2]), *informed])),
    )


def _called(
    arbiter: Cells, columns: tuple[str, ...], reach: dict[str, Cells]
) -> tuple[Contact, ...]:
    people = dict.fromkeys(person for each in columns if (person := arbiter.text(each)))
    return tuple(_contact(person, reach) for person in people)


def _contact(person: str, reach: dict[str, Cells]) -> Contact:
    row = reach.get(person)
    return Contact(person, row.said("by_day"), row.said("out_of_hours")) if row else Contact(person)
