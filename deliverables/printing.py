"""From HTML to a tagged PDF, without a look at the network or at any file."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from deliverables import mending
from deliverables.widths import PAGE

PAPER = Path(__file__).resolve().parent / "paper"
VARIANT = "pdf/ua-1"
mending.teach()


class Nothing(URLFetcher):
    """A fetcher that opens data: addresses only; what an answer says never leads anywhere."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)


@dataclass(frozen=True)
class Printed:
    """A PDF that was written."""

    pages: int
    size: int


@lru_cache
def style() -> CSS:
    """The stylesheets of documents, with a class for each width of a column, parsed once."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in sorted(PAPER.glob("*.css")))
    widths = "".join(f".mm{each}{{width:{each}mm}}" for each in range(1, PAGE + 1))
    return CSS(string=sheets + widths, url_fetcher=Nothing())


def print_pdf(html: str, path: Path) -> Printed:
    """The page as a PDF/UA-1 file at that path."""
    page = HTML(string=html, url_fetcher=Nothing())
    document = page.render(pdf_variant=VARIANT, stylesheets=[style()])
    document.write_pdf(str(path), finisher=mending.finish, pdf_variant=VARIANT)
    return Printed(pages=len(document.pages), size=path.stat().st_size)
