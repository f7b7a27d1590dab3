"""What decides every byte of a document, as one key."""

import hashlib
from functools import lru_cache
from pathlib import Path

from charter.domain.loading import charter
from conclusions.domain.rulebook import rulebook
from deliverables.compose import Snapshot
from strategy.domain.loading import questionnaire

HERE = Path(__file__).resolve().parent
DOMAINS = [HERE.parent / app / "domain" for app in ("strategy", "charter", "conclusions")]
DRAWN_BY = ("documents", "components", "drawings")
TEMPLATES = [HERE.parent / "templates" / folder for folder in DRAWN_BY]


def sources() -> list[Path]:
    """Every word, template, style and line of code that documents are made from."""
    paths = [*HERE.rglob("*.py"), *HERE.glob("paper/*.css"), *HERE.glob("content/**/*.toml")]
    paths += [path for folder in TEMPLATES for path in folder.glob("*.html")]
    paths += [path for folder in DOMAINS for path in folder.rglob("*.py")]
    return sorted(paths)


@lru_cache
def template_version() -> str:
    """Twelve characters that change with any of the sources."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(f"{path.relative_to(HERE.parent)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def key_of(snapshot: Snapshot, language: str) -> str:
    """What decides every byte of the document, as one key."""
    inputs = (
        snapshot.fingerprint,
        snapshot.as_of.isoformat(),
        language,
        questionnaire(language).version,
        charter(language).version,
        rulebook(language).version,
        template_version(),
    )
    return hashlib.sha256("\n".join(inputs).encode()).hexdigest()
