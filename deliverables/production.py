"""From a snapshot to a proven PDF file: fonts, tree, HTML, PDF, proof."""

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from charter.domain.loading import charter
from deliverables import child, fonts, printing, proof
from deliverables.compose import Snapshot, compose
from deliverables.rendering import html
from strategy.domain.loading import LANGUAGES, questionnaire

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE.parent / "templates" / "documents"


@dataclass(frozen=True)
class Production:
    """A document that was made and proven."""

    pages: int
    size: int
    # Codes of the characters that no font draws.
    missing: tuple[str, ...]


@lru_cache
def template_version() -> str:
    """Twelve characters that change with any word, template, style or line of code of documents."""
    digest = hashlib.sha256()
    paths = [*HERE.glob("*.py"), *HERE.glob("*.css"), *HERE.glob("content/*.toml")]
    for path in sorted([*paths, *TEMPLATES.glob("*.html")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def key_of(snapshot: Snapshot, language: str) -> str:
    """What decides every byte of the document, as one key."""
    inputs = (
        snapshot.fingerprint,
        snapshot.as_of.isoformat(),
        language,
        questionnaire(language).version,
        charter(language).version,
        template_version(),
    )
    return hashlib.sha256("\n".join(inputs).encode()).hexdigest()


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
    document = compose(replace(snapshot, dossier=printable, missing=missing), language)
    printed = printing.print_pdf(html(document), path)
    proof.check(path, document)
    return Production(printed.pages, printed.size, missing)


def snapshot_of(dossier: dict[str, Any], as_of: datetime) -> Snapshot:
    """The snapshot of a dossier, its time kept to the second."""
    return Snapshot(dossier, as_of.replace(microsecond=0))


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
