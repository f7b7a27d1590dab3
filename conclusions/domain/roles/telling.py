"""Roles in words: who stands where and why, and what the sheet of each person says."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from conclusions.domain.dossier import Cells
from conclusions.domain.roles.activities import activities
from conclusions.domain.roles.raci import Activity, Held
from conclusions.domain.roles.sheets import Sheet, sheets
from conclusions.domain.theme_telling import Run, ThemeTelling

Item = tuple[Run, ...]


class Said(NamedTuple):
    """One thing that a sheet says: what it is about, and its lines."""

    label: str
    items: tuple[Item, ...]


class RoleTelling(ThemeTelling):
    """The roles of one dossier in one language, the same words on screen and on paper."""

    theme = "roles"

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The seven."""
        return self.dossier.once(activities)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """A sheet for each person named."""
        return sheets(self.dossier, self.activities)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each activity is called."""
        table = self.narrator.asked.linked("roles.activities")[1]
        return {each.id: each.label for each in table.fixed}

    def why(self, held: Held) -> str:
        """Why this person stands there; between equals, what told them apart."""
        said = self.words[f"basis.{held.basis}"]
        if not held.settled:
            return said
        even = self.words[f"settled.{held.settled}"].format(rivals=self.people(held.rivals))
        return f"{said} {even}"

    def part(self, names: tuple[str, ...]) -> str:
        """What somebody is in an activity, in whole words."""
        return ", ".join(self.words[f"letter.{each}"] for each in names)

    def told(self, sheet: Sheet) -> list[Said]:
        """Everything that a sheet says, what it does not say left out."""
        found = ((name, tuple(tell(self, sheet))) for name, tell in TELLING.items())
        return [Said(self.words[f"sheet.{name}"], items) for name, items in found if items]

    @property
    def colon(self) -> Run:
        """What stands between a name and what is said of it."""
        return Run(self.narrator.teller.colon)


def _joined(telling: RoleTelling, runs: list[Item], separator: str = "") -> Item:
    """Several things on one line, a separator between them."""
    between = Run(separator or telling.narrator.teller.separator)
    return tuple(run for item in runs for run in (between, *item))[1:]


def _activities(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    for part in sheet.parts:
        said = telling.part((*part.letters, *part.stands_in))
        yield (Run(telling.labels[part.activity]), telling.colon, Run(said))


def _weekly(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    if sheet.weekly is None:
        yield (telling.say("sheet.no_hours"),)
        return
    if len(sheet.hours) > 1:
        total = telling.narrator.teller.number(sheet.weekly)
        yield (telling.say("sheet.total", hours=total),)
    for row in sheet.hours:
        hours = telling.say("sheet.hours", hours=telling.cell(row, "weekly_hours").words or "–")
        yield (telling.cell(row, "mission"), telling.colon, hours)


def _speaks(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    for row in sheet.speaks:
        details = list(_mandate(telling, row))
        place = _place(telling, row)
        yield (place, telling.colon, *_joined(telling, details)) if details else (place,)


def _place(telling: RoleTelling, row: Cells) -> Run:
    found = telling.cell(row, "place")
    return found if found.words else telling.say("sheet.place_unsaid")


def _mandate(telling: RoleTelling, row: Cells) -> Iterator[Item]:
    """What the mandate covers, where it stops, up to which amount."""
    if (subjects := telling.cell(row, "subjects")).words:
        yield (subjects,)
    if (limit := telling.cell(row, "commitment_limit")).words:
        yield (telling.say("sheet.limit"), telling.colon, limit)
    amount = row.cents("maximum_amount")
    if amount is not None:
        told = telling.narrator.teller.money(amount)
        yield (telling.say("sheet.up_to" if amount else "sheet.no_gesture", amount=told),)


def _deputises(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    for row in sheet.deputises:
        holder = telling.cell(row, "holder")
        place = _place(telling, row)
        yield (holder, telling.colon, place) if holder.words else (place,)


def _decides(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    rows = telling.narrator.teller.rows["arbiters.levels"]
    for row, parts in sheet.levels:
        said = ", ".join(telling.words[f"standing.{each}"] for each in parts)
        delay = telling.cell(row, "maximum_delay").words
        within = [(telling.say("sheet.within", delay=delay),)] if delay else []
        name = Run(rows[row.row].words, rows[row.row].typed) if row.row in rows else Run(row.row)
        yield (name, Run(" ("), *_joined(telling, [(Run(said),), *within], ", "), Run(")"))
    for step in sheet.sanctions:
        yield (Run(telling.words[f"sanction.{step}"]),)
    for row in sheet.exceptions:
        yield (telling.say("sheet.exception"), telling.colon, telling.cell(row, "subject"))
    if sheet.reviews:
        yield (telling.say("sheet.reviews"),)


def _covered_by(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    if sheet.covered_by:
        yield (Run(telling.people(sheet.covered_by), typed=True),)


def _trained_on(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    if sheet.trained_on:
        yield (telling.say("sheet.trained", day=telling.narrator.teller.date(sheet.trained_on)),)


def _to_acquire(telling: RoleTelling, sheet: Sheet) -> Iterator[Item]:
    for row in sheet.hours:
        skill, how = telling.cell(row, "to_acquire"), telling.cell(row, "how")
        if skill.words:
            yield (skill, telling.colon, how) if how.words else (skill,)


TELLING: dict[str, Callable[[RoleTelling, Sheet], Iterator[Item]]] = {
    "activities": _activities,
    "weekly": _weekly,
    "speaks": _speaks,
    "deputises": _deputises,
    "decides": _decides,
    "covered_by": _covered_by,
    "trained_on": _trained_on,
    "to_acquire": _to_acquire,
}
