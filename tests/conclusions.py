"""Dossiers for tests of the review: the demonstration's, and small ones made of a few words."""

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Finding
from conclusions.domain.review import review

FOLDER = Path(__file__).resolve().parent.parent / "deliverables" / "demonstration"
# The day on which the demonstration was written.
TODAY = date(2026, 11, 23)


def demonstration(name: str) -> dict[str, Any]:
    """A dossier of the demonstration."""
    return json.loads((FOLDER / f"{name}.json").read_text())


def dossier(
    *,
    profile: dict[str, Any] | None = None,
    decisions: dict[str, Any] | None = None,
    **answers: dict[str, Any],
) -> dict[str, Any]:
    """A dossier of these answers: header fields by name, tables as lists of rows.

    A decision is its options, or its options and its details.
    """
    return {
        "cap27": 1,
        "organisation": {"name": "La Boussole", "language": "fr", **(profile or {})},
        "people": [{"id": each, "name": each.title()} for each in ("ines", "marc")],
        "answers": {
            key: {"state": "done", "value": value_of(said)} for key, said in answers.items()
        },
        "decisions": {key: choice(said) for key, said in (decisions or {}).items()},
    }


def value_of(said: dict[str, Any]) -> dict[str, Any]:
    """The value of an answer; rows get ids from their places."""
    tables = {
        name: [{"id": f"{name}{number}", **row} for number, row in enumerate(rows, 1)]
        for name, rows in said.items()
        if _is_table(rows)
    }
    header = {name: each for name, each in said.items() if name not in tables}
    return {"header": header, "tables": tables}


def _is_table(said: Any) -> bool:
    hours = isinstance(said, list) and said and {"day", "from"} <= set(said[0])
    return isinstance(said, list) and bool(said) and isinstance(said[0], dict) and not hours


def choice(said: Any) -> dict[str, Any]:
    """A decision, confirmed: `"option"`, or `("option", {"detail": …})`."""
    options, details = said if isinstance(said, tuple) else (said, {})
    header = {"options": options.split(","), **details}
    return {"state": "confirmed", "value": {"header": header, "tables": {}}}


def space(messages: str = "200", members: str | None = None, option: str = "public_community"):
    """The decision on the space, with the messages and the members expected."""
    details = {"weekly_messages": messages, "expected_members": members}
    return (option, {name: each for name, each in details.items() if each is not None})


def moderated(decisions: dict[str, Any] | None = None, **answers: Any) -> Dossier:
    """A dossier whose space is decided, as rules read it."""
    return Dossier(dossier(decisions={"space": space()} | (decisions or {}), **answers))


def register(*rows: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """A dossier whose register of promises holds these rows, under their own ids."""
    written = dossier(promises={"promises": list(rows)}, **answers)
    for kept, row in zip(
        written["answers"]["promises"]["value"]["tables"]["promises"], rows, strict=True
    ):
        kept["id"] = row.get("id", kept["id"])
    return written


def codes(written: dict[str, Any], as_of: date = TODAY) -> list[str]:
    """The codes of what the rules find."""
    return [finding.code for finding in review(written, as_of)]


def found(written: dict[str, Any], code: str, as_of: date = TODAY) -> Finding | None:
    """The finding of one code."""
    return next((each for each in review(written, as_of) if each.code == code), None)


def changed(written: dict[str, Any], question: str, field: str, value: Any) -> dict[str, Any]:
    """The same dossier with another value in one header field."""
    other = copy.deepcopy(written)
    other["answers"].setdefault(question, {"state": "draft", "value": {"header": {}, "tables": {}}})
    other["answers"][question]["value"]["header"][field] = value
    return other
