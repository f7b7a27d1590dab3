"""What was written, in the shape that it should have; what has another shape is left out."""

from collections.abc import Mapping
from typing import Any

NOTHING: Mapping[str, Any] = {}


def mapping(written: Any) -> Mapping[str, Any]:
    """An object; an empty one when something else stands there."""
    return written if isinstance(written, dict) else NOTHING


def texts(written: Any) -> tuple[str, ...]:
    """A list of texts, without what is none."""
    if not isinstance(written, (list, tuple)):
        return ()
    return tuple([each for each in written if isinstance(each, str)])


def text(written: Any) -> str:
    """A text; nothing when something else stands there."""
    return written if isinstance(written, str) else ""


def table(value: Mapping[str, Any], name: str) -> list[Any]:
    """What stands in a table, whatever it is."""
    written = mapping(value.get("tables")).get(name)
    return written if isinstance(written, list) else []


def value(written: Any) -> dict[str, Any]:
    """The value of an answer or of a decision: its header, and the rows that have an id."""
    found = mapping(written)
    tables = {
        str(name): [dict(row) for row in listed if text(mapping(row).get("id"))]
        for name, listed in mapping(found.get("tables")).items()
        if isinstance(listed, (list, tuple))
    }
    gone = {name: dict(mapping(words)) for name, words in mapping(found.get("gone")).items()}
    kept = {"header": dict(mapping(found.get("header"))), "tables": tables}
    return kept | ({"gone": gone} if gone else {})


def header(entry: Any) -> dict[str, Any]:
    """The header of an answer or of a decision."""
    return dict(mapping(mapping(mapping(entry).get("value")).get("header")))


def decided(written: Any) -> dict[str, dict[str, Any]]:
    """The decisions, each with options that are texts, whatever a file says."""
    return {name: _entry(mapping(entry)) for name, entry in mapping(written).items()}


def _entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    found = header(entry)
    found |= {"options": list(texts(found.get("options"))), "base": text(found.get("base"))}
    state = text(entry.get("state")) or "empty"
    return {**entry, "state": state, "value": {"header": found}}


def profile(written: Any) -> dict[str, Any]:
    """The profile, each value a text but for the list of regulated fields."""
    found = mapping(written)
    plain: dict[str, Any] = {
        name: value for name, value in found.items() if type(value) in (str, bool)
    }
    return plain | {"regulated_fields": list(texts(found.get("regulated_fields")))}


def people(written: Any) -> dict[str, str]:
    """The names of people, by their ids."""
    listed = map(mapping, written) if isinstance(written, (list, tuple)) else ()
    named = [(text(each.get("id")), text(each.get("name"))) for each in listed]
    return {key: name for key, name in named if key and name}
