"""Everything that the coherence review shows, level by level."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.domain.findings import Finding, Level
from conclusions.domain.rulebook import Wording
from conclusions.domain.telling import Shown
from conclusions.forms import AcceptanceForm
from conclusions.models import Acceptance
from conclusions.pages.extent import ReadSoFar
from conclusions.reviewing import Review
from organisations.http import MemberRequest

# What a finding shows of each thing it read; beyond, how many more.
LINES = 6
# Beyond so many findings, what each has read is folded: a phone would scroll past it for long.
UNFOLDED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One value that was read, with the address of its field."""

    shown: Shown
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """A question, a decision or the profile, and what was read in it."""

    title: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as it is shown."""

    finding: Finding
    wording: Wording
    sentence: str
    sources: tuple[Source, ...]
    mends: tuple[tuple[str, str], ...]
    # A reminder that only accepting closes: everything that it asks for is said.
    is_said: bool
    # What accepts it; or what accepted it before its answers changed.
    accepted: Acceptance | None
    fallen: Acceptance | None
    history: list[Acceptance]
    form: AcceptanceForm
    # What fell, ready to be accepted again as it was.
    renewal: AcceptanceForm | None

    @property
    def values(self) -> str:
        """How many values it has read."""
        count = sum(len(each.lines) + each.more for each in self.sources)
        return ngettext("%(count)d valeur", "%(count)d valeurs", count) % {"count": count}


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one level, or those accepted."""

    id: str
    items: list[Item]

    @property
    def title(self) -> str:
        """What they are called, with how many they are."""
        count = len(self.items)
        told = {
            "blocking": ngettext(
                "%(count)s contradiction bloquante", "%(count)s contradictions bloquantes", count
            ),
            "warning": ngettext("%(count)s alerte", "%(count)s alertes", count),
            "reminder": ngettext("%(count)s rappel", "%(count)s rappels", count),
            "accepted": ngettext(
                "%(count)s exception acceptée", "%(count)s exceptions acceptées", count
            ),
        }
        return told[self.id] % {"count": count}


class ReviewPage:
    """The review of one organisation, for one member."""

    def __init__(self, request: MemberRequest, form: AcceptanceForm | None = None) -> None:
        self.request = request
        self.review = Review(request.organisation)
        self.posted = form

    @cached_property
    def groups(self) -> list[Group]:
        """What is open, level by level, then what is accepted; levels without any left out."""
        found = [
            Group(level.value, [item for item in self.items if _is_open(item, level)])
            for level in Level
        ]
        found.append(Group("accepted", [item for item in self.items if item.accepted]))
        return [group for group in found if group.items]

    @cached_property
    def items(self) -> list[Item]:
        """Every finding."""
        standing = self.review.standing
        return [self._item(each, standing.get(each.code)) for each in self.review.findings]

    @property
    def unfolded(self) -> bool:
        """True when so few findings are shown that what they read stands open."""
        return len(self.items) <= UNFOLDED

    @property
    def begun(self) -> bool:
        """True when there is something to review."""
        return self.review.begun

    @cached_property
    def so_far(self) -> ReadSoFar:
        """What there was to review."""
        return ReadSoFar(self.review)

    @cached_property
    def start(self) -> dict[str, str]:
        """Where one starts when there is nothing to review."""
        url = reverse("questions", args=[self.request.organisation.pk])
        return {"url": url, "label": _("Voir les 27 questions")}

    @cached_property
    def people(self) -> list[tuple[str, str]]:
        """Who may answer for an exception."""
        return [(each["id"], each["name"]) for each in self.review.written["people"]]

    def form(self, finding: Finding, posted: Any = None) -> AcceptanceForm:
        """The form that accepts a finding; the old reason is offered again."""
        last = self.review.standing.get(finding.code)
        return AcceptanceForm(
            posted,
            code=finding.code,
            people=self.people,
            reason=last.reason if last else "",
            fingerprint=finding.fingerprint,
        )

    def _item(self, finding: Finding, last: Acceptance | None) -> Item:
        narrator, accepted = self.review.narrator, self.review.accepted(finding)
        posted = self.posted if self.posted and self.posted.prefix == finding.code else None
        return Item(
            finding=finding,
            wording=narrator.wording(finding),
            sentence=narrator.sentence(finding),
            sources=tuple(self._sources(finding)),
            mends=tuple((do, self.review.url(place)) for do, place in narrator.mends(finding)),
            is_said=finding.level is Level.REMINDER and not (accepted or narrator.left(finding)),
            accepted=accepted,
            fallen=None if accepted else last,
            history=self.review.history.get(finding.code, []),
            form=posted or self.form(finding),
            renewal=None if accepted or not last else self._renewal(finding, last),
        )

    def _renewal(self, finding: Finding, last: Acceptance) -> AcceptanceForm | None:
        """The same reason and the same person, today; None once the person is gone."""
        form = self.form(finding)
        form.auto_id = False
        form.initial["person"] = last.person
        return form if last.person in dict(self.people) else None

    def _sources(self, finding: Finding) -> Iterator[Source]:
        for _place, group in groupby(finding.reads, key=lambda each: each[:2]):
            reads = list(group)
            shown = [self.review.narrator.shown(each) for each in reads[:LINES]]
            lines = tuple(Line(each, self.review.url(each.place)) for each in shown)
            yield Source(shown[0].title, lines, len(reads) - len(lines))


def _is_open(item: Item, level: Level) -> bool:
    return item.accepted is None and item.finding.level is level
