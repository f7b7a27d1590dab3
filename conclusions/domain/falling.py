"""What was accepted falls once its answers change, and does not rise again when they come back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from conclusions.domain import shapes
from conclusions.domain.consequences import EMPTY, PARTS, paths_of
from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Finding
from conclusions.domain.review import finding_of
from strategy.domain.flat import unflatten
from strategy.domain.merging import Changes, apply

# A fingerprint that no finding has: what fell stays so in a file.
FALLEN = "0" * 16
# Changes that are gone through, the newest first; older ones count as known.
MOST = 200


class Change(NamedTuple):
    """What one save changed in an answer or a decision: paths to what stood and what stands."""

    kind: str
    id: str
    changes: Changes


def fell(
    finding: Finding, written: Mapping[str, Any], as_of: date, changes: Iterable[Change]
) -> bool:
    """True when the finding was not the same before one of these changes, the newest first.

    The dossier is taken back save by save, and the one rule asked again each time.
    """
    read = {(each.kind, each.id, _part(each.path)) for each in finding.places}
    about = [each for each in changes if _is_about(each, read)]
    for each in about[:MOST]:
        written = _before(written, each)
        found = finding_of(finding.code, Dossier(written), as_of)
        if found is None or found.fingerprint != finding.fingerprint:
            return True
    return False


def _is_about(change: Change, read: set[tuple[str, str, str]]) -> bool:
    parts = {part for kind, name, part in read if (kind, name) == change[:2]}
    changed = {*map(_part, change.changes)}
    return bool(parts) and ("state" in changed or not parts.isdisjoint(changed))


def _part(path: str) -> str:
    """The table of a cell, or the field of a header."""
    return "/".join(path.split("/")[:2])


def _before(written: Mapping[str, Any], change: Change) -> Mapping[str, Any]:
    part, _settled = PARTS[change.kind]
    records = shapes.mapping(written.get(part))
    record = shapes.mapping(records.get(change.id))
    undo = {path: [now, was] for path, (was, now) in change.changes.items()}
    paths = apply(paths_of(record), undo)
    kept = {**record, "state": paths.get("state", EMPTY), "value": unflatten(paths)}
    return {**written, part: {**records, change.id: kept}}
