"""A text taken away within a spell of work stays an entry of its own."""

from itertools import pairwise

import pytest

from strategy.domain.erasing import endings

TEXT = "Devenir la référence des familles de la vallée"
OTHER = "Vendre deux fois plus de forfaits cet hiver"


def saves_of(*texts, path="header/sentence"):
    """One save a text, from nothing."""
    return [{path: [before, after]} for before, after in pairwise([None, *texts])]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([TEXT], []),
        ([TEXT[:10], TEXT[:30], TEXT], []),
        ([TEXT, None], [0]),
        ([TEXT, " "], [0]),
        ([TEXT[:10], TEXT, None], [1]),
        ([TEXT, OTHER], [0]),
        ([TEXT, None, OTHER, None], [0, 2]),
        (["Oui", None], [0]),
    ],
)
def test_text_emptied_or_replaced_is_kept(texts, kept):
    assert endings(saves_of(*texts)) == kept


def test_text_rubbed_out_bit_by_bit_is_kept_once_where_it_was_fullest():
    shorter = [TEXT[:length] for length in (40, 30, 20, 10, 5)]

    assert endings(saves_of(TEXT[:30], TEXT, *shorter, None)) == [1]


def test_text_reworded_bit_by_bit_is_kept_when_most_of_it_is_gone():
    halfway = f"{TEXT[:24]} gens d’ici"

    assert endings(saves_of(TEXT, halfway, f"{halfway[:11]} meilleurs d’ici")) == [0]


@pytest.mark.parametrize(
    "texts",
    [
        [TEXT, TEXT[:40], TEXT],
        [TEXT, TEXT.replace("familles", "gens")],
        [TEXT, " ".join(reversed(TEXT.split()))],
        ["Un essai", "Autre mot"],
        ["12", None, "15"],
        ["我们希望成为山谷家庭的首选", "我们希望成为山谷家庭的首选目的地"],
    ],
)
def test_corrections_and_figures_end_nothing(texts):
    assert endings(saves_of(*texts)) == []


def test_text_from_before_these_saves_is_not_looked_at():
    assert endings([{"header/sentence": [TEXT, None]}]) == []


def test_row_removed_is_kept_once_with_all_its_cells():
    row = "rows/audiences/row000000001"
    typed = [
        {f"{row}/audience": [None, "Riverains"], "order/audiences": [[], ["row000000001"]]},
        {f"{row}/expects": [None, "Du silence la nuit"]},
    ]
    removed = {
        f"{row}/audience": ["Riverains", None],
        f"{row}/expects": ["Du silence la nuit", None],
        "order/audiences": [["row000000001"], []],
    }

    assert endings([*typed, removed]) == [1]


def test_text_is_kept_up_to_the_save_that_begins_to_take_it_away():
    other_field = {"note": [None, "À relire"]}
    saves = [*saves_of(TEXT), other_field, {"header/sentence": [TEXT, None]}]

    assert endings(saves) == [1]


@pytest.mark.parametrize("path", ["state", "confidence", "owner"])
def test_what_is_chosen_beside_an_answer_is_no_text(path):
    assert endings(saves_of("observed", None, path=path)) == []


def test_values_that_are_not_text_end_nothing():
    assert endings([{"header/open": [None, True]}, {"header/open": [True, None]}]) == []
