"""The words of what follows: there in both languages, each mistake told."""

import pytest

from conclusions.domain.crisis.kit import LEVELS
from conclusions.domain.roles.raci import SOURCES, UNCOVERED
from conclusions.domain.roles.sheets import STANDING, STEPS
from conclusions.domain.theme_words import THEMES, group, problems, words
from strategy.domain.loading import questionnaire

FOUND = {source.basis for sources in SOURCES.values() for source in sources}
OTHERS = {
    "register",
    "replacement",
    "colleague",
    "out_of_hours",
    "no_appeal",
    "nobody",
    "moderates",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_way_of_being_found_has_words(language):
    said = {each for each in words("roles", language) if each.startswith("basis.")}

    assert said == {f"basis.{each}" for each in (*FOUND, *OTHERS, *UNCOVERED)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_step_and_standing_has_words(language):
    said = words("roles", language)

    assert [each for each in STEPS if f"sanction.{each}" not in said] == []
    assert [each for each in STANDING if f"standing.{each}" not in said] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_its_words_in_each_tone(language, level):
    said = words("crisis", language)
    asked = questionnaire(language).by_id["tone"].field("signature")

    assert [each.id for each in asked.options if f"statement.{level}.{each.id}" not in said] == []
    assert [each for each in ("act", "threshold") if f"{each}.{level}" not in said] == []


def test_shipped_words_have_no_problem():
    assert [*problems("fr"), *problems("en")] == []


def test_group_of_words_is_read_by_its_keys():
    assert group("indicators", "verdict", "en")["ahead"] == "Ahead"


def of_indicators(folder, written):
    """What is told of one file that says this."""
    (folder / "indicators.toml").write_text(written)
    return [each for each in problems("fr", folder) if each.startswith("indicators.toml")]


def test_every_missing_file_is_told(tmp_path):
    assert [each.partition(":")[0] for each in problems("fr", tmp_path)] == [
        f"{theme}.toml" for theme in THEMES
    ]


def test_words_that_lack_in_a_language_are_told(tmp_path):
    (told,) = of_indicators(tmp_path, '[standing]\nnothing.fr = "Rien"\n')

    assert told.startswith("indicators.toml standing nothing: no words in 'en'")


def test_group_of_words_that_is_not_there_is_told(tmp_path):
    assert "indicators.toml: no [standing]." in of_indicators(tmp_path, "")
