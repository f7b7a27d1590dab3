"""How a space is moderated, as far as it costs hours: what is read, when, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from conclusions.domain import clock
from conclusions.domain.dossier import Choice, Dossier
from conclusions.domain.workload.assumptions import (
    NOTHING,
    WHOLE,
    Assumptions,
    Span,
    exactly,
    model,
)

# Decisions that the hours rest on; one that is not taken counts as the charter proposes it.
WEIGHING = (
    "registration",
    "moderation_mode",
    "moderators",
    "sanctions",
    "reasons",
    "appeal",
    "hours",
)
WEEKS_A_YEAR = 52
WORKING_DAYS = 5
# Beyond, a figure is a slip of the hand.
MOST = Decimal(10**7)
ALL_WEEK = Decimal(168)
SHORTEST = Decimal("0.01")
FIRST_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What the charter says that costs hours; `arrivals` are new members a week, if known."""

    messages: Decimal
    mode: str
    chosen: Mapping[str, tuple[str, ...]]
    opening: str
    # Hours a week when somebody is there, and rounds in them that the delay promised asks for.
    opened: Span
    rounds: Span
    # New members' messages read first, when the number of members is known.
    arrivals: Decimal | None
    first_messages: Decimal
    supposed: tuple[str, ...]

    @property
    def registration(self) -> frozenset[str]:
        """How one registers; nothing where the host of the page decides."""
        return frozenset(self.chosen["registration"])

    @property
    def on_call(self) -> bool:
        """True when somebody is on call."""
        return "on_call" in self.chosen["hours"]

    @property
    def has_provider(self) -> bool:
        """True when a provider moderates."""
        return "provider" in self.chosen["moderators"]

    @property
    def volunteers(self) -> Span:
        """The part of the hours that volunteers take."""
        low, high = self.weight("moderators", NOTHING)
        return Span(low / 100, high / 100)

    @property
    def odd(self) -> Span:
        """The part of the hours opened that no office is open in."""
        office = model().weights["hours"]["business_hours"]
        ends = [
            max(Decimal(0), opened - usual) / opened if opened else Decimal(0)
            for opened, usual in zip(self.opened, office, strict=True)
        ]
        return Span(min(ends), max(ends))

    def weight(self, decision: str, otherwise: Span) -> Span:
        """What the main option of a decision weighs."""
        options = self.chosen[decision]
        return model().weights[decision].get(options[0], otherwise) if options else otherwise

    def added(self, decision: str) -> Span:
        """Hours that the options of a decision add to each measure."""
        total = NOTHING
        for option in self.chosen[decision]:
            total = total.plus(model().weights[decision].get(option, NOTHING))
        return Span(total.low / 60, total.high / 60)

    def read_first(self, given: Assumptions) -> Span:
        """Messages a week that a person reads before they appear."""
        everything = exactly(self.messages)
        filtered = everything.times(given.share("filtered_share"))
        held = {
            "before_publication": everything,
            "hybrid": self._newcomers(given).plus(filtered),
            "automatic": filtered,
        }
        return held.get(self.mode, NOTHING).at_most(everything)

    def read_after(self, given: Assumptions) -> Span:
        """Messages a week that a person reads once they have appeared, of their own accord."""
        if self.mode == "after_publication":
            return exactly(self.messages)
        if self.mode != "hybrid":
            return NOTHING
        rest = exactly(self.messages - self.read_first(given).high)
        return rest.times(given.share("sampled_share"))

    def _newcomers(self, given: Assumptions) -> Span:
        if self.arrivals is None:
            return exactly(self.messages).times(given.share("newcomer_share"))
        return exactly(self.arrivals * self.first_messages)


def setting_of(dossier: Dossier) -> Setting | None:
    """How the space is moderated; None while it or its messages are unknown."""
    space, hours = dossier.choice("space"), _based(dossier.choice("hours"))
    messages = _positive(space.number("weekly_messages"))
    if messages is None or not dossier.applies("moderation_mode"):
        return None
    chosen = {each: _chosen(dossier, each) for each in WEIGHING}
    opening = _opening(hours, chosen["hours"])
    opened = _opened(hours.detail("weekly_hours"), opening)
    members = _positive(space.number("expected_members"))
    first = _positive(dossier.choice("moderation_mode").number("first_messages"))
    return Setting(
        messages=messages,
        mode=chosen["moderation_mode"][0],
        chosen=chosen,
        opening=opening,
        opened=opened,
        rounds=_rounds(_promised(hours), opened),
        arrivals=None if members is None else members / WEEKS_A_YEAR,
        first_messages=Decimal(FIRST_MESSAGES) if first is None else first,
        supposed=tuple(each for each in WEIGHING if chosen[each] and _is_open(dossier, each)),
    )


def _positive(number: Decimal | None) -> Decimal | None:
    return None if number is None or number < 0 else min(number, MOST)


def _is_open(dossier: Dossier, decision: str) -> bool:
    return not dossier.choice(decision).is_taken


def _chosen(dossier: Dossier, decision: str) -> tuple[str, ...]:
    choice = dossier.choice(decision)
    if choice.is_taken or not dossier.applies(decision):
        return choice.options
    return choice.decision.default


def _based(hours: Choice) -> Choice:
    """The hours decided; on-call duty without the hours that it adds to has those proposed.

    What these hours call for, their delay and their times, then counts as well.
    """
    admitted = [base for each in hours.options for base in _bases(hours, each)]
    base = hours.header.get("base")
    if not admitted or base in admitted:
        return hours
    held = {**hours.header.held, "base": hours.decision.default_base or admitted[0]}
    return replace(hours, header=hours.header._replace(held=held))


def _bases(hours: Choice, option: str) -> tuple[str, ...]:
    asked = hours.decision.option(option)
    return asked.asks if asked else ()


def _opening(hours: Choice, options: tuple[str, ...]) -> str:
    """When somebody is there; with on-call duty, the hours that it adds to."""
    admitted, base = _bases(hours, options[0]), hours.header.get("base")
    if not admitted:
        return options[0]
    return str(base) if base in admitted else hours.decision.default_base or admitted[0]


def _opened(written: Any, opening: str) -> Span:
    """Hours a week when somebody is there: those written, or what we suppose."""
    usual = model().weights["hours"].get(opening, NOTHING)
    if opening == "around_the_clock" or not isinstance(written, list):
        return usual
    minutes = sum(end - start for start, end in clock.spans(written))
    return exactly(min(Decimal(minutes) / 60, ALL_WEEK)) if minutes else usual


def _promised(hours: Choice) -> Any:
    """The delay promised; the one that the charter proposes while nothing is decided."""
    asked = hours.decision.detail("delay")
    return hours.detail("delay") if hours.is_taken or asked is None else asked.default


def _rounds(written: Any, opened: Span) -> Span:
    """Rounds a week that keep a delay: one at least for each time it runs out."""
    counted, amount = clock.delay(written) or ("working_day", Decimal(1))
    amount = max(amount, SHORTEST)
    weekly = {
        "calendar": exactly(ALL_WEEK),
        "working_hour": opened,
        "working_day": exactly(WORKING_DAYS),
    }
    low, high = weekly[counted]
    return Span(low / amount, high / amount).at_most(opened).at_least(WHOLE)
