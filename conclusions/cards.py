"""A card: one thing that the dossier entails, on the page that gathers them all."""

from dataclasses import dataclass


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
