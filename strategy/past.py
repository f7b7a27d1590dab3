"""Revisions told to a person: who, when, and each change as before and after, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strategy.domain.questionnaire import Field, Question
from strategy.models import Answer, Confidence, Revision, State
from strategy.offered import Offered

Choices = Iterable[tuple[Any, Any]]

SHEET = {
    "state": gettext_lazy("État"),
    "reason": gettext_lazy("Pourquoi sans objet"),
    "confidence": gettext_lazy("Degré de certitude"),
    "owner": gettext_lazy("Qui en répond"),
    "note": gettext_lazy("Note interne"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after, in words; empty where nothing stood."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision."""

    revision: Revision
    changes: list[Change]


def entries(
    revisions: Iterable[Revision],
    question: Question,
    offered: Offered,
    *,
    states: Choices = State.choices,
) -> list[Entry]:
    """The revisions with their changes in words; `states` are those of the record."""
    words = dict([*states, *Confidence.choices, *offered.people])
    fields = fields_of(question)
    offered.preload({field.to.partition(".")[0] for field in fields.values() if field.to})
    return [
        Entry(revision, list(_changes(revision, fields, question, offered, words)))
        for revision in revisions
    ]


def fields_of(question: Question) -> dict[str, Field]:
    """The fields of a question by the path of their kind: `header/x`, `rows/table/x`."""
    header = {f"header/{field.id}": field for field in question.fields}
    cells = {
        f"rows/{table.id}/{column.id}": column
        for table in question.tables
        for column in table.columns
    }
    return header | cells


def _changes(
    revision: Revision,
    fields: dict[str, Field],
    question: Question,
    offered: Offered,
    words: dict[str, Any],
) -> Iterator[Change]:
    for path, (before, after) in sorted(revision.changes.items()):
        kind, *rest = path.split("/")
        if kind == "order":
            yield _rows_changed(question, rest[0], before or [], after or [])
        elif kind == "gone":
            continue
        elif field := fields.get("/".join([kind, *rest[:1], *rest[2:]])):
            told = [offered.teller.tell(field, each).words for each in (before, after)]
            yield Change(field.label, *told)
        else:
            yield _sheet_changed(path, before, after, words)


def _rows_changed(question: Question, table_id: str, before: list[str], after: list[str]) -> Change:
    table = question.table(table_id)
    label = table.title if table else table_id
    count = _("%(count)s ligne(s)")
    if sorted(before) == sorted(after):
        return Change(label, _("ordre précédent"), _("nouvel ordre"))
    return Change(label, count % {"count": len(before)}, count % {"count": len(after)})


def _sheet_changed(path: str, before: Any, after: Any, words: dict[str, Any]) -> Change:
    chosen = words if path in {"state", "confidence", "owner"} else {}
    told = [str(chosen.get(each, each or "")) for each in (before, after)]
    return Change(str(SHEET.get(path, path)), *told)


def last_change(record: Answer) -> Revision | None:
    """The newest revision of an answer, with its author."""
    newest: Revision | None = record.revisions.select_related("author").first()
    return newest
