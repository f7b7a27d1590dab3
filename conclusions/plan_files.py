"""The plan to take away: a calendar file (RFC 5545) and a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone
from icalendar import Calendar, Event, Todo

from conclusions.domain.plan.overlay import State
from conclusions.domain.plan.plan import Action
from conclusions.planning import Planning

PRODUCT = "-//Cap27//Plan//{language}"
STATUS = {
    State.TO_DO: "NEEDS-ACTION",
    State.DOING: "IN-PROCESS",
    State.DONE: "COMPLETED",
    State.DROPPED: "CANCELLED",
}
PERCENT = {State.TO_DO: 0, State.DOING: 50, State.DONE: 100}
COLUMNS = (
    "phase", "action", "owner", "start", "due", "offset", "effort", "state", "done_on", "after",
    "why", "sources", "reason", "note", "id",
)  # fmt: skip
# What makes a spreadsheet read a cell as a formula, and what keeps it from doing so.
FORMULA, TEXT = ("=", "+", "-", "@", "\t", "\r", "\n"), "'"
SEPARATORS = {"fr": ";", "en": ","}


def calendar(planning: Planning, page: str) -> bytes:
    """Milestones as events, everything else as tasks; `page` is the address of the plan."""
    found = Calendar()
    language = planning.told.catalogue.language
    found.add("prodid", PRODUCT.format(language=language.upper()))
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("name", title_of(planning))
    found.add("x-wr-calname", title_of(planning))
    for action in (*planning.plan.actions, *planning.plan.dropped):
        day = action.span.due_day if action.is_milestone else None
        component = _event(planning, action, day) if day else _task(planning, action)
        component.add("url", f"{page}?show={action.id}#action-{action.id}")
        found.add_component(component)
    return found.to_ical()


def title_of(planning: Planning) -> str:
    """What a file of the plan is called: the plan's title and whose it is."""
    return f"{planning.told.words['title']} – {planning.organisation.name}"


def _event(planning: Planning, action: Action, day: date) -> Event:
    """A whole day; the day after is where it ends."""
    event = Event()
    _told(planning, action, event)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if action.state is State.DROPPED else "CONFIRMED")
    return event


def _task(planning: Planning, action: Action) -> Todo:
    """From its first day to its last, where days are known."""
    task = Todo()
    _told(planning, action, task)
    start, due = action.span.start_day, action.span.due_day
    # A task is due later than it starts, or does not say when it starts.
    if start and due and start < due:
        task.add("dtstart", start)
    if due:
        task.add("due", due)
    task.add("status", STATUS[action.state])
    if action.state in PERCENT:
        task.add("percent-complete", PERCENT[action.state])
    if action.done_on:
        task.add("completed", datetime.combine(action.done_on, time(12), tzinfo=UTC))
    return task


def _told(planning: Planning, action: Action, component: Event | Todo) -> None:
    component.add("uid", f"{action.id}.{planning.organisation.pk}@cap27")
    component.add("dtstamp", timezone.now().astimezone(UTC).replace(microsecond=0))
    component.add("summary", planning.titles[action.id])
    component.add("description", "\n".join(_description(planning, action)))
    component.add("categories", [planning.told.words["phases"][action.phase]])


def _description(planning: Planning, action: Action) -> Iterator[str]:
    told = planning.told
    columns, teller = told.words["columns"], told.narrator.teller
    said = {
        "owner": told.person(action.owner),
        "effort": teller.number(action.effort),
        "offset": told.days(action.offset),
        "after": _waits(planning, action),
    }
    yield from (f"{columns[name]}{teller.colon}{words}" for name, words in said.items() if words)
    if action.derived:
        yield told.why(action.derived)
    yield from (str(action.row.get(each)) for each in ("reason", "note") if action.row.get(each))


def _waits(planning: Planning, action: Action) -> str:
    return planning.told.narrator.teller.separator.join(
        planning.titles[each] for each in action.after
    )


def table(planning: Planning) -> bytes:
    """One line an action, UTF-8 with a byte order mark, no cell that is read as a formula."""
    written = io.StringIO(newline="")
    language = planning.told.catalogue.language
    lines = csv.writer(written, delimiter=SEPARATORS[language], quoting=csv.QUOTE_ALL)
    columns = planning.told.words["columns"]
    lines.writerow([columns[each] for each in COLUMNS])
    for action in (*planning.plan.actions, *planning.plan.dropped):
        lines.writerow([safe(each) for each in _cells(planning, action)])
    return written.getvalue().encode("utf-8-sig")


def _cells(planning: Planning, action: Action) -> Iterator[str]:
    told, row = planning.told, action.row
    yield str(told.words["phases"][action.phase])
    yield planning.titles[action.id]
    yield told.person(action.owner)
    for day in (action.span.start_day, action.span.due_day):
        yield day.isoformat() if day else ""
    yield told.days(action.offset)
    yield _number(planning, action.effort)
    yield told.state(action)
    yield action.done_on.isoformat() if action.done_on else ""
    yield _waits(planning, action)
    yield told.why(action.derived) if action.derived else str(told.words["own"])
    sources = told.sources(action.derived) if action.derived else ()
    yield told.narrator.teller.separator.join(each.title for each in sources)
    yield from (str(row.get(each) or "") for each in ("reason", "note"))
    yield action.id


def _number(planning: Planning, number: Decimal) -> str:
    """As the language writes it, so that a spreadsheet can add it up."""
    written = format(number.normalize() + 0, "f")
    return written.replace(".", ",") if planning.told.catalogue.language == "fr" else written


def safe(cell: str) -> str:
    """The cell as text, whatever it begins with."""
    return f"{TEXT}{cell}" if cell.startswith(FORMULA) else cell
