"""What the workload rests on and is weighed against: its words, questions 22 and 23."""

import pytest

from charter.domain.loading import charter
from conclusions.domain.rulebook import CONTENT
from conclusions.domain.workload.assumptions import FILE, problems
from strategy.domain.loading import questionnaire
from tests.conclusions import codes, dossier


def space(messages):
    return ("public_community", {"weekly_messages": str(messages)})


def test_rules_weigh_hours_and_budget_against_the_estimate():
    busy = {"space": space(messages=4000), "moderation_mode": "after_publication"}
    short = {"hours": {"people": [{"mission": "moderation", "weekly_hours": "1"}]}}
    enough = {"hours": {"people": [{"mission": "moderation", "weekly_hours": "900"}]}}

    assert "X34" in codes(dossier(decisions=busy, **short))
    assert "X34" not in codes(dossier(decisions=busy, **enough))


def test_rule_leaves_the_queue_to_the_rule_that_says_it_closely():
    queue = {"space": space(messages=4000), "moderation_mode": "before_publication"}
    short = {"hours": {"people": [{"mission": "moderation", "weekly_hours": "1"}]}}

    found = codes(dossier(decisions=queue, **short))

    assert ("C05" in found, "X34" in found) == (True, False)


def test_provider_is_weighed_against_the_lines_that_pay_it():
    busy = {"space": space(messages=4000), "moderators": "provider"}

    def lines(*kinds, amount=100):
        given = [{"line": kind, "amount": amount} for kind in kinds]
        return codes(dossier(decisions=busy, budget={"lines": given}))

    assert "X35" in lines("providers", "crisis_reserve", "accessibility")
    assert "X35" in lines("crisis_reserve", "accessibility")
    assert "X35" not in lines("providers", "crisis_reserve", "accessibility", amount=10**10)


def test_words_of_the_model_hold_with_the_register_and_the_charter(tmp_path):
    asked, decided = questionnaire("fr"), charter("fr")
    whole = (CONTENT / FILE).read_text()
    broken = {
        "first_minutes = [1.5, 2.5]": "first_minute = [1.5, 2.5]",
        "[assumptions.hosting]": "[assumptions.host]",
        "silent = [0, 0]": "mute = [0, 0]",
    }
    for before, after in broken.items():
        whole = whole.replace(before, after, 1)
    (tmp_path / FILE).write_text(whole)

    assert list(problems(asked, decided, tmp_path)) == [
        "workload.toml: 'host' is no group.",
        "workload.toml: 'first_minute' has no field with bounds in the register.",
        "workload.toml: 'mute' of 'reasons' stands on one side only.",
        "workload.toml: 'silent' of 'reasons' stands on one side only.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("first_minutes = [1.5, 2.5]", "first_minutes = 2", "a low and a high figure"),
        ("first_minutes = [1.5, 2.5]", "first_minutes = [3, 2]", "the low figure is positive"),
        ("[groups]", "[group]", "missing or unknown"),
    ],
)
def test_mistake_in_the_model_is_told_once(tmp_path, before, after, sentence):
    (tmp_path / FILE).write_text((CONTENT / FILE).read_text().replace(before, after, 1))

    (told,) = problems(questionnaire("fr"), charter("fr"), tmp_path)

    assert sentence in told
