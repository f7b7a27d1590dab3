"""What the programs of `make run` are told."""

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
