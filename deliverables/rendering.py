"""From the tree to HTML: the same blocks on paper and on screen."""

import re
from itertools import accumulate

from django.template.loader import render_to_string

from deliverables.tree import Chapter, Document
from strategy.domain.dial import Dial, draw

# White space that a template leaves before the end of a block. Where the words fill the line to
# its end WeasyPrint makes room for it, and breaks the line too early.
TRAILING = re.compile(r"(?<!\s)\s++(?=(?:</(?:a|span)>)*</(?:caption|div|h[1-6]|li|p|td|th)>)")


def html(document: Document) -> str:
    """The document as one HTML page that asks for nothing else."""
    page = render_to_string(
        "documents/document.html",
        {"document": document, "contents": columns(document.chapters), "dial": dial(document)},
    )
    return TRAILING.sub("", page)


def columns(chapters: tuple[Chapter, ...]) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """The chapters in two columns of the contents, whose lines are about as many."""
    lines = list(accumulate(1 + len(chapter.listed) for chapter in chapters))
    first = sum(line <= (lines[-1] + 1) // 2 for line in lines)
    return chapters[:first], chapters[first:]


def dial(document: Document) -> Dial:
    """The dial of the dossier; arcs are named after the chapters."""
    labels = {chapter.arc: chapter.title for chapter in document.chapters if chapter.arc}
    return draw(document.cover.standings, labels)
