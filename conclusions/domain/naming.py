"""Whether two names, written in two places, are the same."""

from bisect import bisect_left
from collections.abc import Iterable

# What may follow the whole of a name in a longer one.
ENDS = (",", " ")


def same_name(one: object, other: object) -> bool:
    """True when two names are the same, or one begins with the whole other.

    >>> same_name("Chaîne Banc de Cordée, essais", "chaîne  banc de cordée")
    True
    >>> same_name("Forum", "Forumania")
    False
    """
    return one in Names([other])


class Names:
    """Many names at once, each question answered without reading them all.

    >>> "Forum d’aide" in Names(["Lettre", "forum"])
    True
    """

    def __init__(self, names: Iterable[object]) -> None:
        self._whole = {_plain(each) for each in names} - {""}
        self._sorted = sorted(f"{each}," for each in self._whole)
        self._lengths = {len(each) for each in self._whole}

    def __contains__(self, name: object) -> bool:
        """True when one of them is the same name (see `same_name`)."""
        plain = _plain(name)
        return bool(plain) and (self._starts(plain) or self._continues(plain))

    def _starts(self, plain: str) -> bool:
        """One of them begins with it."""
        for start in (f"{plain}{end}" for end in ENDS):
            at = bisect_left(self._sorted, start)
            if at < len(self._sorted) and self._sorted[at].startswith(start):
                return True
        return False

    def _continues(self, plain: str) -> bool:
        """It begins with one of them."""
        return any(
            length < len(plain) and plain[length] in ENDS and plain[:length] in self._whole
            for length in self._lengths
        )


def _plain(name: object) -> str:
    return " ".join(str(name or "").casefold().split())
