"""Words of a drawing set on lines: a drawing cannot break them by itself."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from conclusions.domain.plan.frames import Frame, box, n

# How wide a sign is, in hundredths of an ordinary small letter: Chinese and emoji, capitals, the
# thinnest ones. Whole numbers: a sum is the same whatever it is added up from.
WIDEST, WIDER, THIN, LETTER = 200, 125, 55, 100
# Letters whose width is remembered: more than one dossier is written with.
KNOWN = 4096
WIDER_LETTERS = frozenset("mwœæ%@…—")
THIN_LETTERS = frozenset("iljtfrI .,:;!|’'«»()[]-/\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def wide(words: str) -> float:
    """How many ordinary letters the words are about as wide as."""
    return _width(words) / LETTER


def _width(words: str) -> int:
    return sum(map(_letter, words))


@lru_cache(KNOWN)
def _letter(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in {"F", "W"}:
        return WIDEST
    if sign in THIN_LETTERS:
        return THIN
    return WIDER if sign.isupper() or sign in WIDER_LETTERS else LETTER


def wrapped(words: str, longest: int) -> tuple[str, ...]:
    """The words on lines of so many letters at most, none left out; one empty line for none."""
    lines, taken, most = [""], 0, longest * LETTER
    for piece in _pieces(words, most):
        width = _width(piece)
        with_space = taken + _letter(" ") + width if taken else width
        if with_space <= most:
            lines[-1], taken = f"{lines[-1]} {piece}".lstrip(), with_space
        else:
            lines.append(piece)
            taken = width
    return tuple(lines)


def _pieces(words: str, most: int) -> Iterator[str]:
    """Each word, cut where no line could hold it."""
    for word in words.split(" "):
        if _width(word) <= most:
            yield word
        else:
            yield from _cut(word, most)


def _cut(word: str, most: int) -> Iterator[str]:
    piece, taken = "", 0
    for sign in word:
        width = _letter(sign)
        if piece and taken + width > most:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + sign, taken + width
    yield piece


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words, and where it stands; what stands behind it, so that no line crosses it."""

    text: str
    y: str
    ground: str = ""


def line_at(text: str, y: float, frame: Frame) -> Words:
    """A line of words; in a narrow drawing it stands over the days."""
    ground = box(0, wide(text) * frame.letter, y - 4, 15) if frame.is_narrow else ""
    return Words(text, n(y), ground)


def title_lines(title: str, top: float, frame: Frame) -> tuple[Words, ...]:
    """The title of an action whose row begins there."""
    first = top + frame.words
    lines = enumerate(wrapped(title, frame.longest))
    return tuple(line_at(text, first + frame.leading * at, frame) for at, text in lines)


def height(title: str, frame: Frame) -> int:
    """How high the row of an action is, whose title takes as many lines as it needs."""
    return frame.row + frame.leading * (len(wrapped(title, frame.longest)) - 1)


def middle(title: str, top: float, frame: Frame) -> float:
    """Where the bar is: beside the first line of its title, or under the last."""
    below = height(title, frame) - frame.row if frame.is_narrow else 0
    return top + frame.middle + below
