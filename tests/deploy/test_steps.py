"""Steps of the set-up: done once, and again when what they depend on has changed."""

import pytest

from deploy import steps
from deploy.steps import Step


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    (tmp_path / "words.po").write_text("un")
    return tmp_path


@pytest.fixture
def step(root):
    """A step that copies a file, and notes each time that it does."""

    def copy():
        (root / "words.mo").write_text((root / "words.po").read_text())
        done.append("copied")

    done = []
    made = Step("words copied", copy, ("*.po",), (root / "words.mo",), stamps=root / "stamps")
    made.run()
    return made, done


def test_step_is_done_once(step):
    again, done = step

    again.run()

    assert done == ["copied"]


def test_step_is_done_again_when_an_input_changes(step, root):
    again, done = step
    (root / "words.po").write_text("deux")

    again.run()

    assert (done, (root / "words.mo").read_text()) == (["copied", "copied"], "deux")


def test_step_is_done_again_when_its_output_has_gone(step, root):
    again, done = step
    (root / "words.mo").unlink()

    again.run()

    assert done == ["copied", "copied"]


def test_step_that_fails_is_not_done(root):
    def fail():
        raise OSError("no disk")

    failing = Step("words lost", fail, stamps=root / "stamps")

    with pytest.raises(OSError, match="no disk"):
        failing.run()

    assert failing.is_done is False
