"""Do a header and its tables fit their question? Each thing that does not, with its place.

Mistakes make a value unreadable: a dossier that holds one is refused. Doubts (two rows of the
same rank) can come of two people typing at once, and are for a person to settle.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from strategy.domain.questionnaire import Field, Table
from strategy.domain.values import Known, Mistake, Mistakes, _, mistakes

ID = re.compile(r"[a-z0-9]{12}")


def header_mistakes(fields: Sequence[Field], header: Any, *, place: str, known: Known) -> Mistakes:
    """What does not fit in the header of an answer or of a decision."""
    if not isinstance(header, dict):
        yield Mistake(place, _("un objet est attendu, entre accolades."))
        return
    by_id = {each.id: each for each in fields}
    for name, value in header.items():
        if name in by_id:
            yield from mistakes(by_id[name], value, place=f"{place}.{name}", known=known)
        else:
            yield Mistake(f"{place}.{name}", _("ce champ n’existe pas."))


def table_mistakes(table: Table, rows: Any, *, place: str, known: Known) -> Mistakes:
    """What does not fit in the rows of a table."""
    if not isinstance(rows, list):
        yield Mistake(place, _("une liste de lignes est attendue, entre crochets."))
        return
    if len(rows) > table.max_rows:
        about = {"size": len(rows), "most": table.max_rows}
        yield Mistake(place, _("%(size)s lignes, %(most)s au plus."), about)
    for number, row in enumerate(rows):
        yield from _row_mistakes(table, row, place=f"{place}[{number}]", known=known)
    for row_id, count in Counter(ids_of(rows)).items():
        if count > 1:
            yield Mistake(place, _("deux lignes ont l’identifiant « %(id)s »."), {"id": row_id})


def ids_of(rows: Any) -> list[str]:
    """The ids of the rows that have one, however broken the rest is."""
    found = (
        [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    )
    return [each for each in found if isinstance(each, str)]


def _row_mistakes(table: Table, row: Any, *, place: str, known: Known) -> Mistakes:
    if not isinstance(row, dict):
        yield Mistake(place, _("un objet est attendu, entre accolades."))
        return
    yield from _row_id_mistakes(table, row, place=f"{place}.id")
    for name, value in row.items():
        column = table.column(name)
        if column:
            yield from mistakes(column, value, place=f"{place}.{name}", known=known, cell=True)
        elif name != "id":
            yield Mistake(f"{place}.{name}", _("cette colonne n’existe pas."))


def _row_id_mistakes(table: Table, row: Mapping[str, Any], *, place: str) -> Mistakes:
    fixed = {each.id for each in table.fixed}
    if fixed and str(row.get("id")) not in fixed:
        about = {"ids": ", ".join(sorted(fixed))}
        yield Mistake(place, _("un de ces identifiants est attendu : %(ids)s."), about)
    elif not fixed and not ID.fullmatch(str(row.get("id"))):
        yield Mistake(place, _("un identifiant est attendu : 12 caractères, a-z et 0-9."))
