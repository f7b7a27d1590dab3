"""The words of roles and of the crisis kit: there in both languages, each mistake told."""

import pytest

from conclusions.domain.raci import SOURCES, UNCOVERED
from conclusions.domain.role_sheets import STANDING, STEPS
from conclusions.domain.theme_words import problems, words

FOUND = {source.basis for sources in SOURCES.values() for source in sources}
OTHERS = {"register", "replacement", "colleague", "out_of_hours", "no_appeal", "nobody"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_way_of_being_found_has_words(language):
    said = {each for each in words("roles", language) if each.startswith("basis.")}

    assert said == {f"basis.{each}" for each in (*FOUND, *OTHERS, *UNCOVERED)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_step_and_standing_has_words(language):
    said = words("roles", language)

    assert [each for each in STEPS if f"sanction.{each}" not in said] == []
    assert [each for each in STANDING if f"standing.{each}" not in said] == []


def test_shipped_words_have_no_problem():
    assert [*problems("fr"), *problems("en")] == []


def test_missing_file_is_told(tmp_path):
    assert "roles.toml" in next(problems("fr", tmp_path))
