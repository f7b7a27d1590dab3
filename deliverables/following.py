"""What chapters on what follows are composed with."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from conclusions.domain.dossier import Dossier
from deliverables.reader import Reader


@dataclass(frozen=True)
class Following:
    """One dossier on the day of its document; no chapter asks for anything else."""

    reader: Reader
    as_of: date

    @cached_property
    def dossier(self) -> Dossier:
        """What the organisation said, each value with its type."""
        return Dossier(self.reader.dossier)
