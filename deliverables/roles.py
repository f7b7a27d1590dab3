"""The chapter on who does what: the seven activities, then a sheet for each person named."""

from collections.abc import Iterator

from conclusions.domain.raci import UNCOVERED, Activity, Held
from conclusions.domain.role_sheets import Sheet
from conclusions.domain.role_telling import Item, RoleTelling, Said
from deliverables.answers import register_blocks
from deliverables.following import Following
from deliverables.tree import Block, Chapter, Column, Fact, Grid, Row, Section, Text
from deliverables.widths import PAGE

REGISTER = "roles"
ACTIVITY, WEEKLY, PERSON = 28, 24, 46
COLUMNS = ("accountable", "responsible", "consulted", "informed", "cover", "evening")


def roles_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while nobody is named anywhere and nothing was changed by hand."""
    reader = following.reader
    telling = RoleTelling(following.dossier, following.narrator)
    said = reader.answer(REGISTER).get("value")
    if not (telling.sheets or said):
        return
    words = reader.words
    yield Chapter(
        id="roles",
        title=reader.title(words["roles.title"]),
        lead=reader.own(words["roles.lead"]),
        blocks=tuple(_grids(following, telling)) if telling.sheets else (),
        sections=tuple(_changed(following)) if said else (),
    )


def _grids(following: Following, telling: RoleTelling) -> Iterator[Block]:
    yield _matrix(following, telling)
    yield _sheets(following, telling)


def _matrix(following: Following, telling: RoleTelling) -> Grid:
    words = following.reader.words
    each_width = (PAGE - ACTIVITY) // len(COLUMNS)
    columns = (
        Column(words["roles.activity"], ACTIVITY),
        *(Column(words[f"roles.{name}"], each_width) for name in COLUMNS),
    )
    rows = tuple(_activity(following, telling, each) for each in telling.activities)
    return Grid(words["roles.matrix"], columns, rows, wide=True, sources=(REGISTER,))


def _activity(following: Following, telling: RoleTelling, activity: Activity) -> Row:
    def people(keys: tuple[str, ...]) -> Text:
        return following.reader.typed(telling.people(keys))

    def post(held: Held) -> Text:
        reader = following.reader
        if held.person:
            return reader.typed(telling.person(held.person))
        if held.basis in (*UNCOVERED, "no_appeal"):
            return reader.own(telling.why(held), "quiet")
        return reader.own(reader.words["roles.nobody"], "missing")

    label = following.reader.own(telling.labels[activity.id])
    return Row(
        (
            label,
            post(activity.accountable),
            people(activity.responsible),
            people(activity.consulted),
            people(activity.informed),
            post(activity.cover),
            post(activity.evening),
        )
    )


def _sheets(following: Following, telling: RoleTelling) -> Grid:
    words = following.reader.words
    columns = (
        Column(words["roles.person"], PERSON),
        Column(words["roles.weekly"], WEEKLY),
        Column(words["roles.does"], PAGE - PERSON - WEEKLY),
    )
    rows = tuple(_sheet(following, telling, each) for each in telling.sheets)
    return Grid(words["roles.sheets"], columns, rows, wide=True, sources=(REGISTER,))


def _sheet(following: Following, telling: RoleTelling, sheet: Sheet) -> Row:
    reader = following.reader
    weekly = "–" if sheet.weekly is None else f"{reader.teller.number(sheet.weekly)} h"
    parts = reader.separator.join(
        f"{telling.labels[part.activity]} ({telling.part((*part.letters, *part.stands_in))})"
        for part in sheet.parts
    )
    shown = {telling.words[f"sheet.{name}"] for name in ("activities", "weekly")}
    said = (each for each in telling.told(sheet) if each.label not in shown)
    cells = (reader.typed(telling.person(sheet.person)), reader.own(weekly), reader.own(parts))
    return Row(cells, tuple(_fact(following, each) for each in said))


def _fact(following: Following, said: Said) -> Fact:
    reader = following.reader
    return Fact(reader.title(said.label), reader.own(reader.separator.join(map(_line, said.items))))


def _line(item: Item) -> str:
    return "".join(run.words for run in item)


def _changed(following: Following) -> Iterator[Section]:
    """What is noted beside what was chosen by hand, which stands among the activities."""
    reader = following.reader
    register = reader.question(REGISTER)
    blocks = tuple(register_blocks(reader, register))
    if blocks:
        title = reader.title(register.title)
        yield Section(f"register-{REGISTER}", title, blocks=blocks, sources=(REGISTER,))
