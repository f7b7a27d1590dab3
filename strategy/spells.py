"""Spells of work: what one person saved within a quarter of an hour, told as one.

A spell also ends where a text was taken away, so that each text stays to be read and restored.
Nothing is left out: a spell says how many saves it holds, and opens to show them one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404

from strategy.domain import erasing
from strategy.models import Record, Revision

SPELL = timedelta(minutes=15)
PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Spell:
    """Saves told as one entry, newest first."""

    saves: Sequence[Revision]
    # True when the save after them took a text of theirs away.
    erased: bool = False

    def holds(self, version: str) -> bool:
        """True when one of the saves made this version."""
        return any(str(each.version) == version for each in self.saves)


def asked_for(record: Record, asked: Mapping[str, Any]) -> tuple[list[Spell], Page[Any]]:
    """The spells of a page of the history, or the saves of the one spell asked for (`each`)."""
    newest, number = asked.get("each"), asked.get("page")
    return one_by_one(record, newest, number) if newest else pages_of(record, number)


def query_of(**asked: str) -> str:
    """What the addresses of the other pages keep of what was asked, ready for `page=`."""
    return "".join(f"{urlencode({name: said})}&" for name, said in asked.items() if said)


def pages_of(record: Record, number: Any) -> tuple[list[Spell], Page[Any]]:
    """The spells of one page, newest first, and the page; two queries, however many saves."""
    page = Paginator(_grouped(_lines(record)), PER_PAGE).get_page(number)
    found = _read(record, [pk for spell in page.object_list for pk in spell])
    spells = [part for spell in page.object_list for part in _parted([found[pk] for pk in spell])]
    return spells, page


def one_by_one(record: Record, newest: str, number: Any) -> tuple[list[Spell], Page[Any]]:
    """The saves of the spell that holds the version `newest`, each on its own; two queries.

    It ended there when the address was made, and may have gone on since. Raises Http404 when no
    spell holds it.
    """
    lines = list(_lines(record))
    asked = {str(version): pk for pk, kind, *_, version in lines if kind != Revision.Kind.REFUSED}
    pks = next((each for each in _grouped(lines) if asked.get(newest) in each), [])
    found = _read(record, pks)
    spells = _parted([found[pk] for pk in pks]) if pks else []
    saves = next((each.saves for each in spells if each.holds(newest)), None)
    if saves is None:
        raise Http404
    page = Paginator(saves, PER_PAGE).get_page(number)
    return [Spell([each]) for each in page.object_list], page


def _lines(record: Record) -> Iterable[tuple[Any, ...]]:
    return record.revisions.values_list("pk", "kind", "author_id", "saved_at", "version")


def _read(record: Record, pks: list[Any]) -> dict[Any, Revision]:
    found = record.revisions.filter(pk__in=pks).select_related("author")
    return {each.pk: each for each in found}


def _grouped(lines: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    spells: list[list[Any]] = []
    whose, newest = None, None
    for pk, kind, author, saved_at, _version in lines:
        mine = author if kind == Revision.Kind.SAVED else None
        if mine is not None and mine == whose and newest and newest - saved_at <= SPELL:
            spells[-1].append(pk)
            continue
        spells.append([pk])
        whose, newest = mine, saved_at
    return spells


def _parted(saves: list[Revision]) -> list[Spell]:
    """The saves of a quarter of an hour, cut after each one whose text was then taken away."""
    oldest_first = saves[::-1]
    starts = [place + 1 for place in erasing.endings([each.changes for each in oldest_first])]
    bounds = [0, *starts, len(saves)]
    parts = [
        Spell(oldest_first[start:end][::-1], erased=end != len(saves))
        for start, end in pairwise(bounds)
    ]
    return parts[::-1]
