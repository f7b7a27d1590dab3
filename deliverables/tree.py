"""A document as a tree of meaning: chapters, sections, blocks; no HTML, no page."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import ClassVar

from deliverables.typesetting import BREAK, letters
from strategy.domain.dial import Standing

LETTERS = frozenset({"L", "R", "AL"})
LONGEST_NAME = 60
SHORT_FACT = 64
WEB_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?([/?#]\S*)?")


@dataclass(frozen=True, slots=True)
class Text:
    """Words to print; `language` is set when it is not the document's own.

    `tone` says what they are when they are not plain: `missing`, `quiet`, `code` to be copied.
    """

    words: str
    language: str = ""
    tone: str = ""

    @property
    def direction(self) -> str:
        """`rtl` when the first letter is Hebrew or Arabic, as `dir=auto` would decide.

        What a machine reads has its signs in one order, whatever the words in it.
        """
        if self.tone == "code":
            return ""
        kinds = (unicodedata.bidirectional(each) for each in self.words)
        first = next((kind for kind in kinds if kind in LETTERS), "L")
        return "" if first == "L" else "rtl"

    @property
    def is_name(self) -> bool:
        """True for a few words, which stand under the head of their column, however they read."""
        return len(self.words) <= LONGEST_NAME

    @property
    def link(self) -> str:
        """Where the words lead when they are a web address and nothing else; else nothing."""
        address = self.words.replace(BREAK, "").strip()
        return address if WEB_ADDRESS.fullmatch(address) else ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    label: str
    text: Text

    @property
    def is_short(self) -> bool:
        """True when several of them hold on a line."""
        return letters(self.label + self.text.words) <= SHORT_FACT


@dataclass(frozen=True, slots=True)
class Block:
    """What a section is made of, with the ids of the answers and decisions it comes from."""

    kind: ClassVar[str]

    @property
    def template(self) -> str:
        """The template that prints it, on paper and on screen."""
        return f"documents/{self.kind}.html"

    def texts(self) -> Iterator[Text]:
        """Every text of the block, in the order of reading."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """Paragraphs, under a label when there is one."""

    kind: ClassVar[str] = "prose"
    text: Text
    label: str = ""
    sources: tuple[str, ...] = ()
    # Said beside the answer rather than in it.
    aside: bool = False

    def texts(self) -> Iterator[Text]:
        """The paragraphs, as one text."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """Short values, each beside its label."""

    kind: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]
    title: str = ""
    sources: tuple[str, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Each value."""
        yield from (fact.text for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table; its width is in millimetres."""

    label: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells under the columns, and what did not fit there, told below them."""

    cells: tuple[Text, ...]
    details: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A table; `wide` when it takes the margin as well, `plain` when its rows are never named."""

    kind: ClassVar[str] = "grid"
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    note: str = ""
    sources: tuple[str, ...] = ()
    plain: bool = False

    @property
    def named(self) -> bool:
        """True when the first cells are names, short enough to stand out."""
        return not self.plain and all(row.cells[0].is_name for row in self.rows)

    @property
    def headed(self) -> bool:
        """True when these names head their rows: where there is more to head than heads."""
        return self.named and len(self.rows) * (len(self.columns) - 2) >= len(self.columns)

    def texts(self) -> Iterator[Text]:
        """Each cell, then what is told below its row."""
        for row in self.rows:
            yield from row.cells
            yield from (detail.text for detail in row.details)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list that leads to a place of the document, with what is said of that place."""

    target: str
    title: str
    number: str = ""
    state: str = ""
    state_label: str = ""


@dataclass(frozen=True, slots=True)
class Entries(Block):
    """Lines that lead elsewhere in the document."""

    kind: ClassVar[str] = "entries"
    entries: tuple[Entry, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the synthesis: what it is about, what is said, the question it comes from."""

    label: str
    lines: tuple[tuple[Text, ...], ...]
    number: str
    target: str


@dataclass(frozen=True, slots=True)
class Summary(Block):
    """The synthesis: its points as a table."""

    kind: ClassVar[str] = "summary"
    title: str
    columns: tuple[str, str, str]
    points: tuple[Point, ...]
    sources: tuple[str, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Each run of each line."""
        yield from (run for point in self.points for line in point.lines for run in line)


@dataclass(frozen=True, slots=True)
class Clause(Block):
    """The text of an article: paragraphs of runs, ours or a person's own, blanks left open."""

    kind: ClassVar[str] = "clause"
    paragraphs: tuple[tuple[Text, ...], ...]
    sources: tuple[str, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Each run of each paragraph."""
        yield from (run for runs in self.paragraphs for run in runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A question, an article, a page's part: a title, remarks for the margin, blocks."""

    id: str
    title: str
    number: str = ""
    state: str = ""
    state_label: str = ""
    remarks: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """What a person finds it by."""
        return f"{self.number}. {self.title}" if self.number else self.title

    def texts(self) -> Iterator[Text]:
        """Every text of the section, in the order of reading."""
        yield from (remark.text for remark in self.remarks)
        for block in self.blocks:
            yield from block.texts()


@dataclass(frozen=True, slots=True)
class Chapter:
    """What opens on a new page and stands in the running head.

    `arc` is the heading whose arc of the dial opens it.
    """

    id: str
    title: str
    lead: Text | None = None
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    arc: str = ""

    @property
    def listed(self) -> tuple[Section, ...]:
        """The sections that the contents name: the questions."""
        return self.sections if self.arc else ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    organisation: Text
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    dial_title: str
    dial_text: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language, with the lines that stand on every page."""

    language: str
    dossier_language: str
    title: str
    author: str
    description: str
    status: str
    confidentiality: str
    contents_title: str
    cover: Cover
    chapters: tuple[Chapter, ...] = field(default=())

    def parts(self) -> Iterator[tuple[str, Iterator[Text]]]:
        """Every text of the tree under the title of its part, in the order of reading."""
        facts = (fact.text for fact in self.cover.facts)
        yield self.title, chain([self.cover.organisation], facts)
        for chapter in self.chapters:
            lead = [chapter.lead] if chapter.lead else []
            yield chapter.title, chain(lead, *(block.texts() for block in chapter.blocks))
            for section in chapter.sections:
                yield section.place, section.texts()
