"""The chapter on who does what: the seven activities, then a sheet for each person named."""

from collections.abc import Iterator

from conclusions.domain.roles.raci import UNCOVERED, Activity, Held
from conclusions.domain.roles.telling import Item, RoleTelling, Said
from deliverables.chapters.answers import register_blocks
from deliverables.chapters.following import Following
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section, Text
from deliverables.widths import PAGE

REGISTER = "roles"
ACTIVITY = 28
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
        blocks=tuple(_said(following, telling)),
        sections=tuple(_sheets(following, telling)),
    )


def _said(following: Following, telling: RoleTelling) -> Iterator[Block]:
    """The activities, with what is noted beside what was chosen by hand."""
    if telling.sheets:
        yield _matrix(following, telling)
    if following.reader.answer(REGISTER).get("value"):
        register = following.reader.question(REGISTER)
        yield from map(_unheaded, register_blocks(following.reader, register))


def _unheaded(block: Block) -> Block:
    """A note beside its label: no title stands above it that its own could be under."""
    if isinstance(block, Prose) and block.label:
        return Facts((Fact(block.label, block.text),), sources=block.sources)
    return block


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


def _sheets(following: Following, telling: RoleTelling) -> Iterator[Section]:
    """A sheet a person: what they do, how long, where they speak, what they decide."""
    reader = following.reader
    for number, sheet in enumerate(telling.sheets, 1):
        facts = tuple(_fact(following, each) for each in telling.told(sheet))
        yield Section(
            f"role-{number}",
            reader.typed(telling.person(sheet.person)).words,
            blocks=(Facts(facts, sources=(REGISTER,)),),
            sources=(REGISTER,),
        )


def _fact(following: Following, said: Said) -> Fact:
    reader = following.reader
    return Fact(reader.title(said.label), reader.own("\n".join(map(_line, said.items))))


def _line(item: Item) -> str:
    return "".join(run.words for run in item)
