"""The eleventh practice has an object where one takes part in what somebody else runs."""

import pytest

from tests.conclusions import dossier
from tests.domain.test_practices import found, register


@pytest.mark.parametrize(
    ("owner", "role", "told"),
    [("third_party", "help", "open"), ("third_party", "host", "none"), ("us", "help", "none")],
    ids=["helping at another’s", "a page of one’s own", "at home"],
)
def test_going_out_has_an_object_where_one_helps_at_a_place_of_somebody_else(owner, role, told):
    places = {"places": [{"owner": owner, "role": role}]}
    there = dossier(decisions={"space": "public_community"}, places=places)

    assert found("going_out", there).told == told


def test_practice_that_people_observe_has_an_object_whatever_is_planned():
    own = register("going_out", decisions={"space": "public_community"}, row={"own": "held"})

    assert (found("going_out", own).told, found("going_out", own).verdict) == ("none", "held")
