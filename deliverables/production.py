"""From a snapshot to a proven PDF file: fonts, tree, HTML, PDF, proof."""

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from conclusions.domain.review import review
from deliverables import child, fonts, printing, proof
from deliverables.compose import Snapshot, compose
from deliverables.contradictions import holding
from deliverables.rendering import html
from strategy.domain.loading import LANGUAGES


@dataclass(frozen=True)
class Production:
    """A document that was made and proven."""

    pages: int
    size: int
    # Codes of the characters that no font draws.
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
    printable, missing = fonts.printable(snapshot.dossier)
    held = holding(snapshot.dossier, review(snapshot.dossier, snapshot.day))
    told = replace(snapshot, dossier=printable, missing=missing, holding=held)
    document = compose(told, language)
    printed = printing.print_pdf(html(document), path)
    proof.check(path, document)
    return Production(printed.pages, printed.size, missing)


def warm() -> None:
    """Load what every render needs, so that a forked child starts with it."""
    fonts.configure(settings.VAR_DIR / "fontconfig", cjk=False)
    fonts.drawn(cjk=False)
    proof.normal("")
    nobody = Snapshot({"organisation": {"name": ""}}, datetime.min)
    for language in LANGUAGES:
        html(compose(nobody, language))
    with TemporaryDirectory() as folder:
        printing.print_pdf("<html lang=fr><title>·</title><p>·", Path(folder) / "warm.pdf")
