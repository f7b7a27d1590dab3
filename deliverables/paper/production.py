"""From a snapshot to a proven PDF file: fonts, tree, HTML, PDF, proof."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from conclusions.domain.review import review
from deliverables import child, rendering
from deliverables.chapters.contradictions import holding
from deliverables.compose import Snapshot, compose
from deliverables.paper import binding, fonts, printing, proof
from strategy.domain.loading import LANGUAGES, STRUCTURE, questionnaire


@dataclass(frozen=True)
class Production:
    """A document that was made and proven."""

    pages: int
    size: int
    # Codes of the characters that cannot be printed, with the questions where they stand.
    missing: tuple[str, ...]


def produce(snapshot: Snapshot, language: str, path: Path) -> Production:
    """The document at that path, made by a limited child.

    Raises child.LimitReachedError when it is too large, proof.TextLostError when the PDF
    lacks words, child.ChildError for anything else.
    """
    return child.in_child(lambda: make(snapshot, language, path), proof.TextLostError)


def make(snapshot: Snapshot, language: str, path: Path) -> Production:
    """The document at that path, made in this process."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(snapshot.as_of.timestamp()))
    fonts.configure(settings.VAR_DIR / "fontconfig", cjk=fonts.needs_cjk(snapshot.dossier))
    printable, codes = fonts.printable(snapshot.dossier)
    missing = tuple(_located(printable, code) for code in codes)
    held = holding(snapshot.dossier, review(snapshot.dossier, snapshot.day))
    told = replace(snapshot, dossier=printable, missing=missing, holding=held)
    document = compose(told, language)
    pages = binding.print_document(document, path)
    proof.check(path, document)
    return Production(pages, path.stat().st_size, missing)


def _located(dossier: dict[str, Any], code: str) -> str:
    """A code and the questions whose answer has it, in words of both languages."""
    answers = dossier.get("answers", {})
    numbers = [
        str(question.number)
        for question in questionnaire(STRUCTURE).questions
        if any(code in text for text in fonts.strings(answers.get(question.id)))
    ]
    if not numbers:
        return code
    plural = "s" if len(numbers) > 1 else ""
    return f"{code} (question{plural} {', '.join(numbers)})"


def warm() -> None:
    """Load what every render needs, so that a forked child starts with it."""
    fonts.configure(settings.VAR_DIR / "fontconfig", cjk=False)
    fonts.drawn(cjk=False)
    proof.normal("")
    nobody = Snapshot({"organisation": {"name": ""}}, datetime(2000, 1, 1, tzinfo=UTC))
    for language in LANGUAGES:
        known = compose(nobody, language)
        rendering.body(known, known.chapters)
    printing.print_pdf('<html lang="fr"><title>·</title><p>·</p></html>')
