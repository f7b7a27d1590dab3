"""The chapter on what moderation takes: hours by task, people, cost, and what they rest on."""

from collections.abc import Iterator

from conclusions.domain.workload.assumptions import REGISTER, Assumption
from conclusions.domain.workload.estimate import Workload, workload
from conclusions.domain.workload.telling import Figures, assumed, figures, hours, money
from conclusions.domain.workload.weighing import budget_beside, hours_beside, that_count
from deliverables.chapters.answers import answer_blocks
from deliverables.chapters.following import Following
from deliverables.figures import Figure
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section
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


def _estimate(following: Following, found: Workload) -> Iterator[Block]:
    """What it is counted for, the figures, the hours by task, and what is given for them."""
    told = figures(found, following.reader.teller)
    yield Facts(tuple(_counted_for(following, found)), sources=SOURCES)
    yield _figures(following, told)
    yield _tasks(following, told)
    for sentence in _beside(following, found):
        yield Prose(following.reader.own(sentence), sources=("hours", "budget"))


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
    if given := hours_beside(following.dossier, found):
        values = {"given": teller.number(given.given), "needed": hours(given.needed, teller)}
        yield words.say(f"verdict.{given.verdict}", **values)
    if budget := budget_beside(following.dossier, found):
        values = {"given": teller.money(int(budget.given))}
        values["needed"] = money(budget.needed, teller)
        yield words.say("workload.paid" if budget.needed.high else "workload.unpaid", **values)


def _figures(following: Following, found: Figures) -> Facts:
    reader = following.reader
    words = reader.words
    told = {
        words["workload.week"]: found.week,
        words["workload.month"]: found.month,
        words["workload.people"]: found.people,
        words["workload.cost"]: found.cost,
        words["workload.duty"]: found.duty,
    }
    facts = tuple(Fact(label, reader.own(said)) for label, said in told.items() if said)
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
    told = assumed(each, reader.question(REGISTER), reader.teller)
    origin = reader.words["workload.own" if each.own else "workload.ours"]
    return Row((reader.own(told.label), reader.own(told.value), reader.own(origin)))
