"""What a choice would take: the hours, the people and the cost of moderation, before and after."""

import pytest

from conclusions.domain.consequences import Standing
from tests.conclusions import TODAY, dossier, space
from tests.domain.test_consequences import choosing, entailed


@pytest.mark.parametrize(
    ("held", "base"),
    [("extended_hours", "extended_hours"), ("around_the_clock", "business_hours")],
    ids=["the hours one leaves for it", "the hours advised"],
)
def test_option_that_asks_for_a_base_is_foreseen_with_the_one_the_page_offers(held, base):
    written = dossier(decisions={"space": space(), "hours": held})

    assert choosing(written, "hours", "on_call").paths == {
        "header/options": ["on_call"],
        "header/base": base,
    }


def test_opening_hours_are_told_by_their_hours_their_people_and_their_cost():
    written = dossier(decisions={"space": space(), "hours": "business_hours"})

    found = entailed(written, "hours", "around_the_clock")

    assert found.people == ((2, 2), (7, 8))
    assert [before < after for before, after in (found.hours, found.cost)] == [True, True]


def test_moderation_that_nobody_can_estimate_has_no_people_and_no_cost():
    standing = Standing(dossier(), TODAY)

    assert (standing.hours, standing.people, standing.cost) == (None, None, None)
