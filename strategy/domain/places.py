"""Where a mistake stands: the entry of a content file, by its id or by what is beside it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, TypeVar

# What a table is known by, and what it is told by when it does not say that.
IDS = ("id", "code")
TITLES = ("title", "label", "name")

Choice = TypeVar("Choice", bound=StrEnum)


class ContentError(Exception):
    """A mistake in a content file; the message names the file, the id and what is wrong."""


def place_of(written: dict[str, Any], where: str) -> str:
    """Where a table stands, and its id when it says one."""
    return f"{where} {_id(written)}".strip()


def _id(written: dict[str, Any]) -> str:
    said = (written.get(key) for key in IDS)
    return next((str(each) for each in said if isinstance(each, (str, int))), "")


def nested(written: dict[str, Any], key: str, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each table under a key and where it stands; ContentError when they are no tables.

    One that says no id is told by its number, its title and the id before it.
    """
    found = written.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ContentError(f"{place}: {key} should be tables, not {found!r}.")
    before = ""
    for number, each in enumerate(found, 1):
        told = "" if _id(each) else f" {key} number {number}{_beside(each, before)}"
        yield f"{place}{told}", each
        before = _id(each)


def _beside(written: dict[str, Any], before: str) -> str:
    title = next((written[key] for key in TITLES if key in written), "")
    words = next(iter(title.values()), "") if isinstance(title, dict) else title
    told = [f"'{words}'"] * bool(words) + [f"after '{before}'"] * bool(before)
    return f" ({', '.join(told)})" if told else ""


def chosen(choices: type[Choice], written: dict[str, Any], key: str, place: str) -> Choice:
    """One of the words that a key admits; ContentError, which lists them, for any other."""
    try:
        return choices(written.get(key, ""))
    except ValueError as error:
        admitted = ", ".join(choices)
        said = written.get(key, "")
        raise ContentError(f"{place}: {key} is one of {admitted}, not {said!r}.") from error
