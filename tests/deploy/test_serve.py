"""What the programs of `make run` are told."""

import os
import sys

from deploy import serve

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


def test_end_of_what_started_it_is_said_with_what_keeps_it():
    assert serve._why_stopped(os.getppid()) == "Stopped."
    assert serve._why_stopped(os.getppid() + 1) == (
        "Stopped: what started it has ended. To keep it: setsid make run > cap27.log 2>&1 &"
    )
