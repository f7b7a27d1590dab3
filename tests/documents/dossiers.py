"""Dossiers to print: one full, one empty, one hostile; made from the content, never stored."""

from itertools import count, cycle, islice
from typing import Any

from charter.domain.loading import charter
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, Kind, Question, Table

PEOPLE = [
    {"id": "ines", "name": "Inès Bellamy", "role": "Chargée de communication"},
    {"id": "marc", "name": "Marc Oyono", "role": "Chef d’atelier"},
    {"id": "claire", "name": "Claire Voisin", "role": "Directrice"},
]
DAY = "2026-11-03"
SIMPLE = {
    Kind.NUMBER: "3",
    Kind.MONEY: 125_000,
    Kind.DATE: DAY,
    Kind.DURATION: {"value": "4", "unit": "working_hour"},
    Kind.WEEKLY_HOURS: [
        {"day": day, "from": "09:00", "to": "18:00"}
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    ],
    Kind.YES_NO: True,
    Kind.URL: "https://ateliers-duroc.example/preuves/reparabilite",
    Kind.PERSON: "ines",
    Kind.PERSONS: ["ines", "claire"],
    Kind.SCALE: 1,
}


def empty(language: str = "fr") -> dict[str, Any]:
    """An organisation that has just signed up."""
    return {
        "cap27": 1,
        "organisation": {"name": "Ateliers Duroc", "language": language},
    }


def full(language: str = "fr", *, rows: int = 4) -> dict[str, Any]:
    """Every field of every question and register filled, every decision taken."""
    return {
        "cap27": 1,
        "content": {"strategy": "0123456789ab", "charter": "ba9876543210"},
        "organisation": {
            "name": "Ateliers Duroc",
            "sector": "commerce",
            "regulated_fields": ["alcohol"],
            "public_body": "no",
            "in_group": False,
            "headcount": "under_50",
            "turnover": "up_to_10",
            "language": language,
        },
        "people": PEOPLE,
        "answers": {
            question.id: answer(question, rows)
            for question in _asked(language)
            if not question.computed
        },
        "decisions": decisions(language),
    }


def with_text(text: str, *, question: str = "image", field: str = "said") -> dict[str, Any]:
    """One answer in one header field."""
    value = {"header": {field: text}, "tables": {}}
    return empty() | {"answers": {question: {"state": "draft", "value": value}}}


def with_rows(rows: list[dict[str, Any]], *, question: str, table: str) -> dict[str, Any]:
    """One answer in one table."""
    value = {"header": {}, "tables": {table: rows}}
    return empty() | {"answers": {question: {"state": "draft", "value": value}}}


def answer(question: Question, rows: int) -> dict[str, Any]:
    """One question, done, with something in every field."""
    sentences = cycle(_sentences(question.example))
    header = {each.id: value(each, sentences) for each in question.fields if not each.sum_of}
    tables = {table.id: _rows(question, table, rows, sentences) for table in question.tables}
    return {
        "state": "done",
        "confidence": "estimated",
        "owner": "ines",
        "note": next(sentences)[:200],
        "value": {"header": header, "tables": tables},
    }


def value(asked: Field, sentences: Any, index: int = 0) -> Any:
    """A plausible value of a field."""
    row = f"{asked.to.replace('.', '_')}_"
    made = {
        Kind.LONG: lambda: "\n\n".join(islice(sentences, 2)),
        Kind.TEXT: lambda: next(sentences),
        Kind.ONE: lambda: asked.options[index % len(asked.options)].id,
        Kind.SEVERAL: lambda: [option.id for option in asked.options[:2]],
        Kind.LINK: lambda: f"{row}1",
        Kind.LINKS: lambda: [f"{row}{each}" for each in (1, 2)],
    }
    if asked.kind in made:
        return made[asked.kind]()
    return str(index + 1) if asked.unique else SIMPLE[asked.kind]


def decisions(language: str) -> dict[str, Any]:
    """Every decision with its default option, two of them still to confirm."""
    states = cycle(["confirmed"] * 9 + ["to_confirm"])
    return {
        decision.id: {
            "state": next(states),
            "value": {
                "header": {"options": ["public_community"], "name": "Le Coin des réparateurs"}
                if decision.id == "space"
                else {"options": list(decision.default), "base": decision.default_base},
                "tables": {},
            },
        }
        for decision in charter(language).decisions
    }


def _rows(question: Question, table: Table, rows: int, sentences: Any) -> list[dict[str, Any]]:
    ids = [each.id for each in table.fixed] or [
        f"{question.id}_{table.id}_{number}" for number in range(1, rows + 1)
    ]
    numbers = count()
    return [
        {"id": row}
        | {
            column.id: value(column, sentences, number)
            for number in [next(numbers)]
            for column in table.columns
        }
        for row in ids[: table.max_rows]
    ]


def _asked(language: str) -> list[Question]:
    return list(questionnaire(language).everything)


def _sentences(example: str) -> list[str]:
    return [each.strip() for each in example.replace("\n", " ").split(". ") if each.strip()]
