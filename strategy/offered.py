"""What an organisation offers to choose from: its people, and the rows of its own tables.

Everything is looked up when first asked for, so that saving a line of text looks up nothing.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from organisations.language import page_language
from organisations.models import Organisation
from organisations.people import listed
from strategy.domain import telling
from strategy.domain.flat import Value
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question
from strategy.lookup import page_questionnaire
from strategy.models import Answer

Pairs = list[tuple[str, str]]


class Offered:
    """The choices of one organisation's fields, in the language of the page."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.language: str = organisation.language
        self.asked = page_questionnaire()
        self._values: dict[str, Value] = {}

    @property
    def regulated_fields(self) -> set[str]:
        """The regulated fields that the profile names."""
        return set(self.organisation.regulated_fields)

    @cached_property
    def people(self) -> Pairs:
        """The organisation's people: key and name."""
        return [(person.key, str(person)) for person in listed(self.organisation)]

    def preload(self, questions: Iterable[str]) -> None:
        """Read the answers to these questions in one query."""
        wanted = [each for each in questions if each not in self._values]
        read = Answer.objects.filter(question__in=wanted).values_list("question", "value")
        self._values |= {question: {} for question in wanted} | dict(read)

    def value(self, question: str) -> Value:
        """The value of the answer to a question, {} when there is none."""
        if question not in self._values:
            self.preload([question])
        return self._values[question]

    def rows(self, to: str) -> Pairs:
        """The rows of `question.table`: id and words; removed ones still named come last."""
        question, table = self.asked.linked(to)
        value = self.value(question.id)
        named = telling.row_names(self.plain, table, value)
        unnamed = _("%(row)s sans nom") % {"row": table.row}
        rows = [
            (row["id"], named[row["id"]].words if row["id"] in named else unnamed)
            for row in value.get("tables", {}).get(table.id, [])
        ]
        gone = value.get("gone", {}).get(table.id, {})
        return rows + [(row, _("%(words)s (retiré)") % {"words": gone[row]}) for row in gone]

    def row(self, to: str, row: str | None) -> Mapping[str, Any]:
        """What a row of `question.table` says; nothing without it."""
        question, table = self.asked.linked(to)
        rows = self.value(question.id).get("tables", {}).get(table.id, [])
        return next((each for each in rows if each["id"] == row), {})

    def texts(self, to: str) -> list[str]:
        """The texts already typed in `question.table.column`, each once."""
        place, _dot, column = to.rpartition(".")
        question, table = self.asked.linked(place)
        rows = self.value(question.id).get("tables", {}).get(table.id, [])
        return list(dict.fromkeys(row[column] for row in rows if row.get(column)))

    def in_dossier(self, question: Question) -> Question:
        """The same question in the language of the dossier, for what is written into it."""
        return questionnaire(self.language).by_id[question.id]

    @cached_property
    def plain(self) -> telling.Teller:
        """A teller for values that name neither people nor rows."""
        return telling.Teller(page_language(), {})

    @cached_property
    def teller(self) -> telling.Teller:
        """A teller for the answers read so far; `preload` first what will be told."""
        values: dict[str, Any] = self._values
        return telling.teller(self.asked, people=dict(self.people), values=values)
