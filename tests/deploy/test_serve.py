"""What the programs of `make run` are told."""

import os
import signal
import subprocess
import sys

import pytest

from deploy import serve
from deploy.console import ROOT, HungUp

SAID = (sys.executable, "-c", "import os; print(os.environ['SITE_URL'])")


def said(capfd):
    assert serve._start(SAID).wait() == 0
    return capfd.readouterr().out.strip()


def test_links_lead_to_the_port_served(monkeypatch, capfd):
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.setattr(serve, "ADDRESS", "http://127.0.0.1:8301")

    assert said(capfd) == "http://127.0.0.1:8301"


def test_site_url_that_somebody_gives_is_kept(monkeypatch, capfd):
    monkeypatch.setenv("SITE_URL", "https://cap27.example.org")

    assert said(capfd) == "https://cap27.example.org"


def test_end_that_nobody_asked_for_is_said_with_what_keeps_it():
    keep, asked = "To keep it: setsid make run > cap27.log 2>&1 &", KeyboardInterrupt()

    assert serve._why_stopped(asked, os.getppid()) == "Stopped."
    assert serve._why_stopped(asked, os.getppid() + 1) == (
        f"Stopped: what started it has ended. {keep}"
    )
    assert serve._why_stopped(HungUp(), os.getppid()) == (
        f"Stopped: the terminal that it was started in has closed. {keep}"
    )


WAIT = """
from deploy.console import HungUp, end_as_by_ctrl_c
import os, signal
end_as_by_ctrl_c()
try:
    os.kill(os.getpid(), signal.SIGHUP)
    print("goes on")
except HungUp:
    os.kill(os.getpid(), signal.SIGTERM)
    print("ends once")
"""


def _hear_hang_ups():
    """Whatever these tests are run under: a program inherits what its parent ignores."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize(("before", "said"), [("", "ends once\n"), ("nohup", "goes on\n")])
def test_terminal_that_closes_ends_it_unless_it_was_told_not_to(before, said):
    words = [*before.split(), sys.executable, "-c", WAIT]
    done = subprocess.run(
        words, cwd=ROOT, check=False, capture_output=True, text=True, preexec_fn=_hear_hang_ups
    )

    assert (done.stdout, done.returncode) == (said, 0)
