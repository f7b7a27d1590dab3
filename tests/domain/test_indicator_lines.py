"""The line of an indicator, drawn from its baseline to its target, and its words."""

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import tree
from conclusions.domain.telling import Narrator
from tests.indicators import DAY, WHOLE, given


def drawn(readings=(), **cells):
    written = given(WHOLE | cells, readings=readings)
    found = tree(Dossier(written), DAY).indicators[0]
    return Telling(Narrator(written, "fr").teller).drawing(found)


def test_line_goes_from_baseline_to_target():
    found = drawn(readings=[("2027-03-01", "50"), ("2027-07-01", "60")])

    assert found.line == "M10.0 106.0L390.0 24.0"
    assert found.aim == "M10 24.0H390"
    assert found.path == "M71.6 85.5L199.0 65.0"
    assert [each.x for each in found.dots] == ["71.6"]
    assert (found.last.label, found.end.label, found.end.anchor) == (
        "60\xa0%",
        "valeur visée 80\xa0%",
        "end",
    )
    assert (found.start.label_y, found.last.label_y) == ("123.0", "56.0")
    # The words of a value cover the line under them: no line is drawn through them.
    assert found.last.ground == "M188.1 47H209.8V58H188.1Z"


def test_line_that_falls_has_its_words_on_the_other_sides():
    found = drawn(baseline="80", target="40", direction="down", readings=[("2027-07-01", "60")])

    assert (found.start.y, found.start.label_y) == ("24.0", "15.0")
    assert (found.last.y, found.last.label_y) == ("65.0", "82.0")


def test_days_under_the_axis_leave_each_other_room():
    found = drawn(readings=[("2027-01-10", "50"), ("2027-05-01", "50"), ("2027-06-20", "60")])

    assert [each.label.replace("\xa0", " ") for each in found.days] == [
        "1er janvier 2027",
        "20 juin 2027",
        "31 décembre 2027",
    ]
    assert [each.anchor for each in found.days] == ["start", "middle", "end"]


def test_audience_is_drawn_in_grey():
    assert (drawn().quiet, drawn(audience_size_only=True).quiet) == (False, True)


def test_readings_alone_are_drawn_too():
    found = drawn(baseline=None, due=None, readings=[("2027-03-01", "50"), ("2027-07-01", "50")])

    assert (found.line, found.aim, found.start, found.end) == ("", "", None, None)
    assert found.path == "M10.0 65.0L390.0 65.0"


@pytest.mark.parametrize(
    ("cells", "readings"),
    [
        ({"baseline": None, "due": None}, []),
        ({"due": "2027-01-01"}, []),
        ({"baseline": None, "target": None}, [("2027-03-01", "50")]),
    ],
)
def test_one_day_is_no_line(cells, readings):
    assert drawn(readings=readings, **cells) is None


def test_line_without_readings_has_no_path():
    found = drawn()

    assert (found.path, found.last, found.dots) == ("", None, ())
