"""Work in a limited child: what comes back, and that the child itself never does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deliverables.child import ChildError, LimitReachedError, Running, in_child


class ExpectedError(Exception):
    pass


def refuse():
    raise ExpectedError("said")


def fill_memory():
    return len(bytearray(8 * 1024**3))


def test_a_child_gives_back_what_the_work_returns():
    assert in_child(lambda: {"pages": 3}) == {"pages": 3}


def test_an_expected_exception_comes_back_as_it_was():
    with pytest.raises(ExpectedError, match="said"):
        in_child(refuse, ExpectedError)


def test_any_other_exception_is_the_childs():
    with pytest.raises(ChildError, match="said"):
        in_child(refuse)


def test_an_answer_that_cannot_travel_is_the_childs_fault():
    with pytest.raises(ChildError):
        in_child(lambda: lambda: 1)


def test_too_much_memory_is_a_limit():
    with pytest.raises(LimitReachedError):
        in_child(fill_memory)


def test_work_goes_on_beside_ours():
    with Running(os.getpid) as first, Running(os.getpid) as second:
        assert len({os.getpid(), first.result(), second.result()}) == 3


def test_work_that_nobody_waits_for_is_ended():
    with pytest.raises(ExpectedError), Running(lambda: time.sleep(60)) as running:
        refuse()

    with pytest.raises(ProcessLookupError):
        os.kill(running.child, 0)


PARENT = """
import sys, time
from deliverables.child import in_child
try:
    in_child(lambda: (print("ready", flush=True), time.sleep(1))[0])
finally:
    open(sys.argv[1], "a").write("went on")
"""


def test_a_child_whose_parent_was_killed_does_not_go_on_as_the_parent(tmp_path):
    mark = tmp_path / "mark"
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(mark)], stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    assert parent.stdout.readline() == b"ready\n"

    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.read()  # until the child has ended too
    parent.stdout.close()
    time.sleep(0.1)

    assert not mark.exists()
