"""The catalogue of actions: sound as shipped, and each mistake in it told."""

import shutil

import pytest

from conclusions.domain.plan.catalogue import CONTENT, catalogue
from conclusions.domain.plan.soundness import problems


@pytest.fixture
def folder(tmp_path):
    """A copy of the content, to be broken."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def broken(folder, file, before, after):
    path = folder / "plan" / f"{file}.toml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    return [each for language in ("fr", "en") for each in problems(language, folder)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_shipped_catalogue_is_sound(language):
    assert list(problems(language, CONTENT)) == []
    assert len(catalogue(language).kinds) >= 25


def test_unknown_language_speaks_french():
    assert catalogue("de").language == "fr"


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        (
            "charter",
            'id = "on_call"',
            'id = "on_duty"',
            "on_call: a kind of action has words and a function.",
        ),
        (
            "charter",
            'id = "on_call"',
            'id = "age_check"',
            "age_check: 2 kinds of action have it, one may.",
        ),
        (
            "charter",
            'after = ["set_up_space"]',
            'after = ["set_up"]',
            "report_form: waits for 'set_up', which is no kind of action.",
        ),
        (
            "charter",
            'effort = "8"',
            'effort = "long"',
            "report_form: 'long' is no number of hours.",
        ),
        (
            "charter",
            "still open: {count}",
            "still open: {number}",
            "confirm_charter title: languages have other blanks: "
            "{count} in 'fr', {number} in 'en'.",
        ),
        (
            "groundwork",
            'after = ["monitoring_queries"]',
            'after = ["monitoring_queries", "start_monitoring"]',
            "monitoring_alerts: waits for itself, through start_monitoring, monitoring_alerts.",
        ),
        ("charter", 'id = "on_call"\ntitle.fr', 'id = "on_call"\ntitle.de', "unknown language de."),
    ],
)
def test_mistake_is_told(folder, file, before, after, expected):
    assert expected in " ".join(broken(folder, file, before, after))
