"""The chapter on the course: the priority objective, and what follows from it."""

from collections.abc import Iterator

from conclusions.domain.course import Course, course
from conclusions.domain.course_words import USUAL, Entry, table
from deliverables.chapters.following import Following
from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section, Text
from deliverables.widths import PAGE
from strategy.domain import priority

ASPECT = 34
SOURCES = (priority.QUESTION,)


def course_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing until one objective is first."""
    reader, found = following.reader, course(following.dossier)
    entry = table(reader.language).entry(found.objective, found.horizon or USUAL)
    if entry is None:
        return
    words = reader.words
    sections = (
        _section(reader, "chosen", _chosen(reader, found, entry)),
        _section(reader, "follows", _follows(reader, found, entry)),
    )
    yield Chapter(
        id="course",
        title=reader.title(words["course.title"]),
        lead=reader.own(words["course.lead"]),
        sections=tuple(each for each in sections if each.blocks),
    )


def _section(reader: Reader, place: str, blocks: Iterator[Block]) -> Section:
    title = reader.title(reader.words[f"course.{place}"])
    return Section(id=f"course-{place}", title=title, blocks=tuple(blocks), sources=SOURCES)


def _chosen(reader: Reader, found: Course, entry: Entry) -> Iterator[Block]:
    """The objective and its horizon, as question 25 has them."""
    told = {
        "objective": _objective(reader, found.objective),
        "sentence": reader.header_text(priority.QUESTION, "sentence"),
        "horizon": reader.header_text(priority.QUESTION, "horizon"),
        "due": reader.header_text(priority.QUESTION, "due"),
        "means": reader.own(entry.means_label),
    }
    facts = (Fact(_words(reader, name), text) for name, text in told.items() if text.words)
    yield Facts((*facts, *_behind(reader, found)), sources=SOURCES)
    if found.others:
        yield Prose(reader.own(reader.words["course.behind"], "quiet"), sources=SOURCES)


def _follows(reader: Reader, found: Course, entry: Entry) -> Iterator[Block]:
    """The six things that follow, and whose proposal they are."""
    if not found.horizon:
        yield Prose(reader.own(reader.words["course.assumed"], "quiet"), sources=SOURCES)
    yield Grid(
        title=reader.title(f"{entry.objective.short}, {entry.horizon.short.lower()}"),
        columns=(
            Column(_words(reader, "aspect"), ASPECT),
            Column(_words(reader, "advice"), PAGE - ASPECT),
        ),
        rows=tuple(Row((reader.own(each.label), reader.own(each.words))) for each in entry.aspects),
        wide=True,
        note=reader.title(table(reader.language).proposal),
        sources=SOURCES,
    )


def _behind(reader: Reader, found: Course) -> Iterator[Fact]:
    """The objectives behind the first, by their rank where they have one."""
    for each in found.others:
        rank = "–" if each.rank is None else reader.teller.number(each.rank)
        label = reader.title(reader.words.say("course.rank", rank=rank))
        yield Fact(label, _objective(reader, each.objective))


def _objective(reader: Reader, objective: str) -> Text:
    """An objective in the words of its option."""
    return reader.cell_text(
        priority.QUESTION, priority.TABLE, {priority.OBJECTIVE: objective}, priority.OBJECTIVE
    )


def _words(reader: Reader, place: str) -> str:
    return reader.title(reader.words[f"course.{place}"])
