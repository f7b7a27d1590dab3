"""The chapter on indicators: what each hangs from, its sheet, its readings and its line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from conclusions.domain.indicators.measures import CheckIn, Indicator
from conclusions.domain.indicators.telling import SHORT_UNIT, Telling
from conclusions.domain.indicators.tree import CHECKINS, INDICATORS, SHEETS, Tree, tree
from deliverables.chapters.answers import answer_blocks, register_blocks
from deliverables.chapters.following import Following
from deliverables.figures import Figure
from deliverables.tree import Block, Chapter, Column, Fact, Grid, Row, Section, Text
from deliverables.widths import PAGE

REGISTERS = ("checkins", "indicator_sheets")
SOURCES = ("indicators", *REGISTERS)
OBJECTIVE, INDICATOR, FAMILY = 38, 44, 38
# What the sentence on where it stands says: the values, or which of them lack.
STANDING = ("baseline", "measured_on", "target", "due")


@dataclass(frozen=True)
class _Measured:
    """The indicators of one dossier, ready to be set."""

    following: Following

    @cached_property
    def tree(self) -> Tree:
        return tree(self.following.dossier, self.following.as_of)

    @cached_property
    def telling(self) -> Telling:
        return Telling(self.following.reader.teller)

    @cached_property
    def words(self) -> dict[str, str]:
        return self.telling.words("document")

    @cached_property
    def read_on(self) -> str:
        """What the register calls the day of a reading."""
        _question, table = self.following.reader.questionnaire.linked(CHECKINS)
        return next(each.label for each in table.columns if each.id == "measured_on")

    def typed_only(self) -> Iterator[str]:
        """The registers with a row that no indicator tells: those are printed as they stand."""
        dossier, known = self.following.dossier, self.tree.indicators
        read = {each.row for indicator in known for each in indicator.readings}
        if any(row.held.keys() - {"id"} and row.row not in read for row in dossier.rows(CHECKINS)):
            yield REGISTERS[0]
        sheets = Counter(row.text("indicator") for row in dossier.rows(SHEETS))
        if sheets - Counter(each.row for each in known):
            yield REGISTERS[1]

    def grid(self) -> Grid:
        words = self.words
        columns = (
            Column(words["objective"], OBJECTIVE),
            Column(words["indicator"], INDICATOR),
            Column(words["family"], FAMILY),
            Column(words["standing"], PAGE - OBJECTIVE - INDICATOR - FAMILY),
        )
        return Grid(words["title"], columns, tuple(self._rows()), wide=True, sources=SOURCES)

    def _rows(self) -> Iterator[Row]:
        reader, words = self.following.reader, self.words
        empty = reader.own("")
        for branch in self.tree.branches:
            objective = reader.typed(self.telling.objective(branch.objective))
            yield from (self._row(objective, each) for each in branch.indicators)
            if not branch.indicators:
                yield Row((objective, reader.own(words["none"], "missing"), empty, empty))
        for name, indicators in (("without", self.tree.without), ("audience", self.tree.audience)):
            yield from (self._row(reader.own(words[name]), each) for each in indicators)

    def _row(self, objective: Text, each: Indicator) -> Row:
        reader = self.following.reader
        family = self._cell(each, "family").words
        if each.is_main:
            family = self.words["main"].format(indicator=family).strip()
        cells = (
            objective,
            reader.typed(self.telling.name(each)),
            reader.own(family),
            reader.own(self.telling.sentence(each)),
        )
        readings = (self._reading(each, read) for read in each.readings)
        return Row(cells, (*self._sheet(each), *readings))

    def _sheet(self, each: Indicator) -> Iterator[Fact]:
        """How it is calculated, from what, how often, who answers for it; what is not said."""
        reader, words = self.following.reader, self.words
        told_as_typed = ("source", "frequency", "direction", "unit")
        kept = {name: self._cell(each, name) for name in told_as_typed}
        unit = kept.pop("unit")
        told = {"formula": reader.typed(each.formula)}
        # Where one of its values lacks, the sentence does not tell the others.
        unsaid = not set(STANDING).isdisjoint(each.lacking)
        if unsaid or len(unit.words) > SHORT_UNIT:
            told["unit"] = unit
        told |= kept
        if unsaid:
            told |= {name: self._cell(each, name) for name in STANDING}
        if each.owner:
            told["owner"] = reader.typed(reader.teller.person(each.owner))
        lacking = [name for name in each.lacking if name not in STANDING]
        told["lacking"] = reader.own(self.telling.lacking(lacking))
        yield from (Fact(words[name], text) for name, text in told.items() if text.words)

    def _cell(self, each: Indicator, name: str) -> Text:
        question, table = INDICATORS.split(".")
        row = {name: each.cells.get(name)}
        return self.following.reader.cell_text(question, table, row, name)

    def _reading(self, indicator: Indicator, read: CheckIn) -> Fact:
        """« Relevé le 31 août : 51 % – Congés »."""
        reader = self.following.reader
        value = self.telling.value(indicator, read.value)
        label = reader.title(f"{self.read_on} {reader.teller.date(read.day)}")
        text = reader.typed(f"{value} – {read.note}") if read.note else reader.own(value)
        return Fact(label, text)

    def figures(self) -> Iterator[Figure]:
        """The lines of those that were read."""
        reader = self.following.reader
        for each in self.tree.indicators:
            drawing = self.telling.drawing(each) if each.checkins else None
            if drawing:
                name = reader.title(self.telling.name(each))
                sentence = reader.title(self.telling.sentence(each))
                yield Figure("trend", drawing, name, sentence, name, sources=SOURCES)


def indicators_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while no indicator is chosen and no register says anything."""
    measured = _Measured(following)
    reader, words = following.reader, measured.words
    sections = tuple(_registers(measured))
    known = measured.tree.indicators
    if not (known or sections):
        return
    yield Chapter(
        id="indicators",
        title=reader.title(words["title"]),
        lead=reader.own(words["lead"]),
        blocks=(*measured.figures(), measured.grid()) if known else (),
        sections=sections,
    )


def _registers(measured: _Measured) -> Iterator[Section]:
    """What was noted beside the registers; one that the indicators do not tell whole, as typed."""
    reader, typed = measured.following.reader, set(measured.typed_only())
    for register in map(reader.question, REGISTERS):
        tell = answer_blocks if register.id in typed else register_blocks
        blocks: tuple[Block, ...] = tuple(tell(reader, register))
        if blocks:
            title = reader.title(register.title)
            yield Section(f"register-{register.id}", title, blocks=blocks, sources=(register.id,))
