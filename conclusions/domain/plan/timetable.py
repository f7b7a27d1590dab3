"""The words of the timeline: what is written on its axis and beside its bars."""

from datetime import timedelta

from babel.dates import format_date

from conclusions.domain.plan.frames import FIRST, LAST, WIDE
from conclusions.domain.plan.plan import Plan
from conclusions.domain.plan.telling import PlanTeller, shortened
from conclusions.domain.plan.timeline import Timeline, Wording

# Characters of a name that hold beside a bar.
OWNER = 24


def wording_of(plan: Plan, told: PlanTeller) -> Wording:
    """The words of a plan's drawing."""
    return Wording(
        titles={each.id: told.title(each) for each in plan.actions},
        owners={
            each.id: shortened(told.person(each.owner), OWNER) if each.owner else ""
            for each in plan.actions
        },
        phases=told.words["phases"],
        ticks={
            day: (told.days(day), _day(plan, told, day))
            for day in range(FIRST, LAST + 1, WIDE.step)
        },
        opening=str(told.words["timeline"]["opening"]),
        today=str(told.words["timeline"]["today"]),
    )


def _day(plan: Plan, told: PlanTeller, offset: int) -> str:
    """« 2 févr. »; nothing without an opening, or outside the calendar."""
    try:
        day = plan.opens + timedelta(offset) if plan.opens else None
    except OverflowError:
        return ""
    locale = told.narrator.teller.locale
    return format_date(day, "d\N{NO-BREAK SPACE}MMM", locale=locale) if day else ""


def title_of(told: PlanTeller, number: int, of: int) -> str:
    """What a drawing is called, where there are several of them."""
    words = told.words["timeline"]
    if of == 1:
        return str(words["title"])
    return str(words["part"]).format(number=number, of=of)


def text_of(told: PlanTeller, drawing: Timeline) -> str:
    """The same said in words: how much there is of what."""
    counted = {
        "drawn": drawing.drawn,
        "done": sum(each.state == "done" for each in drawing.lines),
        "late": sum(bool(each.notch) for each in drawing.lines),
    }
    return str(told.words["timeline"]["text"]).format(**counted)


def outside_of(plan: Plan, told: PlanTeller, drawings: tuple[Timeline, ...]) -> str:
    """How many actions stand off the timeline; nothing when none does."""
    count = len(plan.actions) - sum(each.drawn for each in drawings)
    return str(told.words["timeline"]["outside"]).format(count=count) if count else ""
