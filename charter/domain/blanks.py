"""The blanks of a clause: filled with a detail's words, or shown as left open; never a brace."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from charter.domain.decisions import Charter, Decision
from strategy.domain.telling import Teller

# A name between single braces; a person's own double braces are no blank.
BRACES = r"(?<!\{)\{(?P<id>[a-z][a-z_]*)\}(?!\})"
ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: our words, what a detail says, or a blank left open."""

    words: str
    filled: bool = False
    # The name of the blank left open.
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the charter."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The paragraph as one string, blanks left open shown in brackets."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the blanks left open."""
        return tuple(piece.blank for piece in self.pieces if piece.blank)


@dataclass(frozen=True)
class Blanks:
    """What each blank of one decision says, in the language of the charter."""

    # From the id of a detail to what it says: a clause has few of them.
    tell: Callable[[str], str]
    # By the id of the detail.
    names: Mapping[str, str]
    to_complete: str

    def fill(self, line: str) -> Paragraph:
        """A line of a clause, its blanks filled.

        A clause written by hand starts from text where open blanks already stand in brackets:
        they are recognised by their names.
        """
        label = re.escape(self.to_complete)
        pattern = re.compile(rf"{BRACES}|\[{label} (?P<name>[^\[\]]+)\]")
        return Paragraph(tuple(self._pieces(line, pattern)))

    def _pieces(self, line: str, pattern: re.Pattern[str]) -> Iterator[Piece]:
        end = 0
        for found in pattern.finditer(line):
            if found.start() > end:
                yield Piece(line[end : found.start()])
            yield self._blank(found["id"], found["name"])
            end = found.end()
        if end < len(line):
            yield Piece(line[end:])

    def _blank(self, detail_id: str | None, name: str | None) -> Piece:
        ids = {each: known for known, each in self.names.items()}
        known = detail_id or ids.get(name or "", "")
        words = self.tell(known)
        if words:
            return Piece(words, filled=True)
        shown = name or self.names.get(known) or known.replace("_", " ")
        return Piece(f"[{self.to_complete} {shown}]", blank=shown)


def blanks_of(
    charter: Charter, decision: Decision, header: Mapping[str, Any], *, organisation: str
) -> Blanks:
    """The blanks of a decision as its details stand; a detail not given says its default."""
    teller = Teller(charter.language)

    def tell(blank: str) -> str:
        detail = decision.detail(blank)
        if detail is None:
            return organisation if blank == ORGANISATION else ""
        return teller.tell(detail.field, header.get(detail.id, detail.default)).words

    names = {detail.id: detail.blank for detail in decision.details}
    return Blanks(tell, names, charter.words.to_complete)
