"""Where an organisation stands: its dial, what comes next, what is missing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from organisations import access
from organisations.http import MemberRequest
from strategy import computed, remarks
from strategy.domain import journey
from strategy.domain.loading import questionnaire
from strategy.models import Answer, AnswerRevision
from strategy.page import dial_of, states


@require_GET
@access.member()
def overview(request: MemberRequest) -> HttpResponse:
    """The dial, the next question, where I left off, what is assumed, what others changed."""
    asked = questionnaire(get_language() or "fr")
    known = states(request.organisation)
    said = remarks.of(request.organisation)
    mine = AnswerRevision.objects.filter(author=request.user).order_by("-saved_at")
    last = mine.values_list("record__question", flat=True).first()
    recent = Answer.objects.exclude(version=0).select_related("author").order_by("-saved_at")
    assumed = Answer.objects.filter(confidence="assumed").values_list("question", flat=True)
    context = {
        "dial": dial_of(asked, said.marked(known)),
        "next": journey.next_question(asked, known),
        "begun": any(state != "empty" for state in known.values()),
        "left_off": asked.by_id.get(last or ""),
        "recent": [(asked.by_id[each.question], each) for each in recent[:5]],
        "assumed": [asked.by_id[each] for each in assumed],
        "before": {"question": asked.before, "state": known.get(asked.before.id, "empty")},
        "charter": computed.count("charter", request.organisation),
        "remarks": said,
    }
    return render(request, "strategy/overview.html", context)


@require_GET
@access.member()
def questions(request: MemberRequest) -> HttpResponse:
    """The 27 questions, by heading or along the recommended path, with their states."""
    asked = questionnaire(get_language() or "fr")
    known = states(request.organisation)
    by_path = request.GET.get("order") == "path"
    groups = (
        [(stage.title, [asked.by_id[each] for each in stage.questions]) for stage in asked.path]
        if by_path
        else [(heading.title, list(asked.under(heading.id))) for heading in asked.headings]
    )
    told = [
        {"title": title, "questions": [(each, known.get(each.id, "empty")) for each in listed]}
        for title, listed in groups
    ]
    context = {"groups": told, "by_path": by_path, "before": asked.before}
    return render(request, "strategy/questions.html", context)


@require_GET
@access.member()
def missing(request: MemberRequest) -> HttpResponse:
    """What the questionnaire lacks, question by question, each with its link."""
    asked = questionnaire(get_language() or "fr")
    kept = Answer.objects.values("question", "state", "value")
    answers = {each["question"]: each for each in kept}
    found = journey.all_missing(asked, answers)
    groups: dict[str, list[journey.Missing]] = {}
    for each in found:
        groups.setdefault(each.question.id, []).append(each)
    told = [(asked.by_id[question], lacks) for question, lacks in groups.items()]
    return render(request, "strategy/missing.html", {"groups": told})
