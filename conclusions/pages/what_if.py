"""Two things that could be chosen, side by side; nothing is saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.domain.candidates import Candidate
from conclusions.domain.consequences import Standing, between
from conclusions.domain.telling import Narrator
from conclusions.pages import costs
from conclusions.pages.comparing import NOTHING, Lines, Told, subject_of
from conclusions.pages.foresight import Foresight, findings_told
from conclusions.reading import Reading


@dataclass(frozen=True, slots=True)
class Side:
    """One thing that could be chosen: its id, its name, whether it is what stands."""

    id: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side says of one thing."""

    label: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared; `language` is that of what is said, where it is not the page's."""

    title: str
    cells: tuple[Cell, ...]
    language: str = ""
    # True for what follows, false for what a choice says of itself: that always differs.
    follows: bool = True

    @property
    def differs(self) -> bool:
        """True when what follows is not the same on both sides."""
        return self.follows and len({each.lines for each in self.cells}) > 1


class WhatIf:
    """Two candidates of one decision or main choice: those asked for, or two that differ."""

    def __init__(self, reading: Reading, subject: str, asked: Mapping[str, str]) -> None:
        self.reading = reading
        self.foresight = Foresight(reading)
        self.subject = subject_of(reading, subject)
        self.asked = asked

    @cached_property
    def sides(self) -> list[Side]:
        """All that could be chosen."""
        label = self.subject.label
        return [Side(each.id, label(each), each.is_current) for each in self.subject.candidates]

    @cached_property
    def pair(self) -> list[Side]:
        """What stands and the first other, unless others are asked for; fewer when there are."""
        by_id = {each.id: each for each in self.sides}
        ordered = sorted(self.sides, key=lambda each: not each.is_current)
        first = by_id.get(self.asked.get("a", "")) or next(iter(ordered), None)
        others = [each for each in ordered if each != first]
        second = by_id.get(self.asked.get("b", "")) or next(iter(others), None)
        return [each for each in (first, second) if each]

    @cached_property
    def rows(self) -> list[Row]:
        """What is compared, thing by thing; what neither side speaks of left out."""
        known = {each.id: each for each in self.subject.candidates}
        told = [list(self._told(known[side.id])) for side in self.pair]
        found = [self._row(each) for each in zip(*told, strict=True)]
        return [row for row in found if any(cell.lines != (NOTHING,) for cell in row.cells)]

    def _row(self, told: Iterable[Told]) -> Row:
        """One row of what both sides say."""
        sides = list(told)
        cells = tuple(
            Cell(side.label, each.lines or (NOTHING,))
            for side, each in zip(self.pair, sides, strict=True)
        )
        return Row(sides[0].title, cells, sides[0].language, follows=sides[0].follows)

    def _told(self, candidate: Candidate) -> Iterator[Told]:
        after = self.foresight.after(candidate)
        yield from self.subject.own(candidate, after)
        yield Told(_("Palier juridique"), (self._tier(after),))
        yield Told(_("Modération (estimation)"), costs.stands(after, self.reading.teller))
        yield Told(_("Délais promis"), self._delays(after))
        yield Told(_("Rappels et articles"), self._counts(after))
        yield from self._rules(after)

    def _tier(self, after: Standing) -> str:
        tier = after.dossier.tier
        known = self.reading.narrator.charter.tier_by_id[tier]
        return f"{self.foresight.tier(tier)} – {known.title}"

    def _delays(self, after: Standing) -> Lines:
        return tuple(
            f"{self.foresight.delay_name(name)}{_(' : ')}{self.reading.teller.duration(each)}"
            for name, each in after.delays.items()
            if each
        )

    def _counts(self, after: Standing) -> Lines:
        duties, articles = len(after.duties), len(after.articles)
        return (
            ngettext("%(count)d rappel à ce palier", "%(count)d rappels à ce palier", duties)
            % {"count": duties},
            ngettext("%(count)d article publié", "%(count)d articles publiés", articles)
            % {"count": articles},
        )

    def _rules(self, after: Standing) -> Iterator[Told]:
        found = between(self.foresight.before, after)
        told = Narrator(after.written, self.reading.language)
        appear = tuple(findings_told(found.fired, told))
        fade = tuple(self.reading.narrator.wording(each).title for each in found.stopped)
        yield Told(_("Contradictions et rappels qui apparaissent"), appear)
        yield Told(_("Contradictions et rappels qui disparaissent"), fade)
