"""From the bytes of a file to what they say, or one sentence saying why they cannot be read."""

import json
from collections import Counter
from typing import Any

from strategy.domain.values import Mistake, _

MEGABYTES = 16  # a dossier at every limit, with room to spare
BYTES = MEGABYTES * 2**20
KEYS = 500_000  # of all its objects
FILE = _("fichier")


class UnreadableError(Exception):
    """The file is no JSON that can be trusted; `mistakes` say why."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


def decode(content: bytes) -> Any:
    """What the file says; UnreadableError when too large, not UTF-8, not JSON or ambiguous."""
    if len(content) > BYTES:
        about = {"size": len(content), "most": BYTES}
        raise UnreadableError(Mistake(FILE, _("%(size)s octets, %(most)s au plus."), about))
    twice: list[str] = []
    keys: Counter[str] = Counter()

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys.update(total=len(pairs))
        if keys.total() > KEYS:
            raise UnreadableError(Mistake(FILE, _("%(most)s clés au plus."), {"most": KEYS}))
        named = Counter(name for name, _value in pairs)
        twice.extend(name for name, times in named.items() if times > 1)
        return dict(pairs)

    try:
        written = json.loads(content.decode("utf-8-sig"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(_explained(error)) from None
    if twice:
        sentence = _("la clé « %(key)s » est écrite deux fois dans le même objet.")
        raise UnreadableError(*(Mistake(FILE, sentence, {"key": each}) for each in twice))
    return written


def _explained(error: Exception) -> Mistake:
    if isinstance(error, UnicodeDecodeError):
        return Mistake(FILE, _("ce n’est pas de l’UTF-8 (octet %(byte)d)."), {"byte": error.start})
    if isinstance(error, json.JSONDecodeError):
        about = {"line": error.lineno, "column": error.colno}
        return Mistake(FILE, _("ce n’est pas du JSON : ligne %(line)d, colonne %(column)d."), about)
    return Mistake(FILE, _("un nombre ou un emboîtement démesuré."))
