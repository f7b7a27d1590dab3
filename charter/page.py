"""Everything that a decision's page shows, read in a constant number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from charter.domain import applicability, choosing, tier
from charter.domain.blanks import Paragraph
from charter.domain.clauses import Article, Published, article, preview, published
from charter.domain.decisions import Charter, Decided, Decision, Option, Reminder
from charter.domain.loading import charter
from charter.forms import ADDED, ClauseForm, DecisionForm, DecisionSheet, header_in
from charter.models import Choice
from charter.standing import decided, in_page_language, profile
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question
from strategy.offered import Offered

Posted = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Card:
    """One option as a card: what it is good for, and the clause that it would print."""

    option: Option
    value: str
    checked: bool
    clause: Paragraph
    # The options with which it is shown, when it is added to another or serves as a base.
    serves: tuple[str, ...] = ()
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """One detail: its input, the options that it serves, and whether they are chosen."""

    field: Any
    serves: tuple[str, ...]
    asked: bool


def defaults_of(decision: Decision, content: Charter) -> dict[str, Any]:
    """What each detail says when nobody says otherwise, in the words of the dossier."""
    details = content.by_id[decision.id].details
    return {each.id: each.default for each in details if each.default is not None}


class DecisionPage:
    """One decision of one organisation, for one member."""

    def __init__(self, request: MemberRequest, decision: Decision, posted: Posted = None) -> None:
        self.request = request
        self.organisation = request.organisation
        self.decision = decision
        self.posted = posted
        self.tab = new_id()
        self.content = in_page_language()
        # The charter is published in the language of the dossier.
        self.printed = charter(self.organisation.language)
        self.offered = Offered(self.organisation)
        self.record = self._record()

    def _record(self) -> Choice:
        blank = Choice.blank(self.organisation.pk, self.decision.id)
        found = Choice.objects.select_related("author").filter(pk=blank.pk).first()
        return found or blank

    @cached_property
    def decided(self) -> Decided:
        """Every decision of the organisation."""
        return decided()

    @cached_property
    def stored(self) -> dict[str, Any]:
        """What is chosen, as stored."""
        return header_in(self.record.paths)

    @cached_property
    def header(self) -> dict[str, Any]:
        """What is chosen: as posted where a whole page was posted, else as stored."""
        whole = self.posted is not None and "unit" not in self.posted
        if not whole or not self.request.membership.may_edit or not self.form.is_valid():
            return self.stored
        return header_in(self.record.paths | self.form.mine)

    @cached_property
    def form(self) -> DecisionForm:
        """What is chosen, and the details."""
        return DecisionForm(
            self.decision,
            paths=self.record.paths,
            offered=self.offered,
            defaults=defaults_of(self.decision, self.printed),
            posted=self.posted,
        )

    @cached_property
    def sheet(self) -> DecisionSheet:
        """State, confidence, owner, note."""
        return DecisionSheet(
            self.decision,
            header=self.header,
            paths=self.record.paths,
            offered=self.offered,
            may_edit=self.request.membership.may_edit,
            posted=self.posted,
        )

    @cached_property
    def clause(self) -> ClauseForm:
        """The text of this decision, as it can be written by hand."""
        whole = self.posted is not None and "unit" not in self.posted
        return ClauseForm(
            paths=self.record.paths,
            assembled=self.assembled,
            posted=None if whole else self.posted,
        )

    @cached_property
    def assembled(self) -> str:
        """The text of this decision before any hand."""
        header = {name: value for name, value in self.stored.items() if name != "clause"}
        return self._article({"value": {"header": header}}).text

    @cached_property
    def article(self) -> Article:
        """What the charter says for this decision."""
        return self._article({"state": self.record.state, "value": self.record.value})

    def _article(self, entry: Mapping[str, Any]) -> Article:
        decision = self.printed.by_id[self.decision.id]
        return article(self.printed, decision, entry, organisation=self.organisation.name)

    @cached_property
    def published(self) -> Published:
        """The charter so far."""
        return published(self.printed, self.decided, organisation=self.organisation.name)

    @cached_property
    def cards(self) -> list[Card]:
        """The options, each as a card."""
        chosen = self.form["options"].value() or []
        return [self._card(each, each.id, each.id in chosen) for each in self.decision.options]

    @cached_property
    def added(self) -> list[Card]:
        """The options that may be added to a main one."""
        chosen = self.form["options"].value() or []
        return [
            self._card(
                each,
                f"{ADDED}{each.id}",
                f"{ADDED}{each.id}" in chosen,
                serves=each.added_to,
            )
            for each in self.decision.options
            if each.added_to
        ]

    @cached_property
    def bases(self) -> list[Card]:
        """The options that serve as a base, and with which option."""
        asking = [option for option in self.decision.options if option.asks]
        chosen = self.form["base"].value() or ""
        return [
            self._card(each, each.id, each.id == chosen, serves=tuple(o.id for o in asking))
            for each in self.decision.options
            if any(each.id in option.asks for option in asking)
        ]

    def _card(
        self, option: Option, value: str, checked: bool, *, serves: tuple[str, ...] = ()
    ) -> Card:
        decision = self.printed.by_id[self.decision.id]
        entry = {"value": self.record.value}
        clause = preview(
            self.printed, decision, option.id, entry, organisation=self.organisation.name
        )
        main = self.header.get("options", [""])[0]
        return Card(option, value, checked, clause, serves, asked=not serves or main in serves)

    @cached_property
    def details(self) -> list[Asked]:
        """The details, those that the choice does not call for marked so."""
        asked = {each.id for each in choosing.asked_details(self.decision, self.header)}
        return [
            Asked(self.form[each.id], each.serves, each.id in asked)
            for each in self.decision.details
        ]

    @cached_property
    def tier(self) -> tier.Reached:
        """How far a host's duties reach here."""
        return tier.reached(self.content, profile(self.organisation), self.decided)

    @cached_property
    def reminders(self) -> tuple[Reminder, ...]:
        """The reminders shown at that tier."""
        return tier.reminders(self.decision, self.tier.tier.id)

    @cached_property
    def without_object(self) -> str:
        """Why there is nothing to decide, or nothing."""
        space = applicability.space_of(self.decided)
        return applicability.without_object(self.decision, space)

    @cached_property
    def neighbours(self) -> dict[str, Decision | None]:
        """The decision before and the one after."""
        before, after = self.content.neighbours(self.decision)
        return {"before": before, "after": after}

    @cached_property
    def linked(self) -> list[tuple[Decision, str]]:
        """The decisions that go with this one, with their states."""
        return [
            (self.content.by_id[each], self.decided.get(each, {}).get("state", "empty"))
            for each in self.decision.linked
        ]

    @cached_property
    def questions(self) -> list[Question]:
        """The questions that go with this decision."""
        asked = questionnaire(self.content.language)
        return [asked.by_id[each] for each in self.decision.questions]
