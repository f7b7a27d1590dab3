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
from conclusions.domain.promise_words import Implied, implied

MESSAGES, PLACES, REGISTER = "messages.messages", "places.places", "promises.promises"
# As they are read: what went wrong first, then what has to be looked at.
STATES = ("broken", "late", "to_settle", "running", "kept", "withdrawn")
SETTLED = frozenset({"kept", "broken", "withdrawn"})
SAID = (*SETTLED, "late")


class Promise(NamedTuple):
    """One promise; `source` names what it comes from: message, place, implied, or own.

    `key` is the row of question 7 or 11, or the id of the words of an implied one; `row` is the
    row of the register that speaks of it, and `words` and `to_whom` are that row's.
    """

    id: str
    source: str
    key: str
    place: Place
    state: str = "running"
    words: str = ""
    # What the answer says; `words` may be the register's, written when it said something else.
    source_words: str = ""
    to_whom: str = ""
    # The row of question 1 that a message is for.
    public: str = ""
    proof: str = ""
    made_on: date | None = None
    due: date | None = None
    settled_on: date | None = None
    announced: bool | None = None
    owner: str = ""
    # What {value} tells: the delay, the number of days.
    value: Any = None
    row: str = ""

    @property
    def is_open(self) -> bool:
        """True while somebody may still expect it."""
        return self.state not in SETTLED


# The id of a promise, and what tells the rest of it.
Made = tuple[str, Callable[[], Promise]]


def promises(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """Every promise, what went wrong first, in the order of due dates."""
    return _on(dossier.once(_found), as_of)


def _found(dossier: Dossier) -> tuple[Promise, ...]:
    """Every promise, whatever the day."""
    rows = {row.row: row for row in dossier.rows(REGISTER)}
    derived = [made() for _key, made in _derived(dossier)]
    return tuple(_overlaid(derived, rows))


def _told(dossier: Dossier) -> tuple[Promise, ...]:
    """The promises of which the register says something, whatever the day."""
    rows = {row.row: row for row in dossier.rows(REGISTER)}
    derived = _derived(dossier) if any(map(may_be_derived, rows)) else ()
    return tuple(_overlaid([made() for key, made in derived if key in rows], rows))


def _on(found: Iterable[Promise], as_of: date) -> tuple[Promise, ...]:
    return tuple(sorted((_dated(each, as_of) for each in found), key=_order))


def _dated(promise: Promise, as_of: date) -> Promise:
    state = _state(promise, as_of)
    return promise if state == promise.state else promise._replace(state=state)


def followed(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """The promises of which the register says something; without a register, nothing to do."""
    return dossier.on(as_of, _followed)


def _followed(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    return _on(_told(dossier), as_of)


def counts(found: tuple[Promise, ...]) -> dict[str, int]:
    """How many promises are in each state, all states named."""
    states = [each.state for each in found]
    return {state: states.count(state) for state in STATES}


def _order(promise: Promise) -> tuple[int, date]:
    return STATES.index(promise.state), promise.due or date.max


def _derived(dossier: Dossier) -> Iterator[Made]:
    """Every promise that answers and decisions make."""
    messages = [row for row in dossier.rows(MESSAGES) if row.get("promise") is True]
    yield from (_made("message", _message, row) for row in messages)
    places = [row for row in dossier.rows(PLACES) if row.get("promise")]
    yield from (_made("place", _of_place, row) for row in places)
    for each in implied(STRUCTURE):
        value, place = _of_question(dossier, each) if each.question else _of_decision(dossier, each)
        if value is not None and place is not None:
            key = derived_id("implied", each.id)
            said = partial(Promise, value=value, announced=True)
            yield key, partial(said, key, "implied", each.id, place)


def _made(source: str, tell: Callable[[str, Cells], Promise], row: Cells) -> Made:
    key = derived_id(source, row.row)
    return key, partial(tell, key, row)


def _of_place(key: str, row: Cells) -> Promise:
    place = Place(QUESTION, row.id, f"{row.path}/promise")
    said = row.said("promise")
    return Promise(key, "place", row.row, place, words=said, source_words=said)


def _message(key: str, row: Cells) -> Promise:
    return Promise(
        key,
        "message",
        row.row,
        Place(QUESTION, row.id, f"{row.path}/message"),
        words=row.said("message"),
        source_words=row.said("message"),
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
    """Each with what the register says of it, then those that it alone makes."""
    for each in derived:
        yield each._replace(**_said(rows[each.id])) if each.id in rows else each
    known = {each.id for each in derived}
    for key, row in rows.items():
        if key not in known:
            place = Place(QUESTION, row.id, f"{row.path}/promise")
            yield Promise(key, "own", key, place, **_said(row))


def _said(row: Cells) -> dict[str, Any]:
    """What a row of the register says in place of what is derived, where it says something."""
    said: dict[str, Any] = {"row": row.row}
    for name, column, read in SAYING:
        value = read(row, column)
        if value is not None and value != "":
            said[name] = value
    return said


def _settled(row: Cells, column: str) -> str | None:
    """The state that a row gives; None for one that only the day can give."""
    state = row.text(column)
    return state if state in SAID else None


# What a row of the register says of a promise, its columns, and how each is read.
SAYING: tuple[tuple[str, str, Callable[[Cells, str], Any]], ...] = (
    ("words", "promise", Cells.text),
    ("to_whom", "to_whom", Cells.text),
    ("proof", "proof", Cells.text),
    ("owner", "owner", Cells.text),
    ("made_on", "made_on", Cells.day),
    ("due", "due", Cells.day),
    ("settled_on", "settled_on", Cells.day),
    ("announced", "announced", Cells.get),
    ("state", "state", _settled),
)


def _state(promise: Promise, as_of: date) -> str:
    """What the register says; else late past a due date without proof, and to settle with one."""
    if promise.state != "running" or promise.due is None or promise.due >= as_of:
        return promise.state
    return "to_settle" if promise.proof else "late"
