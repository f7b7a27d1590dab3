"""The words of the rules: all there, in both languages, each with its function."""

import shutil

import pytest

from charter.domain.loading import charter
from conclusions.domain.registry import RULES, RepeatedCodeError, rule
from conclusions.domain.rulebook import CONTENT, rulebook
from conclusions.domain.soundness import find_problems
from strategy.domain.loading import questionnaire

ASKED, DECIDED = questionnaire("fr"), charter("fr")
PROMISED = (
    [f"R{number:02}" for number in range(1, 21)]
    + [f"C{number:02}" for number in range(1, 28) if number != 18]
    + [f"X{number:02}" for number in range(1, 30)]
    + ["X30", "X32", "X34", "X35"]
    + [f"X{number:02}" for number in range(38, 42)]
    + [f"X{number}" for number in range(42, 46)]
    + [f"X{number}" for number in range(46, 52)]
    + [f"X{number:02}" for number in range(52, 61)]
    + [f"X{number}" for number in range(61, 66)]
    + ["X66", "X67"]
    + [f"X{number:02}" for number in range(68, 72)]
    + [f"X{number:02}" for number in range(73, 99)]
)
LEGAL = ["R04", "R13", "R16", "C02", "C03", "C04", "C12", "C21", "C23", "C24", "C27", "X84"]
BLOCKING = ["R01", "R07", "R08", "C01", "C02", "C03", "C04", "C12", "C23", "X44"]
REMINDERS = ["R04", "R13", "R16", "C06", "C13", "C20", "X70"]


@pytest.fixture
def folder(tmp_path):
    """A copy of the content, to be broken."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def problems(folder, **other):
    return list(find_problems(ASKED, DECIDED, folder, **other))


def broken(folder, file, before, after):
    path = folder / "rules" / f"{file}.toml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    return problems(folder)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_promised_rule_has_words(language):
    assert [each.code for each in rulebook(language).rules] == PROMISED


def test_shipped_words_are_sound():
    assert list(find_problems(ASKED, DECIDED)) == []


def test_levels_are_those_promised():
    rules = rulebook("fr").rules

    assert [each.code for each in rules if each.wording.legal] == LEGAL
    assert [each.code for each in rules if each.wording.level == "blocking"] == BLOCKING
    assert [each.code for each in rules if each.wording.level == "reminder"] == REMINDERS


def test_rules_that_cannot_hold_together_name_each_other():
    book = rulebook("fr").by_code

    assert book["C21"].excludes == ("C22",)
    assert book["C22"].excludes == ("C01", "C16", "C21", "X10", "X11", "X12", "X82")
    assert book["X16"].excludes == ("R01", "X41")


def test_rule_without_words_is_refused(folder):
    found = broken(folder, "voices", 'code = "C20"', 'code = "C99"')

    assert found == ["C20: a rule without words.", "rules/voices.toml C99: words without a rule."]


def test_code_written_twice_is_refused(folder):
    found = broken(folder, "voices", 'code = "C20"', 'code = "C23"')

    assert found == [
        "C20: a rule without words.",
        "rules/voices.toml C23: stands 2 times, once may.",
    ]


@pytest.mark.parametrize(
    "to",
    ["nowhere", "tone.colour", "tone.adjectives.colour", "charter.tone", "charter.hours.colour"],
)
def test_mend_that_leads_nowhere_is_refused(folder, to):
    found = broken(folder, "voices", 'to = "tone.disclosures"', f'to = "{to}"')

    assert found == [f"rules/voices.toml C20: '{to}' leads nowhere."]


def test_exclusion_that_is_not_mutual_is_refused(folder):
    found = broken(folder, "hosting", 'excludes = ["C22"]', "excludes = []")

    assert found == ["rules/hosting.toml C22: excludes 'C16', which does not exclude it."]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            'level = "blocking"',
            'level = "serious"',
            "C23: level is one of blocking, warning, reminder, not 'serious'",
        ),
        (
            "checked = 2026-11-22",
            'checked = "hier"',
            "rules/voices.toml C23: checked is a date, or is left out.",
        ),
        ('source = "https', 'source = "ftp', "rules/voices.toml C23: source is an address."),
        ('title.en = "Voices in disguise"\n', "", "no words in 'en'"),
    ],
)
def test_mistake_in_a_rule_is_told(folder, before, after, problem):
    found = broken(folder, "voices", before, after)

    assert problem in found[0]


def test_rule_without_a_way_to_mend_is_refused(folder):
    path = folder / "rules" / "means.toml"
    text = path.read_text()
    start = text.index("mends = [", text.index('"R19"'))
    path.write_text(text[:start] + "mends = []\n" + text[text.index("]\n", start) + 2 :])

    assert problems(folder) == ["rules/means.toml R19: no way to mend it."]


def test_code_claimed_twice_is_refused():
    with pytest.raises(RepeatedCodeError):
        rule("R01")(RULES["R01"])
