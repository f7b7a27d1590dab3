"""Decisions as they stand in a dossier, for tests of the charter."""

from typing import Any


def entry(*options: str, state: str = "to_confirm", **header: Any) -> dict[str, Any]:
    """One decision of a dossier: its options, and details by their ids."""
    return {"state": state, "value": {"header": {"options": list(options), **header}}}
