"""Which decisions there are to take, given the space chosen."""

from charter.domain.choosing import options_of
from charter.domain.decisions import SPACE, Charter, Decided, Decision


def space_of(decided: Decided) -> str:
    """The option chosen for the space, or nothing while it is undecided."""
    chosen = options_of(decided.get(SPACE, {}))
    return chosen[0] if chosen else ""


def applies(decision: Decision, space: str) -> bool:
    """True when there is something to decide; while the space is undecided, always."""
    return not decision.applies_to or not space or space in decision.applies_to


def without_object(decision: Decision, space: str) -> str:
    """Why there is nothing to decide, in a sentence; nothing when there is."""
    return "" if applies(decision, space) else decision.without_object


def applicable(charter: Charter, decided: Decided) -> tuple[Decision, ...]:
    """The decisions to take, in the order of their numbers."""
    space = space_of(decided)
    return tuple(each for each in charter.decisions if applies(each, space))
