"""What of an answer a chapter prints: the answer leaves it out, and leads there.

Content says which (content/places/elsewhere.toml). An answer leaves something out only where
the place holds each word of it, so that whatever was typed is printed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Section, Text
from strategy.domain.loading import STRUCTURE, questionnaire, shapes, tells_mistakes
from strategy.domain.questionnaire import Question, Table

CONTENT = Path(__file__).resolve().parent.parent / "content" / "places" / "elsewhere.toml"


@dataclass(frozen=True, slots=True)
class Reference(Block):
    """A line that leads to the place where the rest of an answer is printed."""

    kind: ClassVar[str] = "reference"
    what: str
    target: str
    title: str
    sources: tuple[str, ...] = ()


def reference(reader: Reader, what: str, target: str, title: str) -> Reference:
    """The line that says where something is."""
    line = reader.words.say("elsewhere.line", what=what)
    return Reference(reader.title(line), target, reader.title(title))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What of a question is printed in a place, and how the answer says so."""

    question: str
    place: str
    what: str
    fields: tuple[str, ...] = ()
    table: str = ""
    # Those of the table that are printed there; none for all of them.
    columns: tuple[str, ...] = ()
    # Columns that the place tells by other means than their words.
    implied: tuple[str, ...] = ()

    def holds(self, table: str, column: str) -> bool:
        """True when that column of that table is printed there."""
        return table == self.table and (not self.columns or column in self.columns)


@lru_cache
def known(language: str) -> dict[str, Elsewhere]:
    """What content says is printed elsewhere, by question, read once per process."""
    found = shapes(Elsewhere, [CONTENT], "elsewhere", language)
    return {each.question: each for each in found}


@dataclass(frozen=True)
class Printed:
    """What answers leave out, because a place of the document prints it."""

    # What is left out of a question.
    left_out: Mapping[str, Elsewhere] = field(default_factory=dict)
    # What places are called.
    titles: Mapping[str, str] = field(default_factory=dict)

    def field(self, question: str, name: str) -> bool:
        """True for a field of a question that is printed elsewhere."""
        found = self.left_out.get(question)
        return found is not None and name in found.fields

    def table(self, question: str, table: Table) -> Table | None:
        """The table with the columns that its answer prints; None when it prints none."""
        found = self.left_out.get(question)
        if found is None or found.table != table.id:
            return table
        return _without(table, found) if found.columns else None

    def reference(self, reader: Reader, question: str) -> Iterator[Block]:
        """The line that leads to what was left out."""
        if found := self.left_out.get(question):
            line = reference(reader, found.what, found.place, self.titles[found.place])
            yield replace(line, sources=(question,))


def _without(table: Table, found: Elsewhere) -> Table:
    kept = tuple(each for each in table.columns if not found.holds(table.id, each.id))
    return replace(table, columns=kept)


def printed(reader: Reader, chapters: Iterable[Chapter]) -> Printed:
    """What these chapters print of the answers, word for word."""
    places = dict(_places(chapters))
    titles, left_out = {}, {}
    for question, each in known(reader.language).items():
        if each.place in places and _is_whole(reader, each, _words(places[each.place])):
            left_out[question] = each
            titles[each.place] = places[each.place].title
    return Printed(left_out, titles)


def _places(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Chapter | Section]]:
    for chapter in chapters:
        yield chapter.id, chapter
        yield from ((section.id, section) for section in chapter.sections)


def _words(place: Chapter | Section) -> str:
    return "\n".join(text.words for text in _texts(place))


def _texts(place: Chapter | Section) -> Iterator[Text]:
    for block in place.blocks:
        yield from block.texts()
    if isinstance(place, Chapter):
        for section in place.sections:
            yield from section.texts()


def _is_whole(reader: Reader, each: Elsewhere, words: str) -> bool:
    """True when something was answered, and the place holds each word of it."""
    said = [text for text in _said(reader, each, reader.question(each.question)) if text]
    return bool(said) and all(text in words for text in said)


def _said(reader: Reader, each: Elsewhere, question: Question) -> Iterator[str]:
    yield from (reader.header_text(question.id, name).words for name in each.fields)
    table = question.table(each.table)
    told = [
        column.id
        for column in (table.columns if table else ())
        if each.holds(each.table, column.id) and column.id not in each.implied
    ]
    for row in reader.rows(question.id, each.table):
        yield from (reader.cell_text(question.id, each.table, row, name).words for name in told)


@tells_mistakes
def problems() -> Iterator[str]:
    """What keeps the file from being read, and names in it that no question has."""
    asked = questionnaire(STRUCTURE).by_id
    for each in known(STRUCTURE).values():
        there = set(_names(asked[each.question])) if each.question in asked else set()
        named = {*each.fields, each.table, *each.columns, *each.implied} - {""}
        for name in sorted(named - there):
            yield f"elsewhere.toml: no {name} in question {each.question}."


def _names(question: Question) -> Iterator[str]:
    yield from (each.id for each in question.fields)
    for table in question.tables:
        yield table.id
        yield from (each.id for each in table.columns)
