"""The list of organisations one belongs to: searched, sorted, in pages."""

import unicodedata
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from organisations import progress
from organisations.models import Organisation, Role, User

Names = dict[uuid.UUID, str]

PAGE_SIZE = 25
SPELT_OUT = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
NEWEST, BY_NAME = "change", "name"
ORDERS = {
    NEWEST: _("Dernière modification"),
    BY_NAME: _("Nom"),
    "progress": _("Avancement"),
}


@dataclass(frozen=True)
class Line:
    """One organisation, as the home page shows it."""

    organisation: Organisation
    role: Role
    dial: progress.Dial | None


@dataclass(frozen=True)
class Listing:
    """One page of the list, and what it was asked with."""

    search: str
    order: str
    orders: dict[str, Any]
    page: Page[Organisation]
    lines: list[Line]
    query: str

    @property
    def is_new(self) -> bool:
        """True when the person belongs nowhere yet."""
        return not self.search and not self.page.paginator.count


def listing(user: User, asked: QueryDict) -> Listing:
    """The page asked for, in the same few queries however long the list."""
    search = " ".join(asked.get("q", "").replace("\x00", "").split())[:120]
    orders = _orders()
    order = asked.get("sort", "")
    order = order if order in orders else NEWEST
    page = _page(_of(user), _names(user, search, order), order, asked.get("page"))
    query = QueryDict(mutable=True)
    query.update({"q": search, "sort": order})
    return Listing(search, order, orders, page, _lines(page), f"{query.urlencode()}&")


def _orders() -> dict[str, Any]:
    if progress.done:
        return ORDERS
    return {name: label for name, label in ORDERS.items() if name != "progress"}


def _of(user: User) -> QuerySet[Any]:
    place = FilteredRelation("memberships", condition=Q(memberships__user=user))
    found = Organisation.objects.alias(place=place).filter(place__isnull=False)
    return found.annotate(role=F("place__role"), last_change=progress.last_change())


def _names(user: User, search: str, order: str) -> Names | None:
    """Those whose name holds the words searched, by their name; None where names do not matter.

    Databases disagree on capitals and accents, and SQLite knows no É: names are read here.
    """
    if not search and order != BY_NAME:
        return None
    places = user.memberships.values_list("organisation_id", "organisation__name")
    named = [(folded(name), pk) for pk, name in places]
    wanted = folded(search)
    return {pk: name for name, pk in sorted(named) if wanted in name}


def folded(text: str) -> str:
    """Without capitals, accents, ligatures or curled apostrophes: what two spellings share."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(SPELT_OUT))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _page(found: QuerySet[Any], names: Names | None, order: str, number: str | None) -> Page[Any]:
    if names is not None:
        found = found.filter(pk__in=list(names))
    if names is None or order != BY_NAME:
        return Paginator(_sorted(found, order), PAGE_SIZE).get_page(number)
    page: Page[Any] = Paginator(list(names), PAGE_SIZE).get_page(number)
    rows = {each.pk: each for each in found.filter(pk__in=page.object_list)}
    page.object_list = [rows[pk] for pk in page.object_list if pk in rows]
    return page


def _sorted(found: QuerySet[Any], order: str) -> QuerySet[Any]:
    """Ties are broken by name, then by id, so that a page never repeats a line."""
    name = Lower("name")
    if order == "progress":
        return found.alias(done=progress.done.last()).order_by("-done", name, "pk")
    return found.order_by("-last_change", name, "pk")


def _lines(page: Page[Any]) -> list[Line]:
    dials = progress.dials.last([each.pk for each in page]) or {}
    return [Line(each, Role(each.role), dials.get(each.pk)) for each in page]
