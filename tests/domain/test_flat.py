"""An answer as paths, and back; its size and its cells."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategy.domain.flat import cells, flatten, says_something, size, unflatten

names = st.sampled_from(["reason", "sentence", "because", "level"])
ids = st.text("abc123", min_size=12, max_size=12)
values = st.one_of(
    st.text(min_size=1),
    st.booleans(),
    st.integers(),
    st.lists(st.text(min_size=1), min_size=1),
    st.fixed_dictionaries({"value": st.just("4"), "unit": st.just("day")}),
)
filled = st.dictionaries(names, values)
table = st.dictionaries(ids, filled, min_size=1, max_size=5).map(
    lambda rows: [{"id": row, **said} for row, said in rows.items()]
)
gone = st.dictionaries(names, st.dictionaries(ids, st.text(), min_size=1), min_size=1)
answers = st.builds(
    lambda header, tables, words: (
        {"header": header, "tables": tables} | ({"gone": words} if words else {})
    ),
    filled,
    st.dictionaries(names, table, max_size=2),
    st.none() | gone,
)

# What a busy machine takes long over is not wrong.
patiently = settings(suppress_health_check=[HealthCheck.too_slow])


@patiently
@given(answers)
def test_value_comes_back_from_its_paths(value):
    assert unflatten(flatten(value)) == value


@patiently
@given(answers)
def test_paths_come_back_from_their_value(value):
    paths = flatten(value)

    assert flatten(unflatten(paths)) == paths


@patiently
@given(answers)
def test_cells_are_the_paths_of_rows(value):
    in_rows = [path for path in flatten(value) if path.startswith("rows/")]

    assert cells(value) == len(in_rows)
    assert says_something(value) == bool(value["header"] or in_rows)


def test_path_of_another_kind_is_no_value():
    assert unflatten({"note": "À relire", "state": "done"}) == {"header": {}, "tables": {}}


def test_cell_of_a_row_that_is_gone_is_left_out():
    paths = {"order/places": ["b"], "rows/places/a/place": "Forum", "rows/places/b/place": "Site"}

    assert unflatten(paths)["tables"] == {"places": [{"id": "b", "place": "Site"}]}


def test_size_counts_what_is_typed_and_not_how_it_is_ordered():
    paths = {
        "note": "four",
        "header/level": 3,
        "header/promised": True,
        "rows/places/a/audiences": ["ab", "cd"],
        "rows/places/a/delay": {"value": "12", "unit": "day"},
        "order/places": ["a" * 12],
        "gone/places/b": "lost",
    }

    assert size(paths) == 4 + 1 + 1 + 4 + 5 + 4


def test_words_of_removed_rows_are_kept():
    value = {"header": {}, "tables": {}, "gone": {"places": {"row000000001": "Forum"}}}

    assert flatten(value) == {"gone/places/row000000001": "Forum"}
    assert unflatten(flatten(value)) == value
