"""A part of a whole goes from 0 to 100: one rule for a note, a register and a file."""

import pytest

from strategy.domain import shares
from strategy.domain.loading import questionnaire

TABLES = {each.id: each for each in questionnaire("fr").everything}["checkins"].tables
SHARE = {"id": "resolvedansw", "unit": "%", "baseline": "41", "target": "80"}
PLACE = "answers.checkins.value"


def mistakes(row, indicator=SHARE):
    answers = {"indicators": {"value": {"tables": {"indicators": [indicator]}}}}
    value = {"tables": {"values": [{"id": "reading00001"}, row]}}
    found = shares.mistakes(TABLES, value, answers=answers, place=PLACE)
    return [(each.place, each.sentence) for each in found]


@pytest.mark.parametrize("value", ["450", "-1", "100.01"])
def test_value_beyond_its_whole_is_refused_where_it_stands(value):
    assert mistakes({"indicator": SHARE["id"], "value": value}) == [
        (f"{PLACE}.tables.values[1].value", "Une part en % va de 0 à 100.")
    ]


@pytest.mark.parametrize(
    ("row", "indicator"),
    [
        pytest.param({"value": "100"}, SHARE, id="the whole itself"),
        pytest.param({"value": "0"}, SHARE, id="nothing of it"),
        pytest.param({}, SHARE, id="no value"),
        pytest.param({"value": "450"}, SHARE | {"unit": "avis"}, id="what is counted"),
        pytest.param({"value": "450"}, SHARE | {"target": "500"}, id="a target beyond a hundred"),
    ],
)
def test_value_within_its_whole_or_of_no_whole_is_kept(row, indicator):
    assert mistakes({"indicator": SHARE["id"], **row}, indicator) == []


def test_value_of_no_indicator_is_kept():
    assert mistakes({"value": "450"}) == []
    assert list(shares.mistakes(TABLES, {}, answers={}, place=PLACE)) == []
