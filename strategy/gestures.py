"""What the button of a row asks for: `up:table:row`, read once, and the edit that it stands for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Self

from django.utils.translation import gettext as _

from strategy import answering
from strategy.domain import priority, rows, telling
from strategy.domain.flat import Flat, says_something, unflatten
from strategy.domain.questionnaire import Table
from strategy.models import Answer, State
from strategy.page import QuestionPage
from strategy.saving import Edit


@dataclass(frozen=True, slots=True)
class Gesture:
    """One thing to do with one row; `row` is the tick's where a tick is to make one."""

    name: str
    table: str = ""
    row: str = ""
    # The id of the row that a tick makes.
    made: str = ""

    @classmethod
    def parse(cls, posted: str, *, made: str = "") -> Self:
        """What was posted, its parts empty where it leaves them out.

        >>> Gesture.parse("up:audiences:a1b2c3d4e5f6")
        Gesture(name='up', table='audiences', row='a1b2c3d4e5f6', made='')
        """
        name, table, row = [*posted.split(":"), "", ""][:3]
        return cls(name, table, row, made)

    @property
    def leads_to(self) -> str:
        """The row that stands there afterwards, if any does."""
        return self.made if self.name == "tick" else self.row


def naming(page: QuestionPage, gesture: Gesture) -> list[str]:
    """The titles of the questions whose answers name the row that is to be removed."""
    if gesture.name != "remove":
        return []
    values = dict(Answer.objects.values_list("question", "value"))
    to = f"{page.question.id}.{gesture.table}"
    found = answering.naming(values, page.asked.everything, to=to, row=gesture.row)
    return [each.place for each in found]


def edit_of(page: QuestionPage, gesture: Gesture, *, named: Sequence[str] = ()) -> Edit | None:
    """The edit that a gesture stands for, or None when it asks for nothing.

    A removed row that others name leaves its words behind.
    """
    if gesture.name == "skip" and page.question is page.asked.before:
        return _passed_over
    table = page.question.table(gesture.table)
    make = EDITS.get(gesture.name)
    return make(page, table, gesture, named) if table and make else None


def _ticked(
    page: QuestionPage, table: Table, gesture: Gesture, named: Sequence[str]
) -> Edit | None:
    written = page.offered.in_dossier(page.question).table(table.id) or table
    return answering.tick(written, gesture.row, gesture.made)


def _removed(page: QuestionPage, table: Table, gesture: Gesture, named: Sequence[str]) -> Edit:
    words = _words(page, table, gesture.row) if named else ""
    return lambda current: rows.remove(current, table.id, gesture.row, words=words)


def _moved(
    page: QuestionPage, table: Table, gesture: Gesture, named: Sequence[str], *, by: int
) -> Edit:
    return lambda current: rows.move(current, table.id, gesture.row, by=by)


def _put_first(
    page: QuestionPage, table: Table, gesture: Gesture, named: Sequence[str]
) -> Edit | None:
    if page.question.id != priority.QUESTION:
        return None
    return lambda current: priority.put_first(current, gesture.row)


EDITS: dict[str, Callable[[QuestionPage, Table, Gesture, Sequence[str]], Edit | None]] = {
    "tick": _ticked,
    "remove": _removed,
    "up": partial(_moved, by=-1),
    "down": partial(_moved, by=1),
    "first": _put_first,
}


def _passed_over(current: Flat) -> Flat:
    if says_something(unflatten(current)):
        return {}
    return {"state": State.NOT_APPLICABLE.value, "reason": _("Passé.")}


def _words(page: QuestionPage, table: Table, row: str) -> str:
    names = telling.row_names(page.offered.plain, table, page.record.value)
    return names[row].words if row in names else ""
