"""What roles and crises are told with: words of their theme, names and cells of the dossier."""

from typing import ClassVar, NamedTuple

from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.telling import Narrator
from conclusions.domain.theme_words import words


class Run(NamedTuple):
    """Some words; `typed` when they are in the language of the dossier, as a person's own are."""

    words: str
    typed: bool = False


class ThemeTelling:
    """One theme of one dossier in one language, the same words on screen and on paper."""

    theme: ClassVar[str]

    def __init__(self, dossier: Dossier, narrator: Narrator) -> None:
        self.dossier = dossier
        self.narrator = narrator
        self.words = words(self.theme, narrator.language)

    def say(self, place: str, **values: str) -> Run:
        """Our own words."""
        return Run(self.words[place].format(**values))

    def person(self, key: str) -> str:
        """The name of a person."""
        return self.narrator.teller.person(key)

    def people(self, keys: tuple[str, ...]) -> str:
        """Names on one line."""
        return ", ".join(self.person(each) for each in keys)

    def cell(self, row: Cells, column: str) -> Run:
        """One cell of a row."""
        table = self.narrator.asked.linked(f"{row.id}.{row.table}")[1]
        asked = table.column(column)
        told = self.narrator.teller.tell(asked, row.get(column)) if asked else None
        return Run(told.words, told.typed) if told else Run("")
