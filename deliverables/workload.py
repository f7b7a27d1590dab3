"""The chapter on what moderation takes: hours by task, people, cost, and what they rest on."""

from collections.abc import Iterator

from conclusions.domain import bars
from conclusions.domain.assumptions import REGISTER, Assumption, Span, fields_of, model
from conclusions.domain.workload import Workload, workload
from deliverables.answers import answer_blocks
from deliverables.figures import Figure
from deliverables.following import Following
from deliverables.tree import Chapter, Column, Fact, Facts, Grid, Row, Section
from deliverables.widths import PAGE

VALUE, ORIGIN = 46, 34


def workload_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while the space or its messages are unknown and no figure was given."""
    reader = following.reader
    found, given = workload(following.dossier), reader.answer(REGISTER).get("value")
    if not (found or given):
        return
    words = reader.words
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
        blocks=(_figures(following, found), _tasks(following, found)) if found else (),
        sections=(*([_rests_on(following, found)] if found else []), *(sections if given else [])),
    )


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"


def _hours(following: Following, span: Span) -> str:
    tell = following.reader.teller.number
    return f"{_range(*(tell(round(end, 1)) for end in span))}\N{NO-BREAK SPACE}h"


def _money(following: Following, span: Span) -> str:
    tell = following.reader.teller.money
    return _range(*(tell(int(round(end / 100, 0)) * 100) for end in span))


def _figures(following: Following, found: Workload) -> Facts:
    reader = following.reader
    words = reader.words
    told = {
        words["workload.week"]: _hours(following, found.hours),
        words["workload.month"]: _hours(following, found.month),
        words["workload.people"]: _range(*map(str, found.people)),
        words["workload.cost"]: _money(following, found.cost_year),
    }
    facts = tuple(Fact(label, reader.own(said)) for label, said in told.items())
    return Facts(facts, sources=("space", "moderation_mode"))


def _tasks(following: Following, found: Workload) -> Figure:
    reader, tasks = following.reader, model(following.reader.language).tasks
    lines = [
        (tasks[each.id], _hours(following, each.hours), each.hours.low, each.hours.high)
        for each in found.tasks
    ]
    return Figure(
        picture="bars",
        drawing=bars.draw(lines),
        title=reader.words["workload.tasks"],
        text="; ".join(f"{label}: {told}" for label, told, _low, _high in lines) + ".",
        caption=reader.words["workload.tasks"],
        sources=("space", "moderation_mode"),
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
    first = fields_of(each.id, reader.question(REGISTER))[0]
    label = first.label.partition(":")[0].strip() if each.money else first.label
    number = _range(*(reader.teller.number(end) for end in each.value))
    value = _money(following, each.value) if each.money else f"{number} {first.unit}"
    origin = reader.words["workload.own" if each.own else "workload.ours"]
    return Row((reader.own(label), reader.own(value), reader.own(origin)))
