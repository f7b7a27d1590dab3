"""The promises that an organisation has made, and how far each one is on a day.

They come from question 7, question 11, question 15 and the charter; a row of the register says
what became of one of them (it bears the derived id), or is a promise of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from conclusions.domain.derived import derived_id, may_be_derived
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE, Cells, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.shapes import NOTHING
from conclusions.domain.trust.words import Implied, implied

MESSAGES, PLACES, REGISTER = "messages.messages", "places.places", "promises.promises"
# As they are read: what went wrong first, then what has to be looked at.
STATES = ("broken", "late", "to_settle", "running", "kept", "withdrawn")
SETTLED = frozenset({"kept", "broken", "withdrawn"})
# The states that the register gives; the others come with the day.
SAID: Mapping[str | None, str] = {each: each for each in (*SETTLED, "late")}


class Made(NamedTuple):
    """What an answer or a decision says of a promise that it makes."""

    # Where it stands; None for a promise that only the register makes.
    place: Place | None = None
    words: str = ""
    # The row of question 1 that a message is for.
    public: str = ""
    proof: str = ""
    due: date | None = None
    announced: bool | None = None
    owner: str = ""
    # What {value} tells: the delay, the number of days.
    value: Any = None


NOWHERE, UNSAID = Made(), Cells(QUESTION, "promises", NOTHING)


class Promise(NamedTuple):
    """One promise; `source` names what it comes from: message, place, implied, or own.

    `key` is the row of question 7 or 11, or the id of the words of an implied one. What its row
    of the register says comes before what the answer does.
    """

    id: str
    source: str
    key: str
    made: Made
    # Its row of the register.
    said: Cells = UNSAID
    state: str = "running"

    @property
    def row(self) -> str:
        """The row of the register that speaks of it; nothing without one."""
        return self.said.row

    @property
    def place(self) -> Place:
        """Where one reads it."""
        return self.made.place or Place(QUESTION, self.said.id, f"{self.said.path}/promise")

    @property
    def words(self) -> str:
        """What is promised; the register may have been written when the answer said otherwise."""
        return self.said.said("promise") or self.made.words

    @property
    def source_words(self) -> str:
        """What the answer promises."""
        return self.made.words

    @property
    def to_whom(self) -> str:
        """Who was promised it, in the words of the register."""
        return self.said.said("to_whom")

    @property
    def public(self) -> str:
        """The row of question 1 that a message is for."""
        return self.made.public

    @property
    def proof(self) -> str:
        """What proves it."""
        return self.said.said("proof") or self.made.proof

    @property
    def owner(self) -> str:
        """Who keeps it."""
        return self.said.said("owner") or self.made.owner

    @property
    def made_on(self) -> date | None:
        """The day it was made."""
        return self.said.day("made_on")

    @property
    def due(self) -> date | None:
        """The day by which it is to be kept."""
        return self.said.day("due") or self.made.due

    @property
    def is_ongoing(self) -> bool:
        """True for what is promised of every day; a message without a date is only undated."""
        return self.due is None and self.source != "message"

    @property
    def settled_on(self) -> date | None:
        """The day it was kept, broken or withdrawn."""
        return self.said.day("settled_on")

    @property
    def announced(self) -> Any:
        """Whether the public knows it; None while nobody says."""
        said = self.said.get("announced")
        return self.made.announced if said in (None, "") else said

    @property
    def value(self) -> Any:
        """What {value} tells."""
        return self.made.value

    @property
    def is_open(self) -> bool:
        """True while somebody may still expect it."""
        return self.state not in SETTLED


# The id of a promise, and what tells the rest of it.
Making = tuple[str, Callable[[], Promise]]


def promises(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """Every promise, what went wrong first, in the order of due dates."""
    derived = [make() for _key, make in _derived(dossier)]
    return _in_order(_overlaid(derived, _register(dossier)), as_of)


def followed(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """The promises of which the register says something, in the same order."""
    return dossier.on(as_of, _followed)


def _followed(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    rows = _register(dossier)
    derived = _derived(dossier) if any(map(may_be_derived, rows)) else ()
    return _in_order(_overlaid([make() for key, make in derived if key in rows], rows), as_of)


def _register(dossier: Dossier) -> dict[str, Cells]:
    return {row.row: row for row in dossier.rows(REGISTER)}


def _in_order(found: Iterable[Promise], as_of: date) -> tuple[Promise, ...]:
    return tuple(sorted([_dated(each, as_of) for each in found], key=_order))


def _dated(promise: Promise, as_of: date) -> Promise:
    state = _state(promise, as_of)
    return promise if state == promise.state else promise._replace(state=state)


def counts(found: tuple[Promise, ...]) -> dict[str, int]:
    """How many promises are in each state, all states named."""
    states = [each.state for each in found]
    return {state: states.count(state) for state in STATES}


def _order(promise: Promise) -> tuple[int, date]:
    return STATES.index(promise.state), promise.due or date.max


def _derived(dossier: Dossier) -> Iterator[Making]:
    """Every promise that answers and decisions make."""
    messages = [row for row in dossier.rows(MESSAGES) if row.get("promise") is True]
    yield from (_making("message", _message, row) for row in messages)
    places = [row for row in dossier.rows(PLACES) if row.get("promise")]
    yield from (_making("place", _of_place, row) for row in places)
    for each in implied(STRUCTURE):
        value, place = _of_question(dossier, each) if each.question else _of_decision(dossier, each)
        if value is not None and place is not None:
            key = derived_id("implied", each.id)
            made = Made(place, value=value, announced=True)
            yield key, partial(Promise, key, "implied", each.id, made)


def _making(source: str, tell: Callable[[Cells], Made], row: Cells) -> Making:
    key = derived_id(source, row.row)
    return key, lambda: Promise(key, source, row.row, tell(row))


def _of_place(row: Cells) -> Made:
    return Made(Place(QUESTION, row.id, f"{row.path}/promise"), row.said("promise"))


def _message(row: Cells) -> Made:
    return Made(
        Place(QUESTION, row.id, f"{row.path}/message"),
        words=row.said("message"),
        public=row.said("audience"),
        proof=row.said("proof"),
        due=row.day("due"),
        owner=row.said("owner"),
    )


def _of_question(dossier: Dossier, each: Implied) -> tuple[Any, Place]:
    value = dossier.header(each.question).get(each.field)
    return value, Place(QUESTION, each.question, f"header/{each.field}")


def _of_decision(dossier: Dossier, each: Implied) -> tuple[Any, Place | None]:
    choice = dossier.choice(each.decision)
    base = choice.header.get("base")
    chosen = {*choice.options, base} if choice.is_taken else set()
    if not chosen or (each.options and chosen.isdisjoint(each.options)):
        return None, None
    place = Place(DECISION, each.decision, f"header/{each.field or 'options'}")
    return choice.detail(each.field) if each.field else "", place


def _overlaid(derived: list[Promise], rows: Mapping[str, Cells]) -> Iterator[Promise]:
    """Each with its row of the register, then those that it alone makes."""
    for each in derived:
        yield each._replace(said=rows[each.id]) if each.id in rows else each
    known = {each.id for each in derived}
    for key, row in rows.items():
        if key not in known:
            yield Promise(key, "own", key, NOWHERE, row)


def _state(promise: Promise, as_of: date) -> str:
    """What the register says; else late past a due date, and to settle once it notes a proof.

    The proof of question 7 makes a message credible: it does not show that a promise was kept.
    """
    said = SAID.get(promise.said.text("state"))
    if said:
        return said
    if promise.due is None or promise.due >= as_of:
        return "running"
    return "to_settle" if promise.said.said("proof") else "late"
