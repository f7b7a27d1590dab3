"""The promises that an organisation has made, and how far each one is on a day.

They come from question 7, question 11, question 15 and the charter; a row of the register says
what became of one of them (it bears the derived id), or is a promise of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE, Cells, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.promise_words import Implied, implied

MESSAGES, PLACES, REGISTER = "messages.messages", "places.places", "promises.promises"
# As they are read: what went wrong first, then what has to be looked at.
STATES = ("broken", "late", "to_settle", "running", "kept", "withdrawn")
SETTLED = frozenset({"kept", "broken", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Promise:
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


def promises(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """Every promise, what went wrong first, in the order of due dates."""
    return _on(dossier.once(_found), as_of)


def _found(dossier: Dossier) -> tuple[Promise, ...]:
    """Every promise, whatever the day."""
    rows = {row.row: row for row in dossier.rows(REGISTER)}
    derived = list(_derived(dossier))
    known = {each.id for each in derived}
    own = [_own(row) for row in rows.values() if row.row not in known]
    return tuple(_overlaid(each, rows.get(each.id)) for each in (*derived, *own))


def _on(found: Iterable[Promise], as_of: date) -> tuple[Promise, ...]:
    return tuple(sorted((_dated(each, as_of) for each in found), key=_order))


def _dated(promise: Promise, as_of: date) -> Promise:
    state = _state(promise, as_of)
    return promise if state == promise.state else replace(promise, state=state)


def followed(dossier: Dossier, as_of: date) -> tuple[Promise, ...]:
    """The promises of which the register says something; without a register, nothing to do."""
    if not dossier.rows(REGISTER):
        return ()
    return _on((each for each in dossier.once(_found) if each.row), as_of)


def counts(found: tuple[Promise, ...]) -> dict[str, int]:
    """How many promises are in each state, all states named."""
    states = [each.state for each in found]
    return {state: states.count(state) for state in STATES}


def _order(promise: Promise) -> tuple[int, date]:
    return STATES.index(promise.state), promise.due or date.max


def _derived(dossier: Dossier) -> Iterator[Promise]:
    messages = dossier.rows(MESSAGES)
    yield from (_message(row) for row in messages if row.get("promise") is True)
    yield from (_of_place(row) for row in dossier.rows(PLACES) if row.get("promise"))
    yield from filter(None, (_implied(dossier, each) for each in implied(STRUCTURE)))


def _of_place(row: Cells) -> Promise:
    place = Place(QUESTION, row.id, f"{row.path}/promise")
    made = derived_id("place", row.row)
    said = row.said("promise")
    return Promise(made, "place", row.row, place, words=said, source_words=said)


def _message(row: Cells) -> Promise:
    return Promise(
        derived_id("message", row.row),
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


def _implied(dossier: Dossier, each: Implied) -> Promise | None:
    """A promise that an answer or a decision makes; None when it does not, or says no value."""
    value, place = _of_question(dossier, each) if each.question else _of_decision(dossier, each)
    if value is None or place is None:
        return None
    found = Promise(derived_id("implied", each.id), "implied", each.id, place)
    return replace(found, value=value, announced=True)


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


def _own(row: Cells) -> Promise:
    return Promise(row.row, "own", row.row, Place(QUESTION, row.id, f"{row.path}/promise"))


def _overlaid(promise: Promise, row: Cells | None) -> Promise:
    """What the register says in place of what is derived, where it says something."""
    if row is None:
        return promise
    said: Mapping[str, Any] = {
        "words": row.said("promise"),
        "to_whom": row.said("to_whom"),
        "proof": row.said("proof"),
        "owner": row.said("owner"),
        "made_on": row.day("made_on"),
        "due": row.day("due"),
        "settled_on": row.day("settled_on"),
        "announced": row.get("announced"),
        "state": row.get("state") if row.get("state") in (*SETTLED, "late") else None,
    }
    kept = {name: value for name, value in said.items() if value not in (None, "")}
    return replace(promise, row=row.row, **kept)


def _state(promise: Promise, as_of: date) -> str:
    """What the register says; else late past a due date without proof, and to settle with one."""
    if promise.state != "running" or promise.due is None or promise.due >= as_of:
        return promise.state
    return "to_settle" if promise.proof else "late"
