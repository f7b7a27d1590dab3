"""Ids of derived things: the same key, the same id, so that a row of a register can replace one."""

import hashlib
import re

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH = 12
# Digits are taken two at a time.
PAIRS = [last + first for first in ALPHABET for last in ALPHABET]
SHAPE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def derived_id(*key: str) -> str:
    """Twelve characters, a-z and 0-9, that stand for this key for ever.

    >>> derived_id("message", "abc") == derived_id("message", "abc")
    True
    """
    number = int.from_bytes(hashlib.sha256("\0".join(key).encode()).digest())
    number %= len(PAIRS) ** (LENGTH // 2)
    found = ""
    while len(found) < LENGTH:
        number, pair = divmod(number, len(PAIRS))
        found += PAIRS[pair]
    return found


def may_be_derived(row: str) -> bool:
    """False for the id of a row that stands for no key."""
    return SHAPE.fullmatch(row) is not None
