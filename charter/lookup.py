"""The charter of a page, a decision of it, and the record of its choice."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from charter.domain.decisions import Charter, Decision
from charter.domain.loading import charter
from charter.models import Choice
from organisations.language import page_language
from organisations.models import Organisation


def page_charter() -> Charter:
    """The decisions in the language of the page."""
    return charter(page_language())


def decision_or_404(decision_id: str) -> Decision:
    """The decision in the language of the page; Http404 when there is none of that id."""
    decision = page_charter().by_id.get(decision_id)
    if decision is None:
        raise Http404
    return decision


def place_of(organisation: Organisation, decision: Decision) -> tuple[str, str]:
    """What the place of a decision is called, and its address."""
    words = {"number": decision.number, "title": decision.title}
    address = reverse("decision", args=[organisation.pk, decision.id])
    return _("Charte, %(number)s. %(title)s") % words, address


def record_of(organisation: Organisation, decision: Decision, *, version: int = 1) -> Choice:
    """The stored choice, or a blank one; at version 0 the blank one, without a look-up."""
    return Choice.kept(organisation.pk, decision.id, version=version)
