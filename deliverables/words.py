"""The document's own words, in its language.

They are content, not gettext: a document's language is not the interface's, a worker has no
interface, and the words must be the same whether catalogues are compiled or not.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from strategy.domain.loading import LANGUAGES, ContentError, in_language, name_of, read

CONTENT = Path(__file__).resolve().parent / "content"


class Words(dict[str, str]):
    """Words by their place in the files: `words["control.title"]`."""

    def say(self, place: str, **values: Any) -> str:
        """A sentence with its blanks filled."""
        return self[place].format(**values)

    def label(self, group: str, key: str) -> str:
        """What one of a group is called; its id when nobody named it."""
        return self.get(f"{group}.{key}", key)


def _flat(written: dict[str, Any], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in written.items():
        place = f"{above}{key}"
        found |= _flat(value, f"{place}.") if isinstance(value, dict) else {place: value}
    return found


@lru_cache
def words(language: str) -> Words:
    """The words of one language, read once per process."""
    found = Words()
    for path in sorted(CONTENT.glob("*.toml")):
        found.update(_flat(in_language(read(path), language, name_of(path))))
    return found


def problems(folder: Path = CONTENT) -> Iterator[str]:
    """What keeps a file of words from being read."""
    for path in sorted(folder.glob("*.toml")):
        try:
            in_language(read(path), LANGUAGES[0], name_of(path))
        except ContentError as error:
            yield str(error)
