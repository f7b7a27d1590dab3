"""An estimate beside the hours and the budget given, and the assumptions that count in it."""

from decimal import Decimal

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.workload.assumptions import Span
from conclusions.domain.workload.estimate import workload
from conclusions.domain.workload.weighing import budget_beside, hours_beside, roughly, that_count
from tests.conclusions import dossier

SPACE = {"space": ("public_community", {"weekly_messages": "200"})}


def read(decided=None, **answers):
    return Dossier(dossier(decisions={**SPACE, **(decided or {})}, **answers))


@pytest.mark.parametrize(("hours", "verdict"), [("1", "short"), ("10", "tight"), ("160", "enough")])
def test_hours_of_question_22_are_weighed(hours, verdict):
    asked = read(hours={"people": [{"mission": "moderation", "weekly_hours": hours}]})

    beside = hours_beside(asked, workload(asked))

    assert (beside.given, beside.verdict) == (Decimal(hours), verdict)


def test_nothing_given_is_not_weighed():
    asked = read()

    assert hours_beside(asked, workload(asked)) is None
    assert budget_beside(asked, workload(asked)) is None


@pytest.mark.parametrize(("moderators", "paid"), [("in_house", False), ("provider", True)])
def test_budget_pays_what_others_do(moderators, paid):
    asked = read({"moderators": moderators}, budget={"yearly_budget": 100_000})

    beside = budget_beside(asked, workload(asked))

    assert (beside.given, bool(beside.needed.high)) == (100_000, paid)


def test_on_call_duty_is_a_part_of_the_cost():
    without = workload(read({"hours": "business_hours"}))
    on_call = workload(read({"hours": ("on_call", {"base": "business_hours"})}))

    assert without.duty_year == (0, 0)
    assert on_call.duty_year == (150 * 52 * 100, 400 * 52 * 100)
    assert on_call.inside_year.low > on_call.duty_year.low


def test_assumptions_that_change_nothing_do_not_count():
    counted = {each.id for each in that_count(workload(read({"hours": "business_hours"})))}

    assert {"first_minutes", "hourly_cost"} <= counted
    assert counted.isdisjoint({"provider_cost", "on_call_cost", "admission_minutes"})


@pytest.mark.parametrize(
    ("cents", "rough"), [(1_129_643, 1_130_000), (99_999, 100_000), (2_550, 2_600)]
)
def test_money_is_as_precise_as_an_estimate(cents, rough):
    assert roughly(Span(Decimal(cents), Decimal(cents))) == (rough, rough)
