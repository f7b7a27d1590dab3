"""Two people, one answer: nothing typed is dropped, and only a person decides a clash."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from strategy.domain.flat import flatten, unflatten
from strategy.domain.merging import (
    Clash,
    apply,
    changed_since,
    changes_between,
    is_of_gone_row,
    merge,
    merged,
    removes_row,
    typed,
)
from strategy.domain.rows import remove

texts = st.text("abcdé ", min_size=1, max_size=6)
columns = st.sampled_from(["place", "promise"])
row_ids = st.sampled_from(["r1", "r2", "r3", "r4"])
header = st.dictionaries(st.sampled_from(["header/a", "header/b", "header/c", "note"]), texts)
tables = st.dictionaries(row_ids, st.dictionaries(columns, texts, min_size=1), max_size=4)


def paths_of(said, rows):
    cells = {f"rows/t/{row}/{name}": text for row, of in rows.items() for name, text in of.items()}
    return said | cells | ({"order/t": list(rows)} if rows else {})


answers = st.builds(paths_of, header, tables)


def edit(before, after):
    return {path: new for path, (_old, new) in changes_between(before, after).items()}


@given(before=answers, theirs=answers, mine=answers)
def test_merge_drops_no_text_that_anybody_typed(before, theirs, mine):
    their_changes = changes_between(before, theirs)
    base = changed_since([("theirs", their_changes)], "mine")

    found = merge(theirs, edit(before, mine), base)
    after = apply(theirs, found.changes)

    kept = {*_texts(after), *_texts(found.theirs)}
    kept |= {each for clash in found.clashes for each in (clash.theirs, clash.mine)}
    typed_by_me = set(_texts(mine)) - set(_texts(before))
    typed_by_them = set(_texts(theirs)) - set(_texts(before))
    assert typed_by_me <= kept
    assert typed_by_them <= kept


@given(before=answers, theirs=answers, mine=answers)
def test_merge_overwrites_nothing_in_silence(before, theirs, mine):
    base = changed_since([("theirs", changes_between(before, theirs))], "mine")

    found = merge(theirs, edit(before, mine), base)

    touched = {path for path in found.changes if not path.startswith("order/")}
    assert touched.isdisjoint(base)


@given(before=answers, theirs=answers, mine=answers)
def test_merge_leaves_no_cell_without_its_row(before, theirs, mine):
    base = changed_since([("theirs", changes_between(before, theirs))], "mine")

    after = apply(theirs, merge(theirs, edit(before, mine), base).changes)

    sheet = {path: value for path, value in after.items() if path == "note"}
    assert flatten(unflatten(after)) | sheet == after


@given(before=answers, mine=answers)
def test_merge_with_nobody_is_what_i_wrote(before, mine):
    found = merge(before, edit(before, mine), {})

    assert apply(before, found.changes) == mine
    assert (found.clashes, found.theirs) == ([], {})


def _texts(paths):
    return [each for path, each in paths.items() if not path.startswith("order/") and each]


def test_text_left_as_it_was_gives_way_to_the_other():
    found = merge({"header/a": "new"}, {"header/a": "old"}, {"header/a": "old"})

    assert (found.theirs, found.changes, found.clashes) == ({"header/a": "new"}, {}, [])


def test_same_text_typed_by_both_is_no_clash():
    found = merge({"header/a": "same"}, {"header/a": "same"}, {"header/a": "old"})

    assert (found.theirs, found.changes, found.clashes) == ({}, {}, [])


def test_text_that_both_changed_clashes():
    found = merge({"header/a": "theirs"}, {"header/a": "mine"}, {"header/a": None})

    assert found.clashes == [Clash("header/a", "theirs", "mine")]
    assert found.changes == {}


def test_cell_of_a_row_that_is_gone_clashes():
    found = merge({}, {"rows/t/r1/place": "Forum"}, {})

    assert found.clashes == [Clash("rows/t/r1/place", None, "Forum")]


def test_row_that_another_changed_is_not_removed_over_the_text():
    current = {
        "order/t": ["r0", "r1", "r2"],
        "rows/t/r0/place": "Site",
        "rows/t/r1/place": "Forum",
        "rows/t/r1/promise": "Une réponse par jour",
        "rows/t/r2/place": "Avis",
    }
    base = {"rows/t/r1/promise": None}

    found = merge(current, remove(current, "t", "r1", words="Forum"), base)

    assert found.clashes == [Clash("rows/t/r1/promise", "Une réponse par jour", None)]
    assert found.changes == {}


def test_row_that_nobody_else_changed_is_removed():
    current = {"order/t": ["r1"], "rows/t/r1/place": "Forum", "header/a": "x"}

    found = merge(current, remove(current, "t", "r1"), {"header/a": None})

    assert apply(current, found.changes) == {"header/a": "x"}


def test_save_of_my_own_tab_settles_a_path():
    revisions = [
        ("theirs", {"header/a": ["1", "2"], "header/b": [None, "b"]}),
        ("mine", {"header/a": ["2", "3"]}),
    ]

    assert changed_since(revisions, "mine") == {"header/b": None}
    assert changed_since(revisions, "another") == {"header/a": "1", "header/b": None}


@given(before=answers, after=answers)
def test_changes_lead_from_one_to_the_other(before, after):
    assert apply(before, changes_between(before, after)) == after


@given(versions=st.lists(answers, min_size=1, max_size=5))
def test_changes_of_a_spell_lead_from_its_first_answer_to_its_last(versions):
    changes = [changes_between(*pair) for pair in pairwise(versions)]

    assert merged(changes) == changes_between(versions[0], versions[-1])


def test_several_changes_are_told_as_one():
    changes = [{"note": [None, "a"], "header/a": [None, "x"]}, {"note": ["a", "b"]}]

    assert merged(changes) == {"note": [None, "b"], "header/a": [None, "x"]}
    assert merged([*changes, {"header/a": ["x", None]}]) == {"note": [None, "b"]}


def test_row_is_gone_once_its_order_lacks_it():
    standing = {"order/audiences": ["aaaa"], "rows/audiences/aaaa/audience": "Voisins"}

    assert not is_of_gone_row(standing, "rows/audiences/aaaa/beliefs")
    assert is_of_gone_row(standing, "rows/audiences/bbbb/beliefs")
    assert not is_of_gone_row(standing, "header/sentence")


def test_row_is_removed_by_the_change_that_takes_it_out_of_the_order():
    removal = {"order/audiences": [["aaaa", "bbbb"], ["bbbb"]]}

    assert removes_row(removal, "rows/audiences/aaaa/beliefs")
    assert not removes_row(removal, "rows/audiences/bbbb/beliefs")
    assert not removes_row({"header/sentence": [None, "A"]}, "rows/audiences/aaaa/beliefs")


def test_cells_that_stood_so_before_are_no_text_of_mine():
    stood = Clash("rows/audiences/aaaa/audience", None, "Voisins")
    mine = Clash("rows/audiences/aaaa/beliefs", None, "Loin.")

    assert typed([stood, mine], {stood.path: "Voisins"}) == [mine]
    assert typed([stood], {stood.path: "Voisins"}) == [stood]
