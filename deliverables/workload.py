"""The chapter on what moderation takes: hours by task, people, cost, and what they rest on."""

from collections.abc import Iterator

from conclusions.domain.assumptions import REGISTER, Assumption
from conclusions.domain.workload import Workload, workload
from conclusions.domain.workload_telling import Figures, assumed, figures
from deliverables.answers import answer_blocks
from deliverables.figures import Figure
from deliverables.following import Following
from deliverables.tree import Chapter, Column, Fact, Facts, Grid, Row, Section
from deliverables.widths import PAGE

VALUE, ORIGIN = 46, 34
SOURCES = ("space", "moderation_mode")


def workload_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while the space or its messages are unknown and no figure was given."""
    reader = following.reader
    found, given = workload(following.dossier), reader.answer(REGISTER).get("value")
    if not (found or given):
        return
    words = reader.words
    told = figures(found, reader.teller) if found else None
    sections = [
        Section(
            id="workload-given",
            title=reader.title(words["workload.given"]),
            blocks=tuple(answer_blocks(reader, reader.question(REGISTER))),
            sources=(REGISTER,),
        )
    ]
    yield Chapter(
        id="workload",
        title=reader.title(words["workload.title"]),
        lead=reader.own(words["workload.lead"]),
        blocks=(_figures(following, told), _tasks(following, told)) if told else (),
        sections=(*([_rests_on(following, found)] if found else []), *(sections if given else [])),
    )


def _figures(following: Following, found: Figures) -> Facts:
    reader = following.reader
    words = reader.words
    told = {
        words["workload.week"]: found.week,
        words["workload.month"]: found.month,
        words["workload.people"]: found.people,
        words["workload.cost"]: found.cost,
    }
    facts = tuple(Fact(label, reader.own(said)) for label, said in told.items())
    return Facts(facts, sources=SOURCES)


def _tasks(following: Following, found: Figures) -> Figure:
    title = following.reader.words["workload.tasks"]
    return Figure(
        picture="bars",
        drawing=found.drawing,
        title=title,
        text=found.text,
        caption=title,
        sources=SOURCES,
    )


def _rests_on(following: Following, found: Workload) -> Section:
    reader, words = following.reader, following.reader.words
    columns = (
        Column(words["workload.assumption"], PAGE - VALUE - ORIGIN),
        Column(words["workload.value"], VALUE),
        Column(words["workload.source"], ORIGIN),
    )
    rows = tuple(_row(following, each) for each in found.assumptions.all)
    grid = Grid(words["workload.assumptions"], columns, rows, wide=True, sources=(REGISTER,))
    return Section(
        id="assumptions",
        title=reader.title(words["workload.assumptions"]),
        blocks=(grid,),
        sources=(REGISTER,),
    )


def _row(following: Following, each: Assumption) -> Row:
    reader = following.reader
    told = assumed(each, reader.question(REGISTER), reader.teller)
    value = f"{told.value} {told.unit}".strip()
    origin = reader.words["workload.own" if each.own else "workload.ours"]
    return Row((reader.own(told.label), reader.own(value), reader.own(origin)))
