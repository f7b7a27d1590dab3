"""The course against its deadline and its money: X30 and X32."""

import pytest

from tests.conclusions import codes, demonstration, dossier, found


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
    assert {"X30", "X32"}.isdisjoint(codes(demonstration(name)))
