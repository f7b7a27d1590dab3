"""A dossier being read in a language: its values in words, ready to be set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from deliverables.tree import Text
from deliverables.typesetting import breakable, spaced
from deliverables.words import Words, words
from strategy.domain import answers
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, Question, Questionnaire
from strategy.domain.telling import Teller, Told, teller


@dataclass(frozen=True)
class Reader:
    """What every chapter is composed with."""

    dossier: dict[str, Any]
    language: str
    # How far the questions are whose answer is counted elsewhere.
    counted: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> Words:
        """The document's own words."""
        return words(self.language)

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The questions, in the document's language."""
        return questionnaire(self.language)

    @cached_property
    def organisation(self) -> dict[str, Any]:
        """The profile."""
        return dict(self.dossier.get("organisation", {}))

    @cached_property
    def dossier_language(self) -> str:
        """The language that answers are written in."""
        return str(self.organisation.get("language", "fr"))

    @cached_property
    def people(self) -> dict[str, str]:
        """Names by key."""
        return {each["id"]: each["name"] for each in self.dossier.get("people", [])}

    @cached_property
    def teller(self) -> Teller:
        """Values into words, linked rows included."""
        given = self.dossier.get("answers", {})
        values = {key: answer.get("value", {}) for key, answer in given.items()}
        return teller(self.questionnaire, people=self.people, values=values)

    @cached_property
    def separator(self) -> str:
        """What stands between several things on one line."""
        return "\N{NARROW NO-BREAK SPACE}; " if self.language == "fr" else "; "

    def own(self, said: str, tone: str = "") -> Text:
        """The document's own words."""
        return Text(breakable(spaced(said, self.language)), tone=tone)

    def typed(self, said: str) -> Text:
        """Words that a person wrote."""
        spoken = self.dossier_language
        # Each mention of a language costs time, and the document's own goes without saying.
        language = "" if spoken == self.language else spoken
        return Text(breakable(spaced(said, spoken)), language=language)

    def several(self, items: Sequence[str]) -> str:
        """Several things on one line; a line each when one of them holds what separates them."""
        parted = any(";" in each for each in items)
        return ("\n" if parted else self.separator).join(items)

    def text(self, told: Told) -> Text:
        """A value that was told."""
        words = self.several(told.items)
        return self.typed(words) if told.typed else self.own(words)

    def told(self, asked: Field, value: Any) -> Text:
        """The value of a field, ready to be set; empty words for none."""
        return self.text(self.teller.tell(asked, value))

    def label(self, asked: Field) -> str:
        """A field's label, with its unit."""
        return breakable(spaced(asked.measured, self.language))

    def title(self, said: str) -> str:
        """A title or label of the content."""
        return breakable(spaced(said, self.language))

    def answer(self, question_id: str) -> dict[str, Any]:
        """What was answered, empty when nothing was."""
        return dict(self.dossier.get("answers", {}).get(question_id, {}))

    def state(self, question_id: str) -> str:
        """How far the answer is."""
        return self.counted.get(question_id) or self.answer(question_id).get("state", "empty")

    def rows(self, question_id: str, table_id: str) -> list[dict[str, Any]]:
        """The rows of a table."""
        tables = self.answer(question_id).get("value", {}).get("tables", {})
        return list(tables.get(table_id, []))

    def header(self, question_id: str, field_id: str) -> Any:
        """The value of a header field; a field that sums a table gives the sum of its rows."""
        asked = self.question(question_id).field(field_id)
        stored = self.answer(question_id).get("value", {}).get("header", {}).get(field_id)
        if asked is None or not asked.sum_of:
            return stored
        added = answers.total(self.answer(question_id).get("value", {}), asked.sum_of)
        return stored if added is None else added

    def question(self, question_id: str) -> Question:
        """A question of the content."""
        return self.questionnaire.by_id[question_id]

    def header_text(self, question_id: str, field_id: str) -> Text:
        """A header field in words; empty words for none."""
        asked = self.question(question_id).field(field_id)
        value = self.header(question_id, field_id)
        return self.told(asked, value) if asked else Text("")

    def cell_text(self, question_id: str, table_id: str, row: dict[str, Any], column: str) -> Text:
        """A cell in words; empty words for none."""
        table = self.question(question_id).table(table_id)
        asked = table.column(column) if table else None
        return self.told(asked, row.get(column)) if asked else Text("")
