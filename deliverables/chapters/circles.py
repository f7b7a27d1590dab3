"""The chapter on publics: the six circles, who learns first, the reach, the virtuous circle."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from conclusions.domain.audiences import circles, rings
from conclusions.domain.audiences.circle_words import CIRCLES, circle_words
from conclusions.domain.audiences.circles import AUDIENCES, RELAYS, Placed
from conclusions.domain.audiences.information import STEPS, News, news
from conclusions.domain.audiences.reach import Share, reach
from conclusions.domain.dossier import Dossier
from deliverables.chapters.answers import answer_blocks, register_blocks
from deliverables.chapters.following import Following
from deliverables.chapters.turning import people_section, turning_section
from deliverables.figures import Figure
from deliverables.grids import grid
from deliverables.reader import Reader
from deliverables.tree import (
    Block,
    Chapter,
    Column,
    Fact,
    Facts,
    Grid,
    Prose,
    Row,
    Section,
    Text,
)
from deliverables.widths import PAGE

REGISTERS = ("information_order", "reach", "ambassadors", "virtuous_circle")
NUMBER, CIRCLE, RANK = 12, 42, 16
NAME, OWED, DAYS, PROOF = 34, 44, 20, 38
NEWS, ANNOUNCED = 52, 24


def circles_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing until a public, a relay or a row of one of its registers is there."""
    reader, placed = following.reader, circles.placed(following.dossier)
    kept = [each for each in REGISTERS if reader.answer(each).get("value")]
    if placed.is_empty and not kept:
        return
    sections = (
        _drawn(reader, placed),
        _owed(reader),
        _order(reader, following.dossier),
        _reach(reader, following.dossier),
        people_section(following),
        turning_section(following),
    )
    words = reader.words
    lead = words.say("circles.lead", publics=placed.count, relays=placed.relay_count)
    yield Chapter(
        id="circles",
        title=reader.title(words["circles.title"]),
        lead=reader.own(lead),
        sections=tuple(each for each in sections if each.blocks),
    )


def labels(reader: Reader) -> dict[str, str]:
    """What each circle is called, as in question 1."""
    _question, table = reader.questionnaire.linked(AUDIENCES)
    column = table.column("circle")
    return {each.id: reader.title(each.label) for each in (column.options if column else ())}


def _section(reader: Reader, place: str, blocks: tuple[Block, ...], *sources: str) -> Section:
    title = reader.title(reader.words[f"circles.{place}"])
    return Section(id=f"circles-{place}", title=title, blocks=blocks, sources=sources)


def _drawn(reader: Reader, placed: Placed) -> Section:
    if placed.is_empty:
        return _section(reader, "drawn", ())
    words, names = reader.words, labels(reader)
    told = [
        words.say(
            "circles.counted",
            number=ring.number,
            circle=names[ring.id],
            numbers=", ".join(map(str, ring.numbers)) or words["circles.nobody"],
        )
        for ring in placed.rings
    ]
    centre = circle_words(reader.language).drawn.centre
    figure = Figure(
        picture="circles",
        drawing=rings.draw(placed, names, centre=centre),
        title=reader.title(words["circles.drawing"]),
        text=reader.title(reader.separator.join(told)),
        caption=reader.title(words["circles.caption"]),
        sources=("receivers", "relays"),
    )
    return _section(reader, "drawn", (figure, _legend(reader, placed)), "receivers", "relays")


def _legend(reader: Reader, placed: Placed) -> Grid:
    words = reader.words
    columns = (
        Column(reader.title(words["circles.number"]), NUMBER, numeric=True),
        Column(reader.title(words["circles.public"]), PAGE - NUMBER - CIRCLE - RANK),
        Column(reader.title(words["circles.circle"]), CIRCLE),
        Column(reader.title(words["circles.rank"]), RANK, numeric=True),
    )
    rows = tuple(_named(reader, placed))
    title = reader.title(words["circles.legend"])
    return Grid(title, columns, rows, wide=True, sources=("receivers", "relays"))


def _named(reader: Reader, placed: Placed) -> Iterator[Row]:
    names, words, empty = labels(reader), reader.words, reader.own("")
    for ring in placed.rings:
        for each in ring.publics:
            rank = "" if each.rank is None else reader.teller.number(each.rank)
            told = reader.own(rank, "numeric")
            yield _row(reader, each.number, AUDIENCES, each.row, (names[ring.id], told))
    for ring in placed.rings:
        for relay in ring.relays:
            kind = words["circles.rewarded" if relay.rewarded else "circles.relay"]
            yield _row(reader, relay.number, RELAYS, relay.row, (kind, empty))
    for row in placed.unplaced:
        yield _row(reader, 0, AUDIENCES, row, (words["circles.unplaced"], empty))


def _row(reader: Reader, number: int, table: str, row: str, told: tuple[str, Text]) -> Row:
    known = reader.teller.rows[table].get(row)
    name = reader.text(known) if known else reader.own("")
    return Row((reader.own(str(number or ""), "numeric"), name, reader.own(told[0]), told[1]))


def _owed(reader: Reader) -> Section:
    words, names, known = reader.words, labels(reader), circle_words(reader.language)
    columns = (
        Column(reader.title(words["circles.circle"]), NAME),
        Column(reader.title(words["circles.owed_what"]), OWED),
        Column(reader.title(words["circles.informed"]), DAYS),
        Column(reader.title(words["circles.proof"]), PROOF),
        Column(reader.title(words["circles.trap"]), PAGE - NAME - OWED - DAYS - PROOF),
    )
    rows = tuple(
        Row(
            (
                reader.own(f"{each.number}. {names[each.id]}"),
                reader.own(each.owed),
                reader.own(known.days(each.id)),
                reader.own(each.proof),
                reader.own(each.trap),
            )
        )
        for each in known.circles
    )
    title = reader.title(words["circles.each"])
    note = reader.own(words["circles.origin"]).words
    return _section(reader, "owed", (Grid(title, columns, rows, wide=True, note=note),))


def _order(reader: Reader, dossier: Dossier) -> Section:
    found = news(dossier)
    blocks: tuple[Block, ...] = ()
    if found:
        early = sum(bool(each.early) for each in found)
        place = "circles.order_lead_early" if early else "circles.order_lead"
        lead = Prose(reader.own(reader.words.say(place, early=early)), sources=("rhythm",))
        blocks = (lead, _calendar(reader, found))
    question, table = reader.questionnaire.linked(STEPS)
    told = {row["id"] for news in found for row in _said_of(reader, news)}
    left = grid(reader, question, table, told)
    kept = register_blocks(reader, question, *([left] if left else []))
    return _section(reader, "order", (*blocks, *kept), "rhythm")


def _said_of(reader: Reader, news: News) -> Iterator[dict[str, Any]]:
    """The rows of the register that the calendar tells whole under the name of this news."""
    steps = {step.row for step in news.steps if step.row}
    for row in reader.rows(*STEPS.split(".")):
        twice = row.get("public") and row.get("circle")
        if row["id"] in steps and row.get("news") == news.name and not twice:
            yield row


def _calendar(reader: Reader, found: tuple[News, ...]) -> Grid:
    words, names = reader.words, labels(reader)
    share = (PAGE - NEWS - ANNOUNCED) // len(CIRCLES)
    columns = (
        Column(reader.title(words["circles.news"]), NEWS),
        Column(reader.title(words["circles.day"]), ANNOUNCED),
        *(Column(str(number), share) for number, _circle in enumerate(names, 1)),
    )
    rows = tuple(_calendar_row(reader, each) for each in found)
    title = reader.title(words["circles.calendar"])
    note = reader.own(
        reader.separator.join(f"{number}. {name}" for number, name in enumerate(names.values(), 1))
    ).words
    return Grid(title, columns, rows, wide=True, note=note, sources=("rhythm", "messages"))


def _calendar_row(reader: Reader, each: News) -> Row:
    known, early = circle_words(reader.language), {step.circle for step in each.early}
    cells = []
    for circle in CIRCLES:
        told = ", ".join(known.day(day) for day in dict.fromkeys(each.days(circle)))
        if circle in early:
            told = reader.words.say("circles.early", day=told)
        cells.append(reader.own(told))
    day = reader.own(reader.teller.date(each.day))
    details = tuple(_told_to(reader, row) for row in _said_of(reader, each))
    return Row((reader.typed(each.name), day, *cells), details)


def _told_to(reader: Reader, row: dict[str, Any]) -> Fact:
    """Who learns it on that day and how; a whole circle stands beside the day."""
    question, table = STEPS.split(".")
    told = {
        name: reader.cell_text(question, table, row, name)
        for name in ("public", "circle", "channel")
    }
    day = circle_words(reader.language).day(int(Decimal(row["day"])))
    circle = told.pop("circle").words
    said = " – ".join(text.words for text in told.values() if text.words)
    first = next((text for text in told.values() if text.words), told["channel"])
    return Fact(f"{day}, {circle}" if circle else day, replace(first, words=said))


def _kept(reader: Reader, register: str) -> Iterator[Block]:
    """A register as it was typed, when it says something."""
    if reader.answer(register).get("value"):
        yield from answer_blocks(reader, reader.question(register))


def _reach(reader: Reader, dossier: Dossier) -> Section:
    found = reach(dossier)
    blocks: tuple[Block, ...] = ()
    if found.shares:
        number = reader.teller.number
        told = reader.words["circles.reach_unknown"]
        if found.known:
            values = {"ceiling": number(found.ceiling), "unknown": found.unknown}
            told = reader.words.say("circles.reach_known", **values)
        blocks = (
            Prose(reader.own(told), sources=("voices", "relays", "places")),
            Facts(tuple(_share(reader, each) for each in found.shares)),
        )
    return _section(reader, "reach", (*blocks, *_kept(reader, "reach")), "voices", "relays")


def _share(reader: Reader, share: Share) -> Fact:
    """What one kind of bearer adds to the ceiling."""
    ceiling = reader.teller.number(share.ceiling)
    values = {"ceiling": ceiling, "known": share.known, "unknown": share.unknown}
    told = reader.own(reader.words.say("circles.reach_share", **values))
    return Fact(reader.words[f"circles.reach_{share.kind}"], told)
