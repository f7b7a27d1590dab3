"""What a review asks again, and only that: what is stale, assumed or contradicted.

Nothing is asked twice: what somebody confirmed comes back when it is stale again, when it has
changed, or when a contradiction has appeared that was not there.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from conclusions.domain.findings import Finding, Level
from conclusions.domain.living.assumed import ASSUMED

# Our own proposals: the clock of a review, the time of a review, and of one answer by why it is
# asked again, in seconds.
CLOCK = timedelta(days=90)
TEN_MINUTES = 600


class Why(StrEnum):
    """Why an answer is asked again, the most pressing first."""

    CONTRADICTED = "contradicted"
    ASSUMED = "assumed"
    STALE = "stale"


SECONDS = {Why.CONTRADICTED: 120, Why.ASSUMED: 60, Why.STALE: 40}


class Subject(NamedTuple):
    """A question or a decision."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """An answer or a decision as it stands, and the day on which it was last saved."""

    subject: Subject
    fingerprint: str
    confidence: str
    saved_on: date


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What somebody said to be still true: as it stood, on that day, with these contradictions."""

    fingerprint: str
    on: date
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Again:
    """One answer to read again, once, with every reason; `since` is when it was last vouched for.

    `codes` are the contradictions that nobody confirmed it with.
    """

    said: Said
    reasons: tuple[Why, ...]
    codes: tuple[str, ...]
    since: date
    pressing: bool

    @property
    def seconds(self) -> int:
        """About how long it takes."""
        return max(SECONDS[each] for each in self.reasons)


@dataclass(frozen=True, slots=True)
class Queue:
    """What to read again, in order: what fits ten minutes, then what waits for more time.

    `next_on` is the day on which the first of the others becomes stale; None without any.
    """

    now: tuple[Again, ...]
    later: tuple[Again, ...]
    next_on: date | None

    @property
    def all(self) -> tuple[Again, ...]:
        """Everything, in order."""
        return (*self.now, *self.later)

    @property
    def minutes(self) -> int:
        """About how long what fits takes, a started minute counted whole."""
        return -(-sum(each.seconds for each in self.now) // 60)


Vouched = Mapping[Subject, Confirmed]


def fingerprint(record: Mapping[str, Any]) -> str:
    """Sixteen characters that change with what is said, how far and how sure it is."""
    told = [record.get(name) or "" for name in ("value", "state", "confidence")]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def queue(
    said: Iterable[Said], confirmed: Vouched, findings: Iterable[Finding], as_of: date
) -> Queue:
    """What a review of that day asks again, in the order given among what presses alike."""
    everything = list(said)
    against = _against(findings)
    looked = [_again(each, confirmed.get(each.subject), against, as_of) for each in everything]
    asked = sorted((each for each in looked if each.reasons), key=_order)
    quiet = [each.since for each in looked if not each.reasons]
    fitting = _fitting(asked)
    return Queue(
        now=tuple(asked[:fitting]),
        later=tuple(asked[fitting:]),
        next_on=min(quiet) + CLOCK if quiet else None,
    )


def _against(findings: Iterable[Finding]) -> dict[Subject, dict[str, Level]]:
    """The contradictions of each subject, by code; reminders contradict nothing."""
    found: dict[Subject, dict[str, Level]] = {}
    for finding in findings:
        if finding.level is not Level.REMINDER:
            for place in finding.places:
                subject = Subject(place.kind, place.id)
                found.setdefault(subject, {})[finding.code] = finding.level
    return found


def _again(
    said: Said,
    kept: Confirmed | None,
    against: Mapping[Subject, Mapping[str, Level]],
    as_of: date,
) -> Again:
    vouched = kept if kept and kept.fingerprint == said.fingerprint else None
    since = max(said.saved_on, vouched.on) if vouched else said.saved_on
    known = vouched if vouched and as_of - vouched.on < CLOCK else None
    levels = against.get(said.subject, {})
    codes = tuple(code for code in levels if not known or code not in known.codes)
    holds = {
        Why.CONTRADICTED: bool(codes),
        Why.ASSUMED: said.confidence == ASSUMED and not known,
        Why.STALE: as_of - since >= CLOCK,
    }
    return Again(
        said=said,
        reasons=tuple(why for why, held in holds.items() if held),
        codes=codes,
        since=since,
        pressing=any(levels[code] is Level.BLOCKING for code in codes),
    )


def _order(each: Again) -> tuple[bool, int, date]:
    """Blocking contradictions, other ones, what is assumed, what is stale; the oldest first."""
    oldest = each.since if each.reasons[0] is Why.STALE else date.min
    return not each.pressing, list(Why).index(each.reasons[0]), oldest


def _fitting(asked: list[Again]) -> int:
    """How many of them, from the first, fit ten minutes; one at least."""
    taken = 0
    for number, each in enumerate(asked):
        taken += each.seconds
        if taken > TEN_MINUTES:
            return number
    return len(asked)


def next_review(planned: date | None, found: Queue, as_of: date) -> date | None:
    """The day of the next review: the one decided, else the one that staleness asks for.

    Today when something waits or when that day has passed, None when nothing is said at all.
    """
    if found.all:
        return as_of
    day = planned or found.next_on
    return max(day, as_of) if day else None


def reread_from(planned: date | None, found: Queue) -> date | None:
    """The day before the review decided from which some answers are stale; None without any."""
    if planned is None or found.next_on is None or found.all:
        return None
    return found.next_on if found.next_on < planned else None


def is_due(planned: date | None, found: Queue, as_of: date, *, triggered: bool) -> bool:
    """True when a review is due: its date has come, something waits, or something happened."""
    return bool(found.all) or triggered or (planned is not None and planned <= as_of)
