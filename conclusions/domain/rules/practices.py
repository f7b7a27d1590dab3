"""What people observe of the twelve practices, against what answers say and what proves it."""

from datetime import date

from conclusions.domain.dossier import Dossier, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.living.practice_conditions import TABLE
from conclusions.domain.living.practices import claimed
from conclusions.domain.registry import rule


@rule("X66")
def practice_against_the_answers(dossier: Dossier, as_of: date) -> Found | None:
    """A practice is said to be held, and the answers deny something that it asks for."""
    against = [each for each in dossier.once(claimed) if each.differs]
    if not against:
        return None
    rows = [each.row for each in against]
    return Found(cells(rows, "own"), {"practices": named(rows, TABLE)})


@rule("X67")
def practice_without_evidence(dossier: Dossier, as_of: date) -> Found | None:
    """A practice is said to be held, and nothing proves it."""
    bare = [each.row for each in dossier.once(claimed) if not each.evidence]
    if not bare:
        return None
    return Found(cells(bare, "own", "evidence", "url"), {"practices": named(bare, TABLE)})
