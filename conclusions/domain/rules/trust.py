"""What became of promises, and whether one would know of a loss of trust."""

from collections.abc import Sequence
from datetime import date

from conclusions.domain.derived import derived_id, may_be_derived
from conclusions.domain.dossier import DECISION, Cells, Dossier, Read, cells, named
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule
from conclusions.domain.trust.promises import MESSAGES, REGISTER, Promise, followed
from conclusions.domain.trust.withdrawals import REGISTER as WITHDRAWALS
from conclusions.domain.trust.withdrawals import withdrawals

# A scale of 0 to 4: people believe us and come back.
TRUSTED = 3
GONE_WRONG = ("broken", "late")
NO_LONGER = ("broken", "withdrawn")
SEVERAL = 2


def _rows(dossier: Dossier, found: list[Promise]) -> list[Cells]:
    """The rows of the register that speak of these promises."""
    ids = {each.row for each in found}
    return [row for row in dossier.rows(REGISTER) if row.row in ids]


@rule("X56")
def promise_late(dossier: Dossier, as_of: date) -> Found | None:
    """A promise of the register is past its due date without proof, or said to be late.

    Or one of question 7 is past its own, and the register says nothing of it.
    """
    late = [each for each in followed(dossier, as_of) if each.state == "late"]
    if not late:
        return _message_late(dossier, as_of)
    rows = _rows(dossier, late)
    return Found(cells(rows, "due", "state", "proof"), {"promises": named(rows, REGISTER)})


def _message_late(dossier: Dossier, as_of: date) -> Found | None:
    told = {row.row for row in dossier.rows(REGISTER) if may_be_derived(row.row)}
    rows = [
        row
        for row in dossier.rows(MESSAGES)
        if row.get("promise") is True
        # What has no proof is told by R09.
        and row.get("proof")
        and (row.day("due") or date.max) < as_of
        and not (told and derived_id("message", row.row) in told)
    ]
    if not rows:
        return None
    return Found(cells(rows, "promise", "due"), {"promises": named(rows, MESSAGES)}, "message")


@rule("X57")
def promise_never_announced(dossier: Dossier, as_of: date) -> Found | None:
    """A promise that still holds, or was kept, is announced nowhere."""
    silent = [
        each
        for each in followed(dossier, as_of)
        if each.announced is False and each.state not in NO_LONGER
    ]
    if not silent:
        return None
    rows = _rows(dossier, silent)
    return Found(cells(rows, "announced", "state"), {"promises": named(rows, REGISTER)})


@rule("X58")
def promise_still_published(dossier: Dossier, as_of: date) -> Found | None:
    """The register calls a promise broken or withdrawn, and an answer or the charter makes it."""
    still = [
        each
        for each in followed(dossier, as_of)
        if each.source == "implied" and each.state in NO_LONGER
    ]
    if not still:
        return None
    rows = _rows(dossier, still)
    made = tuple(read for each in still for read in _made(dossier, each))
    told = {"promises": named(rows, REGISTER)}
    charter = [each.place for each in still if each.place.kind == DECISION]
    causes = {"reply_times.announced_delay": len(charter) < len(still), "charter.hours": charter}
    leads = {"charter.hours": charter[0]} if charter else {}
    return Found(cells(rows, "state") + made, told, leads=leads, idle=idle(causes))


def _made(dossier: Dossier, promise: Promise) -> Sequence[Read]:
    name = promise.place.path.removeprefix("header/")
    if promise.place.kind != DECISION:
        return dossier.header(promise.place.id).read(name)
    return dossier.choice(promise.place.id).read(*([] if name == "options" else [name]))


@rule("X59")
def trusted_in_spite_of_promises(dossier: Dossier, as_of: date) -> Found | None:
    """Question 26 claims trust while more promises of the register went wrong than were kept."""
    trust = dossier.header("trust")
    level = trust.decimal("level")
    known = followed(dossier, as_of)
    wrong = [each for each in known if each.state in GONE_WRONG]
    kept = [each for each in known if each.state == "kept"]
    if level is None or level < TRUSTED or len(wrong) < SEVERAL or len(wrong) <= len(kept):
        return None
    rows = _rows(dossier, [*wrong, *kept])
    reads = trust.read("level") + cells(rows, "state", "due", "proof")
    return Found(reads, {"wrong": len(wrong), "kept": len(kept)})


@rule("X60")
def withdrawal_nobody_would_see(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody could organise a withdrawal of trust, and nobody would know of it in time."""
    rows = [row for row in dossier.rows(WITHDRAWALS) if row.get("means") and not row.get("signal")]
    signalled = {each.row for each in withdrawals(dossier) if each.signal} if rows else set()
    blind = [row for row in rows if row.row not in signalled]
    if not blind:
        return None
    return Found(cells(blind, "means", "signal"), {"actors": named(blind, WITHDRAWALS)})
