"""What appeared, changed or lost its reason since somebody took note of the plan, in words."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from conclusions.domain.plan.changes import Noted, differences
from conclusions.domain.plan.deriving import Derived
from conclusions.models import Acknowledgement
from conclusions.planning import Planning


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed since somebody took note: what, and how."""

    title: str
    told: tuple[str, ...] = ()
    url: str = ""


class Since:
    """Then and now, for one organisation."""

    def __init__(self, planning: Planning) -> None:
        self.planning = planning

    @property
    def last(self) -> Acknowledgement | None:
        """When, and who; None when nobody ever did."""
        return self.planning.acknowledged

    @property
    def count(self) -> int:
        """How many things there are to take note of."""
        found = self.planning.changes
        return found.count if found else 0

    @cached_property
    def appeared(self) -> list[Change]:
        """What came up since somebody took note."""
        found = self.planning.changes
        return [self._here(each) for each in found.appeared] if found else []

    @cached_property
    def changed(self) -> list[Change]:
        """What is no longer as it was, and how."""
        found = self.planning.changes
        changed = found.changed if found else ()
        return [self._here(each, self._how(each, before)) for each, before in changed]

    @cached_property
    def gone(self) -> list[Change]:
        """What lost its reason."""
        found = self.planning.changes
        return [Change(str(each.get("title", ""))) for _key, each in (found.gone if found else ())]

    @property
    def opening(self) -> str:
        """How the opening moved, in words; nothing when it did not."""
        found = self.planning.changes
        if not found or not found.opening:
            return ""
        days = [self.planning.told.day(each) or _("non fixée") for each in found.opening]
        sentence = _(
            "Ouverture : %(before)s, désormais %(after)s. Les dates comptées depuis l’ouverture "
            "ont bougé avec elle."
        )
        return sentence % {"before": days[0], "after": days[1]}

    def _here(self, derived: Derived, told: tuple[str, ...] = ()) -> Change:
        title = self.planning.titles[derived.id]
        return Change(title, told, f"?show={derived.id}#action-{derived.id}")

    def _how(self, derived: Derived, before: Noted) -> tuple[str, ...]:
        told = self.planning.told
        tells = {"owner": told.person, "due": self._due, "effort": self._effort}
        sentence = _("%(what)s : %(before)s, désormais %(after)s")
        return tuple(
            sentence
            % {
                "what": told.words["columns"][name],
                "before": tells[name](then),
                "after": tells[name](now),
            }
            for name, (then, now) in differences(derived, before).items()
        )

    def _due(self, said: str) -> str:
        """A day, or a distance from the opening."""
        told = self.planning.told
        return told.days(int(said)) if said[:1] in "+-" else told.day(date.fromisoformat(said))

    def _effort(self, said: str) -> str:
        return self.planning.told.narrator.teller.number(said)
