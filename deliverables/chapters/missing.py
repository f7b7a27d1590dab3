"""What is missing: questions without an answer, decisions to take, blanks of the charter."""

from collections.abc import Iterator

from charter.domain.decisions import Decision
from deliverables.chapters.articles import CharterReader
from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Column, Grid, Row
from deliverables.widths import PAGE
from deliverables.words import Words
from strategy.domain.journey import Missing, all_missing
from strategy.domain.questionnaire import Question

NUMBER, TITLE, STATE = 10, 66, 26


def missing_chapters(reader: Reader, known: CharterReader) -> tuple[Chapter, ...]:
    """The list, in a chapter of its own; no chapter when nothing is missing."""
    words = reader.words
    blocks = tuple(_blocks(reader, known))
    lead = reader.own(words["missing.lead"])
    chapter = Chapter(id="missing", title=words["missing.title"], lead=lead, blocks=blocks)
    return (chapter,) if blocks else ()


def _blocks(reader: Reader, known: CharterReader) -> Iterator[Block]:
    yield from _questions(reader)
    yield from _decisions(reader, known)
    yield from _blanks(reader, known)


def _questions(reader: Reader) -> Iterator[Block]:
    words = reader.words
    lacks: dict[Question, list[str]] = {}
    for each in all_missing(reader.questionnaire, reader.dossier.get("answers", {})):
        lacks.setdefault(each.question, []).append(_lack(words, each))
    if not lacks:
        return
    columns = (
        Column(words["missing.number"], NUMBER),
        Column(words["missing.question"], TITLE),
        Column(words["missing.state"], STATE),
        Column(words["missing.what"], PAGE - NUMBER - TITLE - STATE),
    )
    rows = tuple(
        Row(
            (
                reader.own(str(question.number)),
                reader.own(question.title),
                reader.own(words.label("state", reader.state(question.id))),
                reader.own("\n".join(told)),
            )
        )
        for question, told in lacks.items()
    )
    ids = tuple(question.id for question in lacks)
    yield Grid(words["missing.questions"], columns, rows, wide=True, sources=ids)


def _lack(words: Words, lack: Missing) -> str:
    return words.say(f"missing.{lack.what}", label=lack.label, wanted=lack.wanted)


def _decisions(reader: Reader, known: CharterReader) -> Iterator[Block]:
    words = reader.words
    waiting = [each for each in known.applicable if known.state(each) != "confirmed"]
    if not waiting:
        return
    columns = (
        Column(words["missing.number"], NUMBER),
        Column(words["missing.decision"], TITLE),
        Column(words["missing.state"], STATE),
        Column(words["answers.choice"], PAGE - NUMBER - TITLE - STATE),
    )
    rows = tuple(_decision(reader, known, decision) for decision in waiting)
    ids = tuple(decision.id for decision in waiting)
    yield Grid(words["missing.decisions"], columns, rows, wide=True, sources=ids)


def _decision(reader: Reader, known: CharterReader, decision: Decision) -> Row:
    words = reader.words
    choice = known.choice(decision)
    return Row(
        (
            reader.own(str(decision.number)),
            reader.own(decision.title),
            reader.own(words.label("state", known.state(decision))),
            reader.own(choice) if choice else reader.own(words["document.to_decide"], "missing"),
        )
    )


def _blanks(reader: Reader, known: CharterReader) -> Iterator[Block]:
    words = reader.words
    lacks = [each for each in known.progress.missing if each.what == "blank"]
    if not lacks:
        return
    columns = (
        Column(words["missing.article"], TITLE),
        Column(words["missing.blank"], PAGE - TITLE),
    )
    rows = tuple(
        Row((reader.own(each.decision.in_document), reader.own(each.label))) for each in lacks
    )
    ids = tuple(dict.fromkeys(each.decision.id for each in lacks))
    yield Grid(words["missing.blanks"], columns, rows, wide=True, sources=ids)
