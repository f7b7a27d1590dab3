"""Words of a drawing set on lines: a drawing cannot break them by itself."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from conclusions.domain.plan.frames import Frame, box, n

# How wide a sign is, in ordinary small letters: Chinese and emoji, capitals, the thinnest ones.
WIDEST, WIDER, THIN = 2.0, 1.25, 0.55
WIDER_LETTERS = frozenset("mwœæ%@…—")
THIN_LETTERS = frozenset("iljtfrI .,:;!|’'«»()[]-/\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def wide(words: str) -> float:
    """How many ordinary letters the words are about as wide as."""
    return sum(map(_letter, words))


def _letter(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in {"F", "W"}:
        return WIDEST
    if sign in THIN_LETTERS:
        return THIN
    return WIDER if sign.isupper() or sign in WIDER_LETTERS else 1.0


def wrapped(words: str, longest: int) -> tuple[str, ...]:
    """The words on lines of so many letters at most, none left out; one empty line for none."""
    lines = [""]
    for word in words.split(" "):
        for piece in _pieces(word, longest):
            longer = f"{lines[-1]} {piece}".lstrip()
            if wide(longer) <= longest:
                lines[-1] = longer
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, longest: int) -> Iterator[str]:
    """The word, cut where no line could hold it."""
    piece = ""
    for sign in word:
        if piece and wide(piece + sign) > longest:
            yield piece
            piece = ""
        piece += sign
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
