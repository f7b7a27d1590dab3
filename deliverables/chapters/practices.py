"""The chapter on the twelve good practices: how far each is, what tells, what proves it."""

from collections.abc import Iterator

from conclusions.domain.living.practice_conditions import REGISTER, TABLE
from conclusions.domain.living.practices import OPEN, Checked, Practice, held, practices
from conclusions.domain.living.strokes import draw
from conclusions.domain.theme_words import words
from deliverables.chapters.answers import header_blocks, register_blocks
from deliverables.chapters.following import Following
from deliverables.figures import Figure
from deliverables.tree import Block, Chapter, Column, Fact, Grid, Row, Section
from deliverables.widths import PAGE

NUMBER, PRACTICE, VERDICT, TELLS = 8, 38, 20, 66


def practices_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while nothing tells of any practice."""
    reader, found = following.reader, practices(following.dossier)
    said = reader.answer(REGISTER).get("value")
    if not said and all(each.verdict == OPEN for each in found if each.checked):
        return
    kept, counted = held(found)
    yield Chapter(
        id="practices",
        title=reader.title(reader.words["practices.title"]),
        lead=reader.own(reader.words.say("practices.lead", held=kept, counted=counted)),
        blocks=(_figure(following, found), *_table(following, found)),
        sections=tuple(_said(following)) if said else (),
    )


def _figure(following: Following, found: tuple[Practice, ...]) -> Figure:
    reader = following.reader
    known = words(REGISTER, reader.language)
    told = (f"{each.number} {known[f'verdict.{each.verdict}']}" for each in found)
    return Figure(
        picture="strokes",
        drawing=draw(found),
        title=reader.title(reader.words["practices.picture"]),
        text=reader.title(reader.separator.join(told)),
        caption=reader.title(reader.words["practices.legend"]),
        sources=(REGISTER,),
    )


def _table(following: Following, found: tuple[Practice, ...]) -> Iterator[Block]:
    reader = following.reader
    said = reader.words
    columns = (
        Column(said["practices.number"], NUMBER),
        Column(said["practices.practice"], PRACTICE),
        Column(said["practices.verdict"], VERDICT),
        Column(said["practices.tells"], TELLS),
        Column(said["practices.evidence"], PAGE - NUMBER - PRACTICE - VERDICT - TELLS),
    )
    rows = tuple(_row(following, each) for each in found)
    yield Grid(said["practices.title"], columns, rows, wide=True, sources=(REGISTER,))


def _row(following: Following, practice: Practice) -> Row:
    reader = following.reader
    known = words(REGISTER, reader.language)
    told = "\n".join(_told(known, each) for each in practice.checked)
    cells = (
        reader.own(str(practice.number)),
        reader.text(reader.teller.rows[TABLE][practice.id]),
        reader.own(known[f"verdict.{practice.verdict}"]),
        reader.own(told),
        reader.typed(practice.row.text("evidence") or ""),
    )
    return Row(cells, tuple(_beside(following, practice)))


def _told(known: dict[str, str], checked: Checked) -> str:
    sign = {True: "true", False: "false", None: "open"}[checked.holds]
    return f"{known[f'condition.{checked.condition.id}']} – {known[f'sign.{sign}']}"


def _beside(following: Following, practice: Practice) -> Iterator[Fact]:
    """What people observe, when, and the address of what proves it."""
    reader, row = following.reader, practice.row
    table = reader.question(REGISTER).table("practices")
    for name in ("own", "seen_on", "url"):
        column = table.column(name) if table else None
        if column and row.get(name):
            yield Fact(reader.label(column), reader.told(column, row.get(name)))


def _said(following: Following) -> Iterator[Section]:
    """What only the organisation can say; nothing when it says nothing more."""
    reader = following.reader
    register = reader.question(REGISTER)
    blocks = tuple(register_blocks(reader, register, *header_blocks(reader, register)))
    if blocks:
        title = reader.title(reader.words["practices.said"])
        yield Section(id="practices-said", title=title, blocks=blocks, sources=(REGISTER,))
