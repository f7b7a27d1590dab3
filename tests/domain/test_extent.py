"""How much of a dossier is said, and whether that is enough to conclude anything."""

from conclusions.domain.extent import extent_of
from tests.conclusions import demonstration

NOTHING = {"answers": {}, "decisions": {}}


def test_one_answer_is_little_and_is_named():
    said = {"image": {"value": {"header": {"said": "Sérieux"}}, "state": "draft"}}

    extent = extent_of(NOTHING | {"answers": said})

    assert [each.id for each in extent.questions] == ["image"]
    assert (extent.of_questions, extent.of_decisions) == (27, 20)
    assert extent.is_little


def test_answer_that_was_emptied_says_nothing_and_one_without_object_does():
    empty = {"value": {}, "state": "empty"}
    without = {"value": {}, "state": "not_applicable"}

    extent = extent_of(NOTHING | {"answers": {"image": empty, "receivers": without}})

    assert [each.id for each in extent.questions] == ["receivers"]


def test_finished_dossier_is_not_little():
    extent = extent_of(demonstration("altivane-fr"))

    assert (len(extent.questions), len(extent.decisions)) == (27, 20)
    assert not extent.is_little
