"""From TOML to shapes: one language at a time, each mistake a sentence with its place."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields
from difflib import get_close_matches
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, get_origin

from strategy.domain.places import ContentError, chosen, nested, place_of
from strategy.domain.questionnaire import (
    Field,
    FixedRow,
    Heading,
    Kind,
    Option,
    Question,
    Questionnaire,
    Source,
    Stage,
    Table,
    Tick,
)

REGISTERS = "registers"
CONTENT = Path(__file__).resolve().parent.parent / "content"
LANGUAGES = ("fr", "en")
# What is the same in every language (ids, options, bounds, defaults) is read in this one.
STRUCTURE = LANGUAGES[0]
# Content is written with plain spaces; French never breaks a line at these.
UNBREAKABLE = re.compile(r" [:;?!»]|« ")

# A blank that a sentence fills: the same ones in each language.
BLANK = re.compile(r"\{\w+\}")
NAMES = {str: "words", int: "a whole number", bool: "true or false", tuple: "a list"}

Shape = TypeVar("Shape")
Asked = ParamSpec("Asked")


def tells_mistakes(check: Callable[Asked, Iterator[str]]) -> Callable[Asked, Iterator[str]]:
    """The same check; a mistake that keeps a file from being read is its last sentence."""

    @wraps(check)
    def told(*args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[str]:
        try:
            yield from check(*args, **kwargs)
        except ContentError as error:
            yield str(error)

    return told


def spoken(language: str) -> str:
    """The language to read in: French for one in which nothing is written."""
    return language if language in LANGUAGES else STRUCTURE


def read(path: Path) -> dict[str, Any]:
    """One TOML file as it is written; ContentError when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{name_of(path)}: {error}") from error


def name_of(path: Path) -> str:
    """What a content file is called in a message: `why/trust.toml`, from its folder of content."""
    _above, folder, below = path.as_posix().rpartition(f"/{CONTENT.name}/")
    return below if folder else path.name


def version_of(folder: Path) -> str:
    """Twelve characters that change with any word of any content file in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def in_language(written: Any, language: str, where: str) -> Any:
    """The same structure with every `fr`/`en` pair replaced by the words of one language."""
    if isinstance(written, list):
        return [in_language(each, language, where) for each in written]
    if not isinstance(written, dict):
        return written
    if set(written) & set(LANGUAGES):
        return _words(written, language, where)
    return {key: _value(written, key, language, where) for key in written}


def _value(written: dict[str, Any], key: str, language: str, where: str) -> Any:
    place, value = place_of(written, where), written[key]
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        return [in_language(each, language, at) for at, each in nested(written, key, place)]
    return in_language(value, language, f"{place} {key}" if isinstance(value, dict) else place)


def _words(pair: dict[str, Any], language: str, where: str) -> str:
    if unknown := sorted(set(pair) - set(LANGUAGES)):
        raise ContentError(f"{where}: unknown language {', '.join(unknown)}.")
    for needed in LANGUAGES:
        if not isinstance(pair.get(needed), str) or not pair[needed].strip():
            raise ContentError(f"{where}: no words in '{needed}' beside {list(pair.values())}.")
    _same_blanks(pair, where)
    words = str(pair[language]).strip()
    return UNBREAKABLE.sub(_no_break, words) if language == "fr" else words


def _same_blanks(pair: dict[str, str], where: str) -> None:
    blanks = {each: set(BLANK.findall(pair[each])) for each in LANGUAGES}
    common = set.intersection(*blanks.values())
    apart = [
        f"{', '.join(sorted(found - common)) or 'none'} in '{each}'"
        for each, found in blanks.items()
    ]
    if any(found - common for found in blanks.values()):
        raise ContentError(f"{where}: languages have other blanks: {', '.join(apart)}.")


def _no_break(found: re.Match[str]) -> str:
    return found.group().replace(" ", "\N{NO-BREAK SPACE}")


def read_in(path: Path, language: str) -> dict[str, Any]:
    """One TOML file with the words of one language."""
    found: dict[str, Any] = in_language(read(path), language, name_of(path))
    return found


def words_by_place(path: Path, language: str) -> dict[str, str]:
    """The words of one file by their place in it: `control.title`."""
    return dict(_by_place(read_in(path, language)))


def _by_place(written: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in written.items():
        if isinstance(value, dict):
            yield from _by_place(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


def shape(cls: type[Shape], written: dict[str, Any], where: str) -> Shape:
    """A shape from its table; ContentError for a key unknown, missing or of the wrong type."""
    known = {field.name: field for field in fields(cls)}  # type: ignore[arg-type]
    place = place_of(written, where)
    if unknown := sorted(set(written) - set(known)):
        told = ", ".join(_with_its_like(each, known) for each in unknown)
        raise ContentError(f"{place}: unknown key {told}.")
    needed = {name for name, field in known.items() if field.default is MISSING}
    if missing := sorted(needed - set(written)):
        raise ContentError(f"{place}: missing {', '.join(missing)}.")
    for name, value in written.items():
        expected = get_origin(known[name].type) or known[name].type
        wanted = (list, tuple) if expected is tuple else (expected,)
        if expected in (str, int, bool, tuple) and type(value) not in wanted:
            raise ContentError(f"{place}: {name} should be {NAMES[expected]}, not {value!r}.")
    return cls(**{name: _frozen(value) for name, value in written.items()})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _with_its_like(word: str, known: Iterable[str]) -> str:
    like = get_close_matches(word, list(known), n=1)
    return f"{word} ({like[0]}?)" if like else word


def field(written: dict[str, Any], where: str) -> Field:
    """A field from its table; numbers of its bounds become text, never floats."""
    place = place_of(written, where)
    kind = chosen(Kind, written, "kind", place)
    bounds = {key: str(written[key]) for key in ("min", "max") if key in written}
    options = tuple(shape(Option, each, at) for at, each in nested(written, "options", place))
    return shape(Field, written | bounds | {"kind": kind, "options": options}, where)


def table(written: dict[str, Any], where: str) -> Table:
    """A table of a question from its TOML table."""
    place = place_of(written, where)
    inner = {
        "columns": tuple(field(each, at) for at, each in nested(written, "columns", place)),
        "fixed": tuple(shape(FixedRow, each, at) for at, each in nested(written, "fixed", place)),
        "ticks": tuple(_tick(each, at) for at, each in nested(written, "ticks", place)),
    }
    return shape(Table, written | inner, where)


def _tick(written: dict[str, Any], where: str) -> Tick:
    ((_at, values),) = nested({"set": [written.get("set", {})]}, "set", where)
    return shape(Tick, written | {"set": tuple(values.items())}, where)


def question(written: dict[str, Any], where: str) -> Question:
    """A question from its TOML table."""
    place = place_of(written, where)
    inner = {
        "fields": tuple(field(each, at) for at, each in nested(written, "fields", place)),
        "tables": tuple(table(each, at) for at, each in nested(written, "tables", place)),
    }
    return shape(Question, written | inner, where)


def entries(paths: Iterable[Path], key: str, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each `[[key]]` table of the files, in one language, with the place where it stands."""
    for path in paths:
        written = read(path)
        if not isinstance(written.get(key), list):
            raise ContentError(f"{name_of(path)}: no [[{key}]] in it.")
        for place, each in nested(written, key, name_of(path)):
            yield place, in_language(each, language, place)


def shapes(cls: type[Shape], paths: Iterable[Path], key: str, language: str) -> tuple[Shape, ...]:
    """Each `[[key]]` table of the files as a shape, in one language."""
    return tuple(shape(cls, written, name) for name, written in entries(paths, key, language))


def question_files(folder: Path) -> list[Path]:
    """The files of the 27 questions: one each, in the folder of its heading."""
    return [path for path in sorted(folder.glob("*/*.toml")) if path.parent.name != REGISTERS]


def register_files(folder: Path) -> list[Path]:
    """The files of the registers: one each, in the order of their names."""
    return sorted(folder.glob(f"{REGISTERS}/*.toml"))


def load(language: str, folder: Path = CONTENT) -> Questionnaire:
    """The questionnaire of one language, read from its files; ContentError at the first mistake."""
    asked = [
        question(written, name)
        for name, written in entries(question_files(folder), "question", language)
    ]
    registers = [
        question({"number": 0, "heading": ""} | written, name)
        for name, written in entries(register_files(folder), "register", language)
    ]
    before = next(entries([folder / "before.toml"], "question", language))
    credit = folder / "credit.toml"
    return Questionnaire(
        language=language,
        version=version_of(folder),
        headings=shapes(Heading, [folder / "headings.toml"], "heading", language),
        before=question(before[1], before[0]),
        questions=tuple(sorted(asked, key=lambda each: each.number)),
        path=shapes(Stage, [folder / "path.toml"], "stage", language),
        credit=read_in(credit, language).get("credit", ""),
        sources=shapes(Source, [credit], "source", language),
        registers=tuple(registers),
    )


@lru_cache
def questionnaire(language: str) -> Questionnaire:
    """The shipped questionnaire in one language, read once per process."""
    return load(spoken(language))
