"""Documents rendered once per session and read by many tests."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pypdfium2
import pytest
from django.conf import settings

from deliverables.compose import Snapshot, compose
from deliverables.paper import fonts, production
from deliverables.tree import Document
from tests.documents import dossiers

AS_OF = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """A document, its file and what is in it."""

    path: Path
    tree: Document
    production: production.Production

    @property
    def text(self) -> str:
        """The words of every page, a space for any white space."""
        pdf = pypdfium2.PdfDocument(self.path)
        pages = [page.get_textpage().get_text_range() for page in pdf]
        pdf.close()
        return " ".join(" ".join(pages).replace("\u200b", "").split())

    @property
    def tags(self) -> list[dict[str, str]]:
        """Type, language and scope of each element of the structure."""
        with pikepdf.open(self.path) as pdf:
            return [
                {
                    "type": str(each.get("/S", "")),
                    "lang": str(each.get("/Lang", "")),
                    "scope": str(each.get("/A", {}).get("/Scope", "")),
                }
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
            ]


def tree_of(dossier: dict[str, Any], language: str = "fr") -> Document:
    """The tree that is printed, unknown characters replaced."""
    printable, missing = fonts.printable(dossier)
    return compose(replace(Snapshot(printable, AS_OF), missing=missing), language)


@pytest.fixture(scope="session", autouse=True)
def packaged_fonts():
    """Widths are those of the fonts that are shipped, in this process too."""
    fonts.configure(settings.VAR_DIR / "fontconfig", cjk=False)


@pytest.fixture(scope="session")
def made():
    """A function from a dossier to its document, each made once."""
    folder = TemporaryDirectory()
    count = iter(range(1000))

    def make(dossier: dict[str, Any], language: str = "fr") -> Made:
        path = Path(folder.name) / f"{next(count)}.pdf"
        produced = production.produce(Snapshot(dossier, AS_OF), language, path)
        return Made(path, tree_of(dossier, language), produced)

    yield make
    folder.cleanup()


@pytest.fixture(scope="session")
def full(made) -> Made:
    """Every question answered, every decision taken."""
    return make_once(made, "full", "fr")


@pytest.fixture(scope="session")
def english(made) -> Made:
    """The same answers in a document that speaks English."""
    return make_once(made, "full", "en")


@cache
def make_once(made: Any, name: str, language: str) -> Made:
    """One document of a dossier by its name."""
    return made(getattr(dossiers, name)(), language)
