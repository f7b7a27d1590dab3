"""The charter's content as shipped: what it promises, and what finds a mistake in it."""

import shutil
from pathlib import Path

import pytest

from charter.domain.loading import CONTENT, charter, load
from charter.domain.soundness import find_problems
from strategy.domain.loading import questionnaire
from strategy.domain.places import ContentError

IDS = [
    "space",
    "registration",
    "identity",
    "age",
    "personal_data",
    "content_rules",
    "criticism",
    "moderation_mode",
    "moderators",
    "reporting",
    "sanctions",
    "reasons",
    "appeal",
    "hours",
    "contribution_rights",
    "promotion",
    "official_voices",
    "recognition",
    "departure",
    "charter_life",
]


def questions() -> set[str]:
    return set(questionnaire("fr").by_id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def test_content_has_no_mistake():
    assert list(find_problems(questions=questions())) == []


def test_decisions_keep_their_ids_and_numbers():
    assert [each.id for each in charter("fr").decisions] == IDS


@pytest.mark.parametrize("language", ["fr", "en"])
def test_content_has_98_options_and_six_presets(language):
    found = charter(language)
    assert sum(len(each.options) for each in found.decisions) == 98
    assert [each.id for each in found.presets] == [
        "small_team_page",
        "product_help_forum",
        "public_participation",
        "volunteers",
        "professional_network",
        "vulnerable_audience",
    ]


def test_charter_of_an_unknown_language_is_french():
    assert charter("de").language == "fr"


def test_only_two_options_cannot_be_confirmed():
    refused = [
        (decision.id, option.id)
        for decision in charter("fr").decisions
        for option in decision.options
        if option.refused
    ]
    assert refused == [("promotion", "no_rule"), ("official_voices", "undisclosed")]


def test_neighbours_stop_at_either_end():
    found = charter("fr")
    first, second, *_rest, last = found.decisions
    assert found.neighbours(first) == (None, second)
    assert found.neighbours(last) == (found.decisions[18], None)


def test_what_is_unknown_is_none():
    found = charter("fr")
    assert found.preset("nothing") is None
    assert found.by_id["age"].option("nothing") is None
    assert found.by_id["age"].detail("nothing") is None
    assert found.by_id["age"].detail("minimum_age").default == "15"


@pytest.mark.parametrize(
    ("file", "before", "after", "problem"),
    [
        (
            "decisions/age.toml",
            "{minimum_age}",
            "{age}",
            "decisions/age.toml age fifteen_and_over clause.fr: '{age}' is neither a detail "
            "nor organisation.",
        ),
        (
            "decisions/age.toml",
            "{minimum_age}",
            "{Âge}",
            "decisions/age.toml age fifteen_and_over clause.fr: a brace that holds no blank.",
        ),
        (
            "decisions/age.toml",
            'default = ["all_ages_protected"]',
            'default = ["everybody"]',
            "decisions/age.toml age default: 'everybody' is no option of it.",
        ),
        (
            "decisions/age.toml",
            'applies_to = ["own_comments"',
            'applies_to = ["elsewhere"',
            "decisions/age.toml age applies_to: 'elsewhere' is no option of it.",
        ),
        (
            "decisions/age.toml",
            "without_object.",
            "template.",
            "decisions/age.toml age: applies_to without the sentence of without_object.",
        ),
        (
            "decisions/age.toml",
            'linked = ["registration"',
            'linked = ["places"',
            "decisions/age.toml age linked: 'places' is no decision.",
        ),
        (
            "decisions/age.toml",
            'questions = ["receivers"]',
            'questions = ["registration"]',
            "decisions/age.toml age questions: 'registration' is no question.",
        ),
        (
            "decisions/age.toml",
            'kind = "number"',
            'kind = "duration"',
            "decisions/age.toml age minimum_age: 'units' goes with duration, and only there.",
        ),
        (
            "decisions/age.toml",
            'serves = ["fifteen_and_over"',
            'serves = ["fifteen"',
            "decisions/age.toml age minimum_age serves: 'fifteen' is no option of it.",
        ),
        (
            "decisions/age.toml",
            'key = "b"',
            'key = "a"',
            "decisions/age.toml age keys: 'a' stands 2 times, once may.",
        ),
        (
            "decisions/age.toml",
            'id = "minimum_age"',
            'id = "clause"',
            "decisions/age.toml age details: 'clause' stands 2 times, once may.",
        ),
        (
            "decisions/age.toml",
            "number = 4",
            "number = 5",
            "decisions: numbers should run from 1 to 20, not "
            "[1, 2, 3, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].",
        ),
        (
            "decisions/criticism.toml",
            'added_to = ["free", "no_solicitation"]',
            'added_to = ["free", "nothing"]',
            "decisions/criticism.toml criticism individual_cases_routed added_to: "
            "'nothing' is no option of it.",
        ),
        (
            "decisions/hours.toml",
            'asks = ["business_hours"',
            'asks = ["some_hours"',
            "decisions/hours.toml hours on_call asks: 'some_hours' is no option of it.",
        ),
        (
            "decisions/promotion.toml",
            "refused.fr =",
            'clause.fr = "Oui."\nclause.en = "Yes."\nrefused.fr =',
            "decisions/promotion.toml promotion no_rule: an option has a clause, "
            "or says why it is refused.",
        ),
        (
            "decisions/space.toml",
            'tiers = ["N0"]',
            'tiers = ["N9"]',
            "decisions/space.toml space page_holder: 'N9' is no tier.",
        ),
        (
            "decisions/space.toml",
            "checked = 2026-11-22",
            'checked = "yesterday"',
            "decisions/space.toml space dsa_ancillary_comments: checked is a date, or is left out.",
        ),
        (
            "decisions/space.toml",
            'source = "https://www.cms',
            'source = "www.cms',
            "decisions/space.toml space dsa_ancillary_comments: source is an address.",
        ),
        (
            "presets.toml",
            "choices.content_rules",
            "choices.rules",
            "presets.toml small_team_page: 'rules' is no decision.",
        ),
        (
            "presets.toml",
            'choices.content_rules = ["civility"]',
            'choices.content_rules = ["charm"]',
            "presets.toml small_team_page content_rules: 'charm' is no option of it.",
        ),
        (
            "presets.toml",
            'base.hours = "business_hours"',
            'base.hours = "frozen"',
            "presets.toml product_help_forum hours: its base is 'frozen', it should be one of: "
            "business_hours, extended_hours.",
        ),
        (
            "presets.toml",
            'base.hours = "business_hours"',
            'base.rules = "frozen"\nbase.hours = "business_hours"',
            "presets.toml product_help_forum base: 'rules' is no decision that it chooses.",
        ),
        (
            "decisions/hours.toml",
            'default_base = "business_hours"\n',
            "",
            "decisions/hours.toml hours default: its base is '', it should be one of: "
            "business_hours, extended_hours.",
        ),
        (
            "tiers.toml",
            'id = "N0"',
            'id = "N4"',
            "tiers.toml: 'N0' is missing or unknown.",
        ),
    ],
)
def test_a_mistake_is_a_sentence_with_its_place(folder, file, before, after, problem):
    text = (folder / file).read_text()
    count = 2 if before.endswith((".", "}")) else 1  # both languages of a key
    (folder / file).write_text(text.replace(before, after, count))
    assert problem in list(find_problems(folder, questions()))


def test_an_option_too_few_is_counted(folder):
    path = folder / "decisions" / "sanctions.toml"
    start, end = path.read_text().split('\n[[decision.options]]\nid = "zero_tolerance"')
    path.write_text(start + "\n" + end[end.index("[[decision.reminders]]") :])
    assert list(find_problems(folder, questions())) == [
        "decisions: 97 options, there should be 98."
    ]


def test_a_charter_without_its_space_is_still_checked(folder):
    (folder / "decisions" / "space.toml").unlink()
    found = list(find_problems(folder, questions()))
    assert found[0].startswith("decisions: numbers should run from 1 to 20")


def test_a_file_that_cannot_be_read_is_named(folder):
    (folder / "tiers.toml").write_text("tier = [")
    found = list(find_problems(folder))
    assert [each.split(":")[0] for each in found] == ["tiers.toml"]


def test_a_key_missing_stops_the_load(folder):
    change(folder / "decisions" / "age.toml", 'kind = "number"', 'kind = "digits"')
    with pytest.raises(
        ContentError, match=r"age\.toml age minimum_age: kind is one of .*, not 'digits'"
    ):
        load("fr", folder)
