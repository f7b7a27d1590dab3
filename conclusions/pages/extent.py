"""What a review read, in words: how many answers and decisions, and which when they are few."""

from functools import cached_property

from conclusions.domain.extent import Extent, extent_of
from conclusions.reading import Reading


class ReadSoFar:
    """What there was to read in one organisation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def extent(self) -> Extent:
        """What says something, of how many."""
        return extent_of(self.reading.written)

    @property
    def is_little(self) -> bool:
        """True when too little is said to conclude that all holds together."""
        return self.extent.is_little

    @property
    def named(self) -> list[tuple[str, str]]:
        """« Question 7 » and where it is read, for each; nothing once much is said."""
        if not self.is_little:
            return []
        places = (*self.extent.questions, *self.extent.decisions)
        short, url = self.reading.narrator.short, self.reading.url
        return [(short(place), url(place)) for place in places]
