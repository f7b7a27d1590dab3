"""What chapters on what follows are composed with."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from conclusions.domain.dossier import Dossier
from conclusions.domain.telling import Narrator
from deliverables.contradictions import Reviewed
from deliverables.reader import Reader


@dataclass(frozen=True)
class Following:
    """One dossier on the day of its document; no chapter asks for anything else."""

    reader: Reader
    as_of: date
    # Codes of the exceptions that hold, where the dossier is no longer as it was accepted.
    holding: frozenset[str] | None = None

    @cached_property
    def dossier(self) -> Dossier:
        """What the organisation said, each value with its type."""
        return Dossier(self.reader.dossier)

    @cached_property
    def narrator(self) -> Narrator:
        """The words of what follows, in the language of the document."""
        return Narrator(self.reader.dossier, self.reader.language)

    @cached_property
    def reviewed(self) -> Reviewed:
        """What the rules find on that day, and what is accepted."""
        return Reviewed(self.reader, self.as_of, self.holding)
