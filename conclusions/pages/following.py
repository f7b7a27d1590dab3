"""The page that gathers what follows: one card for each thing that the dossier entails."""

from collections.abc import Callable

from conclusions.cards import Card
from conclusions.pages import (
    circles,
    course,
    crisis,
    indicators,
    plan,
    practices,
    roles,
    ten_minutes,
    toolbox,
    trust,
    workload,
)
from conclusions.reading import Reading

Carded = Callable[[Reading], Card]

# In the order in which one thinks: where to, with whom, at what cost, who does what, how one
# knows, what was promised, what may go wrong, with which tools. Each page module has its card.
CARDS: tuple[Carded, ...] = (
    course.card,
    circles.card,
    workload.card,
    indicators.card,
    plan.card,
    roles.card,
    trust.card,
    crisis.card,
    practices.card,
    toolbox.card,
    ten_minutes.card,
)


def cards(reading: Reading) -> list[Card]:
    """Every card of an organisation, read from one dossier."""
    return [card(reading) for card in CARDS]
