"""Who could withdraw their trust, and how one would know: questions 26 and 3, and the register."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import QUESTION, Cells, Dossier
from conclusions.domain.findings import Place

AUDIENCES, VOICES, REGISTER = "trust.audiences", "voices.voices", "promises.withdrawals"
AGAINST = ("hostile", "critical")
SAID = ("who", "cause", "means", "signal", "owner")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Somebody who could: a public of question 26, a voice of question 3, or a row of its own.

    `key` is the row of question 1 or 3 that names them; `row` is the register's, which replaces
    what the answers say where it says something.
    """

    id: str
    source: str
    key: str
    place: Place
    who: str = ""
    cause: str = ""
    means: str = ""
    signal: str = ""
    owner: str = ""
    # The class of the audience of a voice.
    audience: str = ""
    row: str = ""


def withdrawals(dossier: Dossier) -> tuple[Withdrawal, ...]:
    """Everybody who could: publics first, then the voices that are against, then the rest."""
    rows = {row.row: row for row in dossier.rows(REGISTER)}
    derived = [*_publics(dossier), *_voices(dossier)]
    known = {each.id for each in derived}
    own = [_own(row) for row in rows.values() if row.row not in known]
    return tuple(_overlaid(each, rows.get(each.id)) for each in (*derived, *own))


def _publics(dossier: Dossier) -> Iterator[Withdrawal]:
    for row in dossier.rows(AUDIENCES):
        if row.get("would_lose") or row.get("signal"):
            yield Withdrawal(
                derived_id("public", row.row),
                "public",
                row.said("audience"),
                Place(QUESTION, row.id, f"{row.path}/would_lose"),
                cause=row.said("would_lose"),
                signal=row.said("signal"),
            )


def _voices(dossier: Dossier) -> Iterator[Withdrawal]:
    for row in dossier.rows(VOICES):
        if row.get("tone") in AGAINST and row.get("voice"):
            yield Withdrawal(
                derived_id("voice", row.row),
                "voice",
                row.row,
                Place(QUESTION, row.id, f"{row.path}/voice"),
                who=row.said("voice"),
                cause=row.said("motive"),
                audience=row.said("audience"),
            )


def _own(row: Cells) -> Withdrawal:
    return Withdrawal(row.row, "own", row.row, Place(QUESTION, row.id, f"{row.path}/who"))


def _overlaid(found: Withdrawal, row: Cells | None) -> Withdrawal:
    if row is None:
        return found
    said: dict[str, Any] = {name: words for name in SAID if (words := row.said(name))}
    return replace(found, row=row.row, **said)
