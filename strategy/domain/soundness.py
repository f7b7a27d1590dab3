"""What must hold between the words of the questionnaire, each breach as a sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from strategy.domain.loading import (
    CONTENT,
    STRUCTURE,
    load,
    name_of,
    question_files,
    read,
    register_files,
    tells_mistakes,
)
from strategy.domain.questionnaire import Field, Kind, Question, Questionnaire, Table
from strategy.domain.telling import UNITS
from strategy.domain.values import NUMBER

ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
CHOSEN = {Kind.ONE, Kind.SEVERAL, Kind.SCALE}
LINKED = {Kind.LINK, Kind.LINKS}
COUNTED = {Kind.NUMBER, Kind.MONEY}


@tells_mistakes
def find_problems(folder: Path = CONTENT) -> Iterator[str]:
    """Every mistake in the content, so that an editor mends them in one pass."""
    # Structure is stated once, and what lacks in one language keeps both from being read.
    found = load(STRUCTURE, folder)
    found_in = homes(question_files(folder), "question")
    found_in |= homes(register_files(folder), "register")
    yield from misnamed(found_in)
    yield from with_files(problems_of(found), found_in)


def homes(paths: Iterable[Path], key: str) -> dict[str, str]:
    """In which files each entry of these readable files stands, by its id or its code."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for each in read(path)[key]:
            found.setdefault(str(each.get("id", each.get("code"))), []).append(name_of(path))
    return {name: ", ".join(dict.fromkeys(files)) for name, files in found.items()}


def misnamed(found_in: Mapping[str, str]) -> Iterator[str]:
    """The entries whose file bears another name, where a file holds one and is named after it."""
    for name, files in found_in.items():
        if ", " not in files and f"/{files}".rpartition("/")[2] != f"{name}.toml":
            yield f"{files} {name}: the file of '{name}' should be called {name}.toml."


def with_files(problems: Iterable[str], found_in: Mapping[str, str]) -> Iterator[str]:
    """The same sentences, each after the file that holds the entry it begins with."""
    for problem in problems:
        name = re.split(r"\W", problem, maxsplit=1)[0]
        yield f"{found_in[name]} {problem}" if name in found_in else problem


def problems_of(asked: Questionnaire) -> Iterator[str]:
    """What does not hold within one questionnaire that could be read."""
    for name, count in _repeated(question.id for question in asked.everything):
        yield f"{name}: {count} questions have this id, one may."
    yield from _numbers(asked.questions)
    headings = {heading.id for heading in asked.headings}
    for question in (asked.before, *asked.questions):
        if question.heading not in headings | {"before"}:
            yield f"{question.id}: unknown heading '{question.heading}'."
    for question in asked.everything:
        yield from _question(question, asked)
    for register in asked.registers:
        yield from _register(register)
    yield from _path(asked)


def _repeated(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    return ((name, count) for name, count in Counter(names).items() if count > 1)


def _numbers(questions: tuple[Question, ...]) -> Iterator[str]:
    given = Counter(question.number for question in questions)
    for question in questions:
        if given[question.number] > 1 or not 1 <= question.number <= len(questions):
            numbers = f"numbers run from 1 to {len(questions)}, each once"
            yield f"{question.id}: {numbers}, and {question.number} is its own."


def _ids(place: str, ids: Iterable[str], things: str) -> Iterator[str]:
    for name, count in _repeated(ids):
        yield f"{place}: {count} {things} have the id '{name}', one may."


def _question(question: Question, asked: Questionnaire) -> Iterator[str]:
    yield from _ids(question.id, (each.id for each in question.fields), "fields")
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
    yield from _ids(place, (each.id for each in table.columns), "columns")
    set_by_ticks = {(tick.id, column) for tick in table.ticks for column, _value in tick.set}
    for tick_id, column_id in sorted(set_by_ticks):
        if table.column(column_id) is None:
            yield f"{place}: tick '{tick_id}' sets '{column_id}', which is no column."
    for column in table.columns:
        yield from field_problems(column, f"{place}.{column.id}")
        yield from _link(column, f"{place}.{column.id}", asked)
        yield from _beside(column, table, f"{place}.{column.id}")


def _beside(column: Field, table: Table, place: str) -> Iterator[str]:
    """What does not hold between one column and those that it names beside it."""
    if column.never_with and table.column(column.never_with) is None:
        yield f"{place}: never with '{column.never_with}', which is no column."
    if bool(column.never_with) != bool(column.never_why):
        yield f"{place}: 'never_why' goes with 'never_with', and only there."
    if column.share_of and not _is_link(table.column(column.share_of)):
        yield f"{place}: share of '{column.share_of}', which is no link."


def _is_link(column: Field | None) -> bool:
    return column is not None and column.kind is Kind.LINK


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
    yield from _bounded(field, place)
    yield from _ids(place, (option.id for option in field.options), "options")


def _named(field: Field, place: str) -> Iterator[str]:
    if not ID.fullmatch(field.id):
        yield f"{place}: an id is words in lower case joined by underscores."


def _bounded(field: Field, place: str) -> Iterator[str]:
    # Our own limits, far beyond what an organisation has: they stop a slip of the hand.
    if field.kind in COUNTED and not (field.min and field.max):
        yield f"{place}: a number has a 'min' and a 'max'."
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
    for name, count in _repeated(named):
        yield f"path.toml: '{name}' stands {count} times in the path, once may."
    for missing in sorted(ids.symmetric_difference(named)):
        yield f"path.toml: '{missing}' stands in the path or in the questions, not in both."
    earlier: set[str] = set()
    for each in named:
        depends_on = asked.by_id[each].depends_on if each in ids else ()
        for other in sorted(set(depends_on) - earlier):
            yield f"{each}: depends on '{other}', which the path does not ask before."
        earlier.add(each)
