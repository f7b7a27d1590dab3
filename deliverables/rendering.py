"""From the tree to HTML: the same blocks on paper and on screen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

from django.template.loader import render_to_string

from deliverables.paper.printing import Lead
from deliverables.tree import Chapter, Document
from strategy.domain.dial import Dial, draw

# White space that a template leaves before the end of a block. Where the words fill the line to
# its end WeasyPrint makes room for it, and breaks the line too early.
TRAILING = re.compile(r"(?<!\s)\s++(?=(?:</(?:a|span)>\s*)*</(?:caption|div|h[1-6]|li|p|td|th)>)")
# On screen the stylesheet adds the colon; on paper one that is written takes less time.
LABEL = re.compile(r'(<span class="(?:remark|detail)-label">[^<]*)')
COLON = {"fr": "\N{NO-BREAK SPACE}:", "en": ":"}
# How many signs take as long to print as the cell around them.
CELL = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: a chapter, or a question with its number, and its page."""

    target: str
    title: str
    page: int
    number: str = ""


def front(document: Document, pages: Mapping[str, int], total: int) -> str:
    """Cover and contents, with the page of each place, of so many in all."""
    lines = list(_lines(document.chapters, pages))
    # A chapter stays with its questions.
    starts = [at for at, line in enumerate(lines) if not line.number]
    half = min(starts, key=lambda at: abs(len(lines) - 2 * at), default=0)
    said = {
        "contents": (lines[:half], lines[half:]),
        "dial": dial(document),
        "total": total,
        "elsewhere": pages,
    }
    return _page("documents/front.html", document, said)


def _lines(chapters: Iterable[Chapter], pages: Mapping[str, int]) -> Iterator[Line]:
    for chapter in chapters:
        yield Line(chapter.id, chapter.title, pages[chapter.id])
        for section in chapter.listed:
            yield Line(section.id, section.title, pages[section.id], section.number)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is laid over a page: its own number, and those of the places that it leads to."""

    own: str
    led: tuple[tuple[Lead, str], ...] = ()


def numbers(document: Document, told: Iterable[Numbers]) -> str:
    """A bare page for each, which is laid over a page of the chapters."""
    return _page("documents/numbers.html", document, {"numbers": told})


def halves(document: Document) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """The chapters in two halves that take about as long to print."""
    passed = list(accumulate(map(_effort, document.chapters), initial=0))
    first = min(range(len(passed)), key=lambda count: abs(passed[-1] - 2 * passed[count]))
    return document.chapters[:first], document.chapters[first:]


def _effort(chapter: Chapter) -> int:
    """About how long it takes to print, in signs."""
    blocks = chain.from_iterable(block.texts() for block in chapter.blocks)
    sections = chain.from_iterable(section.texts() for section in chapter.sections)
    return sum(len(text.words) + CELL for text in chain(blocks, sections))


def body(document: Document, chapters: tuple[Chapter, ...]) -> str:
    """These chapters as one HTML page, with the anchors of the others last."""
    others = [each for each in document.chapters if each not in chapters]
    sections = [section.id for each in others for section in each.sections]
    elsewhere = [*(each.id for each in others), *sections]
    said = {"chapters": chapters, "dial": dial(document), "elsewhere": elsewhere}
    return _page("documents/body.html", document, said)


def _page(template: str, document: Document, said: dict[str, Any]) -> str:
    page = TRAILING.sub("", render_to_string(template, {"document": document, **said}))
    page = page.replace("<br>", "<br/>").strip()
    return LABEL.sub(rf"\g<1>{COLON[document.language]}", page)


def dial(document: Document) -> Dial:
    """The dial of the dossier; arcs are named after the chapters."""
    labels = {chapter.arc: chapter.title for chapter in document.chapters if chapter.arc}
    return draw(document.cover.standings, labels)
