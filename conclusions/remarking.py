"""What the review tells earlier apps: remarks, where a person is named, when it was last saved."""

from collections.abc import Iterable, Iterator
from functools import partial

from django.urls import reverse

from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE
from conclusions.domain.extent import extent_of
from conclusions.domain.findings import Finding, Place
from conclusions.domain.living.assumed import assumed
from conclusions.domain.review import contradicted
from conclusions.domain.rulebook import Mend
from conclusions.models import Acceptance
from conclusions.reading import Reading
from conclusions.reviewing import Review
from organisations import mentions, progress
from organisations.models import Organisation
from strategy import remarks
from strategy.domain.loading import questionnaire
from strategy.remarks import About, Remark, Remarks
from strategy.standing import last_saved

# A finding that concerns more fields than this is told once, above them.
FIELDS = 3


def register() -> None:
    """Tell remarks of answers, mentions of people and the progress of organisations."""
    remarks.providers.append(remarking)
    mentions.providers.append(where)
    progress.last_saved.append(partial(last_saved, Acceptance))


def remarking(organisation: Organisation) -> Remarks:
    """Everything that the review says, by question and decision."""
    review = Review.over(Reading.last(organisation))
    review.keep()
    told = [(each, _remark(review, each)) for each in review.open]
    return Remarks(
        url=reverse("review", args=[organisation.pk]),
        is_little=not review.findings and extent_of(review.written).is_little,
        counts=review.counts,
        accepted=len(review.findings) - len(review.open),
        contradicted=contradicted(review.open, charter=charter_question()),
        questions=_about(told, QUESTION, review),
        decisions=_about(told, DECISION, review),
        assumed=_assumed(review),
    )


def where(organisation: Organisation, person: str) -> Iterator[mentions.Mention]:
    """The exceptions that this person answers for."""
    review = Review(organisation)
    for finding in review.findings:
        accepted = review.accepted(finding)
        if accepted and accepted.person == person:
            title = review.narrator.wording(finding).title
            url = reverse("review", args=[organisation.pk])
            yield mentions.Mention(title, f"{url}#{finding.code}")


def charter_question() -> str:
    """The question that tells how far the charter is."""
    asked = questionnaire(STRUCTURE).questions
    return next((each.id for each in asked if each.computed), "")


def _remark(review: Review, finding: Finding) -> Remark:
    wording = review.narrator.wording(finding)
    url = reverse("review", args=[review.organisation.pk])
    sentence = review.narrator.sentence(finding)
    return Remark(finding.level.value, wording.title, sentence, f"{url}#{finding.code}")


def _assumed(review: Review) -> list[tuple[str, str]]:
    found = assumed(review.dossier)
    return [(review.narrator.title(each), review.url(each)) for each in found]


def _about(told: Iterable[tuple[Finding, Remark]], kind: str, review: Review) -> dict[str, About]:
    everything: dict[str, list[Remark]] = {}
    at: dict[str, dict[str, list[Remark]]] = {}
    for finding, remark in told:
        mends = review.narrator.book.by_code[finding.code].ways(finding.variant, finding.idle)
        for thing in dict.fromkeys(each.id for each in finding.places if each.kind == kind):
            everything.setdefault(thing, []).append(remark)
            for path in _fields(finding, mends, Place(kind, thing)):
                at.setdefault(thing, {}).setdefault(path, []).append(remark)
    return {thing: About(found, at.get(thing, {})) for thing, found in everything.items()}


def _fields(finding: Finding, mends: Iterable[Mend], of: Place) -> list[str]:
    """The fields that the rule read and that one would mend; none when they are many."""
    named = set(_mended(mends, of))
    found = [
        place.path
        for place in finding.places
        if place[:2] == of[:2] and place.path.rpartition("/")[2] in named
    ]
    return found if len(found) <= FIELDS else []


def _mended(mends: Iterable[Mend], of: Place) -> Iterator[str]:
    for target in (mend.target for mend in mends):
        if (target.kind, target.id) == of[:2]:
            yield target.column or target.field or "options"
