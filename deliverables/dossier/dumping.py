"""Everything an organisation said, as one plain value and as the bytes of a file.

It is what documents are made from. It holds no database id, account or clock, and its keys
stand in the order of the content, so that the same words give the same bytes wherever they
were stored. docs/dossier.md describes it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django_scopes import scope

from charter.models import Choice
from deliverables.dossier import acceptances as dossier_acceptances
from deliverables.dossier.content import (
    ANSWER_SHEET,
    Asked,
    decisions,
    questions,
    versions,
)
from organisations.actions import profile_of
from organisations.models import Organisation, Person
from strategy.domain.questionnaire import Field, Kind
from strategy.domain.values import Known
from strategy.models import Answer, Record

Dossier = dict[str, Any]

VERSION = 1


def snapshot(organisation: Organisation) -> Dossier:
    """The dossier of an organisation as it stands, in four queries."""
    with scope(organisation=organisation):
        people = list(Person.objects.filter(organisation=organisation))
        answers = _by_key(Answer.objects.filter(strategy=organisation.pk))
        choices = _by_key(Choice.objects.filter(strategy=organisation.pk))
        acceptances = dossier_acceptances.told(organisation, {each.key for each in people})
    known = Known({each.key for each in people}, _rows(answers))
    dossier = {
        "cap27": VERSION,
        "content": versions(),
        "organisation": profile_of(organisation),
        "people": [{"id": each.key, "name": each.name, "role": each.role} for each in people],
        "answers": _told(questions(), answers, known),
        "decisions": _told(decisions(), choices, known),
        "acceptances": acceptances,
    }
    return _without_empty(dossier)


def encode(dossier: Dossier) -> bytes:
    """The file of a dossier: UTF-8, two spaces, a final newline."""
    return (json.dumps(dossier, ensure_ascii=False, indent=2) + "\n").encode()


def rows_of(values: Mapping[str, Any]) -> dict[str, set[str]]:
    """What links may name: ids of rows by `question.table`, removed rows with words included."""
    found: dict[str, set[str]] = {}
    for question, value in values.items():
        for table, rows in value.get("tables", {}).items():
            found[f"{question}.{table}"] = {row["id"] for row in rows}
        for table, words in value.get("gone", {}).items():
            found.setdefault(f"{question}.{table}", set()).update(words)
    return found


def _by_key(records: Iterable[Record]) -> dict[str, Record]:
    return {getattr(each, each.KEY): each for each in records}


def _rows(answers: Mapping[str, Record]) -> dict[str, set[str]]:
    return rows_of({key: each.value for key, each in answers.items()})


def _told(asked: Iterable[Asked], records: Mapping[str, Record], known: Known) -> Dossier:
    return {each.id: _record(each, records[each.id], known) for each in asked if each.id in records}


def _record(asked: Asked, record: Record, known: Known) -> Dossier:
    said = {each.id: getattr(record, each.id) for each in ANSWER_SHEET}
    if said["state"] == "empty":
        said["state"] = ""
    if said["owner"] not in known.people:
        said["owner"] = ""
    return said | {"value": _value(asked, record.value, known)}


def _value(asked: Asked, value: Mapping[str, Any], known: Known) -> Dossier:
    """A value in the order of the content."""
    rows = value.get("tables", {})
    tables = {
        table.id: [_row(table.columns, each, known) for each in rows[table.id]]
        for table in asked.tables
        if rows.get(table.id)
    }
    tables |= {name: rows[name] for name in sorted(rows.keys() - tables.keys()) if rows[name]}
    told = {"header": _cells(asked.fields, value.get("header", {}), known), "tables": tables}
    gone = {
        table.id: dict(sorted(value["gone"][table.id].items()))
        for table in asked.tables
        if value.get("gone", {}).get(table.id)
    }
    if gone:
        return told | {"gone": gone}
    return told if any(told.values()) else {}


def _row(columns: Iterable[Field], row: Mapping[str, Any], known: Known) -> Dossier:
    return {"id": row["id"]} | _cells(columns, row, known)


def _cells(fields: Iterable[Field], values: Mapping[str, Any], known: Known) -> Dossier:
    kept = {each.id: _kept(each, values[each.id], known) for each in fields if each.id in values}
    # Ids are for ever, so this holds nothing; if it ever does, load says so and nothing is lost.
    strange = {name: values[name] for name in sorted(values.keys() - kept.keys() - {"id"})}
    return _said(kept | strange)


def _kept(asked: Field, value: Any, known: Known) -> Any:
    if asked.kind in (Kind.PERSON, Kind.PERSONS):
        return _among(value, known.people)
    if asked.kind in (Kind.LINK, Kind.LINKS):
        return _among(value, known.rows.get(asked.to, ()))
    if asked.kind is Kind.DURATION:
        return _ordered(value, "value", "unit")
    if asked.kind is Kind.WEEKLY_HOURS:
        return [_ordered(each, "day", "from", "to") for each in value]
    return value


def _ordered(value: Mapping[str, Any], *names: str) -> Dossier:
    """The same object: a database may give its keys back in an order of its own."""
    return {name: value[name] for name in names}


def _among(value: Any, allowed: Iterable[str]) -> Any:
    if isinstance(value, list):
        return [each for each in value if each in allowed]
    return value if value in allowed else None


def _without_empty(dossier: Dossier) -> Dossier:
    """The same without keys that say nothing; header and tables of a value stay, even empty."""
    for name in ("answers", "decisions"):
        records = {key: _said(record) for key, record in dossier[name].items()}
        dossier[name] = {key: record for key, record in records.items() if record}
    dossier["organisation"] = _said(dossier["organisation"])
    dossier["people"] = [_said(each) for each in dossier["people"]]
    return _said(dossier)


def _said(written: Dossier) -> Dossier:
    return {name: value for name, value in written.items() if value not in (None, "", [], {})}
