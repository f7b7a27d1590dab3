"""Sound organisations are left alone; one contradiction planted in them is reported, alone."""

import pytest

from tests import clean
from tests.conclusions import codes
from tests.planted import PLANTS


@pytest.mark.parametrize("name", clean.ORGANISATIONS)
def test_sound_organisation_is_left_alone(name):
    assert codes(clean.organisation(name)) == []


@pytest.mark.parametrize("plant", PLANTS, ids=[each.code for each in PLANTS])
def test_planted_contradiction_is_reported_and_nothing_else(plant):
    written = clean.organisation(plant.where, **plant.said)

    assert sorted(codes(written)) == sorted((plant.code, *plant.besides))


def test_every_rule_of_the_first_three_series_is_planted():
    planted = {each.code for each in PLANTS}
    wanted = {f"R{number:02}" for number in range(1, 21)}
    wanted |= {f"C{number:02}" for number in range(1, 28) if number != 18}
    wanted |= {f"X{number:02}" for number in range(1, 30)}

    assert wanted - planted == set()
