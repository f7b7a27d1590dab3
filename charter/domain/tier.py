"""How far a host's duties reach: the first line of a table that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charter.domain.applicability import space_of
from charter.domain.choosing import header_of, options_of
from charter.domain.decisions import Charter, Decided, Decision, Reminder, Tier

SMALL_HEADCOUNT = frozenset({"under_10", "under_50"})
SMALL_TURNOVER = frozenset({"up_to_2", "up_to_10"})
HUMAN_ADMISSION = frozenset({"invitation", "approved_request"})

Profile = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reached:
    """The tier reached, and what must be said with it."""

    tier: Tier
    notes: tuple[str, ...]

    @property
    def is_numbered(self) -> bool:
        """True at N0 to N3."""
        return self.tier.id not in {"none", "undecided"}

    @property
    def is_undecided(self) -> bool:
        """True while no space is chosen: reminders of all tiers are shown."""
        return self.tier.id == "undecided"


def tier_id(profile: Profile, decided: Decided) -> str:
    """The id of the tier: the first line that holds."""
    space = space_of(decided)
    fixed = {"": "undecided", "independent_community": "none", "third_party_page": "N0"}
    if space in fixed:
        return fixed[space]
    if _ancillary(space, decided) or _admitted(space, decided):
        return "N1"
    return "N2" if _small(profile) else "N3"


def _ancillary(space: str, decided: Decided) -> bool:
    header = header_of(decided["space"])
    return space == "own_comments" and header.get("ancillary_comments", True)


def _admitted(space: str, decided: Decided) -> bool:
    registration = options_of(decided.get("registration", {}))
    return space == "admitted_community" and bool(HUMAN_ADMISSION & set(registration))


def _small(profile: Profile) -> bool:
    return (
        profile.get("public_body") == "no"
        and profile.get("headcount") in SMALL_HEADCOUNT
        and profile.get("turnover") in SMALL_TURNOVER
    )


def _size_unknown(profile: Profile) -> bool:
    """True when an answer that is missing could make it a small enterprise."""
    small = {"public_body": {"no"}, "headcount": SMALL_HEADCOUNT, "turnover": SMALL_TURNOVER}
    given = {name: profile.get(name) for name in small}
    return not any(value and value not in small[name] for name, value in given.items())


def reached(charter: Charter, profile: Profile, decided: Decided) -> Reached:
    """The tier of an organisation, with the notes that go with it."""
    tier = charter.tier_by_id[tier_id(profile, decided)]
    notes = [tier.note]
    if tier.id == "N1" and _admitted(space_of(decided), decided):
        notes.append(tier.note_admission)
    if tier.id == "N3" and profile.get("public_body") == "yes":
        notes.append(tier.note_public)
    if tier.id == "N3" and _size_unknown(profile):
        notes.append(tier.note_unknown)
    return Reached(tier, tuple(notes))


def reminders(decision: Decision, tier: str) -> tuple[Reminder, ...]:
    """The reminders shown at a tier; all of them while it is undecided."""
    return tuple(
        each
        for each in decision.reminders
        if tier == "undecided" or not each.tiers or tier in each.tiers
    )
