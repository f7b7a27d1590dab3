"""What holds of every page of what follows: it costs the same whatever is said."""

import pytest
from django.urls import reverse

# Session, user, membership; answers, decisions; and what else each page reads.
COSTS = {
    "following": 9,
    "course": 6,
    "compare_courses": 5,
    "circles": 6,
    "workload": 5,
    "indicators": 6,
    "roles": 6,
    "trust": 6,
    "crisis_kit": 6,
    "practices": 5,
    "toolbox": 6,
    "monitoring_pack": 6,
    "ten_minutes": 8,
}


@pytest.mark.parametrize("said", ["organisation", "finished"])
@pytest.mark.parametrize("name", COSTS)
def test_page_costs_the_same_whatever_is_said(
    request, owner_client, said, name, django_assert_num_queries
):
    url = reverse(name, args=[request.getfixturevalue(said).pk])

    with django_assert_num_queries(COSTS[name]):
        owner_client.get(url)
