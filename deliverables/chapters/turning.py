"""Two sections of the chapter on publics: the ambassador test, and the virtuous circle."""

from collections.abc import Iterator
from dataclasses import replace

from conclusions.domain.audiences import wheel
from conclusions.domain.audiences.ambassadors import PEOPLE, Tested, tested
from conclusions.domain.audiences.circle_words import circle_words
from conclusions.domain.audiences.virtuous import REGISTER, Loop, Step, virtuous_circle
from conclusions.domain.dossier import QUESTION
from deliverables.chapters.answers import answer_blocks, register_blocks
from deliverables.chapters.following import Following
from deliverables.figures import Figure
from deliverables.reader import Reader
from deliverables.tree import Block, Column, Fact, Grid, Prose, Row, Section
from deliverables.widths import PAGE

STEP, STATE, SEEN, OWNER = 46, 24, 26, 30


def people_section(following: Following) -> Section:
    """Everybody who was tested, with the word that fits; no block when nobody was."""
    reader = following.reader
    found = tested(following.dossier)
    said = bool(reader.answer("ambassadors").get("value"))
    blocks = tuple(_tested(reader, found)) if said else ()
    title = reader.title(reader.words["circles.people"])
    return Section(id="circles-people", title=title, blocks=blocks, sources=("ambassadors",))


def _tested(reader: Reader, found: tuple[Tested, ...]) -> Iterator[Block]:
    """The register as it was typed, with the word that fits each."""
    words = {each.row: circle_words(reader.language).word[each.word].name for each in found}
    label = reader.title(reader.words["circles.word"])
    for block in answer_blocks(reader, reader.question("ambassadors")):
        if isinstance(block, Grid):
            named = [words.get(row, "") for row in _rows(reader)]
            rows = (
                replace(row, details=(*row.details, Fact(label, reader.own(word))))
                for row, word in zip(block.rows, named, strict=True)
            )
            block = replace(block, rows=tuple(rows))
        yield block


def _rows(reader: Reader) -> Iterator[str]:
    """The rows of the register that say something, in the order in which they are printed."""
    place = PEOPLE.split(".")
    table = reader.questionnaire.linked(PEOPLE)[1]
    for row in reader.rows(*place):
        if any(reader.told(column, row.get(column.id)).words for column in table.columns):
            yield row["id"]


def turning_section(following: Following) -> Section:
    """The virtuous circle drawn, then step by step."""
    reader = following.reader
    loop = virtuous_circle(following.dossier, following.as_of)
    words = reader.words
    lead = words.say("circles.loop_lead", proven=loop.proven, total=len(loop.steps))
    told = (Prose(reader.own(lead)), _figure(reader, loop), _steps(reader, loop))
    question = reader.question("virtuous_circle")
    return Section(
        id="circles-loop",
        title=reader.title(words["circles.loop"]),
        blocks=tuple(register_blocks(reader, question, *told)),
        sources=("virtuous_circle",),
    )


def _figure(reader: Reader, loop: Loop) -> Figure:
    words, known = reader.words, circle_words(reader.language)
    told = [
        f"{step.number}. {known.step[step.id]} – {words[f'circles.state_of.{step.state}']}"
        for step in loop.steps
    ]
    return Figure(
        picture="loop",
        drawing=wheel.draw(loop, known.step),
        title=reader.title(words["circles.loop"]),
        text=reader.title(reader.separator.join(told)),
        caption=reader.title(words["circles.loop_caption"]),
        sources=("virtuous_circle",),
    )


def _steps(reader: Reader, loop: Loop) -> Grid:
    words = reader.words
    columns = (
        Column(reader.title(words["circles.step"]), STEP),
        Column(reader.title(words["circles.state"]), STATE),
        Column(reader.title(words["circles.step_proof"]), PAGE - STEP - STATE - SEEN - OWNER),
        Column(reader.title(words["circles.seen"]), SEEN),
        Column(reader.title(words["circles.owner"]), OWNER),
    )
    dated = {row["id"]: row.get("date") for row in reader.rows("virtuous_circle", "steps")}
    rows = tuple(_step(reader, each, dated.get(each.id)) for each in loop.steps)
    title = reader.title(words["circles.by_step"])
    return Grid(title, columns, rows, wide=True, sources=("virtuous_circle",))


def _step(reader: Reader, step: Step, dated: str | None) -> Row:
    """One step; `dated` is the day that the register gives, with a proof or without."""
    proof = step.proof
    cells = (
        reader.text(reader.teller.rows[REGISTER][step.id]),
        reader.own(reader.words[f"circles.state_of.{step.state}"]),
        reader.typed(proof.words) if proof else reader.own(""),
        reader.own(reader.teller.date(proof.day) if proof else ""),
        reader.typed(reader.teller.person(step.owner)) if step.owner else reader.own(""),
    )
    return Row(cells, tuple(_beside(reader, step, dated)))


def _beside(reader: Reader, step: Step, dated: str | None) -> Iterator[Fact]:
    """Where a proof that nobody typed in the register comes from; a day without its proof."""
    if dated and (step.derived or step.proof is None):
        yield Fact(
            reader.title(reader.words["circles.seen"]), reader.own(reader.teller.date(dated))
        )
    if step.proof and step.derived and step.proof.place.kind == QUESTION:
        question = reader.question(step.proof.place.id)
        yield Fact(reader.title(reader.words["trust.source"]), reader.own(question.place))
