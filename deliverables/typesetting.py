"""How words are set: no-break spaces of French, places where a long word may break."""

import re
import unicodedata

# Longer than any word of French or English, shorter than the narrowest text column.
LONGEST = 26
BREAK = "\u200b"
JOINER = "\u200d"
AFTER = frozenset("/?&=.,_#@:;+%~|\\-")
SKIN_TONES = range(0x1F3FB, 0x1F400)
FLAGS = range(0x1F1E6, 0x1F200)

# Joins what stands on both sides of it; unlike a no-break hyphen, it leaves the sign as it is.
TIE = "\u2060"
HYPHENATED = re.compile(r"\b([eE])[-\N{NON-BREAKING HYPHEN}](?=r[ée]putation)")
NARROW, WIDE = "\u202f", "\u00a0"
SPACES = (
    (re.compile(r"[ \u00a0]([;?!])"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0]([:»])"), WIDE + r"\1"),
    (re.compile(r"«[ \u00a0]"), "«" + WIDE),
)
LONG_WORD = re.compile(rf"\S{{{LONGEST + 1},}}")


def spaced(words: str, language: str) -> str:
    """The same words, with what no line may part: e-reputation, and the spaces of French."""
    words = HYPHENATED.sub(rf"\1-{TIE}", words)
    if language != "fr":
        return words
    for pattern, replacement in SPACES:
        words = pattern.sub(replacement, words)
    return words


def breakable(words: str) -> str:
    """The same words, with invisible places to break in those that no line could hold.

    Without them WeasyPrint is slow, and drops the end of a very long word in silence.
    """
    return LONG_WORD.sub(lambda found: _with_breaks(found.group()), words)


def _with_breaks(word: str) -> str:
    pieces: list[str] = []
    run = 0
    for index, letter in enumerate(word):
        pieces.append(letter)
        run += 1
        following = word[index + 1 : index + 2]
        if (run >= LONGEST or letter in AFTER) and _may_break(letter, following):
            pieces.append(BREAK)
            run = 0
    return "".join(pieces)


def _may_break(letter: str, following: str) -> bool:
    """Never inside what is one sign to a reader: accents, joined or coloured emoji."""
    if not following or JOINER in (letter, following):
        return False
    if unicodedata.category(following).startswith("M"):
        return False
    return ord(following) not in SKIN_TONES and not _flag(letter, following)


def _flag(letter: str, following: str) -> bool:
    return ord(letter) in FLAGS and ord(following) in FLAGS


def letters(words: str) -> int:
    """How many Latin letters the words are about as wide as; a Chinese sign counts for two."""
    return len(words) + sum(unicodedata.east_asian_width(each) in {"F", "W"} for each in words)


def longest_piece(words: str) -> int:
    """How many signs the longest stretch without a place to break has."""
    return max(
        (len(piece) for piece in re.split(rf"[ \t\n{BREAK}]|(?<=-)(?!{TIE})", words)), default=0
    )


def clipped(words: str, limit: int) -> str:
    """The words on one line, cut at a word's end with an ellipsis when they are too long."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\N{HORIZONTAL ELLIPSIS}"
