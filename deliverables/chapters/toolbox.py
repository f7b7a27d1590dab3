"""The chapter on tools and monitoring: functions covered, the register, the queries."""

from collections.abc import Iterator
from dataclasses import replace

from conclusions.domain.tools.monitoring import TERMS, pack
from conclusions.domain.tools.toolbox import TOOLS, Toolbox, toolbox
from deliverables.chapters.answers import answer_blocks, table_of
from deliverables.chapters.following import Following
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section
from deliverables.widths import PAGE

WATCHED = 52
# What question 17 says of each query.
PLAN = "monitoring.queries"
REGISTER, PACK = TOOLS.partition(".")[0], TERMS.partition(".")[0]


def toolbox_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing when neither a tool nor a watched word was given."""
    reader = following.reader
    said = [each for each in (REGISTER, PACK) if reader.answer(each).get("value")]
    if not said:
        return
    box = toolbox(following.dossier, following.as_of, reader.language)
    words = reader.words
    lead = words.say("toolbox.lead", served=box.served, functions=box.functions)
    sections = {
        REGISTER: lambda: Section(
            id="tools",
            title=reader.title(words["toolbox.tools"]),
            blocks=(*_answer(following, REGISTER), *_cost(following, box)),
            sources=(REGISTER,),
        ),
        PACK: lambda: Section(
            id="monitoring-pack",
            title=reader.title(words["toolbox.pack"]),
            blocks=(*table_of(reader, PLAN), _queries(following), *_answer(following, PACK)),
            sources=(PACK, "monitoring"),
        ),
    }
    yield Chapter(
        id="toolbox",
        title=reader.title(words["toolbox.title"]),
        lead=reader.own(lead),
        sections=(*(sections[each]() for each in said), *_open(following, box)),
    )


def _answer(following: Following, register: str) -> Iterator[Block]:
    return answer_blocks(following.reader, following.reader.question(register))


def _cost(following: Following, box: Toolbox) -> Iterator[Block]:
    """What all tools cost a year; nothing when no cost is said."""
    reader = following.reader
    if box.cost:
        cost = reader.words.say("toolbox.cost", cost=reader.teller.money(box.cost))
        yield Prose(reader.own(cost), sources=(REGISTER,))


def _open(following: Following, box: Toolbox) -> Iterator[Section]:
    """The functions that no tool serves, family by family."""
    reader = following.reader
    missing = [
        Fact(reader.title(each.family.title), reader.own(", ".join(f.label for f in each.open)))
        for each in box.families
        if each.open
    ]
    if missing:
        title = reader.title(reader.words["toolbox.open"])
        blocks = (Facts(tuple(missing), sources=(REGISTER,)),)
        yield Section(id="open-functions", title=title, blocks=blocks, sources=(REGISTER,))


def _queries(following: Following) -> Grid:
    reader, words = following.reader, following.reader.words
    found = pack(following.dossier, reader.language).queries
    rows = tuple(
        Row((reader.own(each.title), replace(reader.typed(each.boolean), tone="code")))
        for each in found
    )
    columns = (
        Column(reader.title(words["toolbox.watched"]), WATCHED),
        Column(reader.title(words["toolbox.query"]), PAGE - WATCHED),
    )
    return Grid(reader.title(words["toolbox.queries"]), columns, rows, wide=True, sources=(PACK,))
