"""Everything that a question's page shows, read in a constant number of queries."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import timezone

from organisations.forms import PersonForm
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from organisations.models import Organisation
from strategy import computed, foreseen, remarks, repeating, replies
from strategy.domain import journey, observing, telling
from strategy.domain.dial import Dial, draw
from strategy.domain.priority import SecondFirstError
from strategy.domain.questionnaire import Field, Question, Questionnaire
from strategy.foreseen import Foreseen
from strategy.forms import UnitForm
from strategy.lookup import page_questionnaire, record_of
from strategy.models import Answer, State
from strategy.offered import Offered
from strategy.reading import Reading, Told, said_of
from strategy.remarks import About, Remarks
from strategy.sheet import SheetForm
from strategy.units import Posted, Rows, Units

PAGE_NUMBER = re.compile(r"[0-9]{1,4}")
# Rows of another answer shown in the margin; its own page has them all.
IN_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Dependency:
    """An answer that this one depends on."""

    question: Question
    told: list[Told]


def is_quick(request: MemberRequest) -> bool:
    """True for the quick form: what the address asks, what the page posted, what was kept.

    Who said nothing begins with the quick one, or, where there is only to read, reads everything.
    """
    asked = request.GET.get("form") or request.POST.get("form")
    kept = asked or request.COOKIES.get(settings.FORM_COOKIE_NAME)
    return kept != "full" if kept else request.membership.may_edit


def states(organisation: Organisation) -> dict[str, str]:
    """The state of each answer by question id, those counted elsewhere included."""
    kept = Answer.objects.filter(strategy_id=organisation.pk)
    return dict(kept.values_list("question", "state")) | computed.states(organisation)


def marks_of(asked: Questionnaire, known: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """The marks of the dial, heading by heading: heading, question, state, title."""
    return [
        (each.heading, each.id, known.get(each.id, State.EMPTY), each.title)
        for heading in asked.headings
        for each in asked.under(heading.id)
    ]


def dial_of(asked: Questionnaire, known: dict[str, str], *, current: str = "") -> Dial:
    """The dial of one organisation's answers."""
    labels = {heading.id: heading.title for heading in asked.headings}
    return draw(marks_of(asked, known), labels=labels, current=current)


def newcomer(posted: Mapping[str, Any] | None = None) -> PersonForm:
    """The form of a person who is not on the list yet; the page has other fields of these names."""
    return PersonForm(posted, prefix="person")


class QuestionPage:
    """One question of one organisation, for one member."""

    def __init__(self, request: MemberRequest, question: Question, posted: Posted = None) -> None:
        self.request = request
        self.question = question
        self.posted = posted
        self.quick = bool(question.number) and is_quick(request)
        self.tab = new_id()
        # Why a rank that was posted may not be the first.
        self.second_first: SecondFirstError | None = None
        self.asked = page_questionnaire()
        self.offered = Offered(request.organisation)
        self.record = record_of(request.organisation, question)
        self.offered.preload({*question.depends_on, *self._named(), question.id})

    def _named(self) -> set[str]:
        """The questions whose rows this page names, or whose texts it suggests."""
        asked: list[Field] = [column for table in self.question.tables for column in table.columns]
        beside = [self.asked.by_id[each] for each in self.question.depends_on]
        told = [
            field
            for question in beside
            for field in (*question.fields, *(table.columns[0] for table in question.tables))
        ]
        suggested = {field.suggest.partition(".")[0] for field in asked if field.suggest}
        return suggested | self.asked.named_after([*asked, *told])

    @cached_property
    def units(self) -> Units:
        """The units of the page, over what is stored."""
        return Units(self.question, self.record.paths, self.offered, quick=self.quick)

    @cached_property
    def header(self) -> UnitForm:
        """The header's form."""
        return self.units.header(self.posted)

    @cached_property
    def tables(self) -> list[Rows]:
        """The tables' forms, those of the page asked."""
        page = self.request.GET.get("page", "")
        number = int(page) if PAGE_NUMBER.fullmatch(page) else 1
        tables = self.units.tables(page=number, posted=self.posted)
        said = repeating.at_rows(self.question, self.record.value, self.offered)
        for row in (row for each in tables for row in each.rows):
            row.repeats = said.get(row.form.path, ())
            if self.second_first:
                replies.refuse_rank([row.form], self.second_first)
        return tables

    @cached_property
    def sheet(self) -> SheetForm:
        """State, confidence, owner, note."""
        return SheetForm(
            self.question,
            paths=self.record.paths,
            offered=self.offered,
            may_edit=self.request.membership.may_edit,
            posted=self.posted,
        )

    @cached_property
    def states(self) -> dict[str, str]:
        """The states of all answers."""
        return self.remarks.marked(states(self.request.organisation))

    @cached_property
    def remarks(self) -> Remarks:
        """What later apps say of all answers."""
        return remarks.of(self.request.organisation)

    @property
    def about(self) -> About:
        """What they say of this one."""
        return self.remarks.question(self.question.id)

    @cached_property
    def foreseen(self) -> Foreseen:
        """What later apps foresee of what could be chosen, for who may choose."""
        if not self.request.membership.may_edit:
            return foreseen.NOTHING
        known = foreseen.of_question.last(self.request.organisation, self.question.id)
        return known or foreseen.NOTHING

    def remark(self) -> None:
        """Say it at the fields; for a page that is shown, not for one that is saved."""
        for name, field in self.header.fields.items():
            field.foreseen = self.foreseen.choices.get(f"{self.header.path}/{name}")
        for each in self.tables:
            each.foreseen = self.foreseen.choices.get(each.table.id)
        for form in (self.header, *(row.form for each in self.tables for row in each.rows)):
            form.remark(self.about.at)

    @cached_property
    def dial(self) -> Dial:
        """The dial, beside the question."""
        return dial_of(self.asked, self.states, current=self.question.id)

    @cached_property
    def headings(self) -> list[dict[str, Any]]:
        """The headings with their questions and states, for the side of the page."""
        return [
            {
                "heading": heading,
                "questions": [
                    {"question": each, "state": self.states.get(each.id, "empty")}
                    for each in self.asked.under(heading.id)
                ],
                "open": heading.id == self.question.heading,
            }
            for heading in self.asked.headings
        ]

    @cached_property
    def neighbours(self) -> dict[str, Question | None]:
        """The question before and the one after along the path."""
        before, after = journey.neighbours(self.asked, self.question)
        return {"before": before, "after": after}

    @cached_property
    def overline(self) -> str:
        """The heading that the question stands under."""
        return next(
            (each.title for each in self.asked.headings if each.id == self.question.heading), ""
        )

    @cached_property
    def dependencies(self) -> list[Dependency]:
        """The answers that this one depends on, in words."""
        return [
            Dependency(question, list(self._told(question)))
            for each in self.question.depends_on
            for question in [self.asked.by_id[each]]
        ]

    def _told(self, question: Question) -> Iterable[Told]:
        value = self.offered.value(question.id)
        for field in question.fields:
            if field.id in value.get("header", {}):
                words = self.offered.teller.tell(field, value["header"][field.id])
                yield Told(field.measured, words)
        for table in question.tables:
            rows = telling.rows_apart(self.offered.teller, table, value)
            if rows:
                shown = telling.Told(tuple(rows[:IN_MARGIN]), typed=True)
                yield Told(table.title, shown, more=len(rows) - len(shown.items))

    @cached_property
    def reading(self) -> Reading:
        """The answer in words, for who may only read it."""
        return Reading(self.record, self.units)

    @cached_property
    def newcomer(self) -> PersonForm:
        """A person to add to the list, from here."""
        return newcomer()

    @cached_property
    def said(self) -> list[Told]:
        """What the sheet says that this member may not write."""
        may_review = self.request.membership.may_review
        return said_of(self.record, self.offered, may_review=may_review)

    @cached_property
    def counted(self) -> computed.Counted | None:
        """What is counted elsewhere instead of answered here."""
        name = self.question.computed
        return computed.count(name, self.request.organisation) if name else None

    @property
    def doubt(self) -> str:
        """What to know of how long one has observed; nothing on most pages."""
        return observing.doubt(self.record.paths.get(observing.SINCE), timezone.localdate())
