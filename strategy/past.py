"""Revisions told to a person: who, when, and each change as before and after, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from strategy.domain.merging import Changes, merged
from strategy.domain.questionnaire import Field, Question
from strategy.domain.rows import moves
from strategy.models import Answer, Confidence, Revision, State
from strategy.offered import Offered
from strategy.rownames import RowNames
from strategy.spells import Spell

Choices = Iterable[tuple[Any, Any]]

# A context of our own for the note: Django's French calls what bears its name a « Remarque ».
SHEET = {
    "state": gettext_lazy("État"),
    "reason": gettext_lazy("Pourquoi sans objet"),
    "confidence": gettext_lazy("Degré de certitude"),
    "owner": gettext_lazy("Qui en répond"),
    "note": pgettext_lazy("sheet", "Note"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after, in words; empty where nothing stood."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One spell of work: the saves of one person within a quarter of an hour, as one."""

    # The last of them: restoring goes there.
    revision: Revision
    changes: list[Change]
    saves: int
    since: datetime
    # True when a text of it was taken away right after.
    erased: bool


def entries(
    spells: Iterable[Spell],
    question: Question,
    offered: Offered,
    *,
    states: Choices = State.choices,
) -> list[Entry]:
    """The spells (see spells.py) with their changes in words; `states` are those of the record."""
    words = dict([*states, *Confidence.choices, *offered.people])
    fields = fields_of(question)
    offered.preload({field.to.partition(".")[0] for field in fields.values() if field.to})
    return [_entry(spell, _Telling(question, fields, offered, words)) for spell in spells]


def _entry(spell: Spell, telling: "_Telling") -> Entry:
    newest, *_rest, oldest = [spell.saves[0], *spell.saves]
    changes = telling.changes(merged(each.changes for each in reversed(spell.saves)))
    return Entry(newest, list(changes), len(spell.saves), oldest.saved_at, spell.erased)


def fields_of(question: Question) -> dict[str, Field]:
    """The fields of a question by the path of their kind: `header/x`, `rows/table/x`."""
    header = {f"header/{field.id}": field for field in question.fields}
    cells = {
        f"rows/{table.id}/{column.id}": column
        for table in question.tables
        for column in table.columns
    }
    return header | cells


class _Telling:
    """The changes of one answer in words."""

    def __init__(
        self,
        question: Question,
        fields: dict[str, Field],
        offered: Offered,
        words: dict[str, Any],
    ) -> None:
        self.question = question
        self.fields = fields
        self.offered = offered
        self.words = words

    def changes(self, changes: Changes) -> Iterator[Change]:
        """Each path that changed, the rows by their names."""
        named = RowNames(self.question, self.offered, changes)
        for path, (before, after) in sorted(changes.items()):
            kind, *rest = path.split("/")
            if kind == "order":
                yield from self._moved(named, rest[0], before or [], after or [])
            elif kind == "gone":
                continue
            elif field := self.fields.get("/".join([kind, *rest[:1], *rest[2:]])):
                told = [self.offered.teller.tell(field, each).words for each in (before, after)]
                yield Change(named.label(field, rest if kind == "rows" else []), *told)
            else:
                yield _sheet_changed(path, before, after, self.words)

    def _moved(
        self, named: RowNames, table_id: str, before: list[str], after: list[str]
    ) -> Iterator[Change]:
        table = self.question.table(table_id)
        title = table.title if table else table_id
        if added := [named.name(table_id, row) for row in after if row not in before]:
            yield Change(_("%(title)s – lignes ajoutées") % {"title": title}, "", ", ".join(added))
        if removed := [named.name(table_id, row) for row in before if row not in after]:
            yield Change(
                _("%(title)s – lignes retirées") % {"title": title}, ", ".join(removed), ""
            )
        if moved := list(moves(before, after)):
            told = [
                _("%(row)s : de la place %(before)s à la place %(after)s")
                % {"row": named.words(table_id, row), "before": was, "after": now}
                for row, was, now in moved
            ]
            yield Change(
                _("%(title)s – lignes déplacées") % {"title": title},
                "",
                self.offered.teller.separator.join(told),
            )


def _sheet_changed(path: str, before: Any, after: Any, words: dict[str, Any]) -> Change:
    chosen = words if path in {"state", "confidence", "owner"} else {}
    told = [str(chosen.get(each, each or "")) for each in (before, after)]
    return Change(str(SHEET.get(path, path)), *told)


def last_change(record: Answer) -> Revision | None:
    """The newest revision of an answer, with its author."""
    newest: Revision | None = record.revisions.select_related("author").first()
    return newest
