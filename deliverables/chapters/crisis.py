"""The chapter on crises: the three levels, what was typed, and the page that fits a pocket."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from conclusions.domain.crisis.kit import TRIGGERS, Level
from conclusions.domain.crisis.pocket import Line, panels
from conclusions.domain.crisis.telling import Act, CrisisTelling
from conclusions.domain.theme_telling import Run
from deliverables.chapters.answers import register_blocks, table_of
from deliverables.chapters.following import Following
from deliverables.grids import grid
from deliverables.tree import Block, Chapter, Column, Fact, Grid, Row, Section, Text
from deliverables.widths import PAGE

REGISTER = "crisis_kit"
LEVEL, DECIDES, DELAY, TOLD = 28, 34, 24, 42
# Its page carries neither head nor number (deliverables/paper/binding.py).
FOLDED = "crisis-pocket"
SOURCES = ("arbiters", "crisis", REGISTER)


@dataclass(frozen=True, slots=True)
class PocketLine:
    """A line of a panel, as its template sets it."""

    label: str
    text: Text
    kind: str


@dataclass(frozen=True, slots=True)
class PocketPanel:
    """One of the eight panels."""

    id: str
    title: str
    level: str
    lines: tuple[PocketLine, ...]


@dataclass(frozen=True, slots=True)
class Pocket(Block):
    """One page in eight panels; it says again, clipped, what the chapter says whole."""

    kind: ClassVar[str] = "pocket"
    panels: tuple[PocketPanel, ...]
    sources: tuple[str, ...] = SOURCES


def crisis_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while no level says anything; no page to fold while red has nobody to decide."""
    reader = following.reader
    telling = CrisisTelling(following.dossier, following.narrator)
    said = reader.answer(REGISTER).get("value")
    if telling.kit.is_empty and not said:
        return
    named = bool(telling.kit.levels[-1].person)
    sections = [*(_typed(following) if said else ())]
    if named:
        sections.append(_folded(following, telling))
    yield Chapter(
        id="crisis",
        title=reader.title(reader.words["crisis.title"]),
        lead=reader.own(reader.words["crisis.lead_folded" if named else "crisis.lead_unnamed"]),
        blocks=(_levels(following, telling), *table_of(reader, TRIGGERS)),
        sections=tuple(sections),
    )


def _levels(following: Following, telling: CrisisTelling) -> Grid:
    words = following.reader.words
    columns = (
        Column(words["crisis.level"], LEVEL),
        Column(words["crisis.threshold"], PAGE - LEVEL - DECIDES - DELAY - TOLD),
        Column(words["crisis.decides"], DECIDES),
        Column(words["crisis.delay"], DELAY),
        Column(words["crisis.told"], TOLD),
    )
    rows = tuple(_level(following, telling, each) for each in telling.kit.levels)
    return Grid(words["crisis.levels"], columns, rows, wide=True, sources=SOURCES)


def _level(following: Following, telling: CrisisTelling, level: Level) -> Row:
    reader = following.reader
    cells = (
        reader.own(telling.label(level)),
        _text(following, telling.threshold(level)),
        reader.typed(telling.person(level.person)),
        _text(following, telling.delay(level)),
        reader.typed(telling.people(level.told)),
    )
    # What triggers a level stands whole in the table below.
    shown = [] if level.triggers else telling.acts(level)
    acts = (_act(following, act) for act in shown)
    named = "statement" if level.statement else "proposed"
    statement = _text(following, telling.statement(level))
    return Row(cells, (*acts, Fact(reader.words[f"crisis.{named}"], statement)))


def _act(following: Following, act: Act) -> Fact:
    """What is done first at a level that nothing triggers yet, and how soon."""
    within = f" ({act.delay.words})" if act.delay.words else ""
    words = f"{act.act.words}{within}"
    return Fact(following.reader.words["crisis.act"], _text(following, Run(words, act.act.typed)))


def _text(following: Following, run: Run) -> Text:
    reader = following.reader
    return reader.typed(run.words) if run.typed else reader.own(run.words)


def _typed(following: Following) -> Iterator[Section]:
    """How each person is reached; thresholds and statements stand in the table of levels."""
    reader = following.reader
    register = reader.question(REGISTER)
    reach = next(table for table in register.tables if table.id == "reach")
    told = grid(reader, register, reach)
    blocks = tuple(register_blocks(reader, register, *([told] if told else [])))
    if blocks:
        title = reader.title(register.title)
        yield Section(f"register-{REGISTER}", title, blocks=blocks, sources=(REGISTER,))


def _folded(following: Following, telling: CrisisTelling) -> Section:
    """The page to fold, under a title that only those who listen meet."""
    found = panels(telling, following.as_of)
    shown = tuple(
        PocketPanel(
            each.id, each.title, each.level, tuple(_line(following, line) for line in each.lines)
        )
        for each in found
    )
    title = following.reader.title(following.reader.words["crisis.page"])
    return Section(FOLDED, title, state="folded", blocks=(Pocket(shown),), sources=SOURCES)


def _line(following: Following, line: Line) -> PocketLine:
    return PocketLine(line.label, _text(following, Run(line.words, line.typed)), line.kind)
