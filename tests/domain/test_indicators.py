"""Indicators: the tree they hang in, how far each one is, what its sheet lacks, its line."""

from datetime import date
from decimal import Decimal

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import tree
from conclusions.domain.telling import Narrator
from tests.indicators import DAY, WHOLE, given, grown, only, told


def test_tree_tells_the_priority_first_then_by_rank():
    branches = grown(WHOLE).branches

    assert [(each.objective.get("objective"), each.is_priority) for each in branches] == [
        ("help", True),
        ("trust", False),
        ("listening", False),
    ]
    assert [each.rank for each in branches] == [1, 2, None]


@pytest.mark.parametrize(
    ("objectives", "priorities"),
    [
        pytest.param([{"objective": "help"}], [True], id="a single one needs no rank"),
        pytest.param(
            [{"objective": "help", "rank": "1"}, {"objective": "trust", "rank": "1"}],
            [False, False],
            id="two firsts are none",
        ),
        pytest.param([{"rank": "1"}], [], id="a rank without objective is none"),
    ],
)
def test_priority_is_one(objectives, priorities):
    branches = grown(WHOLE, objectives=objectives).branches

    assert [each.is_priority for each in branches] == priorities


def test_indicators_hang_once_the_main_one_first_and_audiences_last():
    found = grown(
        {"indicator": "B", "objective": "objectives3"},
        {"indicator": "Abonnés", "objective": "objectives3", "audience_size_only": True},
        WHOLE,
        {"indicator": "Sans"},
        {"indicator": "Perdu", "objective": "retiré"},
    )

    assert [each.row for each in found.branches[0].indicators] == ["indicators3", "indicators1"]
    assert [each.row for each in found.without] == ["indicators4", "indicators5"]
    assert [each.row for each in found.audience] == ["indicators2"]
    assert [each.row[-1] for each in found.indicators] == ["3", "1", "4", "5", "2"]
    assert found.main is found.branches[0].indicators[0]


def test_of_several_main_indicators_the_first_is_and_they_are_rivals():
    found = grown(WHOLE, {"indicator": "B", "main": True})

    assert (found.main.row, found.has_rivals) == ("indicators1", True)
    assert not grown(WHOLE).has_rivals


def test_audience_is_never_the_main_indicator():
    found = grown(WHOLE | {"audience_size_only": True})

    assert found.main is None
    assert not found.audience[0].is_main


def test_tree_knows_whether_trust_is_measured():
    assert grown(WHOLE | {"family": "trust"}).has_trust
    assert not grown(WHOLE).has_trust


def test_tree_of_nothing_is_bare():
    found = tree(Dossier({}), DAY)

    assert (found.branches, found.indicators, found.main) == ((), (), None)


@pytest.mark.parametrize(
    ("cells", "readings", "verdict"),
    [
        ({"target": None}, [], "nothing"),
        ({"due": None}, [], "nothing"),
        ({"target": "9e99"}, [], "nothing"),
        ({"direction": "down"}, [], "crossed"),
        ({"target": "40", "direction": None}, [], "crossed"),
        ({"due": "2027-01-01"}, [], "crossed"),
        ({}, [], "unread"),
        ({}, [("2026-11-01", "50")], "unread"),
        ({}, [("2027-09-01", "70")], "unread"),
        ({}, [("2027-07-01", "60")], "ahead"),
        ({}, [("2027-02-01", "70"), ("2027-07-01", "59")], "behind"),
        ({}, [("2027-07-01", "80")], "reached"),
        ({"due": "2027-06-30"}, [("2027-06-01", "79")], "missed"),
        ({"due": "2027-06-30"}, [("2027-06-01", "81")], "reached"),
    ],
)
def test_verdict_of_what_should_rise(cells, readings, verdict):
    assert only(readings=readings, **cells).verdict == verdict


@pytest.mark.parametrize(
    ("value", "verdict"), [("24", "ahead"), ("27", "behind"), ("10", "reached"), ("9", "reached")]
)
@pytest.mark.parametrize("direction", ["down", None])
def test_verdict_of_what_should_fall(value, verdict, direction):
    found = only(baseline="40", target="10", direction=direction, readings=[("2027-07-01", value)])

    assert found.verdict == verdict


def test_reading_before_the_baseline_is_no_progress():
    found = only(readings=[("2026-12-01", "90"), ("2027-03-01", "45")])

    assert (found.verdict, str(found.last.value)) == ("behind", "45")


def test_reading_without_day_or_value_is_none_yet():
    found = only(readings=[(None, "50"), ("2027-03-01", None), ("2027-08-01", "1")])

    assert (found.checkins, [str(each.value) for each in found.later]) == ((), ["1"])


@pytest.mark.parametrize(
    ("readings", "drifts"),
    [
        ([], False),
        ([("2027-02-01", "39")], False),
        ([("2027-02-01", "39"), ("2027-03-01", "38")], True),
        ([("2027-02-01", "39"), ("2027-03-01", "39")], False),
        ([("2027-02-01", "50"), ("2027-03-01", "49"), ("2027-04-01", "48")], True),
        ([("2027-02-01", "50"), ("2027-03-01", "49")], False),
    ],
)
def test_value_drifts_after_two_steps_away(readings, drifts):
    assert only(readings=readings).drifts is drifts


def test_value_without_baseline_drifts_by_its_readings_alone():
    readings = [("2027-02-01", "39"), ("2027-03-01", "38"), ("2027-04-01", "37")]

    assert only(baseline=None, target=None, measured_on=None, readings=readings).drifts
    assert not only(baseline=None, direction=None, readings=readings).drifts


def test_sheet_says_what_it_lacks_in_order():
    bare = grown({"indicator": "A"}).indicators[0]
    sheets = [
        {"indicator": "indicators1", "formula": "a / b"},
        {"indicator": "indicators1", "formula": "c", "owner": "ines"},
    ]
    whole = grown(WHOLE, sheets=sheets).indicators[0]

    assert bare.lacking[:4] == ("objective", "family", "formula", "unit")
    assert (whole.formula, whole.owner, whole.lacking) == ("a / b", "ines", ())


@pytest.mark.parametrize(
    ("cells", "readings", "next_on"),
    [
        ({}, [], date(2027, 2, 1)),
        ({}, [("2027-06-20", "50")], date(2027, 7, 21)),
        ({"frequency": None}, [], None),
        ({"measured_on": None}, [], None),
        ({"measured_on": "9999-12-31"}, [], None),
    ],
)
def test_next_reading_is_awaited_after_its_cadence(cells, readings, next_on):
    found = only(readings=readings, **cells)

    assert found.next_on == next_on
    assert found.is_awaited is (next_on == date(2027, 2, 1))


def test_sentence_tells_from_where_to_where():
    assert told(readings=[("2027-07-01", "50")]) == (
        "De 40 % le 1er janvier 2027 à 50 % le 1er juillet 2027"
        ", valeur visée 80 % au 31 décembre 2027"
        " : en retard sur la trajectoire, qui demandait 60 % ce jour-là."
    )
    assert told("en", readings=[("2027-01-01", "41.5")]) == (
        "From 40% on 1 January 2027 to 41.5% on 1 January 2027, target 80% by 31 December 2027: "
        "ahead of the path, which asked for 40% on that day."
    )


def test_path_is_told_to_a_tenth_where_its_ends_are_no_whole_numbers():
    assert "qui demandait 40,5 % ce jour-là" in told(
        baseline="40.5", readings=[("2027-01-01", "50")]
    )


@pytest.mark.parametrize(
    ("cells", "beyond"),
    [({}, True), ({"target": None}, True), ({"target": "150"}, False), ({"unit": "avis"}, False)],
)
def test_part_of_a_whole_is_a_percentage_whose_ends_are_below_a_hundred(cells, beyond):
    (indicator,) = tree(Dossier(given(WHOLE | cells)), DAY).indicators

    assert [indicator.goes_beyond(Decimal(each)) for each in ("450", "-1", "1E+3", "100")] == [
        beyond,
        beyond,
        beyond,
        False,
    ]


def test_reading_of_a_day_that_counts_is_the_last_one_given():
    read = [("2027-02-01", "50"), ("2027-02-01", "60")]
    (indicator,) = tree(Dossier(given(WHOLE, readings=read)), DAY).indicators

    assert [each.value for each in [indicator.read_on(date(2027, 2, 1))] if each] == [60]
    assert indicator.read_on(DAY) is None


def test_sentence_tells_what_it_lacks():
    assert told(baseline=None, due=None) == (
        "Il manque une valeur de départ et une échéance pour dire où cet indicateur va."
    )


def test_long_unit_is_not_repeated_after_each_value():
    assert told(unit="questions par mois") == (
        "40 au départ, le 1er janvier 2027"
        " ; valeur visée 80 au 31 décembre 2027 ; aucun relevé depuis."
    )


def test_names_verdicts_and_families_are_words():
    written = given(WHOLE)
    found = tree(Dossier(written), DAY)
    telling = Telling(Narrator(written, "en").teller)

    assert telling.name(found.main) == "Résolues"
    assert telling.objective(found.branches[0].objective).startswith("Help users")
    assert telling.verdict(found.main) == "Not read yet"
    assert telling.family(found.main) == "Usefulness"
    assert telling.lacking(("unit", "due")) == "a unit and a deadline"
