"""The answers, heading by heading: one chapter a heading, one section a question."""

from collections.abc import Iterator

from deliverables.chapters.elsewhere import Printed
from deliverables.grids import grid
from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Entries, Entry, Fact, Facts, Prose, Section
from strategy.domain.questionnaire import Field, Heading, Kind, Question

NOTHING_ELSEWHERE = Printed()
# A value longer than this is read as a paragraph, not looked up beside its label.
SHORT = 150


def heading_chapter(
    reader: Reader,
    heading: Heading,
    computed: dict[str, tuple[Block, ...]],
    elsewhere: Printed = NOTHING_ELSEWHERE,
) -> Chapter:
    """The chapter of one heading; `computed` gives the blocks of questions without fields."""
    questions = list(reader.questionnaire.under(heading.id))
    sections = tuple(
        question_section(reader, question, elsewhere, computed.get(question.computed))
        for question in questions
    )
    return Chapter(
        id=f"heading-{heading.id}",
        title=reader.title(heading.title),
        arc=heading.id,
        blocks=(Entries(tuple(_entry(section) for section in sections)),),
        sections=sections,
    )


def _entry(section: Section) -> Entry:
    return Entry(
        section.id,
        section.title,
        number=section.number,
        state=section.state,
        state_label=section.state_label,
    )


def question_section(
    reader: Reader,
    question: Question,
    elsewhere: Printed = NOTHING_ELSEWHERE,
    computed: tuple[Block, ...] | None = None,
) -> Section:
    """One question with its answer, without what is printed elsewhere."""
    answer = reader.answer(question.id)
    state = reader.state(question.id)
    return Section(
        id=f"question-{question.id}",
        title=reader.title(question.title),
        number=str(question.number) if question.number else "",
        state=state,
        state_label=reader.words.label("state", state),
        remarks=tuple(_remarks(reader, answer)),
        blocks=computed
        if computed is not None
        else tuple(answer_blocks(reader, question, elsewhere)),
        sources=(question.id,),
    )


def answer_blocks(
    reader: Reader, question: Question, elsewhere: Printed = NOTHING_ELSEWHERE
) -> Iterator[Block]:
    """What was answered, and where the rest of it is; what is expected when nothing was."""
    said = [*_reason(reader, question), *header_blocks(reader, question, elsewhere)]
    kept = (elsewhere.table(question.id, table) for table in question.tables)
    said += [printed for table in kept if table and (printed := grid(reader, question, table))]
    said += elsewhere.reference(reader, question.id)
    yield from said or _nothing(reader, question)
    yield from _note(reader, question)


def register_blocks(reader: Reader, question: Question, *told: Block) -> Iterator[Block]:
    """A register told in these blocks of its chapter's own, which hold all that it says.

    One that does not apply is told as it was typed: nothing is derived from it. Nothing at all
    for one that says nothing.
    """
    answer = reader.answer(question.id)
    if answer.get("state") == "not_applicable":
        yield from answer_blocks(reader, question)
        return
    yield from told
    yield from _note(reader, question)


def _note(reader: Reader, question: Question) -> Iterator[Block]:
    if note := reader.answer(question.id).get("note"):
        label = reader.words["margin.note"]
        yield Prose(reader.typed(note), label, sources=(question.id,), aside=True)


def _reason(reader: Reader, question: Question) -> Iterator[Block]:
    answer = reader.answer(question.id)
    if answer.get("state") != "not_applicable":
        return
    facts = (
        [Fact(reader.words["document.reason"], reader.typed(answer["reason"]))]
        if (answer.get("reason"))
        else []
    )
    said = reader.own(reader.words["document.not_applicable"])
    yield Prose(said, sources=(question.id,))
    if facts:
        yield Facts(tuple(facts), sources=(question.id,))


def _nothing(reader: Reader, question: Question) -> Iterator[Block]:
    yield Prose(reader.own(reader.words["document.nothing"], "missing"), sources=(question.id,))
    yield Prose(
        reader.own(question.good, "quiet"),
        label=reader.words["document.expected"],
        sources=(question.id,),
    )


def table_of(reader: Reader, place: str) -> Iterator[Block]:
    """The table of an answer as it was typed, for the chapter that prints it."""
    question, table = reader.questionnaire.linked(place)
    if printed := grid(reader, question, table):
        yield printed


def header_blocks(
    reader: Reader, question: Question, elsewhere: Printed = NOTHING_ELSEWHERE
) -> Iterator[Block]:
    """Header fields: short ones beside their labels, long ones as paragraphs, in their order."""
    waiting: list[Fact] = []
    for asked in question.fields:
        text = reader.header_text(question.id, asked.id)
        if not text.words or elsewhere.field(question.id, asked.id):
            continue
        if not _is_long(asked, text.words):
            waiting.append(Fact(reader.label(asked), text))
            continue
        if waiting:
            yield Facts(tuple(waiting), sources=(question.id,))
            waiting = []
        yield Prose(text, label=reader.label(asked), sources=(question.id,))
    if waiting:
        yield Facts(tuple(waiting), sources=(question.id,))


def _is_long(asked: Field, words: str) -> bool:
    return len(words) > SHORT or (asked.kind is Kind.LONG and "\n" in words)


def _remarks(reader: Reader, answer: dict[str, str]) -> Iterator[Fact]:
    """What is said under the title: how sure, and whose."""
    words = reader.words
    if confidence := answer.get("confidence"):
        told = reader.own(words.label("confidence", confidence))
        yield Fact(words["margin.confidence"], told)
    if owner := answer.get("owner"):
        yield Fact(words["margin.owner"], reader.typed(reader.people.get(owner, owner)))
