"""An exception falls with its answers: these are taken back, and the one rule asked again."""

import pytest

from conclusions.domain.dossier import DECISION, QUESTION
from conclusions.domain.falling import Change, fell
from conclusions.domain.review import review
from tests import clean
from tests.conclusions import TODAY, found
from tests.planted import FORUM

ALONE = clean.organisation(FORUM, **clean.row("speakers.speakers", deputy=None))
DEPUTY = "rows/speakers/speakers1/deputy"
# A second place without anybody to stand in, removed again.
REMOVED = {
    "order/speakers": [["speakers1", "speakers2"], ["speakers1"]],
    "rows/speakers/speakers2/place": ["places1", None],
    "rows/speakers/speakers2/holder": ["ines", None],
}


def saved(path, before, after, question="speakers"):
    return Change(QUESTION, question, {path: [before, after]})


def falls(*changes):
    return fell(found(ALONE, "R12"), ALONE, TODAY, changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([], False, id="nothing was saved"),
        pytest.param([saved(DEPUTY, "marc", None)], True, id="mended, and back"),
        pytest.param([Change(QUESTION, "speakers", REMOVED)], True, id="one more, and back"),
        pytest.param([saved("header/staff_rule", None, "Oui")], False, id="something else there"),
        pytest.param([saved("header/sentence", None, "Oui", "objective")], False, id="elsewhere"),
        pytest.param([saved("state", "not_applicable", "done")], True, id="left out, and back"),
        pytest.param([saved("state", "draft", "done")], False, id="finished since"),
        pytest.param(
            [Change(DECISION, "hours", {"header/options": [["frozen"], ["business_hours"]]})],
            False,
            id="a decision",
        ),
    ],
)
def test_exception_falls_once_what_it_read_was_otherwise(changes, expected):
    assert falls(*changes) is expected


def test_the_finding_stands_as_it_was_accepted():
    assert "R12" in {each.code for each in review(ALONE, TODAY)}
