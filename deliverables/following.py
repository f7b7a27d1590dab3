"""What chapters on what follows are composed with, and the order in which they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from conclusions.domain.dossier import Dossier
from deliverables.reader import Reader
from deliverables.tree import Chapter


@dataclass(frozen=True)
class Following:
    """One dossier on the day of its document; no chapter asks for anything else."""

    reader: Reader
    as_of: date

    @cached_property
    def dossier(self) -> Dossier:
        """What the organisation said, each value with its type."""
        return Dossier(self.reader.dossier)


# A chapter, or none when there is nothing to say in it.
Composed = Callable[[Following], Iterator[Chapter]]

# Before the answers: where one goes, and with whom.
BEFORE_ANSWERS: tuple[Composed, ...] = ()
# After the contradictions: what is to be done, by whom, measured how, promised to whom.
AFTER_CONTRADICTIONS: tuple[Composed, ...] = ()


def chapters(following: Following, composed: tuple[Composed, ...]) -> Iterator[Chapter]:
    """These chapters, those that have something to say."""
    return (chapter for compose in composed for chapter in compose(following))
