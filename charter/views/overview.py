"""The 20 decisions at a glance, and the charter as it would be published."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from charter import sentences
from charter.domain import applicability
from charter.domain.clauses import published
from charter.domain.decisions import SPACE, Decision, Option
from charter.domain.loading import charter as content_in
from charter.domain.progress import Missing, Progress, progress
from charter.domain.tier import reached
from charter.lookup import page_charter
from charter.models import Choice, State
from charter.standing import decided, profile, shown_state
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Person

# What the badge of a line says already.
STATES = frozenset({"undecided", "to_confirm"})


@dataclass(frozen=True, slots=True)
class Line:
    """One decision in the overview."""

    decision: Decision
    state: str
    options: list[Option]
    owner: str
    without_object: str
    lacks: list[str]

    @property
    def shown_state(self) -> str:
        """The state as the page names it; without object when there is nothing to decide."""
        return "not_applicable" if self.without_object else shown_state(self.state)


@require_safe
@access.member()
def charter(request: MemberRequest) -> HttpResponse:
    """The 20 decisions with their states, the presets to start from, and the legal tier."""
    content, known = page_charter(), decided()
    found = progress(content, known)
    context = {
        "lines": _lines(known, found),
        "progress": found,
        "next": next((lack.decision for lack in found.missing), None),
        "presets": content.presets,
        "tier": reached(content, profile(request.organisation), known),
        # The space is asked when the organisation is created: a profile is still of use.
        "untouched": set(known) <= {SPACE},
    }
    return render(request, "charter/charter.html", context)


def _lines(known: Any, found: Progress) -> list[Line]:
    space = applicability.space_of(known)
    owners = dict(Choice.objects.exclude(owner="").values_list("decision", "owner"))
    people = {person.key: str(person) for person in Person.objects.all()} if owners else {}
    lacks = _by_decision([each for each in found.missing if each.what not in STATES])
    return [
        Line(
            decision,
            known.get(decision.id, {}).get("state", State.EMPTY),
            _chosen(decision, known),
            people.get(owners.get(decision.id, ""), ""),
            applicability.without_object(decision, space),
            sentences.of_missing(lacks.get(decision.id, [])),
        )
        for decision in page_charter().decisions
    ]


def _by_decision(found: Iterable[Missing]) -> dict[str, list[Missing]]:
    lacks: dict[str, list[Missing]] = {}
    for lack in found:
        lacks.setdefault(lack.decision.id, []).append(lack)
    return lacks


def _chosen(decision: Decision, known: Any) -> list[Option]:
    header = known.get(decision.id, {}).get("value", {}).get("header", {})
    options = [decision.option(each) for each in header.get("options", [])]
    return [option for option in options if option]


@require_safe
@access.member()
def charter_text(request: MemberRequest) -> HttpResponse:
    """The charter as it would be published, to be read, printed or copied."""
    content, known = content_in(request.organisation.language), decided()
    # What is missing is said in the language of the page, the text in that of the dossier.
    found = progress(page_charter(), known)
    context = {
        "published": published(content, known, organisation=request.organisation.name),
        "progress": found,
        "lacks": [
            (lacks[0].decision, sentences.of_missing(lacks))
            for lacks in _by_decision(found.missing).values()
        ],
    }
    return render(request, "charter/charter_text.html", context)
