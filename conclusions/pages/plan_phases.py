"""The plan for a small screen: what comes first, and phases that unfold without a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from conclusions.domain.plan.plan import Action, Plan

# How many late actions, and how many that come next, stand before everything else.
LATE, NEXT = 8, 3
# How many actions a phase may have to be shown before it is asked for.
SHORT = 12
# What the address asks for to see every phase; the id of an action shows its own.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: its actions in words, how many they are, whether they are shown at once."""

    id: str
    title: str
    told: str
    items: Sequence[Any]
    unfolded: bool


def first_of(plan: Plan) -> tuple[Action, ...]:
    """What is late, then what is due next."""
    return (*plan.late[:LATE], *plan.coming[:NEXT])


def shows(plan: Plan, actions: Sequence[Action], wanted: str) -> bool:
    """True for what the address asks for; for the phase of the first action when it is short."""
    if wanted == ALL or any(each.id == wanted for each in actions):
        return True
    return len(actions) <= SHORT and any(each in actions for each in first_of(plan)[:1])


def counted(actions: Sequence[Action]) -> str:
    """« 12 actions, 2 en retard, 3 faites »."""
    late = sum(each.late for each in actions)
    done = sum(not each.is_open for each in actions)
    count = len(actions)
    told = [ngettext("%(count)d action", "%(count)d actions", count) % {"count": count}]
    if late:
        told.append(ngettext("%(count)d en retard", "%(count)d en retard", late) % {"count": late})
    if done:
        told.append(ngettext("%(count)d faite", "%(count)d faites", done) % {"count": done})
    return ", ".join(told)
