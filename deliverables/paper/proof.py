"""The proof that a PDF says all it should: its text is read back and compared with the tree.

WeasyPrint can drop text without an error, and extraction does not see it; so every text of
the tree must be found again, else the export fails.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, zip_longest
from pathlib import Path

import pypdfium2

from deliverables.child import Running
from deliverables.tree import Document, Text

# Scripts whose letters are not drawn in the order in which they are typed.
REORDERED = frozenset({"R", "AL", "AN"})
INDIC = range(0x0900, 0x1100)
KHMER = range(0x1780, 0x1800)
# Signs that change the letter before them and may leave no trace in a PDF.
SILENT = "\u00ad\u034f\u2010\u2011\ufffe\x02\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Brackets that are drawn turned round in what is read from the right, and come back so.
TURNED = str.maketrans(")]}>»\u203a", "([{<«\u2039")
# Signs beyond this point are not given back from a line read from the right.
FIRST_PLANE = 0xFFFF
# A text this short is never cut between two pages.
SHORTEST_CUT = 4
SIGNS_A_PAGE = 100


class TextLostError(Exception):
    """The PDF lacks words that the document should say; `place` is where they belong."""

    def __init__(self, place: str, words: str) -> None:
        super().__init__(place, words)
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.args[1][:80]}"


@lru_cache
def _left_out() -> re.Pattern[str]:
    formats = "".join(
        re.escape(chr(point))
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) == "Cf"
    )
    return re.compile(rf"[\s\-{SILENT}{formats}]+")


def normal(words: str) -> str:
    """What is compared: compatibility forms, without spaces, format characters and hyphens.

    On which side a bracket opens is left out too.
    """
    return _left_out().sub("", unicodedata.normalize("NFKC", words)).translate(TURNED)


def check(path: Path, document: Document) -> None:
    """Nothing, or TextLostError naming the place whose words are not in the PDF."""
    prove(pages_of(path), document.parts())


def pages_of(path: Path) -> list[str]:
    """The text of each page, as it is compared; a child reads every second one."""
    with Running(lambda: _every_second(path, 1)) as running:
        found = _every_second(path, 0), running.result()
    return [text for pair in zip_longest(*found) for text in pair if text is not None]


def _every_second(path: Path, first: int) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        wanted = range(first, len(pdf), 2)
        return [normal(pdf[index].get_textpage().get_text_range()) for index in wanted]
    finally:
        pdf.close()


def prove(pages: list[str], parts: Iterable[tuple[str, Iterable[Text]]]) -> None:
    """Every text of every part is on the pages, else TextLostError."""
    reader = Proofreader(pages)
    shuffled: dict[str, list[str]] = {}
    losses: list[tuple[str, str]] = []
    for place, texts in parts:
        told = [(words, text.words) for text in texts if (words := normal(text.words))]
        lost = [each for each in told if not reader.finds(each[0])]
        # Beside what is read from the right, even our own words come back in another order.
        if any(_is_reordered(words) for words, _ in told):
            shuffled.setdefault(place, []).extend(_letters(words) for words, _ in lost)
        else:
            losses += [(place, words) for _, words in lost]
    letters = Counter("".join(pages))
    losses += [(place, shuffled[place][0]) for place in _lacking(letters, shuffled)]
    if losses:
        raise TextLostError(*_whole(losses))


def _whole(losses: list[tuple[str, str]]) -> tuple[str, str]:
    """The question where it was said: the synthesis and others retell it before, cut."""
    return max(reversed(losses), key=lambda each: len(each[1]))


def _is_reordered(words: str) -> bool:
    return any(
        unicodedata.bidirectional(letter) in REORDERED or _is_stacked(letter)
        for letter in set(words)
    )


def _is_stacked(letter: str) -> bool:
    return ord(letter) in INDIC or ord(letter) in KHMER


def _letters(words: str) -> str:
    """The letters without what PDF text does not give back beside them.

    These are the vowel signs of some scripts, and signs such as emoji.
    """
    return "".join(
        letter
        for letter in words
        if ord(letter) <= FIRST_PLANE
        and not (_is_stacked(letter) and unicodedata.category(letter).startswith("M"))
    )


def _lacking(printed: Counter[str], shuffled: dict[str, list[str]]) -> Iterator[str]:
    """The places whose letters outnumber those that are left on the pages."""
    for place, texts in shuffled.items():
        needed = Counter("".join(texts))
        if needed - printed:
            yield place
        printed = printed - needed


class Proofreader:
    """Reads the pages once, in the order of the tree, going back only when it must."""

    def __init__(self, pages: list[str]) -> None:
        self.pages = pages
        self.all = "".join(pages)
        self.starts = [0, *accumulate(len(page) for page in pages)]
        self.cursor = 0

    def finds(self, words: str) -> bool:
        """True when the words are there: in one piece, or cut between pages."""
        found = self.all.find(words, self.cursor)
        if found < 0:
            found = self.all.find(words)
        if found >= 0:
            self.cursor = found + len(words)
            return True
        return len(words) >= SHORTEST_CUT and self._finds_cut(words)

    def _finds_cut(self, words: str) -> bool:
        """True when the words run over pages, other columns standing between their pieces."""
        here = max(bisect_right(self.starts, self.cursor) - 2, 0)
        order = [*range(here, len(self.pages)), *range(here)]
        return any(self._runs_from(page, words) for page in order)

    def _runs_from(self, page: int, words: str) -> bool:
        most = 2 + len(words) // SIGNS_A_PAGE
        rest = words
        for text in self.pages[page : page + most]:
            rest = rest[_longest_start(rest, text) :]
            if not rest:
                self.cursor = self.starts[page]
                return True
        return False


def _longest_start(words: str, page: str) -> int:
    """How many signs of the words, from the first on, stand together on the page."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if words[:middle] in page:
            low = middle
        else:
            high = middle - 1
    return low
