"""A finding in words: its sentence, what it read, where each thing stands."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from babel.dates import format_date

from charter.domain.decisions import Charter, Decision
from charter.domain.loading import charter
from conclusions.domain import shapes
from conclusions.domain.cells import rows_of
from conclusions.domain.counting import Counted
from conclusions.domain.dossier import (
    DECISION,
    PROFILE,
    QUESTION,
    Cents,
    Chosen,
    Dossier,
    Month,
    Read,
    Rows,
)
from conclusions.domain.findings import Finding, Level, Place
from conclusions.domain.mending import is_done
from conclusions.domain.rulebook import Mend, Rulebook, Wording, rulebook
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, Kind, Question, Questionnaire
from strategy.domain.telling import NOTHING, Teller, Told, row_names

# Names told one by one in a sentence; beyond, how many more.
NAMED = 3
# Characters of a name that a sentence can hold.
LONG = 80
# Several words and one full stop: a sentence, rather than initials.
SENTENCE = re.compile(r".*\s.*\w{2}\.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a rule read: where it stands, what it is called, what it says."""

    place: Place
    title: str
    label: str
    told: Told
    # What the row is called, in the words of who wrote it; nothing outside tables.
    row: str = ""
    # What tells that row from another of the same name; nothing where it is alone.
    apart: str = ""


class RowNames(Mapping[str, Mapping[str, Told]]):
    """The names of the rows of each `question.table`, found when first asked for."""

    def __init__(self, asked: Questionnaire, answers: Mapping[str, Any], plain: Teller) -> None:
        self.asked = asked
        self.answers = answers
        self.plain = plain
        self.known: dict[str, Mapping[str, Told]] = {}

    def __getitem__(self, place: str) -> Mapping[str, Told]:
        if place not in self.known:
            question, table = self.asked.linked(place)
            value = shapes.mapping(shapes.mapping(self.answers.get(question.id)).get("value"))
            rows = rows_of(question.id, table.id, shapes.table(value, table.id))
            written = [{**row.held, "id": row.row} for row in rows]
            gone = shapes.mapping(shapes.mapping(value.get("gone")).get(table.id))
            sound = {"tables": {table.id: written}, "gone": {table.id: gone}}
            # A row may be called after a row of another table, or after an option.
            self.known[place] = row_names(self.plain_for(table.columns[0]), table, sound)
        return self.known[place]

    def plain_for(self, column: Field) -> Teller:
        """A teller that can name what the column holds."""
        if column.kind is not Kind.LINK:
            return self.plain
        return Teller(self.plain.language, self.plain.people, {column.to: self[column.to]})

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


class Narrator:
    """Tells the findings of one dossier in one language."""

    def __init__(self, written: Mapping[str, Any], language: str) -> None:
        self.written = written
        self.language = language
        self.book: Rulebook = rulebook(language)
        self.asked: Questionnaire = questionnaire(language)
        self.charter: Charter = charter(language)

    @cached_property
    def teller(self) -> Teller:
        """Values into words, rows named when asked for."""
        people = shapes.people(self.written.get("people"))
        plain = Teller(self.language, people)
        answers = shapes.mapping(self.written.get("answers"))
        return Teller(self.language, people, RowNames(self.asked, answers, plain))

    def wording(self, finding: Finding) -> Wording:
        """The words of its rule, for the case at hand."""
        return self.book.by_code[finding.code].worded(finding.variant)

    @cached_property
    def dossier(self) -> Dossier:
        """What is told of, each value with its type."""
        return Dossier(self.written)

    def mends(self, finding: Finding) -> list[tuple[str, Place]]:
        """What one can do, and where; a decision that is not to be taken mends nothing."""
        return [(mend.do, place) for mend, place in self._ways(finding)]

    def left(self, finding: Finding) -> list[str]:
        """What is still to be done: a reminder does not ask for what was said or confirmed."""
        return [
            mend.do
            for mend, _place in self._ways(finding)
            if finding.level is not Level.REMINDER
            or not is_done(mend.target, finding, self.dossier)
        ]

    def _ways(self, finding: Finding) -> list[tuple[Mend, Place]]:
        mends = self.book.by_code[finding.code].ways(finding.variant, finding.idle)
        ways = zip(mends, finding.mends, strict=True)
        return [
            (mend, place)
            for mend, place in ways
            if place.kind != DECISION or self.dossier.applies(place.id)
        ]

    def sentence(self, finding: Finding) -> str:
        """The sentence, its blanks filled."""
        told = {name: self.value(value) for name, value in finding.values.items()}
        return self.wording(finding).sentence.format(**told)

    def value(self, value: Any) -> str:
        """One value of a sentence."""
        for kind, tell in VALUES.items():
            if isinstance(value, kind):
                return tell(self, value)
        return str(value)

    def names(self, rows: Rows) -> str:
        """The names of rows, in quotation marks, the first few of them."""
        known = self.teller.rows[rows.place]
        quoted = self.book.words["quoted"]
        unnamed = self.book.words["unnamed"]
        told = [
            quoted.format(name=_short(known[row].words)) if row in known else unnamed
            for row in rows.ids[:NAMED]
        ]
        more = len(rows.ids) - NAMED
        if more > 0:
            last = self.book.words["more"].format(count=self.teller.number(more))
            return str(self.book.words["and"].format(all=", ".join(told), last=last))
        return ", ".join(told)

    def options(self, chosen: Chosen) -> str:
        """What was chosen, in quotation marks."""
        quoted = self.book.words["quoted"]
        return ", ".join(quoted.format(name=self.value(each)) for each in chosen.reads)

    def shown(self, read: Read) -> Shown:
        """One thing that was read, with all that names it."""
        return SHOWING[read.kind](self, read)

    def title(self, place: Place) -> str:
        """What a question, a decision or the profile is called, with its number."""
        if place.kind == PROFILE:
            return str(self.book.words["profile"])
        number = self.number(place)
        title = self.thing(place).title
        return f"{number}. {title}" if number else title

    def number(self, place: Place) -> str:
        """« Question 24 », « Décision 8 »; nothing for a register or the profile."""
        number = place.kind != PROFILE and self.thing(place).number
        return str(self.book.words[place.kind].format(number=number)) if number else ""

    def short(self, place: Place) -> str:
        """What it is called by its number alone; by its title when it has none."""
        return self.number(place) or self.title(place)

    def thing(self, place: Place) -> Question | Decision:
        """The question or the decision of a place."""
        if place.kind == DECISION:
            return self.charter.by_id[place.id]
        return self.asked.by_id[place.id]


def _short(name: str) -> str:
    """A name inside a sentence: cut where it is long, without the full stop of its own."""
    if len(name) > LONG:
        return f"{name[: LONG - 1].rstrip()}…"
    return name[:-1] if SENTENCE.fullmatch(name) else name


def _month(month: Month, teller: Teller) -> str:
    """« mars 2027 », “March 2027”."""
    return format_date(month.day, "MMMM\N{NO-BREAK SPACE}y", locale=teller.locale)


def _question(narrator: Narrator, read: Read) -> Shown:
    place = Place(read.kind, read.id, read.path)
    question = narrator.asked.by_id[read.id]
    part, name, *rest = read.path.split("/")
    table = question.table(name) if part == "rows" else None
    asked = table.column(rest[1]) if table else question.field(name)
    row = narrator.teller.rows[f"{read.id}.{name}"].get(rest[0], NOTHING).words if table else ""
    apart = _apart(narrator, f"{read.id}.{name}", rest) if table else ""
    told = narrator.teller.tell(asked, read.value) if asked else NOTHING
    label = asked.label if asked else name
    return Shown(place, narrator.title(place), label, told, row, apart)


def _apart(narrator: Narrator, place: str, cell: Sequence[str]) -> str:
    """The words of the second column, where another row has the same words in the first."""
    row, column = cell
    names, second = narrator.teller.rows[place], narrator.asked.linked(place)[1].columns[1]
    same = list(names.values()).count(names.get(row, NOTHING))
    if same <= 1 or column == second.id:
        return ""
    values = (each.get(second.id) for each in narrator.dossier.rows(place) if each.row == row)
    return narrator.teller.tell(second, next(values, None)).words


def _decision(narrator: Narrator, read: Read) -> Shown:
    place = Place(read.kind, read.id, read.path)
    decision = narrator.charter.by_id[read.id]
    name = read.path.rpartition("/")[2]
    detail = decision.detail(name)
    if detail is None:
        options = (decision.option(each) for each in read.value)
        told = Told(tuple(option.title for option in options if option))
        return Shown(place, narrator.title(place), narrator.book.words["choice"], told)
    told = narrator.teller.tell(detail.field, read.value)
    return Shown(place, narrator.title(place), detail.field.label, told)


def _profile(narrator: Narrator, read: Read) -> Shown:
    words = narrator.book.words
    place = Place(read.kind, read.id, read.path)
    told = Told(tuple(words["regulated"].get(each, each) for each in read.value))
    return Shown(place, narrator.title(place), words["regulated_fields"], told)


SHOWING: dict[str, Callable[[Narrator, Read], Shown]] = {
    QUESTION: _question,
    DECISION: _decision,
    PROFILE: _profile,
}
VALUES: dict[type, Callable[[Narrator, Any], str]] = {
    Rows: lambda narrator, rows: narrator.names(rows),
    Chosen: lambda narrator, chosen: narrator.options(chosen),
    Read: lambda narrator, read: narrator.shown(read).told.words,
    Cents: lambda narrator, cents: narrator.teller.money(cents.amount),
    Month: lambda narrator, month: _month(month, narrator.teller),
    date: lambda narrator, day: narrator.teller.date(day),
    Decimal: lambda narrator, number: Counted.of(number, narrator.teller),
    int: lambda narrator, number: Counted.of(number, narrator.teller),
    dict: lambda narrator, duration: narrator.teller.duration(duration),
    list: lambda narrator, hours: narrator.teller.weekly_hours(hours),
}
