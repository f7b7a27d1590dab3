"""X61 to X65, the crisis kit against itself: each rule broken, and kept."""

import pytest

from conclusions.domain.telling import Narrator
from tests.conclusions import codes, dossier, found
from tests.domain.test_roles import levels

RED = {"arbiters": levels(red={"decider": "ines", "out_of_hours": "ines"})}
ON_CALL = {"decisions": {"hours": "on_call"}}


def reach(**cells):
    return {"crisis_kit": {"reach": [{"person": "ines", **cells}]}}


def trigger(**cells):
    return {"crisis": {"triggers": [{"trigger": "Chute", "level": "red", **cells}]}}


def delay(value):
    return {"value": value, "unit": "hour"}


def promised(**details):
    return {"decisions": {"hours": ("on_call", details)}}


# Code, what breaks the rule, what keeps it.
CASES = [
    ("X61", RED | reach(), RED | reach(by_day="Poste 12")),
    ("X62", RED | ON_CALL | reach(), RED | ON_CALL | reach(out_of_hours="Astreinte")),
    (
        "X63",
        trigger(delay=delay("2")) | promised(urgent_delay=delay("1")),
        trigger(delay=delay("1")) | promised(urgent_delay=delay("1")),
    ),
    ("X64", RED | trigger(informed=["marc"]), RED | trigger(informed=["marc", "ines"])),
    (
        "X65",
        reach(out_of_hours="06.00.00.27.27") | promised(urgent_contact="au 06 00 00 27 27"),
        reach(out_of_hours="06.00.00.27.28") | promised(urgent_contact="au 06 00 00 27 27"),
    ),
    (
        "X65",
        reach(by_day="Ines@boussole.example") | promised(urgent_contact="ines@boussole.example"),
        reach(by_day="poste 12") | promised(urgent_contact="urgence@boussole.example"),
    ),
]
by_case = pytest.mark.parametrize(("code", "broken", "kept"), CASES)


@by_case
def test_rule_fires_when_broken(code, broken, kept):
    assert code in codes(dossier(**broken))


@by_case
def test_rule_is_silent_when_kept(code, broken, kept):
    assert code not in codes(dossier(**kept))


@by_case
def test_rule_is_silent_until_each_side_speaks(code, broken, kept):
    halves = [{name: said} for name, said in broken.items()]

    assert [half for half in halves if code in codes(dossier(**half))] == []


def test_x61_names_the_level():
    written = dossier(**RED, **reach())

    sentence = Narrator(written, "en").sentence(found(written, "X61"))

    assert sentence.endswith(": “Red: escalates”.")


def test_x63_leaves_a_delay_that_nobody_chose():
    assert "X63" not in codes(dossier(**trigger(delay=delay("2")), **ON_CALL))


@pytest.mark.parametrize(("value", "late"), [("1", False), ("2", True)])
def test_x63_counts_a_working_hour_as_an_hour_at_least(value, late):
    working = {"value": value, "unit": "working_hour"}
    written = dossier(**trigger(delay=working), **promised(urgent_delay=delay("1")))

    assert ("X63" in codes(written)) == late


def test_x64_names_who_decides():
    written = dossier(**RED, **trigger(informed=["marc"]))

    sentence = Narrator(written, "fr").sentence(found(written, "X64")).replace("\xa0", " ")

    assert sentence.startswith("« Chute » : des personnes sont prévenues, mais ni « Ines »")
