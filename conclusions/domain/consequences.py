"""What a change would entail, before anyone makes it: two dossiers compared on the same day.

Nothing here decides or saves. What is previewed is what stands after saving, because the changed
dossier is the one that saving would write, its states included.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from charter.domain.clauses import Article, published
from charter.domain.loading import charter
from charter.domain.settling import settled as settled_choice
from charter.domain.tier import reminders
from conclusions.domain import shapes
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE, Dossier
from conclusions.domain.findings import Finding
from conclusions.domain.review import findings_of
from conclusions.domain.workload.assumptions import Span
from conclusions.domain.workload.estimate import Workload, workload
from strategy.domain.flat import Flat, flatten, unflatten
from strategy.domain.loading import questionnaire
from strategy.domain.merging import Changes, apply, changes_between
from strategy.domain.questionnaire import Question
from strategy.domain.settling import settled as settled_answer

UNDECIDED, EMPTY = "undecided", "empty"
Known = TypeVar("Known")
# A figure before and after.
Turn = tuple[Known | None, Known | None]


class Duty(NamedTuple):
    """One legal reminder: the decision that carries it, and its id there."""

    decision: str
    reminder: str


class Shift(NamedTuple):
    """One delay that is promised, before and after; None where nothing is promised."""

    id: str
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Change:
    """Paths to write in one answer or decision (see strategy/domain/flat.py); None empties one."""

    kind: str
    id: str
    paths: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Consequences:
    """What differs between two dossiers: nothing anywhere when the change entails nothing."""

    tier: tuple[str, str]
    duties_added: tuple[Duty, ...] = ()
    duties_removed: tuple[Duty, ...] = ()
    # Decisions that there are to take from then on, or no more.
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    # Decisions whose article appears in the published charter, disappears, says something else.
    clauses_added: tuple[str, ...] = ()
    clauses_removed: tuple[str, ...] = ()
    clauses_changed: tuple[str, ...] = ()
    # Articles written by hand that would date from another choice.
    outdated: tuple[str, ...] = ()
    # A decision that was confirmed waits again.
    to_confirm: tuple[str, ...] = ()
    fired: tuple[Finding, ...] = ()
    stopped: tuple[Finding, ...] = ()
    delays: tuple[Shift, ...] = ()
    # What moderation takes: hours a month, people, cents a year, each from low to high; None
    # where it is not known.
    hours: Turn[Span] = (None, None)
    people: Turn[tuple[int, int]] = (None, None)
    cost: Turn[Span] = (None, None)

    @property
    def tier_changes(self) -> bool:
        """True when the duties of a host would reach farther, or less far."""
        return self.tier[0] != self.tier[1]


class Standing:
    """One dossier on a day, read once for all that is compared with it."""

    def __init__(self, written: Mapping[str, Any], as_of: date) -> None:
        self.written = written
        self.dossier = Dossier(written)
        self.as_of = as_of

    @cached_property
    def findings(self) -> dict[tuple[str, str], Finding]:
        """What the rules find, by code and wording."""
        return {(each.code, each.variant): each for each in findings_of(self.dossier, self.as_of)}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The legal reminders of this tier; while it is undecided, those of every tier alone."""
        tier = self.dossier.tier
        return tuple(
            Duty(decision.id, each.id)
            for decision in self.dossier.applicable
            for each in reminders(decision, tier)
            if tier != UNDECIDED or not each.tiers
        )

    @cached_property
    def applicable(self) -> tuple[str, ...]:
        """The decisions that there are to take."""
        return tuple(each.id for each in self.dossier.applicable)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The charter as it would be published, in the language of the dossier."""
        profile = self.dossier.profile
        content = charter(str(profile.get("language") or STRUCTURE))
        name = str(profile.get("name") or "")
        decided = {key: _readable(entry) for key, entry in self.dossier.decided.items()}
        text = published(content, decided, organisation=name)
        return {each.decision.id: each for each in text.articles}

    @cached_property
    def outdated(self) -> tuple[str, ...]:
        """Articles written by hand that date from another choice."""
        return tuple(key for key, each in self.articles.items() if each.outdated)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """Decisions taken that wait for a person."""
        states = {each: self.dossier.state(each) for each in self.applicable}
        return tuple(each for each, state in states.items() if state == "to_confirm")

    @property
    def workload(self) -> Workload | None:
        """What moderation takes; None while the space or its messages are unknown."""
        return self.dossier.once(workload)

    @property
    def hours(self) -> Span | None:
        """Hours of moderation a month."""
        return self.workload.month if self.workload else None

    @property
    def people(self) -> tuple[int, int] | None:
        """How many people of one's own moderation takes."""
        return self.workload.people if self.workload else None

    @property
    def cost(self) -> Span | None:
        """What moderation costs in a year, working time included, in cents."""
        return self.workload.cost_year if self.workload else None

    @cached_property
    def delays(self) -> dict[str, Mapping[str, str] | None]:
        """What is promised in days or hours, by name."""
        return {name: read(self.dossier) for name, read in DELAYS.items()}


def _readable(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same decision, a text by hand that is none left out."""
    header = shapes.header(entry)
    if "clause" in header:
        header["clause"] = shapes.text(header["clause"])
    return {**entry, "value": {"header": header}}


def consequences(written: Mapping[str, Any], change: Change, as_of: date) -> Consequences:
    """What one change would entail in this dossier on this day."""
    before = Standing(written, as_of)
    return between(before, Standing(changed(written, change), as_of))


def between(before: Standing, after: Standing) -> Consequences:
    """What differs from one dossier to the other."""
    added, removed = _apart(before.articles, after.articles)
    confirmed = [each for each in before.applicable if before.dossier.state(each) == "confirmed"]
    return Consequences(
        tier=(before.dossier.tier, after.dossier.tier),
        duties_added=_beyond(before.duties, after.duties),
        duties_removed=_beyond(after.duties, before.duties),
        opened=_beyond(before.applicable, after.applicable),
        closed=_beyond(after.applicable, before.applicable),
        clauses_added=added,
        clauses_removed=removed,
        clauses_changed=tuple(
            key
            for key, each in after.articles.items()
            if key in before.articles and before.articles[key].text != each.text
        ),
        outdated=_beyond(before.outdated, after.outdated),
        to_confirm=tuple(each for each in after.waiting if each in confirmed),
        fired=tuple(after.findings[each] for each in _beyond(before.findings, after.findings)),
        stopped=tuple(before.findings[each] for each in _beyond(after.findings, before.findings)),
        delays=tuple(
            Shift(name, was, after.delays[name])
            for name, was in before.delays.items()
            if was != after.delays[name]
        ),
        hours=(before.hours, after.hours),
        people=(before.people, after.people),
        cost=(before.cost, after.cost),
    )


def _apart(before: Iterable[str], after: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _beyond(before, after), _beyond(after, before)


def _beyond(known: Iterable[Any], found: Iterable[Any]) -> tuple[Any, ...]:
    there = set(known)
    return tuple(each for each in found if each not in there)


def changed(written: Mapping[str, Any], change: Change) -> Mapping[str, Any]:
    """The dossier that saving this change would leave, the same object when it changes nothing."""
    part, settled = PARTS[change.kind]
    records = shapes.mapping(written.get(part))
    record = shapes.mapping(records.get(change.id))
    before = paths_of(record)
    changes = changes_between(before, apply(before, _writing(change)))
    if not changes:
        return written
    after = apply(before, changes)
    follows = {
        path: [before.get(path), each] for path, each in settled(change.id, after, changes).items()
    }
    after = apply(after, follows)
    kept = {**BLANK, **record, "state": after.get("state", EMPTY), "value": unflatten(after)}
    return {**written, part: {**records, change.id: kept}}


def _asked(question: str) -> Question:
    return questionnaire(STRUCTURE).by_id[question]


def _writing(change: Change) -> Changes:
    return {path: [None, each] for path, each in change.paths.items()}


def paths_of(record: Mapping[str, Any]) -> Flat:
    """What an answer or a decision says, its state beside."""
    state = shapes.text(record.get("state"))
    said = {"state": state} if state and state != EMPTY else {}
    return said | flatten(shapes.value(record.get("value")))


# What a record says that nobody has saved yet.
BLANK: Mapping[str, Any] = {"confidence": "", "owner": ""}
PARTS: Mapping[str, tuple[str, Callable[[str, Flat, Changes], Flat]]] = {
    QUESTION: ("answers", lambda name, *saved: settled_answer(_asked(name), *saved)),
    DECISION: ("decisions", lambda _name, *saved: settled_choice(*saved)),
}
DELAYS: Mapping[str, Callable[[Dossier], Mapping[str, str] | None]] = {
    "announced": lambda dossier: told_delay(dossier.header("reply_times").get("announced_delay")),
    "published": lambda dossier: told_delay(dossier.choice("hours").detail("delay")),
    "urgent": lambda dossier: told_delay(dossier.choice("hours").detail("urgent_delay")),
    "appeal": lambda dossier: _days(dossier.choice("appeal").detail("days_to_answer")),
}


def told_delay(written: Any) -> Mapping[str, str] | None:
    """A duration as it is stored; None for what is none."""
    found = shapes.mapping(written)
    value, unit = shapes.text(found.get("value")), shapes.text(found.get("unit"))
    return {"value": value, "unit": unit} if value and unit else None


def _days(count: Any) -> Mapping[str, str] | None:
    return None if count is None else {"value": str(count), "unit": "day"}
