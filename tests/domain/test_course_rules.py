"""The course against its deadline, its measure and its money: X30 to X32."""

import pytest

from tests.conclusions import codes, demonstration, dossier, found

FIRST = {"objectives": [{"objective": "help", "rank": "1"}, {"objective": "trust", "rank": "2"}]}


def course(horizon, due, opens="2027-02-02"):
    return dossier(
        objective={"horizon": horizon, "due": due}, opening={"opens_on": opens} if opens else {}
    )


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        pytest.param(course("three_months", "2027-05-02"), False, id="three months to the day"),
        pytest.param(course("three_months", "2027-05-03"), True, id="a day more"),
        pytest.param(course("twelve_months", "2028-02-02"), False, id="a year to the day"),
        pytest.param(course("twelve_months", "2028-02-03"), True, id="a day more than a year"),
        pytest.param(course("lasting", "2040-01-01"), False, id="lasting"),
        pytest.param(course("three_months", "2040-01-01", opens=""), False, id="no opening"),
        pytest.param(course("", "2040-01-01"), False, id="no horizon"),
    ],
)
def test_deadline_stays_within_the_horizon(written, holds):
    assert ("X30" in codes(written)) == holds


def test_deadline_beyond_the_horizon_is_told_with_its_dates():
    values = found(course("three_months", "2028-01-01"), "X30").values

    assert {name: str(each) for name, each in values.items()} == {
        "due": "2028-01-01",
        "opens": "2027-02-02",
        "months": "3",
    }


def measured(*indicators, **objective):
    return dossier(objective=objective or FIRST, indicators={"indicators": list(indicators)})


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        pytest.param(measured({"objective": "objectives2"}), True, id="only the second"),
        pytest.param(
            measured({"objective": "objectives2"}, {"objective": "objectives1"}), False, id="both"
        ),
        pytest.param(measured({"indicator": "Réponses"}), False, id="no objective named"),
        pytest.param(
            measured({"objective": "objectives2", "main": True}), False, id="X16 speaks of it"
        ),
        pytest.param(
            measured({"objective": "objectives2"}, objectives=[{"objective": "help"}]),
            False,
            id="no first",
        ),
    ],
)
def test_priority_is_measured_where_others_are(written, holds):
    assert ("X31" in codes(written)) == holds


def funded(horizon, *lines):
    return dossier(objective={"horizon": horizon}, budget={"lines": list(lines)})


ONCE, YEARLY = {"amount": 100, "recurring": False}, {"amount": 100, "recurring": True}


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        pytest.param(funded("lasting", ONCE, ONCE), True, id="for once"),
        pytest.param(funded("lasting", ONCE, YEARLY), False, id="one line comes back"),
        pytest.param(funded("lasting", ONCE, {"amount": 5}), False, id="one line does not say"),
        pytest.param(funded("lasting"), False, id="no budget"),
        pytest.param(funded("twelve_months", ONCE), False, id="a year"),
    ],
)
def test_lasting_course_has_lasting_money(written, holds):
    assert ("X32" in codes(written)) == holds


@pytest.mark.parametrize("name", ["altivane-fr", "altivane-en"])
def test_finished_demonstration_is_silent(name):
    assert {"X30", "X31", "X32"}.isdisjoint(codes(demonstration(name)))
