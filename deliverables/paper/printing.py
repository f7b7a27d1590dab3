"""From HTML to a tagged PDF, without a look at the network or at any file."""

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import starmap
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from deliverables.paper import hastening, tagging
from deliverables.widths import PAGE

PAPER = Path(__file__).resolve().parent
VARIANT = "pdf/ua-1"
# On a link whose page is laid over.
LEADING = "data-leading"
tagging.teach()
hastening.teach()


class Nothing(URLFetcher):
    """A fetcher that opens data: addresses only; what an answer says never leads anywhere."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)


class Page(HTML):
    """A page of well-formed HTML that has no style but ours.

    Raises ElementTree.ParseError when it is not well-formed. WeasyPrint would read it as it
    reads any page, and give it the styles of a browser: a tenth of the time of a document.
    """

    def __init__(self, html: str) -> None:
        # Written by our own templates: nothing in it can name an entity or a file.
        self.etree_element = ElementTree.XML(html)
        self.wrapper_element = ElementWrapper.from_html_root(
            self.etree_element, content_language=None
        )
        self.base_url = None
        self.url_fetcher = Nothing()
        self.media_type = "print"

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return []


class Lead(NamedTuple):
    """A line that leads elsewhere: where to, and how far down its page it ends, in pixels."""

    target: str
    bottom: int


@dataclass(frozen=True)
class Printed:
    """A PDF/UA-1 file, the anchors of each of its pages, and the lines that wait for a number."""

    file: bytes
    anchors: tuple[tuple[str, ...], ...]
    leads: tuple[tuple[Lead, ...], ...] = ()


@lru_cache
def style() -> CSS:
    """The stylesheets of documents, with a class for each width of a column, parsed once."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in sorted(PAPER.glob("*.css")))
    widths = "".join(f".mm{each}{{width:{each}mm}}" for each in range(1, PAGE + 1))
    return CSS(string=sheets + widths, url_fetcher=Nothing())


def print_pdf(html: str, part: str = "front") -> Printed:
    """The page of well-formed HTML, printed.

    `part` makes the names inside the file those of no other part. Raises ElementTree.ParseError.
    """
    document = Page(html).render(pdf_variant=VARIANT, stylesheets=[style()])
    file = document.write_pdf(finisher=partial(tagging.finish, part), pdf_variant=VARIANT)
    return Printed(
        file,
        tuple(tuple(page.anchors) for page in document.pages),
        tuple(map(_leads, document.pages)),
    )


def _leads(page: Any) -> tuple[Lead, ...]:
    # Where a link takes two lines, the second is where it ends.
    ends = {
        target: round(bottom)
        for _kind, target, (_left, _top, _right, bottom), box in page.links
        if LEADING in box.element.attrib
    }
    return tuple(starmap(Lead, ends.items()))
