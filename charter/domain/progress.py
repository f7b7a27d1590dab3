"""How far the charter is: what is confirmed, what waits for a person, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from charter.domain.applicability import applicable
from charter.domain.choosing import Obstacle, header_of, unconfirmable
from charter.domain.clauses import article
from charter.domain.decisions import Charter, Decided, Decision, Entry


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a decision still lacks.

    `what` is `undecided`, `to_confirm`, `blank` (its name in `label`), `outdated` (a clause
    written by hand for another choice) or an obstacle to confirming it.
    """

    decision: Decision
    what: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the charter stands, over the decisions that apply."""

    applicable: tuple[Decision, ...]
    confirmed: tuple[Decision, ...]
    to_confirm: tuple[Decision, ...]
    missing: tuple[Missing, ...]

    @property
    def undecided(self) -> tuple[Decision, ...]:
        """The decisions still to be taken."""
        begun = {each.id for each in (*self.confirmed, *self.to_confirm)}
        return tuple(each for each in self.applicable if each.id not in begun)

    @property
    def unfilled(self) -> tuple[Decision, ...]:
        """The decisions confirmed while a blank of their clause is open."""
        open_blanks = {lack.decision.id for lack in self.missing if lack.what == "blank"}
        return tuple(each for each in self.confirmed if each.id in open_blanks)


def progress(charter: Charter, decided: Decided) -> Progress:
    """The progress of the whole charter."""
    taken = applicable(charter, decided)
    states = {each.id: decided.get(each.id, {}).get("state", "empty") for each in taken}
    return Progress(
        taken,
        tuple(each for each in taken if states[each.id] == "confirmed"),
        tuple(each for each in taken if states[each.id] == "to_confirm"),
        tuple(lack for each in taken for lack in missing(charter, each, decided.get(each.id, {}))),
    )


def missing(charter: Charter, decision: Decision, entry: Entry) -> Iterator[Missing]:
    """What one decision still lacks."""
    problems = list(unconfirmable(decision, header_of(entry)))
    if any(problem.obstacle is Obstacle.NOTHING for problem in problems):
        yield Missing(decision, "undecided")
        return
    for problem in problems:
        yield Missing(decision, problem.obstacle.value, problem.about)
    # The organisation always has a name; which one does not matter here.
    found = article(charter, decision, entry, organisation="·")
    for blank in found.missing:
        yield Missing(decision, "blank", blank)
    if found.outdated:
        yield Missing(decision, "outdated")
    if entry.get("state") != "confirmed":
        yield Missing(decision, "to_confirm")
