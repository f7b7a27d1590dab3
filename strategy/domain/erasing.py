"""Where, in a run of saves, a text was taken away: so that the fuller text is not passed over."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from strategy.domain.merging import STRUCTURE, Changes

# Ours: below this many characters a wording that is replaced is a hesitation, not a text.
SHORT = 20
# What is chosen beside an answer, and typed by nobody.
CHOSEN = {"state", "confidence", "owner"}


@dataclass(slots=True)
class _Fullest:
    """The fullest text of one path so far, and the last save at which it still stood."""

    text: str
    until: int | None = None


def endings(saves: Sequence[Changes]) -> list[int]:
    """The places of the saves, oldest first, whose text was then emptied or mostly replaced.

    Rubbing a text out bit by bit counts once, from where it was fullest. A text that stood before
    the first of these saves is not looked at: what came before them shows it.
    """
    found: set[int] = set()
    fullest: dict[str, _Fullest] = {}
    for place, changes in enumerate(saves):
        for path, (before, after) in changes.items():
            if _is_typed(path, before, after):
                found |= _follow(fullest, place, path, (before or "", after or ""))
    return sorted(found)


def _is_typed(path: str, before: Any, after: Any) -> bool:
    kind = path.partition("/")[0]
    texts = isinstance(before, str | None) and isinstance(after, str | None)
    return texts and kind not in CHOSEN | STRUCTURE


def _follow(
    fullest: dict[str, _Fullest], place: int, path: str, change: tuple[str, str]
) -> set[int]:
    """Where the fullest text of the path last stood, if this change takes it away."""
    before, after = change
    ended: set[int] = set()
    if known := fullest.get(path):
        known.until = place - 1 if known.until is None else known.until
        if _takes_away(known.text, after):
            ended = {known.until}
            del fullest[path]
    if _adds(before, after) and len(after) >= len(fullest.get(path, _Fullest("")).text):
        fullest[path] = _Fullest(after)
    return ended


def _takes_away(before: str, after: str) -> bool:
    """Whether a text with a letter in it is emptied, or a text of some length mostly gone."""
    if not after.strip():
        return any(each.isalpha() for each in before)
    return len(before) >= SHORT and 2 * _lost(before, after) > len(before)


def _lost(before: str, after: str) -> int:
    """How many characters of words are no longer there, wherever they stood."""
    was, now = _differing(before, after)
    gone = Counter(was.split()) - Counter(now.split())
    return sum(len(word) * times for word, times in gone.items())


def _adds(before: str, after: str) -> bool:
    return bool(_differing(before, after)[1])


def _differing(before: str, after: str) -> tuple[str, str]:
    """Both without what they share at the beginning and at the end."""
    start = _shared(before, after)
    was, now = before[start:], after[start:]
    end = _shared(was[::-1], now[::-1])
    return was[: len(was) - end], now[: len(now) - end]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with; halving, for texts of 20,000 saved 900 times."""
    lengths = range(1, min(len(one), len(other)) + 1)
    return bisect_left(lengths, True, key=lambda length: one[:length] != other[:length])
