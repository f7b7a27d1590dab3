"""Invisible signs that turn the direction of what follows, up to the end of a line and beyond.

A name pasted from elsewhere can bring one. Printed as it is, it would mirror the words after it.
"""

# Embeddings and overrides, then isolates.
TURNING = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A)})
OPENING, CLOSING = frozenset("\u2066\u2067\u2068"), "\u2069"


def without_pairs(words: str) -> str:
    """The same words without the isolates that are closed on their own line: they turn no more."""
    if CLOSING not in words:
        return words
    letters = list(words)
    waiting: list[int] = []
    for index, letter in enumerate(letters):
        if letter == "\n":
            waiting.clear()
        elif letter in OPENING:
            waiting.append(index)
        elif letter == CLOSING and waiting:
            letters[index] = letters[waiting.pop()] = ""
    return "".join(letters)
