"""The cards of the page that gathers what follows: one for each thing that the dossier entails."""

from collections.abc import Callable
from dataclasses import dataclass

from conclusions.reading import Reading


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that follows: its title, its address, what it comes to in a sentence or two.

    `figure` is the number one reads first ("12 h", "3 / 8"), `waiting` says what it waits for
    when the answers it rests on are not there.
    """

    title: str
    url: str
    sentence: str
    figure: str = ""
    waiting: str = ""


Carded = Callable[[Reading], Card]

# In the order in which one thinks: where to, with whom, at what cost, who does what, how one
# knows, what was promised, what may go wrong, with which tools.
CARDS: tuple[Carded, ...] = ()


def cards(reading: Reading) -> list[Card]:
    """Every card of an organisation, read from one dossier."""
    return [card(reading) for card in CARDS]
