"""The chapter on indicators: under which objective each hangs, how far it is, its line."""

from collections.abc import Iterator

from conclusions.domain.indicator_telling import Telling
from conclusions.domain.indicators import Tree, tree
from conclusions.domain.measures import Indicator
from deliverables.answers import answer_blocks
from deliverables.figures import Figure
from deliverables.following import Following
from deliverables.tree import Block, Chapter, Column, Grid, Row, Section, Text
from deliverables.widths import PAGE

REGISTERS = ("checkins", "indicator_sheets")
OBJECTIVE, INDICATOR, FAMILY = 42, 52, 22


def indicators_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while no indicator is chosen and no register says anything."""
    reader = following.reader
    said = Telling(reader.teller).words("document")
    found = tree(following.dossier, following.as_of)
    sections = tuple(_registers(following))
    if not (found.indicators or sections):
        return
    yield Chapter(
        id="indicators",
        title=reader.title(said["title"]),
        lead=reader.own(said["lead"]),
        blocks=tuple(_blocks(following, found)) if found.indicators else (),
        sections=sections,
    )


def _registers(following: Following) -> Iterator[Section]:
    """The registers as they were typed, those that say something."""
    reader = following.reader
    for register in map(reader.question, REGISTERS):
        if reader.answer(register.id).get("value"):
            yield Section(
                id=f"register-{register.id}",
                title=reader.title(register.title),
                blocks=tuple(answer_blocks(reader, register)),
                sources=(register.id,),
            )


def _blocks(following: Following, found: Tree) -> Iterator[Block]:
    reader = following.reader
    telling = Telling(reader.teller)
    yield _grid(following, found, telling)
    for each in found.indicators:
        drawing = telling.drawing(each) if each.checkins else None
        if drawing:
            name = reader.title(telling.name(each))
            sentence = reader.title(telling.sentence(each))
            yield Figure("trend", drawing, name, sentence, name, sources=("indicators", "checkins"))


def _grid(following: Following, found: Tree, telling: Telling) -> Grid:
    words = telling.words("document")
    columns = (
        Column(words["objective"], OBJECTIVE),
        Column(words["indicator"], INDICATOR),
        Column(words["family"], FAMILY),
        Column(words["standing"], PAGE - OBJECTIVE - INDICATOR - FAMILY),
    )
    rows = tuple(
        _row(following, telling, objective, each)
        for objective, indicators in _groups(following, found, telling)
        for each in indicators
    )
    return Grid(words["title"], columns, rows, wide=True, sources=("indicators",))


def _groups(
    following: Following, found: Tree, telling: Telling
) -> Iterator[tuple[Text, tuple[Indicator, ...]]]:
    """What each indicator hangs from, and the indicators there."""
    reader, words = following.reader, telling.words("document")
    for branch in found.branches:
        yield reader.typed(telling.objective(branch.objective)), branch.indicators
    yield reader.own(words["without"]), found.without
    yield reader.own(words["audience"]), found.audience


def _row(following: Following, telling: Telling, objective: Text, each: Indicator) -> Row:
    reader = following.reader
    family = telling.family(each)
    if each.is_main:
        family = telling.words("document")["main"].format(indicator=family)
    return Row(
        (
            objective,
            reader.typed(telling.name(each)),
            reader.own(family),
            reader.own(telling.sentence(each)),
        )
    )
