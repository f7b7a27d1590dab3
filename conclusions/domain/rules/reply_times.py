"""Promises of time: question 15 with its hours, the charter's own, the red level."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from conclusions.domain import clock
from conclusions.domain.dossier import QUESTION, Cells, Choice, Dossier, Read, named
from conclusions.domain.findings import Found, Place, idle
from conclusions.domain.registry import rule

TIMES = "reply_times"
PROMISED = f"{TIMES}.places"
# What is promised to whoever writes; a resolution is another promise.
GENERAL = ("announced_delay", "acknowledgement")
EXTENDED = "extended_hours"
ON_CALL = "on_call"
# Hours that the charter posts, with nobody between them but for emergencies.
POSTED = ("business_hours", EXTENDED, "frozen", ON_CALL)
# Nobody works on Saturday and Sunday where business hours are all that is said.
WEEKEND = 2 * 24
NOT_ON_CALL = ("waiting_message", "nothing")


class Promise(NamedTuple):
    """One delay of question 15: where it stands, how long it is."""

    cells: Cells
    name: str
    delay: clock.Delay

    def covered(self, header: Cells) -> list[clock.Span]:
        """The hours that go with it: those of its row, or the general ones."""
        return self.cells.hours("hours") or header.hours("covered_hours")

    def read(self) -> Sequence[Read]:
        """The delay and the hours of its row, as what a rule has read."""
        names = (self.name, "hours") if self.cells.row else (self.name,)
        return self.cells.read(*names)


def promises(dossier: Dossier, *names: str) -> Iterator[Promise]:
    """Each delay of question 15 that goes by one of these names."""
    said = (dossier.header(TIMES), *dossier.rows(PROMISED))
    return (
        Promise(cells, name, delay)
        for cells in said
        for name in names
        if (delay := cells.delay(name))
    )


@rule("R06")
def promise_while_away(dossier: Dossier, as_of: date) -> Found | None:
    """A delay runs out before anybody is back."""
    header = dossier.header(TIMES)
    if header.get("out_of_hours") == "on_call":
        return None
    # No gap is longer than a week: most delays need no look at the hours.
    short = [each for each in promises(dossier, *GENERAL, "resolution") if _is_short(each.delay)]
    broken = [each for each in short if _runs_out(each.delay, each.covered(header))]
    if not broken:
        return None
    reads = tuple(read for each in broken for read in each.read())
    first = broken[0]
    values: dict[str, Any] = {"delay": reads[0], "gap": _gap(first.covered(header))}
    told = (*header.read("covered_hours", "out_of_hours"), *reads)
    if not first.cells.row:
        return Found(_once(told), values)
    values |= {"places": named([first.cells], PROMISED)}
    return Found(_once(told), values, "place", _leads(first))


def _leads(promise: Promise) -> dict[str, Place]:
    """To the delay of its row, and to the hours of its row when it has its own."""
    own = {"announced_delay": promise.name}
    if promise.cells.hours("hours"):
        own["covered_hours"] = "hours"
    path = promise.cells.path
    return {
        f"{TIMES}.{name}": Place(QUESTION, TIMES, f"{path}/{column}")
        for name, column in own.items()
    }


@rule("X29")
def charter_delay_while_away(dossier: Dossier, as_of: date) -> Found | None:
    """The charter's own delay runs out between the hours that it publishes."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    promised = hours.told("delay", "weekly_hours")
    covered = promised.hours("weekly_hours")
    if hours.has("on_call") or header.get("out_of_hours") == "on_call":
        return None
    delay = promised.delay("delay")
    if delay is None or not _is_short(delay) or not _runs_out(delay, covered):
        return None
    reads = hours.read("delay", "weekly_hours")
    return Found(reads, {"delay": reads[1], "gap": _gap(covered)})


@rule("X80")
def reply_while_charter_is_away(dossier: Dossier, as_of: date) -> Found | None:
    """The delay of question 15 runs out between the hours that the charter publishes."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    delay, published = header.delay("announced_delay"), hours.header.hours("weekly_hours")
    if not hours.has(*POSTED) or header.get("out_of_hours") == ON_CALL:
        return None
    # An emergency contact of the charter alone is told by X03.
    if hours.has(ON_CALL) and header.get("out_of_hours") in NOT_ON_CALL:
        return None
    if delay is None or not _is_short(delay) or promise_while_away(dossier, as_of):
        return None
    reads = header.read("announced_delay", "out_of_hours") + hours.read("weekly_hours")
    if _runs_out(delay, published):
        return Found(reads, {"delay": reads[0], "gap": _gap(published)})
    if published or not hours.has("business_hours") or delay[1] >= WEEKEND:
        return None
    return Found(reads, {"delay": reads[0]}, "weekend")


def _is_short(delay: clock.Delay) -> bool:
    """True when it runs by night and on Sundays, for less than a week."""
    return delay[0] == clock.CALENDAR and delay[1] < clock.WEEK_HOURS


def _runs_out(delay: clock.Delay, covered: list[clock.Span]) -> bool:
    return bool(covered) and delay[1] < clock.longest_gap(covered)


def _gap(covered: list[clock.Span]) -> Decimal:
    return round(clock.longest_gap(covered), 1)


def _once(reads: Sequence[Read]) -> Sequence[Read]:
    return tuple({(each.kind, each.id, each.path): each for each in reads}.values())


@rule("X01")
def two_reply_delays(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises a delay that question 15 promises nowhere."""
    hours = dossier.choice("hours")
    promised = hours.told("delay").delay("delay")
    if promised is None:
        return None
    differs = clock.differ if hours.settled("delay") else _lets_down
    if not all(differs(promised, each.delay) for each in promises(dossier, *GENERAL)):
        return None
    held = list(promises(dossier, *GENERAL))
    if not held:
        return None
    reads = (*(read for each in held for read in each.cells.read(each.name)), *hours.read("delay"))
    return Found(reads, {"strategy": reads[0], "charter": reads[-1]})


def _lets_down(default: clock.Delay, other: clock.Delay) -> bool:
    """True unless what nobody chose is no sooner than what is promised: then it is kept."""
    return not clock.no_later(other, default) and clock.differ(default, other)


@rule("X02")
def charter_hours_not_covered(dossier: Dossier, as_of: date) -> Found | None:
    """The charter publishes hours, or seven days, at which question 15 has nobody."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    published = hours.told("weekly_hours").hours("weekly_hours")
    if not published:
        return _seven_days(dossier, hours)
    if clock.covers(header.hours("covered_hours"), published):
        return None
    held = _held(dossier)
    if not held or clock.covers(held, published):
        return None
    reads = (*hours.read("weekly_hours"), *header.read("covered_hours"))
    return Found(reads, {"published": reads[1]})


def _seven_days(dossier: Dossier, hours: Choice) -> Found | None:
    on_call = hours.has("on_call") and hours.header.get("base") == EXTENDED
    held = _held(dossier) if on_call or hours.has(EXTENDED) else []
    if not held or clock.every_day(held):
        return None
    reads = (*hours.read(), *dossier.header(TIMES).read("covered_hours"))
    return Found(reads, {}, "seven_days")


def _held(dossier: Dossier) -> list[clock.Span]:
    """The hours of question 15, those of its rows included."""
    elsewhere = [span for row in dossier.rows(PROMISED) for span in row.hours("hours")]
    return clock.joined([*dossier.header(TIMES).hours("covered_hours"), *elsewhere])


@rule("X03")
def on_call_in_the_charter_only(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises somebody at any hour, question 15 does not."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    if not hours.has("on_call", "around_the_clock"):
        return None
    if header.get("out_of_hours") not in NOT_ON_CALL:
        return None
    # Whoever is there all week long needs nobody on call; a day may end at 23:59.
    covered = header.hours("covered_hours")
    if covered and clock.longest_gap(covered) * 60 <= 1:
        return None
    return Found((*hours.read(), *header.read("covered_hours", "out_of_hours")))


@rule("X04")
def nobody_on_call(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody is promised out of hours, and the red level names nobody."""
    hours, header = dossier.choice("hours"), dossier.header(TIMES)
    red = _red(dossier)
    there = header.get("out_of_hours") == "on_call"
    causes = {
        "charter.hours": hours.read() if hours.has("on_call") else (),
        f"{TIMES}.out_of_hours": header.read("out_of_hours") if there else (),
    }
    told = tuple(read for each in causes.values() for read in each)
    if not told or red is None or red.get("out_of_hours"):
        return None
    return Found((*told, *red.read("out_of_hours")), idle=idle(causes))


@rule("X26")
def red_level_slower_than_charter(dossier: Dossier, as_of: date) -> Found | None:
    """The charter promises an urgent answer sooner than the red level decides."""
    hours, red = dossier.choice("hours"), _red(dossier)
    urgent = hours.told("urgent_delay").delay("urgent_delay")
    if red is None or urgent is None or not hours.settled("urgent_delay"):
        return None
    decided = red.delay("maximum_delay")
    if decided is None or not clock.sooner(urgent, decided):
        return None
    reads = (*red.read("maximum_delay"), *hours.read("urgent_delay"))
    return Found(reads, {"red": reads[0], "charter": reads[-1]})


def _red(dossier: Dossier) -> Cells | None:
    return _level(dossier, "red")


def _level(dossier: Dossier, level: str) -> Cells | None:
    return next((row for row in dossier.rows("arbiters.levels") if row.row == level), None)


@rule("X91")
def green_level_slower_than_promised(dossier: Dossier, as_of: date) -> Found | None:
    """Question 15 promises an answer sooner than the green level gives one."""
    header, green = dossier.header(TIMES), _level(dossier, "green")
    promised = header.delay("announced_delay")
    decided = green.delay("maximum_delay") if green else None
    if promised is None or green is None or decided is None or not clock.sooner(promised, decided):
        return None
    reads = header.read("announced_delay") + green.read("maximum_delay")
    return Found(reads, {"delay": reads[0], "green": reads[1]})


@rule("X92")
def promised_and_nobody_answers(dossier: Dossier, as_of: date) -> Found | None:
    """Question 15 promises a delay, and question 19 says that nobody is in charge of answering."""
    header, replies = dossier.header(TIMES), dossier.header("replies")
    if replies.get("maturity") != "nobody" or header.delay("announced_delay") is None:
        return None
    reads = header.read("announced_delay") + replies.read("maturity")
    return Found(reads, {"delay": reads[0]})
