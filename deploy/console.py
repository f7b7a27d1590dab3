"""Lines said to the person who typed the command, and other programs run for them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"


ENDS = (signal.SIGTERM, signal.SIGHUP)


class HungUp(KeyboardInterrupt):
    """The terminal that the command was typed in has closed."""


class StopError(Exception):
    """The end of the command, with the sentence that says why and what to do."""


def say(line: str) -> None:
    """Print one line at once, even into a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(command: Iterable[str | Path], **environment: str) -> int:
    """Run a program that speaks for itself, to its end or to ours; its exit status."""
    words = [str(word) for word in command]
    program = subprocess.Popen(words, cwd=ROOT, env=os.environ | environment)
    try:
        return program.wait()
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait()


def quietly(command: Iterable[str | Path], **environment: str) -> str:
    """What a program printed; StopError, with all of it, when the program fails."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | environment,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise StopError(f"{' '.join(words)}\n{done.stdout.rstrip()}")
    return done.stdout


def end_as_by_ctrl_c() -> None:
    """Let a TERM signal, or a terminal that closes, stop what was started, as Ctrl-C does.

    Only the first signal counts; a hang-up that `nohup` asked to ignore stays ignored.
    """
    heard = [each for each in ENDS if signal.getsignal(each) != signal.SIG_IGN]

    def end(received: int, _frame: FrameType | None) -> NoReturn:
        for each in heard:
            signal.signal(each, signal.SIG_IGN)
        raise HungUp if received == signal.SIGHUP else KeyboardInterrupt

    for each in heard:
        signal.signal(each, end)


def succeeds(command: Iterable[str | Path]) -> bool:
    """True when a program ends well, whatever it prints."""
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    )
    return done.returncode == 0
