"""The document's own words, in its language.

They are content, not gettext: a document's language is not the interface's, a worker has no
interface, and the words must be the same whether catalogues are compiled or not.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from strategy.domain.loading import STRUCTURE, read_in, tells_mistakes, words_by_place

CONTENT = Path(__file__).resolve().parent / "content"


class Words(dict[str, str]):
    """Words by their place in the files: `words["control.title"]`."""

    def say(self, place: str, **values: Any) -> str:
        """A sentence with its blanks filled."""
        return self[place].format(**values)

    def label(self, group: str, key: str) -> str:
        """What one of a group is called; its id when nobody named it."""
        return self.get(f"{group}.{key}", key)


@lru_cache
def words(language: str) -> Words:
    """The words of one language, read once per process."""
    found = Words()
    for path in sorted(CONTENT.glob("*.toml")):
        found.update(words_by_place(path, language))
    return found


def problems(folder: Path = CONTENT) -> Iterator[str]:
    """What keeps a file of words from being read."""
    for path in sorted(folder.glob("*.toml")):
        yield from _unread(path)


@tells_mistakes
def _unread(path: Path) -> Iterator[str]:
    yield from () if read_in(path, STRUCTURE) else (f"{path.name}: no words in it.",)
