"""Steps of a set-up that are skipped when nothing they depend on has changed."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from deploy.console import ROOT, VAR, say


@dataclass(frozen=True)
class Step:
    """One thing to set up, known as done by a stamp: the hash of all it depends on."""

    name: str
    work: Callable[[], object]
    inputs: tuple[str, ...] = ()  # patterns, from the root of the project
    outputs: tuple[Path, ...] = ()  # done again when one of them has gone
    salt: str = ""  # what else it depends on
    stamps: Path = VAR / "stamps"

    def run(self) -> None:
        """Do the work unless it is done, and say what was done in one line."""
        if self.is_done:
            return
        began = time.monotonic()
        self.work()
        self.stamps.mkdir(parents=True, exist_ok=True)
        self._stamp.write_text(self._state())
        say(f"  {self.name} ({time.monotonic() - began:.1f} s)")

    @property
    def is_done(self) -> bool:
        """True when it was done from the same inputs and its outputs are still there."""
        kept = self._stamp.read_text() if self._stamp.exists() else ""
        return kept == self._state() and all(output.exists() for output in self.outputs)

    @property
    def _stamp(self) -> Path:
        return self.stamps / re.sub(r"\W+", "-", self.name)

    def _state(self) -> str:
        state = sha256(self.salt.encode())
        for path in self._files():
            state.update(f"\n{path.relative_to(ROOT)}\n".encode())
            state.update(path.read_bytes())
        return state.hexdigest()

    def _files(self) -> Iterator[Path]:
        for pattern in self.inputs:
            yield from sorted(path for path in ROOT.glob(pattern) if path.is_file())
