"""Where an organisation stands: its dial, what comes next, what is missing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from organisations import access
from organisations.http import MemberRequest
from strategy import computed, elsewhere, glances, lacking, remarks
from strategy.domain import journey
from strategy.domain.questionnaire import Questionnaire
from strategy.lookup import page_questionnaire
from strategy.models import Answer, AnswerRevision
from strategy.page import dial_of, states


@require_safe
@access.member()
def overview(request: MemberRequest) -> HttpResponse:
    """The dial, the next question, where I left off, what is assumed, what anybody last changed."""
    asked = page_questionnaire()
    said = remarks.of(request.organisation)
    mine = AnswerRevision.objects.filter(author=request.user).order_by("-saved_at")
    last = mine.values_list("record__question", flat=True).first()
    # Newest first, in one query.
    answers = list(Answer.objects.exclude(version=0).select_related("author").order_by("-saved_at"))
    charter = computed.count("charter", request.organisation)
    known = {each.question: each.state for each in answers} | _counted(asked, charter)
    context = {
        "dial": dial_of(asked, said.marked(known)),
        "next": journey.next_question(asked, known),
        "begun": any(state != "empty" for state in known.values()),
        "left_off": asked.by_id.get(last or ""),
        "recent": elsewhere.newest(request.organisation, _changed(request, answers, asked)),
        "before": {"question": asked.before, "state": known.get(asked.before.id, "empty")},
        "charter": charter,
        "remarks": said,
        "glance": glances.providers.last(request.organisation),
    }
    return render(request, "strategy/overview.html", context)


def _counted(asked: Questionnaire, charter: computed.Counted | None) -> dict[str, str]:
    """The state of the question that the charter answers."""
    counted = (each.id for each in asked.questions if each.computed == "charter")
    return dict.fromkeys(counted, charter.state) if charter else {}


def _changed(
    request: MemberRequest, answers: list[Answer], asked: Questionnaire
) -> list[elsewhere.Changed]:
    """The newest changes of answers."""
    return [
        elsewhere.Changed(question.place, address, each.saved_at, each.author)
        for each in answers[: elsewhere.CHANGES]
        for question in [asked.by_id[each.question]]
        for address in [reverse("question", args=[request.organisation.pk, question.id])]
    ]


@require_safe
@access.member()
def questions(request: MemberRequest) -> HttpResponse:
    """The 27 questions, by heading or along the recommended path, with their states."""
    asked = page_questionnaire()
    known = remarks.of(request.organisation).marked(states(request.organisation))
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


@require_safe
@access.member()
def missing(request: MemberRequest) -> HttpResponse:
    """What the questionnaire and the charter lack, each with its link."""
    asked = page_questionnaire()
    organisation = request.organisation
    context = {
        "lacks": lacking.of_questions(organisation, asked),
        "elsewhere": elsewhere.lacks(organisation),
    }
    return render(request, "strategy/missing.html", context)
