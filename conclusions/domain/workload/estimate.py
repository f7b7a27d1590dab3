"""What moderation takes: hours by task, people, on-call duty and cost, each from low to high.

A model of our own on the assumptions of assumptions.py: an order of magnitude, not a quote. More
messages never cost less, and reading more of them before they appear never costs less either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from conclusions.domain.dossier import Dossier, Read
from conclusions.domain.workload.assumptions import (
    NOTHING,
    WHOLE,
    Assumptions,
    Span,
    exactly,
    together,
)
from conclusions.domain.workload.moderating import Setting, setting_of

WEEKS_A_YEAR = 52
WEEKS_A_MONTH = Decimal(WEEKS_A_YEAR) / 12
ALL_WEEK = 168
ADMITTING = ("verified_identity", "invitation", "approved_request")
# One person and who stands in; more where the week or the night is covered too.
COVER = {"extended_hours": 3, "around_the_clock": 5}
LEAST_COVER, ON_CALL_COVER = 2, 3


class Task(NamedTuple):
    """Hours a week that one thing takes; its words are in workload.toml, under its id."""

    id: str
    hours: Span


@dataclass(frozen=True, slots=True)
class Workload:
    """What moderation takes in a week, and costs in a year; money in cents."""

    setting: Setting
    assumptions: Assumptions
    tasks: tuple[Task, ...]
    # Hours a week of one's own team, of volunteers and of a provider: together, all the hours.
    team: Span
    volunteers: Span
    provider: Span
    # How many people of one's own it takes, the one who stands in included.
    people: tuple[int, int]
    # Working time of one's own, on-call pay included; what is paid to others.
    inside_year: Span
    outside_year: Span
    # What being on call is paid, whoever is: a part of one of these two.
    duty_year: Span

    @property
    def hours(self) -> Span:
        """Hours a week, whoever gives them."""
        return self.team.plus(self.volunteers).plus(self.provider)

    @property
    def month(self) -> Span:
        """Hours a month."""
        return self.hours.times(exactly(WEEKS_A_MONTH))

    @property
    def own(self) -> Span:
        """Hours a week that question 22 has to give: the team's and the volunteers'."""
        return self.team.plus(self.volunteers)

    @property
    def on_call(self) -> bool:
        """True when somebody is on call."""
        return self.setting.on_call

    @property
    def cost_year(self) -> Span:
        """Cents a year, working time included."""
        return self.inside_year.plus(self.outside_year)

    @property
    def supposed(self) -> tuple[str, ...]:
        """Decisions not taken yet, counted as the charter proposes them."""
        return self.setting.supposed


def workload(dossier: Dossier) -> Workload | None:
    """What moderation takes; None while the space or the messages it receives are unknown."""
    setting = setting_of(dossier)
    return estimate(setting, dossier.once(Assumptions)) if setting else None


def estimate(setting: Setting, given: Assumptions) -> Workload:
    """What moderation so arranged takes, on these assumptions."""
    work = [Task(each, hours) for each, hours in _work(setting, given).items()]
    total = together(task.hours for task in work)
    if setting.opening == "around_the_clock" and not setting.has_provider:
        work.append(Task("presence", _beyond(total)))
        total = total.at_least(exactly(ALL_WEEK))
    entrusted = total if setting.has_provider else total.times(setting.volunteers)
    coordination = entrusted.times(given.share("coordination_share"))
    work.append(Task("coordination", coordination))
    team = Span(total.low - entrusted.low, total.high - entrusted.high).plus(coordination)
    provider, volunteers = (entrusted, NOTHING) if setting.has_provider else (NOTHING, entrusted)
    duty = given.span("on_call_cost").times(exactly(WEEKS_A_YEAR if setting.on_call else 0))
    inside, outside = _costs(setting, given, team=team, provider=provider)
    return Workload(
        setting=setting,
        assumptions=given,
        tasks=tuple(task for task in work if task.hours.high),
        team=team,
        volunteers=volunteers,
        provider=provider,
        people=_people(setting, given, team.plus(volunteers)),
        inside_year=inside if setting.has_provider else inside.plus(duty),
        outside_year=outside.plus(duty) if setting.has_provider else outside,
        duty_year=duty,
    )


def waits_for(dossier: Dossier) -> str:
    """What the workload waits for: "space", "messages", "elsewhere" when others moderate."""
    space = dossier.choice("space")
    if not space.is_taken:
        return "space"
    if not _moderated(dossier):
        return "elsewhere"
    return "" if setting_of(dossier) else "messages"


def reads_of(dossier: Dossier) -> Sequence[Read]:
    """The decisions that the workload rests on, as what a rule has read."""
    return (
        *dossier.choice("space").read("weekly_messages"),
        *dossier.choice("moderation_mode").read(),
    )


def imagined(dossier: Dossier, *, messages: int, mode: str) -> Dossier:
    """The same dossier with other messages and another mode; nothing is saved."""
    decided = dict(dossier.decided)
    for decision, changes in (
        ("space", {"weekly_messages": str(messages)}),
        ("moderation_mode", {"options": [mode]}),
    ):
        header = {**dossier.choice(decision).header.held, **changes}
        decided[decision] = {**decided.get(decision, {}), "value": {"header": header}}
    return Dossier(
        {"organisation": dossier.profile, "answers": dossier.answers, "decisions": decided}
    )


def _moderated(dossier: Dossier) -> bool:
    return dossier.applies("moderation_mode")


def _beyond(total: Span) -> Span:
    """Hours of presence that the work does not fill: the more work, the fewer."""
    return Span(*(max(Decimal(0), ALL_WEEK - end) for end in reversed(total)))


def _work(setting: Setting, given: Assumptions) -> dict[str, Span]:
    """Hours a week by task, before anyone shares them out."""
    messages = exactly(setting.messages)
    first, after = setting.read_first(given), setting.read_after(given)
    # Whoever must approve a message cannot spend less time on it than whoever only reads it.
    minutes = given.hours("first_minutes").at_least(given.hours("after_minutes"))
    measures = messages.times(given.share("action_share"), setting.weight("registration", WHOLE))
    reasons = setting.added("sanctions").plus(setting.added("reasons"))
    per_measure = given.hours("action_minutes").plus(reasons)
    appeals = measures.times(given.share("appeal_share"), setting.weight("appeal", NOTHING))
    return {
        "reading_first": first.times(minutes),
        "reading_after": after.times(given.hours("after_minutes")),
        "reports": messages.times(given.share("reported_share"), given.hours("report_minutes")),
        "measures": measures.times(per_measure),
        "appeals": appeals.times(given.hours("appeal_minutes")),
        "answers": messages.times(given.share("answer_share"), given.hours("answer_minutes")),
        "admissions": _arrivals(setting).times(given.hours("admission_minutes")),
        "rounds": setting.rounds.times(given.hours("round_minutes")),
        "on_call": given.hours("on_call_minutes") if setting.on_call else NOTHING,
    }


def _arrivals(setting: Setting) -> Span:
    """New members a week whom a person lets in."""
    admits = not setting.registration.isdisjoint(ADMITTING)
    return exactly(setting.arrivals or 0) if admits else NOTHING


def _costs(
    setting: Setting, given: Assumptions, *, team: Span, provider: Span
) -> tuple[Span, Span]:
    """Cents a year: one's own working time, and a provider's, on-call duty left out."""
    year = exactly(WEEKS_A_YEAR)
    extra = WHOLE.plus(setting.odd.times(given.share("odd_hours_extra")))
    inside = team.times(given.span("hourly_cost"), extra, year)
    outside = provider.times(given.span("provider_cost"), year)
    return inside, outside


def _people(setting: Setting, given: Assumptions, own: Span) -> tuple[int, int]:
    """How many people it takes, at the low and the high end."""
    absence, useful = given.share("absence_share"), given.span("person_hours")
    least = max(
        COVER.get(setting.opening, LEAST_COVER) if not setting.has_provider else LEAST_COVER,
        ON_CALL_COVER if setting.on_call and not setting.has_provider else LEAST_COVER,
    )
    ends = (
        own.low * (1 + absence.low) / useful.high,
        own.high * (1 + absence.high) / useful.low,
    )
    low, high = (max(least, int(end.to_integral_value(ROUND_CEILING))) for end in ends)
    return low, high
