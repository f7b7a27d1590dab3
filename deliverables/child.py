"""Work done in a forked child whose time, memory and files are limited.

A document is made from what people type, and nobody can say beforehand how long that takes.
The child inherits what the parent has loaded, so that a render starts at once; what it does
wrong ends with it.
"""

import errno
import gc
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any, Generic, NoReturn, Self, TypeVar

Result = TypeVar("Result")

# The largest dossier takes 90 on our reference machine: one that is half as fast must do it too.
CPU_SECONDS = 300
MEMORY = 2 * 1024**3
FILE = 100 * 1024**2
# Far beyond the processor's limit: only for a child that waits for something.
WALL_SECONDS = 900
# Objects made between two searches for garbage: a quarter of the time of a render otherwise.
RARELY = 5_000_000


class LimitReachedError(Exception):
    """The child used up its time, memory or file size."""


class ChildError(Exception):
    """The child ended in a way nobody foresaw."""


class Running(Generic[Result]):
    """Work that goes on in a child beside us; leaving the block ends what is not finished."""

    def __init__(self, work: Callable[[], Result], *expected: type[Exception]) -> None:
        reading, writing = os.pipe()
        self.child = os.fork()
        if self.child == 0:  # pragma: no cover
            os.close(reading)
            _live(work, writing, expected)
        os.close(writing)
        self.pipe = os.fdopen(reading, "rb")
        self.status: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.pipe.close()
        if self.status is None:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)

    def result(self) -> Result:
        """What the work returns, or the exception it raised when it is one of those expected."""
        answer = self.pipe.read()
        _, self.status = os.waitpid(self.child, 0)
        if not answer:
            raise _end_of(self.status)
        # Written by our own child a moment ago.
        result: Any = pickle.loads(answer)  # noqa: S301
        if isinstance(result, Exception):
            raise result
        return result


def in_child(work: Callable[[], Result], *expected: type[Exception]) -> Result:
    """What the work returns, or the exception it raised when it is one of those expected."""
    with Running(work, *expected) as running:
        return running.result()


def _live(
    work: Callable[[], Any], writing: int, expected: tuple[type[Exception], ...]
) -> NoReturn:  # pragma: no cover
    # Whatever happens, the child never comes back into the code that forked it.
    try:
        _limit()
        # Nothing made before can be garbage here, and little of what a render makes is.
        gc.freeze()
        gc.set_threshold(RARELY)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_pickled(_answer(work, expected)))
        sys.stdout.flush()
    finally:
        os._exit(0)


def _answer(
    work: Callable[[], Any], expected: tuple[type[Exception], ...]
) -> Any:  # pragma: no cover
    try:
        return work()
    except expected as error:
        return error
    except MemoryError:
        return LimitReachedError("memory")
    except OSError as error:
        too_large = error.errno == errno.EFBIG
        return LimitReachedError("file") if too_large else ChildError(repr(error))
    except BaseException as error:
        return ChildError(repr(error))


def _pickled(answer: Any) -> bytes:  # pragma: no cover
    try:
        return pickle.dumps(answer)
    except Exception as error:
        return pickle.dumps(ChildError(repr(error)))


def _limit() -> None:  # pragma: no cover
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.alarm(WALL_SECONDS)
    for what, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))


def _end_of(status: int) -> Exception:
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    # The kernel's ways of saying that there is no more: time, memory, waiting.
    if ended_by in {signal.SIGXCPU, signal.SIGKILL, signal.SIGALRM, signal.SIGXFSZ}:
        return LimitReachedError(signal.Signals(ended_by).name)
    return ChildError(f"status {status}")
