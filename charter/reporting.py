"""What the charter adds to the organisation's pages: what it lacks, what it last changed."""

from charter import sentences
from charter.domain.progress import Missing, progress
from charter.lookup import page_charter, place_of
from charter.models import Choice
from charter.standing import decided
from organisations.models import Organisation
from strategy import elsewhere


def register() -> None:
    """Answer what the questionnaire asks."""
    elsewhere.lacking.append(lacking)
    elsewhere.changed.append(changed)


def lacking(organisation: Organisation) -> list[elsewhere.Lacking]:
    """The decisions that lack something; one query."""
    found: dict[str, list[Missing]] = {}
    for each in progress(page_charter(), decided()).missing:
        found.setdefault(each.decision.id, []).append(each)
    return [
        elsewhere.Lacking(*place_of(organisation, lacks[0].decision), sentences.of_missing(lacks))
        for lacks in found.values()
    ]


def changed(organisation: Organisation) -> list[elsewhere.Changed]:
    """The newest changes of decisions; one query."""
    known = Choice.objects.exclude(version=0).select_related("author").order_by("-saved_at")
    by_id = page_charter().by_id
    return [
        elsewhere.Changed(*place_of(organisation, by_id[each.decision]), each.saved_at, each.author)
        for each in known[: elsewhere.CHANGES]
    ]
