"""What this app foresees of decisions and of the main choices, for the pages where one chooses."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from conclusions.domain.candidates import MAIN, Candidate, MainChoice, options
from conclusions.domain.consequences import Change
from conclusions.domain.dossier import DECISION
from conclusions.pages.comparing import AT_COURSE, label_of
from conclusions.pages.course import CoursePage, aspects_of, renounced
from conclusions.pages.foresight import Foresight
from conclusions.reading import Reading
from organisations.models import Organisation
from strategy import foreseen
from strategy.domain.priority import QUESTION
from strategy.foreseen import Beside, Choice, Foreseen, Line, Whole

# Places whose opening is foreseen on the page; the others are compared two by two.
PLACES = 5


def register() -> None:
    """Tell the earlier apps who foresees."""
    foreseen.of_decision.append(of_decision)
    foreseen.of_decisions.append(of_decisions)
    foreseen.of_question.append(of_question)


def of_decision(organisation: Organisation, decision_id: str) -> Foreseen:
    """What each option of a decision would entail."""
    reading = Reading.last(organisation)
    foresight = Foresight(reading)
    decision = reading.narrator.charter.by_id[decision_id]
    titles = {each.id: each.title for each in decision.options}
    return Foreseen(
        options={
            each.id: foresight.line(titles[each.id], each)
            for each in options(reading.dossier, decision)
        },
        url=reverse("what_if", args=[organisation.pk, decision_id]),
    )


def of_decisions(organisation: Organisation, edits: Mapping[str, Mapping[str, Any]]) -> Whole:
    """What several decisions taken at once would entail, the contradictions between them first."""
    foresight = Foresight(Reading.last(organisation))
    return foresight.whole([Change(DECISION, each, paths) for each, paths in edits.items()])


def of_question(organisation: Organisation, question_id: str) -> Foreseen:
    """What each main choice of a question would entail; nothing for a question without one."""
    main = [each for each in MAIN.values() if each.question == question_id]
    if not main:
        return foreseen.NOTHING
    reading = Reading.last(organisation)
    foresight, page = Foresight(reading), CoursePage(reading)
    beside = Beside("conclusions/course_preview.html", page) if question_id == QUESTION else None
    return Foreseen(
        choices={each.table or each.path: _choice(each, foresight, page) for each in main},
        beside=beside,
    )


def _choice(choice: MainChoice, foresight: Foresight, page: CoursePage) -> Choice:
    return Choice(
        title=_("Ce qui suit de chaque choix"),
        lines=tuple(_lines(choice, foresight, page)),
        url=reverse("what_if", args=[foresight.reading.organisation.pk, choice.id]),
        note=page.assumed if choice.id in AT_COURSE else "",
    )


def _lines(choice: MainChoice, foresight: Foresight, page: CoursePage) -> Iterator[Line]:
    candidates = choice.candidates(foresight.reading.dossier)
    if choice.id == "contributions":
        candidates = iter([each for each in candidates if not each.is_current][:PLACES])
    for each in candidates:
        line = foresight.line(label_of(foresight.reading, choice, each), each)
        yield _with_course(choice, each, line, page)


def _with_course(choice: MainChoice, each: Candidate, line: Line, page: CoursePage) -> Line:
    """The line with what the table of courses says of it, ahead of what the rules say."""
    if choice.id not in AT_COURSE:
        return line
    pair = {choice.id: str(each.value)}
    entry = page.entry_at(pair.get("priority", ""), pair.get("horizon", ""))
    if entry is None:
        return line
    return Line(
        line.label,
        summary=(entry.means_label.lower(), renounced(entry), *line.summary),
        groups=(*aspects_of(entry), *line.groups),
        is_current=line.is_current,
    )
