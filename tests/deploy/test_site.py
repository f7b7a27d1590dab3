"""The key that signs sessions: drawn once, for its owner alone."""

import pytest

from deploy import site


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
