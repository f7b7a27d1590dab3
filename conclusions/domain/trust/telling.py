"""A promise in words: what is promised, and to whom, in one language."""

from conclusions.domain.dossier import DECISION
from conclusions.domain.telling import Narrator
from conclusions.domain.trust.promises import Promise
from conclusions.domain.trust.withdrawals import Withdrawal
from conclusions.domain.trust.words import implied
from strategy.domain.telling import NOTHING, Told

AUDIENCES, PLACES, VOICES = "receivers.audiences", "places.places", "voices.voices"


def words_of(promise: Promise, narrator: Narrator) -> Told:
    """What is promised: the words of the register, of the answer, or those that sum it up."""
    if promise.words:
        return Told((promise.words,), typed=True)
    return source_words(promise, narrator)


def source_words(promise: Promise, narrator: Narrator) -> Told:
    """What the answer or the decision promises, whatever the register says; nothing for others."""
    if promise.source != "implied":
        return Told((promise.source_words,), typed=True) if promise.source_words else NOTHING
    found = next(each for each in implied(narrator.language) if each.id == promise.key)
    return Told((found.words.format(value=_value(promise, narrator).words),))


def to_whom(promise: Promise, narrator: Narrator) -> Told:
    """Who was promised it: the register's words, a public, who comes to a place, or ours."""
    if promise.to_whom:
        return Told((promise.to_whom,), typed=True)
    if promise.source == "message":
        return _row(narrator, AUDIENCES, promise.public)
    if promise.source == "place":
        return _visitors(narrator, promise.key)
    found = (each for each in implied(narrator.language) if each.id == promise.key)
    return next((Told((each.to,)) for each in found), NOTHING)


def who(withdrawal: Withdrawal, narrator: Narrator) -> Told:
    """Who could withdraw their trust."""
    if withdrawal.who:
        return Told((withdrawal.who,), typed=True)
    return _row(narrator, AUDIENCES, withdrawal.key)


def has_changed(promise: Promise, narrator: Narrator) -> bool:
    """True when the register holds other words than its source says now.

    `narrator` speaks the language of the dossier, in which the register's words were written.
    """
    said = source_words(promise, narrator).words.split()
    return bool(promise.row and promise.words and said) and said != promise.words.split()


def _visitors(narrator: Narrator, place: str) -> Told:
    """Who comes to a place, which is promised nothing itself."""
    named = _row(narrator, PLACES, place).words
    return Told((narrator.book.words["visitors"].format(place=named),)) if named else NOTHING


def _row(narrator: Narrator, table: str, row: str) -> Told:
    return narrator.teller.rows[table].get(row, NOTHING)


def _value(promise: Promise, narrator: Narrator) -> Told:
    """What {value} tells, in the words of its field."""
    name = promise.place.path.removeprefix("header/")
    if promise.place.kind == DECISION:
        detail = narrator.charter.by_id[promise.place.id].detail(name)
        return narrator.teller.tell(detail.field, promise.value) if detail else NOTHING
    asked = narrator.asked.by_id[promise.place.id].field(name)
    return narrator.teller.tell(asked, promise.value) if asked else NOTHING
