"""Drawings of a document: the same templates draw them on paper and on screen."""

from dataclasses import dataclass
from typing import ClassVar

from deliverables.tree import Block


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A drawing with its title, the same said in words, and a caption.

    `drawing` is a plain value that `templates/drawings/<picture>.html` draws, on paper and on
    screen; what it shows must also be said in `text` or in the blocks beside it.
    """

    kind: ClassVar[str] = "figure"
    picture: str
    drawing: object
    title: str
    text: str
    caption: str = ""
    wide: bool = False
    # What stands above it, where its title is to be read.
    heading: str = ""
    sources: tuple[str, ...] = ()

    @property
    def drawn_by(self) -> str:
        """The template that draws it."""
        return f"drawings/{self.picture}.html"
