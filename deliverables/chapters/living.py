"""The chapter on the next review: its date, what brings it forward, what is read again first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Level, Place
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import tree
from conclusions.domain.living.assumed import assumed
from conclusions.domain.living.triggers import TRIGGERS, departures, is_open
from deliverables.chapters.answers import register_blocks
from deliverables.chapters.following import Following
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Row, Section, Text
from deliverables.widths import PAGE

REGISTER, TABLE = TRIGGERS.split(".")
COURSE = "change_of_course"
TRIGGER, HAPPENED = 44, 24
# What each trigger makes one read again; our own proposal, and said to be one.
REOPENS = {
    "crisis": ("crisis", "arbiters", "reply_times"),
    "law": ("red_lines", "moderation"),
    "departure": ("speakers", "arbiters", "hours"),
    "other": ("objective", COURSE),
    "objective": ("indicators", "places", "rhythm", COURSE),
}


@dataclass(frozen=True)
class _Living:
    """One dossier on the eve of its review, ready to be set."""

    following: Following

    def told(self) -> Iterator[tuple[str, list[str]]]:
        """What is read again first, by why; nothing under a reason without any."""
        dossier, narrator = self.following.dossier, self.following.narrator
        planned = dossier.header(COURSE).day("review_on")
        day = self.following.reader.teller.date
        yield "next", [day(planned)] if planned else []
        yield "happened", list(self._happened())
        yield "contradicted", list(self._contradicted())
        yield "departed", [narrator.short(Place(QUESTION, each)) for each in departures(dossier)]
        yield "awaited", list(self._awaited())
        yield "assumed", list(self._assumed())

    def _title(self, question: str) -> str:
        return self.following.narrator.title(Place(QUESTION, question))

    def _happened(self) -> Iterator[str]:
        following = self.following
        known = following.reader.teller.rows[TRIGGERS]
        for row in following.dossier.rows(TRIGGERS):
            if row.row in known and is_open(row, date.min, following.as_of):
                yield known[row.row].words

    def _contradicted(self) -> Iterator[str]:
        """Every question and decision that an open finding reads, once."""
        findings = [each for each in self.following.reviewed.open if each.level != Level.REMINDER]
        places = (Place(place.kind, place.id) for each in findings for place in each.places)
        yield from dict.fromkeys(self.following.narrator.short(each) for each in places)

    def _awaited(self) -> Iterator[str]:
        """The indicators whose last reading is older than their cadence."""
        following = self.following
        telling = Telling(following.reader.teller)
        for each in tree(following.dossier, following.as_of).indicators:
            if each.is_awaited:
                yield telling.name(each)

    def _assumed(self) -> Iterator[str]:
        narrator = self.following.narrator
        return map(narrator.short, assumed(self.following.dossier))

    def triggers(self) -> Grid:
        """What brings a review forward, what it makes one read again, whether it happened."""
        reader, words = self.following.reader, self.following.reader.words
        columns = (
            Column(words["living.trigger"], TRIGGER),
            Column(words["living.reopens"], PAGE - TRIGGER - HAPPENED - HAPPENED),
            Column(words["living.happened_on"], HAPPENED),
            Column(words["living.reviewed_on"], HAPPENED),
        )
        rows = tuple(self._row(each) for each in REOPENS)
        note = reader.own(words["living.ours"]).words
        title = words["living.triggers"]
        return Grid(title, columns, rows, wide=True, note=note, sources=(COURSE, REGISTER))

    def _row(self, trigger: str) -> Row:
        reader = self.following.reader
        known = reader.teller.rows[TRIGGERS].get(trigger)
        held = {row["id"]: row for row in reader.rows(REGISTER, TABLE)}.get(trigger, {})
        said = {name: self._cell(held, name) for name in ("happened_on", "reviewed_on", "note")}
        note = said.pop("note")
        return Row(
            (
                reader.text(known) if known else reader.own(reader.words["living.objective"]),
                reader.own("\n".join(map(self._title, REOPENS[trigger]))),
                *said.values(),
            ),
            (Fact(reader.words["living.changes"], note),) if note.words else (),
        )

    def _cell(self, row: dict[str, str], name: str) -> Text:
        return self.following.reader.cell_text(REGISTER, TABLE, row, name)


def living_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while no review is dated, nothing has happened and nothing is to be read again."""
    living, reader = _Living(following), following.reader
    told = {name: lines for name, lines in living.told() if lines}
    if not (told or reader.answer(REGISTER).get("value")):
        return
    words = reader.words
    yield Chapter(
        id="living",
        title=reader.title(words["living.title"]),
        lead=reader.own(words["living.lead" if told.keys() - {"next"} else "living.lead_dated"]),
        blocks=(_first(following, told),),
        sections=(_brought(living),),
    )


def _first(following: Following, told: dict[str, list[str]]) -> Facts:
    reader = following.reader
    texts = {"next": reader.own(reader.words["living.undated"], "missing")}
    texts |= {name: reader.own(reader.separator.join(lines)) for name, lines in told.items()}
    facts = (Fact(reader.words[f"living.{name}"], text) for name, text in texts.items())
    return Facts(tuple(facts), sources=(COURSE, REGISTER))


def _brought(living: _Living) -> Section:
    """What brings the review forward, with what the register notes beside it."""
    reader = living.following.reader
    question = reader.question(REGISTER)
    blocks: tuple[Block, ...] = tuple(register_blocks(reader, question, living.triggers()))
    title = reader.title(reader.words["living.brought"])
    return Section(f"register-{REGISTER}", title, blocks=blocks, sources=(COURSE, REGISTER))
