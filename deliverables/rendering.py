"""From the tree to HTML: the same blocks on paper and on screen."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from django.template.loader import render_to_string

from deliverables.tree import Chapter, Document
from strategy.domain.dial import Dial, draw

# White space that a template leaves before the end of a block. Where the words fill the line to
# its end WeasyPrint makes room for it, and breaks the line too early.
TRAILING = re.compile(r"(?<!\s)\s++(?=(?:</(?:a|span)>)*</(?:caption|div|h[1-6]|li|p|td|th)>)")
ANCHOR = re.compile(r'<[a-z]\w* (?:[^<>]*? )?id="([^"]+)"')
# How many signs take as long to print as a tag.
TAG = 80


def front(document: Document, pages: Iterable[Iterable[str]]) -> str:
    """Cover and contents, then for each page of the chapters a bare one with its anchors."""
    said = {"contents": columns(document.chapters), "dial": dial(document), "pages": pages}
    return _page("documents/front.html", document, said)


def halves(document: Document) -> tuple[str, str]:
    """The chapters as two pages of HTML as long to print, each with the other’s anchors last."""
    drawn = dial(document)
    told = [
        render_to_string("documents/chapter.html", {"chapter": chapter, "dial": drawn})
        for chapter in document.chapters
    ]
    passed = list(accumulate(map(_effort, told), initial=0))
    first = min(range(len(passed)), key=lambda count: abs(passed[-1] - 2 * passed[count]))
    return _half(document, told[:first], told[first:]), _half(document, told[first:], told[:first])


def _effort(html: str) -> int:
    """About how long it takes to print, in signs."""
    return len(html) + TAG * html.count("<")


def _half(document: Document, chapters: Sequence[str], others: Sequence[str]) -> str:
    said = {"chapters": chapters, "elsewhere": ANCHOR.findall("".join(others))}
    return _page("documents/body.html", document, said)


def _page(template: str, document: Document, said: dict[str, Any]) -> str:
    return TRAILING.sub("", render_to_string(template, {"document": document, **said}))


def columns(chapters: tuple[Chapter, ...]) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """The chapters in two columns of the contents, whose lines are about as many."""
    lines = list(accumulate(1 + len(chapter.listed) for chapter in chapters))
    first = sum(line <= (lines[-1] + 1) // 2 for line in lines)
    return chapters[:first], chapters[first:]


def dial(document: Document) -> Dial:
    """The dial of the dossier; arcs are named after the chapters."""
    labels = {chapter.arc: chapter.title for chapter in document.chapters if chapter.arc}
    return draw(document.cover.standings, labels)
