"""Whether what a rule asks for has been done: a reminder holds all the same, and asks no more."""

from conclusions.domain.dossier import DECISION, QUESTION, Dossier
from conclusions.domain.findings import Finding
from conclusions.domain.rulebook import Target

# An answer that says that nobody knows.
UNSAID = (None, "", "unknown")


def is_done(target: Target, finding: Finding, dossier: Dossier) -> bool:
    """True when the decision is confirmed, or the field says something on each row it is about."""
    if target.kind == DECISION:
        return dossier.state(target.id) == "confirmed"
    if target.kind != QUESTION or not target.field:
        return False
    if not target.column:
        return dossier.header(target.id).get(target.field) not in UNSAID
    start = f"rows/{target.field}/"
    about = {
        each.path.removeprefix(start).partition("/")[0]
        for each in finding.reads
        if each.id == target.id and each.path.startswith(start)
    }
    rows = [row for row in dossier.rows(f"{target.id}.{target.field}") if row.row in about]
    return bool(rows) and all(row.get(target.column) not in UNSAID for row in rows)
