"""The chapter on the action plan: its timeline, its table, what people changed in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from conclusions.domain.counting import Counted
from conclusions.domain.plan.overlay import PLACE, REGISTER
from conclusions.domain.plan.plan import Action, Plan, build, hours_of
from conclusions.domain.plan.telling import SHORT, PlanTeller, shortened
from conclusions.domain.plan.timeline import draw
from conclusions.domain.plan.timetable import outside_of, text_of, title_of, wording_of
from deliverables.chapters.answers import register_blocks
from deliverables.chapters.contradictions import Reviewed
from deliverables.chapters.following import Following
from deliverables.figures import Figure
from deliverables.grids import grid
from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Column, Fact, Grid, Prose, Row, Section
from deliverables.widths import PAGE, TEXT
from strategy.domain.questionnaire import Table

WHO, WHEN, HOURS, STATE = 28, 46, 14, 18
COUNT, LEFT = 24, 30
# What the row of an action always says.
ALWAYS = ("owner", "effort", "state")


@dataclass(frozen=True)
class _Planned:
    """The plan of one dossier, ready to be set."""

    following: Following

    @cached_property
    def reviewed(self) -> Reviewed:
        return self.following.reviewed

    @cached_property
    def plan(self) -> Plan:
        return build(self.following.dossier, self.following.as_of, self.reviewed.open)

    @cached_property
    def told(self) -> PlanTeller:
        return PlanTeller(self.following.narrator)

    @cached_property
    def table(self) -> Table:
        return self.reader.questionnaire.linked(PLACE)[1]

    @cached_property
    def rows(self) -> dict[str, dict[str, Any]]:
        """What people typed in each action."""
        return {row["id"]: row for row in self.reader.rows(*PLACE.split("."))}

    @property
    def reader(self) -> Reader:
        return self.following.reader

    def word(self, group: str, key: str) -> str:
        return self.reader.title(str(self.told.words[group][key]))


def plan_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while nothing is answered and nothing decided."""
    if not (following.dossier.answers or following.dossier.decided):
        return
    planned = _Planned(following)
    reader, plan, words = planned.reader, planned.plan, planned.told.words["document"]
    lead = words["lead"].format(
        open=len(plan.open),
        hours=Counted.of(plan.hours, reader.teller),
        done=len(plan.done),
        late=len(plan.late),
    )
    yield Chapter(
        id="plan",
        title=reader.title(str(planned.told.words["title"])),
        lead=reader.own(lead if plan.opens else f"{lead} {words['no_opening']}"),
        blocks=(*_figures(planned), *_phases(planned), *_loads(planned)),
        sections=tuple(_changes(planned)),
    )


def _figures(planned: _Planned) -> Iterator[Block]:
    plan, told, own = planned.plan, planned.told, planned.reader.own
    found = draw(plan, wording_of(plan, told))
    for number, drawing in enumerate(found, 1):
        title = own(title_of(told, number, len(found))).words
        text = own(text_of(told, drawing)).words
        outside = outside_of(plan, told, found) if number == len(found) else ""
        caption = own(f"{told.words['timeline']['legend']} {outside}".strip()).words
        yield Figure(
            "timeline",
            drawing,
            title,
            text,
            heading=title,
            caption=caption,
            wide=True,
            sources=("opening",),
        )


def _phases(planned: _Planned) -> Iterator[Block]:
    columns = (
        Column(planned.word("columns", "action"), PAGE - WHO - WHEN - HOURS - STATE),
        Column(planned.word("columns", "owner"), WHO),
        Column(planned.word("columns", "when"), WHEN),
        Column(planned.word("columns", "effort"), HOURS, numeric=True),
        Column(planned.word("columns", "state"), STATE),
    )
    for phase, actions in planned.plan.phases.items():
        rows = tuple(_row(planned, each) for each in actions)
        title = planned.word("phases", phase)
        yield Grid(title, columns, rows, wide=True, sources=("opening", REGISTER), plain=True)


def _row(planned: _Planned, action: Action) -> Row:
    reader, told = planned.reader, planned.told
    days, when = told.days(action.offset), told.when(action)
    state = told.state(action)
    late = f"{state}, {told.words['late']}" if action.late else state
    title = reader.own(told.title(action))
    cells = (
        title,
        reader.typed(told.person(action.owner)),
        reader.own(f"{days}, {when}" if days and days != when else when),
        reader.own(told.narrator.teller.number(action.effort), "numeric"),
        reader.own(late),
    )
    beside = (*_waits(planned, action), *_beside(planned, action, title.words))
    return Row(cells, beside)


def _waits(planned: _Planned, action: Action) -> Iterator[Fact]:
    """What has to be done before, besides what people added, while there is something to wait for.

    Titles are cut: each is whole at its own row.
    """
    told, added = planned.told, action.row.several("after")
    by_id = planned.plan.by_id
    left = [each for each in action.after if each not in added and by_id[each].is_open]
    names = [shortened(told.title(by_id[each]), SHORT) for each in left]
    if names and action.is_open:
        words = told.narrator.teller.separator.join(names)
        yield Fact(planned.word("columns", "after"), planned.reader.own(words))


def _beside(planned: _Planned, action: Action, title: str) -> Iterator[Fact]:
    """What people typed in an action and its row does not say: a note, what it waits for."""
    reader = planned.reader
    days = {"start": action.span.start_day, "due": action.span.due_day}
    said = {*ALWAYS, *(name for name, day in days.items() if action.row.day(name) == day)}
    row = planned.rows.get(action.id, {})
    for column in planned.table.columns:
        text = reader.told(column, row.get(column.id))
        if text.words and column.id not in said and text.words != title:
            yield Fact(reader.label(column), text)


def _loads(planned: _Planned) -> Iterator[Block]:
    reader, told = planned.reader, planned.told
    rows = tuple(
        Row(
            (
                reader.typed(told.person(key)),
                reader.own(str(len(actions)), "numeric"),
                reader.own(told.narrator.teller.number(hours_of(actions)), "numeric"),
            )
        )
        for key, actions in planned.plan.loads.items()
    )
    columns = (
        Column(planned.word("columns", "owner"), TEXT - COUNT - LEFT),
        Column(planned.word("columns", "count"), COUNT, numeric=True),
        Column(planned.word("columns", "left"), LEFT, numeric=True),
    )
    if rows:
        note = reader.own(told.words["document"]["efforts_note"]).words
        yield Grid(planned.word("document", "efforts"), columns, rows, note=note)


def _changes(planned: _Planned) -> Iterator[Section]:
    """Everything that people typed in the plan, and the dependencies left aside."""
    reader, told, plan = planned.reader, planned.told, planned.plan
    question = reader.question(REGISTER)
    left = grid(reader, question, planned.table, {each.id for each in plan.actions})
    titles = {key: told.title(each) for key, each in plan.by_id.items()}
    loops = [told.loop(each, titles.__getitem__) for each in plan.loops]
    said = tuple(register_blocks(reader, question, *([left] if left else [])))
    if loops:
        label = planned.word("document", "loops")
        said += (Prose(reader.own("\n".join(loops)), label, sources=(REGISTER,)),)
    if said:
        yield Section(
            id="plan-changes",
            title=reader.title(question.title),
            blocks=said,
            sources=(REGISTER,),
        )
