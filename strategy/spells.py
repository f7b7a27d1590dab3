"""Spells of work: what one person saved within a quarter of an hour, told as one.

Nothing is left out: a spell says how many saves it holds.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.paginator import Page, Paginator

from strategy.models import Record, Revision

SPELL = timedelta(minutes=15)
PER_PAGE = 20


def pages_of(record: Record, number: Any) -> tuple[list[list[Revision]], Page[Any]]:
    """The spells of one page, newest first, and the page; two queries, however many saves."""
    lines = record.revisions.values_list("pk", "kind", "author_id", "saved_at")
    page = Paginator(_grouped(lines), PER_PAGE).get_page(number)
    wanted = [pk for spell in page.object_list for pk in spell]
    found = {
        each.pk: each for each in record.revisions.filter(pk__in=wanted).select_related("author")
    }
    return [[found[pk] for pk in spell] for spell in page.object_list], page


def _grouped(lines: Iterable[tuple[Any, str, Any, Any]]) -> list[list[Any]]:
    spells: list[list[Any]] = []
    whose, newest = None, None
    for pk, kind, author, saved_at in lines:
        mine = author if kind == Revision.Kind.SAVED else None
        if mine is not None and mine == whose and newest and newest - saved_at <= SPELL:
            spells[-1].append(pk)
            continue
        spells.append([pk])
        whose, newest = mine, saved_at
    return spells
