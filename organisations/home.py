"""The list of organisations one belongs to: searched, sorted, in pages."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from organisations import progress
from organisations.models import Organisation, Role, User

PAGE_SIZE = 25
NEWEST = "change"
ORDERS = {
    NEWEST: _("Dernière modification"),
    "name": _("Nom"),
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
    found = _sorted(_of(user, search), order)
    page = Paginator(found, PAGE_SIZE).get_page(asked.get("page"))
    query = QueryDict(mutable=True)
    query.update({"q": search, "sort": order})
    return Listing(search, order, orders, page, _lines(page), f"{query.urlencode()}&")


def _orders() -> dict[str, Any]:
    if progress.done:
        return ORDERS
    return {name: label for name, label in ORDERS.items() if name != "progress"}


def _of(user: User, search: str) -> QuerySet[Any]:
    place = FilteredRelation("memberships", condition=Q(memberships__user=user))
    found = Organisation.objects.alias(place=place).filter(place__isnull=False)
    found = found.annotate(role=F("place__role"), last_change=progress.last_change())
    return found.filter(name__icontains=search) if search else found


def _sorted(found: QuerySet[Any], order: str) -> QuerySet[Any]:
    """Ties are broken by name, then by id, so that a page never repeats a line."""
    name = Lower("name")
    if order == "name":
        return found.order_by(name, "pk")
    if order == "progress":
        return found.alias(done=progress.done.last()).order_by("-done", name, "pk")
    return found.order_by("-last_change", name, "pk")


def _lines(page: Page[Any]) -> list[Line]:
    dials = progress.dials.last([each.pk for each in page]) or {}
    return [Line(each, Role(each.role), dials.get(each.pk)) for each in page]
