"""What is made before the site serves: the key that signs sessions, the strategy on paper."""

from dataclasses import replace

import pytest

from deliverables.keys import sources
from deploy import site
from deploy.console import ROOT, StopError


@pytest.fixture
def key(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "VAR", tmp_path)
    monkeypatch.setattr(site, "SECRET_KEY", tmp_path / "secret-key")
    site.keep_secret_key()
    return tmp_path / "secret-key"


def test_secret_key_is_long_and_for_its_owner_alone(key):
    assert (len(key.read_text()) >= 50, key.stat().st_mode & 0o777) == (True, 0o600)


def test_secret_key_is_never_drawn_again(key):
    drawn = key.read_text()

    site.keep_secret_key()

    assert key.read_text() == drawn


@pytest.fixture
def strategy(tmp_path, monkeypatch):
    """The strategy's place, and an export that fails."""

    def refuse(*_arguments):
        raise StopError("No organisation of this name.")

    path = tmp_path / "demo-strategie.pdf"
    step = replace(site.STRATEGY, outputs=(path,), stamps=tmp_path / "stamps")
    monkeypatch.setattr(site, "STRATEGY", step)
    monkeypatch.setattr(site, "manage", refuse)
    return path


def test_strategy_is_made_again_when_anything_that_it_is_made_from_changes():
    step = site.STRATEGY
    inputs = {path for pattern in step.inputs for path in ROOT.glob(pattern)}

    assert step.outputs == (site.STRATEGY_PDF,)
    assert ROOT / "deliverables" / "paper" / "printing.py" in sources()
    assert set(sources()) - inputs == set()
    assert set(ROOT.glob("*/content/**/*.toml")) - inputs == set()


def test_strategy_that_cannot_be_made_again_stays_and_is_tried_at_the_next_start(strategy, capsys):
    strategy.write_bytes(b"%PDF-1.7")

    site.renew_strategy()
    site.renew_strategy()

    assert strategy.read_bytes() == b"%PDF-1.7"
    assert capsys.readouterr().out == 2 * (
        "demo-strategie.pdf is not brought up to date:\nNo organisation of this name.\n"
    )


def test_strategy_that_was_never_made_stops_the_start(strategy):
    with pytest.raises(StopError):
        site.STRATEGY.run()
