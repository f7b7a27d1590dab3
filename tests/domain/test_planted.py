"""Sound organisations are left alone; one contradiction planted in them is reported, alone."""

import pytest

from conclusions.domain.rulebook import rulebook
from tests import clean, planted, planted_later
from tests.conclusions import codes

PLANTS = (*planted.PLANTS, *planted_later.PLANTS)


@pytest.mark.parametrize("name", clean.ORGANISATIONS)
def test_sound_organisation_is_left_alone(name):
    assert codes(clean.organisation(name)) == []


@pytest.mark.parametrize("plant", PLANTS, ids=[each.code for each in PLANTS])
def test_planted_contradiction_is_reported_and_nothing_else(plant):
    written = clean.organisation(plant.where, **plant.said)

    assert sorted(codes(written)) == sorted((plant.code, *plant.besides))


def test_every_rule_is_planted():
    assert {each.code for each in PLANTS} == set(rulebook("fr").by_code)
