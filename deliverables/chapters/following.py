"""What chapters on what follows are composed with."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from conclusions.domain.dossier import Dossier
from conclusions.domain.telling import Narrator
from deliverables.chapters.contradictions import Reviewed
from deliverables.reader import Reader


@dataclass(frozen=True)
class Following:
    """One dossier on the day of its document; no chapter asks for anything else."""

    reader: Reader
    as_of: date
    # Codes of the exceptions that hold, where the dossier is no longer as it was accepted.
    holding: frozenset[str] | None = None

    @property
    def dossier(self) -> Dossier:
        """What the organisation said, each value with its type."""
        return self.narrator.dossier

    @property
    def narrator(self) -> Narrator:
        """The words of what follows, in the language of the document."""
        return self.reviewed.narrator

    @cached_property
    def reviewed(self) -> Reviewed:
        """What the rules find on that day, and what is accepted."""
        return Reviewed(self.reader, self.as_of, self.holding)
