"""The published charter, assembled from the choices: articles of plain sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from charter.domain.applicability import applicable, space_of
from charter.domain.blanks import Paragraph, blanks_of
from charter.domain.choosing import chosen, header_of
from charter.domain.decisions import Charter, Decided, Decision, Entry

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class Article:
    """What the charter says for one decision."""

    decision: Decision
    heading: str
    paragraphs: tuple[Paragraph, ...]
    # Written by hand, and if so, whether the choice changed since.
    edited: bool = False
    outdated: bool = False
    confirmed: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the blanks left open, each once."""
        return tuple(dict.fromkeys(name for each in self.paragraphs for name in each.missing))

    @property
    def text(self) -> str:
        """The paragraphs, one after the other."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Published:
    """The charter as it would be published."""

    title: str
    articles: tuple[Article, ...]

    @property
    def minutes(self) -> int:
        """Minutes to read it, at least one."""
        words = sum(len(f"{each.heading} {each.text}".split()) for each in self.articles)
        return max(1, ceil(words / WORDS_A_MINUTE))

    @property
    def text(self) -> str:
        """The whole charter as plain text, to be copied."""
        articles = [f"{each.heading}\n\n{each.text}" for each in self.articles]
        return "\n\n".join([self.title, *articles])


def basis(header: Mapping[str, Any]) -> list[str]:
    """What a clause written by hand was based on: the options of its time, and their base."""
    return [*header.get("options", ()), *filter(None, [header.get("base")])]


def assembled(decision: Decision, header: Mapping[str, Any]) -> str:
    """The clauses of the options chosen, one after the other, their blanks still open."""
    return " ".join(option.clause for option in chosen(decision, header) if option.clause)


def published(charter: Charter, decided: Decided, *, organisation: str) -> Published:
    """The charter's text: an article for each decision taken that applies."""
    guests = space_of(decided) == "independent_community"
    articles = (
        article(charter, decision, decided.get(decision.id, {}), organisation=organisation)
        for decision in applicable(charter, decided)
    )
    return Published(
        charter.words.title_as_guests if guests else charter.words.title,
        tuple(each for each in articles if each.paragraphs),
    )


def article(charter: Charter, decision: Decision, entry: Entry, *, organisation: str) -> Article:
    """What the charter says for one decision; no paragraph when nothing is chosen."""
    header = header_of(entry)
    written = header.get("clause", "") if header.get("options") else ""
    lines = written.splitlines() if written else [assembled(decision, header)]
    blanks = blanks_of(charter, decision, header, organisation=organisation)
    return Article(
        decision,
        decision.in_document,
        tuple(blanks.fill(line) for line in lines if line.strip()),
        edited=bool(written),
        outdated=bool(written) and header.get("clause_of", basis(header)) != basis(header),
        confirmed=entry.get("state") == "confirmed",
    )


def preview(
    charter: Charter, decision: Decision, option_id: str, entry: Entry, *, organisation: str
) -> Paragraph:
    """What one option alone would print, with the details as they stand."""
    option = decision.option(option_id)
    blanks = blanks_of(charter, decision, header_of(entry), organisation=organisation)
    return blanks.fill(option.clause if option else "")
