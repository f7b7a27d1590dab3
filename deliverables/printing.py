"""From HTML to a tagged PDF, without a look at the network or at any file."""

from dataclasses import dataclass
from functools import lru_cache, partial
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
    """A PDF/UA-1 file, and the anchors of each of its pages."""

    file: bytes
    anchors: tuple[tuple[str, ...], ...]


@lru_cache
def style() -> CSS:
    """The stylesheets of documents, with a class for each width of a column, parsed once."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in sorted(PAPER.glob("*.css")))
    widths = "".join(f".mm{each}{{width:{each}mm}}" for each in range(1, PAGE + 1))
    return CSS(string=sheets + widths, url_fetcher=Nothing())


def print_pdf(html: str, part: str = "front") -> Printed:
    """The page, printed; `part` makes the names inside the file those of no other part."""
    page = HTML(string=html, url_fetcher=Nothing())
    document = page.render(pdf_variant=VARIANT, stylesheets=[style()])
    file = document.write_pdf(finisher=partial(mending.finish, part), pdf_variant=VARIANT)
    return Printed(file, tuple(tuple(page.anchors) for page in document.pages))
