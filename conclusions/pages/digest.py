"""What an answer or a decision says, in a few lines: enough to say whether it is still true."""

from collections.abc import Iterator
from dataclasses import dataclass

from conclusions.domain.dossier import DECISION
from conclusions.domain.findings import Place
from conclusions.reading import Reading
from strategy.domain.questionnaire import Question, Table
from strategy.domain.telling import NOTHING, Told

# Rows named of a table; beyond, how many more.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, and how many more stand beside it."""

    label: str
    told: Told
    more: int = 0


def digest(reading: Reading, place: Place) -> tuple[Line, ...]:
    """The options of a decision; the header of an answer, and the names of its rows."""
    if place.kind == DECISION:
        return tuple(_decided(reading, place.id))
    return tuple(_answered(reading, reading.narrator.asked.by_id[place.id]))


def _decided(reading: Reading, decision_id: str) -> Iterator[Line]:
    decision = reading.narrator.charter.by_id[decision_id]
    choice = reading.dossier.choice(decision_id)
    chosen = [option.title for each in choice.options if (option := decision.option(each))]
    if chosen:
        yield Line(reading.narrator.book.words["choice"], Told(tuple(chosen)))


def _answered(reading: Reading, question: Question) -> Iterator[Line]:
    header = reading.dossier.header(question.id)
    for field in question.fields:
        told = reading.teller.tell(field, header.get(field.id))
        if told.items:
            yield Line(field.label, told)
    for table in question.tables:
        yield from _rows(reading, question, table)


def _rows(reading: Reading, question: Question, table: Table) -> Iterator[Line]:
    place = f"{question.id}.{table.id}"
    known = reading.teller.rows[place]
    names = [known.get(row.row, NOTHING) for row in reading.dossier.rows(place)]
    said = [each for each in names if each.items]
    if said:
        words = tuple(each.words for each in said[:NAMED])
        typed = any(each.typed for each in said)
        yield Line(table.title, Told(words, typed=typed), len(names) - len(words))
