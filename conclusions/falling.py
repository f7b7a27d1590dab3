"""Which acceptances fell since they were written, by what was saved afterwards."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from charter.models import ChoiceRevision
from conclusions.domain.dossier import DECISION, QUESTION
from conclusions.domain.falling import Change, fell
from conclusions.domain.findings import Finding
from conclusions.models import Acceptance
from organisations.models import Organisation
from strategy.models import AnswerRevision, Revision

Accepted = tuple[Acceptance, Finding]


def fallen(
    organisation: Organisation,
    accepted: Iterable[Accepted],
    *,
    written: Mapping[str, Any],
    as_of: date,
) -> frozenset[str]:
    """The codes of those whose answers changed after they were accepted, back as they may be.

    No query without any, two otherwise.
    """
    kept = list(accepted)
    if not kept:
        return frozenset()
    saved = sorted(_saved(organisation, kept), key=lambda each: each[0], reverse=True)
    return frozenset(
        act.code
        for act, finding in kept
        if fell(finding, written, as_of, (each for at, each in saved if at > act.saved_at))
    )


def _saved(organisation: Organisation, kept: list[Accepted]) -> Iterator[tuple[datetime, Change]]:
    since = min(act.saved_at for act, _finding in kept)
    for kind, revisions, key in (
        (QUESTION, AnswerRevision, "record__question"),
        (DECISION, ChoiceRevision, "record__decision"),
    ):
        read = {place.id for _act, found in kept for place in found.places if place.kind == kind}
        made = revisions.objects.filter(
            record__strategy=organisation.pk, saved_at__gt=since, **{f"{key}__in": read}
        ).exclude(kind=Revision.Kind.REFUSED)
        for at, name, changes in made.values_list("saved_at", key, "changes"):
            yield at, Change(kind, name, changes)
