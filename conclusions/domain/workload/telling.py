"""The workload in words: hours, people and cost as ranges, its tasks drawn, what it rests on."""

from dataclasses import dataclass

from conclusions.domain.workload import bars
from conclusions.domain.workload.assumptions import Assumption, Span, fields_of, model
from conclusions.domain.workload.estimate import Workload
from conclusions.domain.workload.weighing import roughly
from strategy.domain.questionnaire import Question
from strategy.domain.telling import Teller


@dataclass(frozen=True, slots=True)
class Figures:
    """An estimate in words: hours, people, cost, and its tasks drawn."""

    week: str
    month: str
    people: str
    cost: str
    # What being on call costs, when it is asked for.
    duty: str
    drawing: bars.Bars
    narrow: bars.Bars
    text: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption in words; `usual` is ours, said where the organisation gave its own."""

    label: str
    value: str
    usual: str
    own: bool


def figures(found: Workload, teller: Teller) -> Figures:
    """An estimate in words and drawn."""
    tasks = model(teller.language).tasks
    lines = [
        (tasks[each.id], hours(each.hours, teller), each.hours.low, each.hours.high)
        for each in found.tasks
    ]
    return Figures(
        week=hours(found.hours, teller),
        month=hours(found.month, teller),
        people=people(found.people),
        cost=money(found.cost_year, teller),
        duty=money(found.duty_year, teller) if found.on_call else "",
        drawing=bars.draw(lines),
        narrow=bars.draw(lines, bars.NARROW),
        text="; ".join(f"{label}: {told}" for label, told, _low, _high in lines) + ".",
    )


def assumed(each: Assumption, register: Question, teller: Teller) -> Assumed:
    """One assumption in words, called after its first field in the register."""
    first = fields_of(each.id, register)[0]
    label = first.label.partition(":")[0].strip() if each.money else first.label
    tell = money if each.money else _plain
    usual = tell(each.usual, teller) if each.own else ""
    value = f"{tell(each.value, teller)}{teller.before_unit(first.unit)}{first.unit}"
    return Assumed(label, value, usual, each.own)


def hours(span: Span, teller: Teller) -> str:
    """Hours to a tenth."""
    ends = (teller.number(round(end, 1)) for end in span)
    return f"{_range(*ends)}\N{NO-BREAK SPACE}h"


def people(ends: tuple[int, int]) -> str:
    """How many people."""
    return _range(*map(str, ends))


def money(span: Span, teller: Teller) -> str:
    """Money, as precise as an estimate is."""
    return _range(*(teller.money(int(end)) for end in roughly(span)))


def _plain(span: Span, teller: Teller) -> str:
    return _range(*(teller.number(end) for end in span))


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"
