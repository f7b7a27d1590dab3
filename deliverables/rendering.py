"""From the tree to HTML: the same blocks on paper and on screen."""

from django.template.loader import render_to_string

from deliverables.tree import Document
from strategy.domain.dial import Dial, draw


def html(document: Document) -> str:
    """The document as one HTML page that asks for nothing else."""
    return render_to_string(
        "documents/document.html",
        {"document": document, "dial": dial(document)},
    )


def dial(document: Document) -> Dial:
    """The dial of the dossier; arcs are named after the chapters."""
    labels = {chapter.arc: chapter.title for chapter in document.chapters if chapter.arc}
    return draw(document.cover.standings, labels)
