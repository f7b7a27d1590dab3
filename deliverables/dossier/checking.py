"""Is this a dossier? Every mistake in it, each with its place, before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from charter.domain.choosing import Obstacle, inadmissible, unconfirmable
from charter.domain.decisions import Decision
from deliverables.dossier import acceptances as dossier_acceptances
from deliverables.dossier.content import (
    ANSWER_SHEET,
    CHOICE_SHEET,
    PEOPLE,
    PROFILE,
    Asked,
    decisions,
    questions,
)
from deliverables.dossier.dumping import VERSION
from strategy.domain import flat, limits, shares, tables
from strategy.domain.questionnaire import Field
from strategy.domain.repeats import doubts
from strategy.domain.values import Known, Mistake, Mistakes, _, text_mistakes
from strategy.models import State

KEYS = {"cap27", "content", "organisation", "people", "answers", "decisions", "acceptances"}
NAME = 120  # characters of the name of an organisation, of a person, of a role
OBSTACLES = {
    Obstacle.NOTHING: _("une décision confirmée a une option."),
    Obstacle.NOT_ADDED: _("« %(value)s » ne s’ajoute pas à cette option."),
    Obstacle.EXCLUSIVE: _("« %(value)s » ne va avec aucune autre option."),
    Obstacle.UNKNOWN_BASE: _("« %(value)s » n’est pas une base de cette option."),
    Obstacle.BASE: _("« %(value)s » demande une base pour être confirmée."),
    Obstacle.REFUSED: _("cette option ne peut pas être confirmée. %(value)s"),
}
OBJECT = _("un objet est attendu, entre accolades.")


def mistakes_of(dossier: Any) -> Mistakes:
    """All that keeps this value from being a dossier; nothing when it can be loaded."""
    if not isinstance(dossier, dict):
        yield Mistake("dossier", OBJECT)
        return
    yield from _frame_mistakes(dossier)
    yield from _profile_mistakes(dossier.get("organisation"))
    yield from _people_mistakes(dossier.get("people", []))
    accepted = dossier.get("acceptances", [])
    yield from dossier_acceptances.mistakes(accepted, _people(dossier.get("people")))
    shapeless = list(_parts_mistakes(dossier))
    yield from shapeless
    if not shapeless:  # what has no shape has no size
        yield from _size_mistakes(dossier)


def _frame_mistakes(dossier: Mapping[str, Any]) -> Mistakes:
    if dossier.get("cap27") != VERSION:
        yield Mistake("cap27", _("%(version)d est attendu."), {"version": VERSION})
    for name in sorted(dossier.keys() - KEYS):
        yield Mistake(name, _("cette clé n’existe pas."))


def _parts_mistakes(dossier: Mapping[str, Any]) -> Mistakes:
    known = Known(_people(dossier.get("people")), _rows(dossier.get("answers")))
    for name, asked, sheet in _parts():
        records = dossier.get(name, {})
        yield from _records_mistakes(records, asked, sheet, place=name, known=known)


def doubts_of(dossier: Mapping[str, Any]) -> Mistakes:
    """What a person should settle in a dossier without mistakes: equal ranks, two main ones.

    A share beyond its whole too: it was right before its indicator changed, and was kept.
    """
    answers = dossier.get("answers", {})
    for asked in questions():
        value, place = answers.get(asked.id, {}).get("value", {}), f"answers.{asked.id}.value"
        yield from doubts(asked.tables, value, place=place)
        yield from shares.mistakes(asked.tables, value, answers=answers, place=place)


def _parts() -> Iterator[tuple[str, tuple[Asked, ...], tuple[Field, ...]]]:
    yield "answers", questions(), ANSWER_SHEET
    yield "decisions", decisions(), CHOICE_SHEET


def _profile_mistakes(profile: Any) -> Mistakes:
    found = tables.header_mistakes(PROFILE, profile, place="organisation", known=Known())
    if not isinstance(profile, dict):
        yield from found
        return
    yield from _names_mistakes(found, {"organisation.name": profile.get("name")})
    if "language" not in profile:
        yield Mistake("organisation.language", _("la langue du dossier manque."))


def _names_mistakes(found: Mistakes, names: Mapping[str, Any]) -> Mistakes:
    """What was found, but for the names, which are shorter than any text, said once."""
    yield from (each for each in found if each.place not in names)
    for place, name in names.items():
        yield from text_mistakes(name, place, NAME, several_lines=False)


def _people_mistakes(people: Any) -> Mistakes:
    names: dict[str, Any] = {}
    for number, each in enumerate(people if isinstance(people, list) else []):
        if isinstance(each, dict):
            names[f"people[{number}].name"] = each.get("name")
            names |= {f"people[{number}].role": each["role"]} if "role" in each else {}
    found = tables.table_mistakes(PEOPLE, people, place="people", known=Known())
    yield from _names_mistakes(found, names)


def _people(people: Any) -> set[str]:
    return set(tables.ids_of(people)) if isinstance(people, list) else set()


def _rows(answers: Any) -> dict[str, set[str]]:
    """The rows that links may name, however broken the rest of the answers is."""
    found: dict[str, set[str]] = {}
    for question, record in _dicts(answers):
        value = record.get("value")
        for table, rows in _items(value, "tables"):
            if isinstance(rows, list):
                found.setdefault(f"{question}.{table}", set()).update(tables.ids_of(rows))
        for table, words in _items(value, "gone"):
            if isinstance(words, dict):
                found.setdefault(f"{question}.{table}", set()).update(words)
    return found


def _dicts(records: Any) -> Iterable[tuple[str, dict[str, Any]]]:
    if not isinstance(records, dict):
        return []
    return [(key, each) for key, each in records.items() if isinstance(each, dict)]


def _items(value: Any, name: str) -> Iterable[tuple[str, Any]]:
    part = value.get(name) if isinstance(value, dict) else None
    return part.items() if isinstance(part, dict) else []


def _records_mistakes(
    records: Any, asked: tuple[Asked, ...], sheet: tuple[Field, ...], *, place: str, known: Known
) -> Mistakes:
    if not isinstance(records, dict):
        yield Mistake(place, OBJECT)
        return
    by_id = {each.id: each for each in asked}
    for key, record in records.items():
        where = f"{place}.{key}"
        if key not in by_id:
            yield Mistake(where, _("cela n’existe pas dans Cap27."))
        elif not isinstance(record, dict):
            yield Mistake(where, OBJECT)
        else:
            beside = {name: each for name, each in record.items() if name != "value"}
            yield from tables.header_mistakes(sheet, beside, place=where, known=known)
            if record.get("state") == State.NOT_APPLICABLE and "reason" not in record:
                yield Mistake(f"{where}.reason", _("une réponse sans objet dit pourquoi."))
            yield from _value_mistakes(by_id[key], record, place=f"{where}.value", known=known)


def _value_mistakes(
    asked: Asked, record: Mapping[str, Any], *, place: str, known: Known
) -> Mistakes:
    value = record.get("value", {})
    if not isinstance(value, dict):
        yield Mistake(place, OBJECT)
        return
    for name in value.keys() - {"header", "tables", "gone"}:
        yield Mistake(f"{place}.{name}", _("cette clé n’existe pas."))
    header = value.get("header", {})
    yield from tables.header_mistakes(asked.fields, header, place=f"{place}.header", known=known)
    yield from _tables_mistakes(asked, value, place=place, known=known)
    yield from _gone_mistakes(asked, value, place=f"{place}.gone")
    if asked.decision and isinstance(header, dict):
        where = f"{place}.header.options"
        yield from _options_mistakes(asked.decision, record, header, place=where)


def _tables_mistakes(
    asked: Asked, value: Mapping[str, Any], *, place: str, known: Known
) -> Mistakes:
    by_id = {each.id: each for each in asked.tables}
    if not isinstance(value.get("tables", {}), dict):
        yield Mistake(f"{place}.tables", OBJECT)
    for name, rows in _items(value, "tables"):
        where = f"{place}.tables.{name}"
        if name in by_id:
            yield from tables.table_mistakes(by_id[name], rows, place=where, known=known)
        else:
            yield Mistake(where, _("ce tableau n’existe pas."))


def _gone_mistakes(asked: Asked, value: Mapping[str, Any], *, place: str) -> Mistakes:
    if not isinstance(value.get("gone", {}), dict):
        yield Mistake(place, OBJECT)
    for name, words in _items(value, "gone"):
        if name not in {each.id for each in asked.tables} or not isinstance(words, dict):
            yield Mistake(f"{place}.{name}", _("ce tableau n’existe pas."))
            continue
        for row, said in words.items():
            yield from text_mistakes(said, f"{place}.{name}.{row}", limits.LONG)


def _options_mistakes(
    decision: Decision, record: Mapping[str, Any], header: Mapping[str, Any], *, place: str
) -> Mistakes:
    """What the charter itself does not admit; unknown options are said by their field."""
    if not isinstance(header.get("options", []), list) or not isinstance(
        header.get("base", ""), str
    ):
        return
    obstacles = unconfirmable if record.get("state") == "confirmed" else inadmissible
    for each in obstacles(decision, header):
        if each.obstacle in OBSTACLES:
            yield Mistake(place, OBSTACLES[each.obstacle], {"value": each.about})


def _size_mistakes(dossier: Mapping[str, Any]) -> Mistakes:
    total = cells = 0
    for name, _asked, _sheet in _parts():
        for key, record in _dicts(dossier.get(name)):
            value = record.get("value", {})
            said = {each: record[each] for each in record if each != "value"}
            size = flat.size(said | flat.flatten(value))
            total, cells = total + size, cells + flat.cells(value)
            if size > limits.ANSWER:
                about = {"size": size, "most": limits.ANSWER}
                yield Mistake(f"{name}.{key}", _("%(size)s caractères, %(most)s au plus."), about)
    if total > limits.DOSSIER:
        about = {"size": total, "most": limits.DOSSIER}
        yield Mistake("dossier", _("%(size)s caractères, %(most)s au plus."), about)
    if cells > limits.CELLS:
        about = {"size": cells, "most": limits.CELLS}
        yield Mistake("dossier", _("%(size)s cellules, %(most)s au plus."), about)
