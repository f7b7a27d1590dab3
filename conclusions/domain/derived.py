"""Ids of derived things: the same key, the same id, so that a row of a register can replace one."""

import hashlib

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH = 12


def derived_id(*key: str) -> str:
    """Twelve characters, a-z and 0-9, that stand for this key for ever.

    >>> derived_id("message", "abc") == derived_id("message", "abc")
    True
    """
    number = int.from_bytes(hashlib.sha256("\0".join(key).encode()).digest())
    digits = [number // len(ALPHABET) ** place % len(ALPHABET) for place in range(LENGTH)]
    return "".join(ALPHABET[digit] for digit in digits)
