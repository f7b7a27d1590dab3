"""What the coherence review asks to be mended, an action for each finding that is open."""

from collections.abc import Iterator

from conclusions.domain.dossier import DECISION, QUESTION
from conclusions.domain.findings import Finding, Level
from conclusions.domain.plan.deriving import Instance, Known, derives, first


def _mends(known: Known, level: Level) -> Iterator[Instance]:
    for each in known.findings:
        if each.level is level:
            values = {"code": each.code, "finding": each}
            yield Instance(each.reads, each.code, values, owner=_owner(known, each))


def _owner(known: Known, finding: Finding) -> str:
    """The first person in charge of an answer or a decision that it read."""
    whose = {QUESTION: known.in_charge, DECISION: known.decider}
    return first(*(whose[each.kind](each.id) for each in finding.places if each.kind in whose))


@derives("mend_blocking")
def mend_blocking(known: Known) -> Iterator[Instance]:
    """Blocking contradictions."""
    return _mends(known, Level.BLOCKING)


@derives("mend_warning")
def mend_warning(known: Known) -> Iterator[Instance]:
    """Warnings."""
    return _mends(known, Level.WARNING)


@derives("mend_reminder")
def mend_reminder(known: Known) -> Iterator[Instance]:
    """Legal reminders."""
    return _mends(known, Level.REMINDER)
