"""The chapter on trust: every promise and its state, and who could withdraw their trust."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from conclusions.domain.telling import Narrator
from conclusions.domain.trust.promises import Promise, counts, promises
from conclusions.domain.trust.telling import has_changed, source_words, to_whom, who, words_of
from conclusions.domain.trust.withdrawals import Withdrawal, withdrawals
from deliverables.chapters.answers import register_blocks
from deliverables.chapters.following import Following
from deliverables.reader import Reader
from deliverables.tree import Chapter, Column, Fact, Grid, Row, Section, Text
from deliverables.widths import PAGE
from strategy.domain.telling import NOTHING, Told

REGISTER = "promises"
PROMISE, TO_WHOM, DUE, STATE = 62, 42, 26, 20
WHO, CAUSE = 52, 60


@dataclass(frozen=True)
class _Promised:
    """The promises and the actors of one dossier, ready to be set."""

    following: Following

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return promises(self.following.dossier, self.following.as_of)

    @cached_property
    def actors(self) -> tuple[Withdrawal, ...]:
        return withdrawals(self.following.dossier)

    @property
    def narrator(self) -> Narrator:
        return self.following.narrator

    @cached_property
    def own(self) -> Narrator:
        """A narrator of the dossier's language, in which the register is written."""
        reader = self.following.reader
        return Narrator(reader.dossier, reader.dossier_language)

    def word(self, place: str) -> str:
        reader = self.following.reader
        return reader.title(reader.words[f"trust.{place}"])

    @property
    def register(self) -> Grid:
        columns = (
            Column(self.word("promise"), PROMISE),
            Column(self.word("to_whom"), TO_WHOM),
            Column(self.word("due"), DUE),
            Column(self.word("state"), STATE),
            Column(self.word("source"), PAGE - PROMISE - TO_WHOM - DUE - STATE),
        )
        rows = tuple(self._promise(each) for each in self.promises)
        return Grid(self.word("listed"), columns, rows, wide=True, sources=(REGISTER,))

    def _promise(self, promise: Promise) -> Row:
        reader = self.following.reader
        undated = reader.words["trust.ongoing" if promise.is_ongoing else "trust.undated"]
        cells = (
            reader.text(words_of(promise, self.narrator)),
            reader.text(to_whom(promise, self.narrator)),
            reader.own(reader.teller.date(promise.due) or undated),
            reader.own(reader.words[f"trust.state_of.{promise.state}"]),
            reader.own(self._source(promise)),
        )
        return Row(cells, tuple(self._details(promise)))

    def _details(self, promise: Promise) -> Iterator[Fact]:
        reader = self.following.reader
        told = {
            "owner": self._person(promise.owner),
            "proof": reader.typed(promise.proof),
            "made_on": reader.own(reader.teller.date(promise.made_on)),
            "settled_on": reader.own(reader.teller.date(promise.settled_on)),
            "announced": reader.own(self._announced(promise.announced)),
            "now": reader.text(self._changed(promise)),
        }
        yield from (Fact(self.word(name), text) for name, text in told.items() if text.words)

    def _announced(self, announced: bool | None) -> str:
        return "" if announced is None else self.word("yes" if announced else "no")

    def _source(self, promise: Promise) -> str:
        """« Question 7 », « Décision 14 »; nothing for what stands in the register only."""
        own = promise.source == "own"
        return "" if own else self.narrator.short(promise.place)

    def _changed(self, promise: Promise) -> Told:
        """What the answer says now, when the register says something else."""
        return source_words(promise, self.narrator) if has_changed(promise, self.own) else NOTHING

    @property
    def could(self) -> Grid:
        columns = (
            Column(self.word("who"), WHO),
            Column(self.word("cause"), CAUSE),
            Column(self.word("signal"), PAGE - WHO - CAUSE),
        )
        rows = tuple(self._actor(each) for each in self.actors)
        return Grid(self.word("actors"), columns, rows, wide=True, sources=(REGISTER,))

    def _actor(self, actor: Withdrawal) -> Row:
        reader = self.following.reader
        said = (reader.typed(words) for words in (actor.cause, actor.signal))
        told = {"means": reader.typed(actor.means), "watcher": self._person(actor.owner)}
        details = (Fact(self.word(name), text) for name, text in told.items() if text.words)
        return Row((reader.text(who(actor, self.narrator)), *said), tuple(details))

    def _person(self, key: str) -> Text:
        reader = self.following.reader
        return reader.typed(reader.teller.person(key)) if key else reader.own("")


def trust_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing when nothing is promised and nobody could withdraw their trust."""
    told = _Promised(following)
    said = bool(following.reader.answer(REGISTER).get("value"))
    if not (told.promises or told.actors or said):
        return
    reader = following.reader
    yield Chapter(
        id="trust",
        title=reader.title(reader.words["trust.title"]),
        lead=reader.own(reader.words.say("trust.lead", **counts(told.promises))),
        sections=tuple(_sections(reader, told)),
    )


def _sections(reader: Reader, told: _Promised) -> Iterator[Section]:
    """The promises with what the register notes beside them, then who could withdraw."""
    question = reader.question(REGISTER)
    promises = [told.register] if told.promises else []
    blocks = tuple(register_blocks(reader, question, *promises))
    if blocks:
        yield Section("promises", told.word("register"), blocks=blocks, sources=(REGISTER,))
    if told.actors:
        yield Section("withdrawals", told.word("could"), blocks=(told.could,), sources=(REGISTER,))
