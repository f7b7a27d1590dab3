"""Everything that a decision's page shows, read in a constant number of queries."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from charter.cards import Asked, Blank, Card, Group
from charter.domain import applicability, choosing, tier
from charter.domain.blanks import Paragraph
from charter.domain.clauses import Article, Published, article, preview, published
from charter.domain.decisions import Charter, Decided, Decision, Detail, Option, Reminder
from charter.domain.loading import charter
from charter.forms import ClauseForm, DecisionForm, DecisionSheet, header_in
from charter.lookup import page_charter
from charter.models import Choice, ChoiceRevision, State
from charter.options import Options
from charter.past import as_question
from charter.standing import decided, profile, state_of
from organisations.http import MemberRequest
from organisations.identifiers import new_id
from strategy import foreseen, remarks
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Question
from strategy.foreseen import Foreseen
from strategy.offered import Offered
from strategy.reading import Told, said_of
from strategy.remarks import About

Posted = Mapping[str, Any] | None


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
        self.posted_whole = posted is not None and "unit" not in posted
        self.tab = new_id()
        self.content = page_charter()
        # The charter is published in the language of the dossier.
        self.printed = charter(self.organisation.language)
        self.offered = Offered(self.organisation)
        self.record = self._record()

    def _record(self) -> Choice:
        blank = Choice.blank(self.organisation.pk, self.decision.id)
        falls = ChoiceRevision.objects.filter(
            record=OuterRef("pk"), changes__state__0=State.CONFIRMED
        )
        last_fall = Subquery(falls.order_by("-version").values("changes")[:1])
        known = Choice.objects.select_related("author").annotate(last_fall=last_fall)
        found: Choice | None = known.filter(pk=blank.pk).first()
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
        if (
            not self.posted_whole
            or self.without_object
            or not self.request.membership.may_edit
            or not self.form.is_valid()
        ):
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
    def about(self) -> About:
        """What later apps say of this choice."""
        return remarks.of(self.organisation).decision(self.decision.id)

    @cached_property
    def sheet(self) -> DecisionSheet:
        """State, confidence, owner, note."""
        return DecisionSheet(
            self.decision,
            header=None if self.without_object else self.header,
            paths=self.record.paths,
            offered=self.offered,
            may_edit=self.request.membership.may_edit,
            posted=self.posted,
        )

    @cached_property
    def clause(self) -> ClauseForm:
        """The text of this decision, as it can be written by hand."""
        return ClauseForm(
            paths=self.record.paths,
            assembled=self.assembled,
            posted=None if self.posted_whole else self.posted,
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

    @property
    def lacking(self) -> list[Blank]:
        """The blanks left open, by their names in the language of the page."""
        if self.without_object:
            return []
        printed = self.printed.by_id[self.decision.id]
        pairs = zip(printed.details, self.decision.details, strict=True)
        known = {theirs.blank: ours for theirs, ours in pairs}
        return [self._blank(each, known.get(each)) for each in self.article.missing]

    def _blank(self, name: str, detail: Detail | None) -> Blank:
        """A blank that no detail on the page fills is filled in the text itself."""
        words = detail.blank if detail else name
        if not self.request.membership.may_edit:
            return Blank(words, "")
        if detail not in choosing.asked_details(self.decision, self.stored):
            return Blank(words, "clause")
        field = self.form[detail.id]
        return Blank(words, field.id_for_label or field.auto_id)

    @cached_property
    def has_fallen(self) -> bool:
        """True when it was confirmed, and waits again because the choice changed."""
        fall = getattr(self.record, "last_fall", None) or {}
        waits = self.record.state == State.TO_CONFIRM
        return waits and any(path.startswith("header/") for path in fall)

    @cached_property
    def published(self) -> Published:
        """The charter so far."""
        return published(self.printed, self.decided, organisation=self.organisation.name)

    @property
    def input_type(self) -> str:
        """Boxes where several may be chosen, else radio buttons."""
        return "checkbox" if self.decision.multiple else "radio"

    @cached_property
    def options(self) -> Options:
        """The options, to be shown as cards."""
        return Options(
            self.decision,
            clause=self._preview,
            chosen=self.form["options"].value() or [],
            base=self.form["base"].value(),
            asked=self.header.get("options", ()),
        )

    def _preview(self, option: str) -> Paragraph:
        decision = self.printed.by_id[self.decision.id]
        entry = {"value": self.record.value}
        return preview(self.printed, decision, option, entry, organisation=self.organisation.name)

    @cached_property
    def cards(self) -> list[Card]:
        """The options, each as a card."""
        return self.options.cards(self.foreseen.options)

    @cached_property
    def foreseen(self) -> Foreseen:
        """What later apps foresee of each option."""
        return foreseen.of_decision.last(self.organisation, self.decision.id) or foreseen.NOTHING

    @cached_property
    def groups(self) -> list[Group]:
        """What completes a main option: those that may be added to it, and its base."""
        added, bases = self.options.added(), self.options.bases()
        groups = [
            Group(_("À ajouter, si vous le souhaitez"), "header-options", "checkbox", added),
            Group(str(self.form["base"].label), "header-base", "radio", bases),
        ]
        return [group for group in groups if group.cards]

    @property
    def advised_base(self) -> Option | None:
        """The base that goes with the option advised, when it asks for one."""
        return self.decision.option(self.decision.default_base)

    @cached_property
    def details(self) -> list[Asked]:
        """The details, those that the choice does not call for marked so."""
        self.form.remark(self.about.at)
        asked = {each.id for each in choosing.asked_details(self.decision, self.header)}
        return [
            Asked(self.form[each.id], " ".join(each.serves), each.id in asked)
            for each in self.decision.details
        ]

    @cached_property
    def told(self) -> list[Told]:
        """What is chosen, and the details that it calls for, in words, for who may only read."""
        fields = {field.id: field for field in as_question(self.decision).fields}
        held = defaults_of(self.decision, self.printed) | self.stored
        chosen = [each for each in ("options", "base") if self.stored.get(each)]
        asked = [each.id for each in choosing.asked_details(self.decision, self.stored)]
        teller = self.offered.teller
        return [
            Told(fields[each].label, teller.tell(fields[each], held.get(each)))
            for each in [*chosen, *(asked if chosen else [])]
        ]

    @cached_property
    def said(self) -> list[Told]:
        """What the sheet says that this member may not write."""
        may_review = self.request.membership.may_review
        return said_of(self.record, self.offered, may_review=may_review)

    @property
    def shown_state(self) -> str:
        """The state as pages name it."""
        return state_of(self.decision, self.decided)

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
        linked = [self.content.by_id[each] for each in self.decision.linked]
        return [(each, state_of(each, self.decided)) for each in linked]

    @cached_property
    def questions(self) -> list[Question]:
        """The questions that go with this decision."""
        asked = questionnaire(self.content.language)
        return [asked.by_id[each] for each in self.decision.questions]
