"""Translations of the interface: gathered from the sources, checked and compiled in Python.

Neither xgettext nor msgfmt is needed. The words in the code are French, so French needs no words;
every other language must have them all. What French does need is its plural, which begins at two
(« 0 public ») where gettext, without a catalogue, begins it at every number but one.
"""

import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from deploy.console import ROOT, StopError, say

LOCALE = ROOT / "locale"
LANGUAGES = ("en",)
SOURCE = "fr"
HEADER = {
    "header_comment": "# The words of the interface; those to translate are French.",
    "project": "Cap27",
    "version": "1",
    "last_translator": "Cap27",
    "language_team": "Cap27",
    "msgid_bugs_address": "Cap27",
}
PYTHON = "babel.messages.extract:extract_python"
GETTEXT = ("gettext", "ngettext", "pgettext", "npgettext")
CODE = ("config", "organisations", "strategy", "charter", "conclusions", "deliverables")
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in GETTEXT}
HOLES = re.compile(r"%\(\w+\)[sd]")


def main(verb: str) -> None:
    """Compile, update or check every catalogue."""
    if verb == "compile":
        write_plurals(LOCALE / SOURCE / "LC_MESSAGES" / "django.mo")
    for language in LANGUAGES:
        VERBS[verb](LOCALE / language / "LC_MESSAGES" / "django.po")


def compile_catalogue(path: Path) -> None:
    """Write the .mo beside a .po."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, _read(path))


def write_plurals(path: Path) -> None:
    """Write the words of the code that have a plural, as they are, under the rule of French."""
    catalogue = Catalog(locale=SOURCE, fuzzy=False, **HEADER)
    for message in sources():
        if message.pluralizable:
            catalogue.add(message.id, message.id, context=message.context)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def update(path: Path) -> None:
    """Give a catalogue the words of the sources: new ones empty, old ones gone."""
    catalogue = _read(path)
    before = {message.id for message in catalogue if message.id}
    catalogue.update(sources(), no_fuzzy_matching=True, update_creation_date=False)
    after = {message.id for message in catalogue if message.id}
    _write(path, catalogue)
    say(f"{path.relative_to(ROOT)}: {len(after - before)} new, {len(before - after)} gone")


def check(path: Path) -> None:
    """Raise StopError with every message that is missing, doubtful, mistaken or unused."""
    problems = [f"{path.relative_to(ROOT)}: {problem}" for problem in find_problems(_read(path))]
    if problems:
        raise StopError(
            "\n".join([*problems, "`make messages` gathers new words and drops old ones."])
        )


def find_problems(catalogue: Catalog) -> Iterator[str]:
    """Yield a sentence for each fault of a catalogue."""
    wanted = {(message.id, message.context) for message in sources() if message.id}
    held = {(message.id, message.context): message for message in catalogue if message.id}
    yield from (f"not in the catalogue: {id_!r}" for id_, _context in wanted - held.keys())
    yield from (f"no longer used: {id_!r}" for id_, _context in held.keys() - wanted)
    yield from (f"obsolete: {id_!r}" for id_ in catalogue.obsolete)
    for message in held.values():
        if message.fuzzy:
            yield f"marked fuzzy: {message.id!r}"
        for words, translated in zip(_forms(message.id), _forms(message.string), strict=True):
            if not translated:
                yield f"not translated: {words!r}"
            elif set(HOLES.findall(translated)) != set(HOLES.findall(words)):
                yield f"names not what the French does: {translated!r}"


def sources() -> Catalog:
    """Every message of the code and the templates, with the files it is in."""
    catalogue = Catalog()
    for path, text in _texts():
        found = extract(PYTHON, BytesIO(text.encode()), KEYWORDS, ["Translators:"])
        for _line, words, comments, context in found:
            place = (str(path.relative_to(ROOT)), 0)
            catalogue.add(words, None, [place], auto_comments=comments, context=context)
    return catalogue


def _texts() -> Iterator[tuple[Path, str]]:
    """Each file of words, as Python."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, path.read_text()
    for path in sorted((ROOT / "templates").rglob("*.*")):
        python = templatize(path.read_text(), origin=str(path))
        # Read as Python, a template's indentation must mean nothing.
        yield path, "\n".join(line.strip() for line in python.splitlines())


def _read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale=path.parent.parent.name, fuzzy=False, **HEADER)
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, abort_invalid=True)


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
        )


def _forms(words: object) -> tuple[str, ...]:
    """One form, or singular and plural."""
    return tuple(words) if isinstance(words, (tuple, list)) else (str(words or ""),)


VERBS: dict[str, Callable[[Path], None]] = {
    "compile": compile_catalogue,
    "update": update,
    "check": check,
}

if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except StopError as stop:
        say(str(stop))
        sys.exit(1)
