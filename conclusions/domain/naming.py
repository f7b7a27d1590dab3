"""Whether two names, written in two places, are the same."""


def same_name(one: object, other: object) -> bool:
    """True when two names are the same, or one begins with the whole other.

    >>> same_name("Chaîne Banc de Cordée, essais", "chaîne  banc de cordée")
    True
    >>> same_name("Forum", "Forumania")
    False
    """
    names = sorted((" ".join(str(each or "").casefold().split()) for each in (one, other)), key=len)
    return bool(names[0]) and (names[1] + ",").startswith((f"{names[0]},", f"{names[0]} "))
