"""The workload in words, in both languages: ranges, money as rough as it is, what it rests on."""

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.workload.assumptions import REGISTER
from conclusions.domain.workload.estimate import workload
from conclusions.domain.workload.telling import assumed, figures
from strategy.domain.loading import questionnaire
from strategy.domain.telling import Teller
from tests.conclusions import dossier

SPACE = ("public_community", {"weekly_messages": "200"})
ON_CALL = ("on_call", {"base": "business_hours"})


def found(hours="business_hours", **answers):
    return workload(Dossier(dossier(decisions={"space": SPACE, "hours": hours}, **answers)))


def test_estimate_is_told_with_its_units():
    told = figures(found(), Teller("fr"))

    assert told.week.endswith("\xa0h")
    assert told.cost.count("€") == 2
    assert told.duty == ""
    assert told.text.startswith("Lire avant parution: ")
    assert len(told.drawing.bars) == told.text.count(": ")


def test_on_call_duty_is_told_apart():
    assert figures(found(ON_CALL), Teller("en")).duty == "€7,800 – €20,800"


@pytest.mark.parametrize(
    ("language", "value", "usual"),
    [("fr", "2 min par message", "1,5 – 2,5"), ("en", "2 min a message", "1.5 – 2.5")],
)
def test_own_figure_is_told_beside_ours(language, value, usual):
    given = found(workload={"first_minutes": "2"}).assumptions.by_id["first_minutes"]

    told = assumed(given, questionnaire(language).by_id[REGISTER], Teller(language))

    assert (told.value.replace("\xa0", " "), told.usual, told.own) == (value, usual, True)


def test_money_of_ours_is_told_without_a_second_figure():
    ours = found().assumptions.by_id["hourly_cost"]

    told = assumed(ours, questionnaire("fr").by_id[REGISTER], Teller("fr"))

    assert (told.usual, told.own, ":" in told.label) == ("", False, False)
