"""What the charter adds to the organisation's pages: what it lacks, what it last changed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from charter import sentences
from charter.domain.decisions import Decision
from charter.domain.progress import Missing, progress
from charter.lookup import page_charter
from charter.models import Choice
from charter.standing import decided
from organisations.models import Organisation
from strategy import elsewhere


def register() -> None:
    """Answer what the questionnaire asks."""
    elsewhere.lacking.append(lacking)
    elsewhere.changed.append(changed)


def _named(organisation: Organisation, decision: Decision) -> tuple[str, str]:
    words = {"number": decision.number, "title": decision.title}
    address = reverse("decision", args=[organisation.pk, decision.id])
    return _("Charte, %(number)s. %(title)s") % words, address


def lacking(organisation: Organisation) -> list[elsewhere.Lacking]:
    """The decisions that lack something; one query."""
    found: dict[str, list[Missing]] = {}
    for each in progress(page_charter(), decided()).missing:
        found.setdefault(each.decision.id, []).append(each)
    return [
        elsewhere.Lacking(*_named(organisation, lacks[0].decision), sentences.of_missing(lacks))
        for lacks in found.values()
    ]


def changed(organisation: Organisation) -> list[elsewhere.Changed]:
    """The newest changes of decisions; one query."""
    known = Choice.objects.exclude(version=0).select_related("author").order_by("-saved_at")
    by_id = page_charter().by_id
    return [
        elsewhere.Changed(*_named(organisation, by_id[each.decision]), each.saved_at, each.author)
        for each in known[: elsewhere.CHANGES]
    ]
