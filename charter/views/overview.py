"""The 20 decisions at a glance, and the charter as it would be published."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from charter import sentences
from charter.domain import applicability
from charter.domain.clauses import published
from charter.domain.decisions import Decision, Option
from charter.domain.loading import charter as content_in
from charter.domain.progress import Progress, progress
from charter.domain.tier import reached
from charter.models import Choice, State
from charter.standing import decided, in_page_language, profile
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One decision in the overview."""

    decision: Decision
    state: str
    options: list[Option]
    owner: str
    without_object: str
    lacks: list[str]


@require_GET
@access.member()
def charter(request: MemberRequest) -> HttpResponse:
    """The 20 decisions with their states, the presets to start from, and the legal tier."""
    content, known = in_page_language(), decided()
    found = progress(content, known)
    context = {
        "lines": _lines(known, found),
        "progress": found,
        "next": next((lack.decision for lack in found.missing), None),
        "presets": content.presets,
        "tier": reached(content, profile(request.organisation), known),
        "untouched": not any(entry["state"] != State.EMPTY for entry in known.values()),
    }
    return render(request, "charter/charter.html", context)


def _lines(known: Any, found: Progress) -> list[Line]:
    space = applicability.space_of(known)
    owners = dict(Choice.objects.exclude(owner="").values_list("decision", "owner"))
    people = {person.key: str(person) for person in Person.objects.all()} if owners else {}
    lacks: dict[str, list[str]] = {}
    for lack in found.missing:
        if lack.what not in {"undecided", "to_confirm"}:
            lacks.setdefault(lack.decision.id, []).append(sentences.of_missing(lack))
    return [
        Line(
            decision,
            known.get(decision.id, {}).get("state", State.EMPTY),
            _chosen(decision, known),
            people.get(owners.get(decision.id, ""), ""),
            applicability.without_object(decision, space),
            lacks.get(decision.id, []),
        )
        for decision in in_page_language().decisions
    ]


def _chosen(decision: Decision, known: Any) -> list[Option]:
    header = known.get(decision.id, {}).get("value", {}).get("header", {})
    options = [decision.option(each) for each in header.get("options", [])]
    return [option for option in options if option]


@require_GET
@access.member()
def charter_text(request: MemberRequest) -> HttpResponse:
    """The charter as it would be published, to be read, printed or copied."""
    content, known = content_in(request.organisation.language), decided()
    context = {
        "published": published(content, known, organisation=request.organisation.name),
        "progress": progress(content, known),
    }
    return render(request, "charter/charter_text.html", context)
