"""The chapter on what moderation takes: hours by task, people, cost, and what they rest on."""

from collections.abc import Iterator

from conclusions.domain import bars
from conclusions.domain.assumptions import REGISTER, Assumption, Span, fields_of, model
from conclusions.domain.weighing import budget_beside, hours_beside, roughly, that_count
from conclusions.domain.workload import Workload, workload
from deliverables.answers import answer_blocks
from deliverables.figures import Figure
from deliverables.following import Following
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section
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
        blocks=tuple(_estimate(following, found)) if found else (),
        sections=(*([_rests_on(following, found)] if found else []), *(sections if given else [])),
    )


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"


def _hours(following: Following, span: Span) -> str:
    tell = following.reader.teller.number
    return f"{_range(*(tell(round(end, 1)) for end in span))}\N{NO-BREAK SPACE}h"


def _money(following: Following, span: Span) -> str:
    tell = following.reader.teller.money
    return _range(*(tell(int(end)) for end in roughly(span)))


def _estimate(following: Following, found: Workload) -> Iterator[Block]:
    """What it is counted for, the figures, the hours by task, and what is given for them."""
    yield Facts(tuple(_counted_for(following, found)), sources=("space", "moderation_mode"))
    yield _figures(following, found)
    yield _tasks(following, found)
    for told in _beside(following, found):
        yield Prose(following.reader.own(told), sources=("hours", "budget"))


def _counted_for(following: Following, found: Workload) -> Iterator[Fact]:
    reader, setting = following.reader, found.setting
    charter, words = following.narrator.charter, reader.words
    members = following.dossier.choice("space").number("expected_members")
    yield Fact(words["workload.messages"], reader.own(reader.teller.number(setting.messages)))
    if members is not None:
        yield Fact(words["workload.members"], reader.own(reader.teller.number(members)))
    for decision in ("moderation_mode", "hours"):
        options = charter.by_id[decision].options
        said = [each.title for each in options if each.id in setting.chosen[decision]]
        if said:
            told = reader.own(reader.separator.join(said))
            yield Fact(reader.title(charter.by_id[decision].title), told)


def _beside(following: Following, found: Workload) -> Iterator[str]:
    teller, words = following.reader.teller, following.reader.words
    if hours := hours_beside(following.dossier, found):
        values = {"given": teller.number(hours.given), "needed": _hours(following, hours.needed)}
        yield words.say(f"verdict.{hours.verdict}", **values)
    if budget := budget_beside(following.dossier, found):
        values = {"given": teller.money(int(budget.given))}
        values["needed"] = _money(following, budget.needed)
        yield words.say("workload.paid" if budget.needed.high else "workload.unpaid", **values)


def _figures(following: Following, found: Workload) -> Facts:
    reader = following.reader
    words = reader.words
    told = {
        words["workload.week"]: _hours(following, found.hours),
        words["workload.month"]: _hours(following, found.month),
        words["workload.people"]: _range(*map(str, found.people)),
        words["workload.cost"]: _money(following, found.cost_year),
    }
    if found.on_call:
        told[words["workload.duty"]] = _money(following, found.duty_year)
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
    rows = tuple(_row(following, each) for each in that_count(found))
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
