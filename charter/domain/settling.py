"""How far a decision is once its choice has changed, when nobody says so."""

from strategy.domain.flat import Flat
from strategy.domain.merging import Changes

TO_CONFIRM = "to_confirm"


def settled(paths: Flat, changes: Changes) -> Flat:
    """A choice changed by hand or by a preset waits for a person to confirm it."""
    if "state" in changes:
        return {}
    if not paths.get("header/options"):
        return {"state": None}
    changed = any(path.startswith("header/") for path in changes)
    return {"state": TO_CONFIRM} if changed or "state" not in paths else {}
