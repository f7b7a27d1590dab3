"""The crisis kit against itself: questions 5 and 16, decision 14, the register of the kit."""

import re
from datetime import date

from conclusions.domain import clock
from conclusions.domain.crisis.kit import ARBITERS, BY_DAY, REACH, TRIGGERS, kit
from conclusions.domain.dossier import Dossier, Read, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule

# A number or an address by which somebody is reached, whatever stands between two digits.
NUMBER, ADDRESS = re.compile(r"\d(?:[\s.()/-]*\d){7,}"), re.compile(r"[\w.+-]+@[\w.-]+\w")
# The digits that stay when a country's code comes before a number.
OWN_DIGITS = 9


@rule("X61")
def level_out_of_reach(dossier: Dossier, as_of: date) -> Found | None:
    """Ways to reach people are written down, and one level has nobody who can be reached."""
    bare = [
        level.arbiter
        for level in dossier.once(kit).levels
        if level.by_day and not level.reached_by_day
    ]
    if not dossier.rows(REACH) or not bare:
        return None
    reads = cells(bare, "decider") + dossier.column(f"{REACH}.person")
    return Found(reads, {"levels": named(bare, ARBITERS)})


@rule("X62")
def red_level_out_of_reach_at_night(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises somebody at any hour, and the kit reaches nobody at night."""
    known = dossier.once(kit)
    red = known.red
    if not known.on_call or not dossier.rows(REACH) or not red.by_night or red.reached_by_night:
        return None
    reads = (*dossier.choice("hours").read(), *red.arbiter.read("out_of_hours"))
    return Found(reads + dossier.column(f"{REACH}.out_of_hours"))


@rule("X63")
def first_act_after_the_promise(dossier: Dossier, as_of: date) -> Found | None:
    """The first act of a red trigger comes later than the charter promises to act."""
    hours = dossier.choice("hours")
    promised = hours.told("urgent_delay").delay("urgent_delay")
    if promised is None or not hours.settled("urgent_delay"):
        return None
    late = [
        row
        for row in dossier.once(kit).red.triggers
        if (delay := row.delay("delay")) and clock.sooner(promised, delay)
    ]
    if not late:
        return None
    read = cells(late, "delay")
    promise = hours.read("urgent_delay")
    values = {"triggers": named(late, TRIGGERS), "delay": read[0], "promised": promise[-1]}
    return Found((*read, *promise), values)


@rule("X64")
def deciders_left_out(dossier: Dossier, as_of: date) -> Found | None:
    """A trigger tells people, and none of those who decide at its level."""
    for level in dossier.once(kit).levels:
        deciding = {person for each in BY_DAY if (person := level.arbiter.text(each))}
        left_out = [
            row
            for row in level.triggers
            if row.several("informed") and deciding.isdisjoint(row.several("informed"))
        ]
        if level.person and left_out:
            decider: Read = level.arbiter.read("decider")[0]
            reads = (*cells(left_out, "informed"), decider)
            return Found(reads, {"triggers": named(left_out, TRIGGERS), "person": decider})
    return None


@rule("X65")
def own_number_published(dossier: Dossier, as_of: date) -> Found | None:
    """The emergency contact that the charter publishes is one person's own."""
    hours = dossier.choice("hours")
    published = _ways(str(hours.detail("urgent_contact") or ""))
    if not published:
        return None
    own = [
        row
        for row in dossier.rows(REACH)
        if published & (_ways(row.text("by_day") or "") | _ways(row.text("out_of_hours") or ""))
    ]
    if not own:
        return None
    person = own[0].read("person")[0]
    reads = hours.read("urgent_contact") + cells(own, "by_day", "out_of_hours")
    return Found(reads, {"person": person})


def _ways(words: str) -> set[str]:
    numbers = {re.sub(r"\D", "", each)[-OWN_DIGITS:] for each in NUMBER.findall(words)}
    return numbers | {each.lower() for each in ADDRESS.findall(words)}
