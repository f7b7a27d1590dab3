"""One organisation under review today: what the rules find, and what it has accepted."""

from collections import Counter
from functools import cached_property
from typing import Self

from conclusions.domain.findings import Finding, Level
from conclusions.domain.review import review
from conclusions.falling import fallen
from conclusions.models import Acceptance
from conclusions.reading import Reading


class Review(Reading):
    """The findings of one organisation, read in four queries whatever it holds."""

    @classmethod
    def over(cls, reading: Reading) -> Self:
        """The review of what was read already, for one query more; none when it was a review."""
        found = cls(reading.organisation, reading.language, people=reading.with_people)
        # Whatever was computed is kept there: what was read, what was found.
        found.__dict__.update(reading.__dict__)
        return found

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find today."""
        return review(self.written, self.as_of)

    @cached_property
    def history(self) -> dict[str, list[Acceptance]]:
        """What was accepted and withdrawn, by code, the last first."""
        kept: dict[str, list[Acceptance]] = {}
        acts = Acceptance.objects.filter(strategy=self.organisation.pk)
        for each in acts.select_related("author"):
            kept.setdefault(each.code, []).append(each)
        return kept

    @cached_property
    def standing(self) -> dict[str, Acceptance]:
        """What was accepted last, by code, unless that was withdrawn."""
        return {code: acts[0] for code, acts in self.history.items() if acts[0].stands}

    def accepted(self, finding: Finding) -> Acceptance | None:
        """What accepts this finding; None when its answers have changed since."""
        return None if finding.code in self.fallen else self._matching.get(finding.code)

    @cached_property
    def fallen(self) -> frozenset[str]:
        """The codes of what fell although its answers are back: it is to be accepted again."""
        kept = [(self._matching[each.code], each) for each in self._matched]
        return fallen(self.organisation, kept, written=self.written, as_of=self.as_of)

    @cached_property
    def _matching(self) -> dict[str, Acceptance]:
        """What was accepted of the answers as they stand, by code."""
        return {each.code: self.standing[each.code] for each in self._matched}

    @cached_property
    def _matched(self) -> tuple[Finding, ...]:
        kept = {code: each.fingerprint for code, each in self.standing.items()}
        return tuple(each for each in self.findings if kept.get(each.code) == each.fingerprint)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        holding = self._matching.keys() - self.fallen
        return tuple(each for each in self.findings if each.code not in holding)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each level are open."""
        counted = Counter(each.level for each in self.open)
        return {level.value: counted[level] for level in Level}

    def finding(self, code: str) -> Finding | None:
        """The finding of that code, or None when the rule does not hold."""
        return next((each for each in self.findings if each.code == code), None)
