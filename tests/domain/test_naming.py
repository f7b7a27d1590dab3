"""Names written in two places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conclusions.domain.naming import Names, same_name

WRITTEN = st.lists(st.sampled_from(["a", "B", "ab", " ", ",", "  "]), max_size=6).map("".join)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chaîne Banc, essais", "chaîne  banc", True),
        ("Forum", "FORUM d’aide", True),
        ("Forum", "Forumania", False),
        ("Forumania", "Forum", False),
        ("", "Forum", False),
        (None, None, False),
    ],
)
def test_names_are_the_same_up_to_what_follows_the_shorter(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@given(name=WRITTEN, others=st.lists(WRITTEN, max_size=5))
def test_many_names_answer_as_each_would(name, others):
    assert (name in Names(others)) == any(same_name(name, each) for each in others)
    assert (name in Names(others)) == any(one_by_one(name, each) for each in others)


def one_by_one(one, other):
    """What being the same means, said without an index."""
    short, long = sorted((" ".join(each.casefold().split()) for each in (one, other)), key=len)
    return bool(short) and (long + ",").startswith((f"{short},", f"{short} "))
