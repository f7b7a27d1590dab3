"""What appeared, changed or lost its reason since somebody last took note of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from conclusions.domain.plan.deriving import Derived
from conclusions.domain.plan.plan import Plan

OPENING = "opening"
# What is kept of each derived action when one takes note: the fingerprint tells that it changed,
# the rest tells how; `title` names it once it is gone.
Noted = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """The derived actions then and now."""

    appeared: tuple[Derived, ...]
    # With what was noted of each.
    changed: tuple[tuple[Derived, Noted], ...]
    gone: tuple[tuple[str, Noted], ...]
    # The opening then and now, where it moved.
    opening: tuple[date | None, date | None] | None

    @property
    def count(self) -> int:
        """How many things there are to take note of."""
        moved = int(self.opening is not None)
        return len(self.appeared) + len(self.changed) + len(self.gone) + moved


def noted(derived: Derived, title: str) -> dict[str, str]:
    """What is kept of a derived action."""
    return {
        "fingerprint": derived.fingerprint,
        "title": title,
        "owner": derived.instance.owner,
        "due": derived.due,
        "effort": str(derived.effort),
    }


def changes(plan: Plan, before: Mapping[str, Noted], opened: date | None) -> Changes:
    """What differs from what was noted; `opened` is the opening of that day."""
    now = {each.id: each for each in plan.derived}
    return Changes(
        appeared=tuple(each for key, each in now.items() if key not in before),
        changed=tuple(
            (each, before[key])
            for key, each in now.items()
            if key in before and _is_other(each, before[key])
        ),
        gone=tuple((key, each) for key, each in before.items() if key not in now),
        opening=(opened, plan.opens) if opened != plan.opens else None,
    )


def _is_other(derived: Derived, before: Noted) -> bool:
    """True for what is no longer as it was; the day of the opening itself is told apart."""
    if before.get("fingerprint") == derived.fingerprint:
        return False
    return derived.kind.id != OPENING or set(differences(derived, before)) != {"due"}


def differences(derived: Derived, before: Noted) -> dict[str, tuple[str, str]]:
    """What was noted and is no longer so: owner, due or effort, then and now."""
    now = noted(derived, "")
    return {
        name: (str(before.get(name, "")), now[name])
        for name in ("owner", "due", "effort")
        if before.get(name) != now[name]
    }
