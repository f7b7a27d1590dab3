"""What must hold between the words of the questionnaire, each breach as a sentence."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from strategy.domain.loading import CONTENT, LANGUAGES, load, tells_mistakes
from strategy.domain.questionnaire import Field, Kind, Question, Questionnaire, Table
from strategy.domain.telling import UNITS
from strategy.domain.values import NUMBER

ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
CHOSEN = {Kind.ONE, Kind.SEVERAL, Kind.SCALE}
LINKED = {Kind.LINK, Kind.LINKS}


@tells_mistakes
def find_problems(folder: Path = CONTENT) -> Iterator[str]:
    """Every mistake in the content, so that an editor mends them in one pass."""
    # Structure is stated once, and what lacks in one language keeps both from being read.
    yield from problems_of(load(LANGUAGES[0], folder))


def problems_of(asked: Questionnaire) -> Iterator[str]:
    """What does not hold within one questionnaire that could be read."""
    yield from _repeated((question.id for question in asked.everything), "questions")
    yield from _repeated((str(question.number) for question in asked.questions), "questions")
    headings = {heading.id for heading in asked.headings}
    for question in (asked.before, *asked.questions):
        if question.heading not in headings | {"before"}:
            yield f"{question.id}: unknown heading '{question.heading}'."
    for question in asked.everything:
        yield from _question(question, asked)
    for register in asked.registers:
        yield from _register(register)
    yield from _path(asked)


def _repeated(names: Iterator[str], things: str) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{name}: {count} {things} have it, one may."


def _question(question: Question, asked: Questionnaire) -> Iterator[str]:
    yield from _repeated((each.id for each in question.fields), f"fields of {question.id}")
    for each in question.fields:
        yield from field_problems(each, f"{question.id}.{each.id}")
    for table in question.tables:
        yield from _table(table, f"{question.id}.{table.id}", asked)


def _register(register: Question) -> Iterator[str]:
    if not register.page:
        yield f"{register.id}: a register names the page that shows what follows from it."
    if register.number or register.heading:
        yield f"{register.id}: a register has no number and stands under no heading."


def _table(table: Table, place: str, asked: Questionnaire) -> Iterator[str]:
    yield from _repeated((each.id for each in table.columns), f"columns of {place}")
    set_by_ticks = {(tick.id, column) for tick in table.ticks for column, _value in tick.set}
    for tick_id, column_id in sorted(set_by_ticks):
        if table.column(column_id) is None:
            yield f"{place}: tick '{tick_id}' sets '{column_id}', which is no column."
    for column in table.columns:
        yield from field_problems(column, f"{place}.{column.id}")
        yield from _link(column, f"{place}.{column.id}", asked)
        if column.never_with and table.column(column.never_with) is None:
            yield f"{place}.{column.id}: never with '{column.never_with}', which is no column."
        if bool(column.never_with) != bool(column.never_why):
            yield f"{place}.{column.id}: 'never_why' goes with 'never_with', and only there."


def field_problems(field: Field, place: str) -> Iterator[str]:
    """What does not hold within one field."""
    if (field.kind in CHOSEN) != bool(field.options):
        yield f"{place}: options go with one, several and scale, and only there."
    if (field.kind in LINKED) != bool(field.to):
        yield f"{place}: 'to' goes with link and links, and only there."
    if (field.kind is Kind.DURATION) != bool(field.units):
        yield f"{place}: 'units' goes with duration, and only there."
    for unit in sorted(set(field.units) - UNITS["fr"].keys()):
        yield f"{place}: unknown unit '{unit}'."
    yield from _named(field, place)
    yield from _repeated((option.id for option in field.options), f"options of {place}")


def _named(field: Field, place: str) -> Iterator[str]:
    if not ID.fullmatch(field.id):
        yield f"{place}: an id is words in lower case joined by underscores."
    for bound in filter(None, (field.min, field.max)):
        if not NUMBER.fullmatch(bound):
            yield f"{place}: '{bound}' is no number."


def _link(column: Field, place: str, asked: Questionnaire) -> Iterator[str]:
    try:
        if column.to:
            asked.linked(column.to)
        if column.suggest:
            _question, table = asked.linked(column.suggest.rpartition(".")[0])
            if table.column(column.suggest.rpartition(".")[2]) is None:
                yield f"{place}: suggests '{column.suggest}', which is no column."
    except (KeyError, ValueError):
        yield f"{place}: names '{column.to or column.suggest}', which is no table."


def _path(asked: Questionnaire) -> Iterator[str]:
    named = [each for stage in asked.path for each in stage.questions]
    ids = {question.id for question in asked.questions}
    yield from _repeated(iter(named), "places in the path")
    for missing in sorted(ids.symmetric_difference(named)):
        yield f"path.toml: '{missing}' stands in the path or in the questions, not in both."
    earlier: set[str] = set()
    for each in named:
        depends_on = asked.by_id[each].depends_on if each in ids else ()
        for other in sorted(set(depends_on) - earlier):
            yield f"{each}: depends on '{other}', which the path does not ask before."
        earlier.add(each)
