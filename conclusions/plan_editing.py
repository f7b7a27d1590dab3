"""What people change in the plan, written as any answer is: merged, versioned, remembered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from conclusions.domain.plan.overlay import REGISTER, TABLE, State
from conclusions.domain.plan.plan import Action
from conclusions.planning import Planning
from strategy.answering import edit_of
from strategy.domain import rows
from strategy.domain.flat import Flat
from strategy.lookup import answerable_or_404, record_of
from strategy.models import Answer
from strategy.saving import Asked, Edit, Outcome, save

PATH = f"rows/{TABLE}"


def record_for(planning: Planning) -> Answer:
    """The register's record."""
    return record_of(planning.organisation, answerable_or_404(REGISTER))


def change(planning: Planning, action: Action, mine: Flat, asked: Asked) -> Outcome:
    """Keep these cells of an action; a row that is new remembers what the action was called.

    Raises TooLargeError and OvertakenError, as any save does.
    """
    record = record_for(planning)
    named = [action.id] if action.derived and any(_says(each) for each in mine.values()) else []
    named += mine.get(f"{PATH}/{action.id}/after") or []
    written, new = _remembered(planning, named, record.paths)
    edit = edit_of(mine | written, answerable_or_404(REGISTER), new=new)
    return save(record, edit=edit, asked=asked)


def _says(value: Any) -> bool:
    return value not in (None, "", [], False)


def _remembered(planning: Planning, ids: Iterable[str], paths: Flat) -> tuple[Flat, set[str]]:
    """What the rows that are not there yet are called, in the words of the dossier."""
    order = rows.order_of(paths, TABLE)
    wanted = [each for each in ids if each not in order and each in planning.plan.by_id]
    derived = {each: planning.plan.by_id[each].derived for each in wanted}
    told = planning.written_in
    written = {f"{PATH}/{key}/action": told.derived(each) for key, each in derived.items() if each}
    return written, {f"{TABLE}/{each}" for each in wanted}


def marked(action: Action, *, done: bool, today: date) -> Flat:
    """The cells of one gesture: done today, or to be done again."""
    said = action.derived is not None and action.derived.instance.done_on is not None
    open_again = State.TO_DO.value if said else None
    state = State.DONE.value if done else open_again
    if done and said and action.row.get("state") is not None:
        state = None
    return {
        f"{PATH}/{action.id}/state": state,
        f"{PATH}/{action.id}/done_on": today.isoformat() if done and state else None,
    }


def add(planning: Planning, mine: Flat, row: str, asked: Asked) -> Outcome:
    """Keep an action of their own; raises as `change` does."""
    edit = edit_of(mine, answerable_or_404(REGISTER), new={f"{TABLE}/{row}"})
    return save(record_for(planning), edit=edit, asked=asked)


def forget(planning: Planning, row: str, asked: Asked) -> Outcome:
    """Remove a row: the action is as the plan proposes it, or is no more.

    A row that another one waits for keeps its name, so that the link still leads somewhere.
    """
    record = record_for(planning)
    return save(record, edit=_forgotten(row, derived=row in _derived(planning)), asked=asked)


def _derived(planning: Planning) -> set[str]:
    return {each.id for each in planning.plan.derived}


def _forgotten(row: str, *, derived: bool) -> Edit:
    def edit(current: Flat) -> Flat:
        links = (value for path, value in current.items() if path.endswith("/after"))
        linked = any(isinstance(value, list) and row in value for value in links)
        if linked and derived:
            cells = [path for path in current if path.startswith(f"{PATH}/{row}/")]
            return {path: None for path in cells if not path.endswith("/action")}
        words = str(current.get(f"{PATH}/{row}/action", "")) if linked else ""
        return rows.remove(current, TABLE, row, words=words)

    return edit
