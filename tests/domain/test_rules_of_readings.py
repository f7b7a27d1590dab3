"""X38 to X41 on indicators over time, X73 to X75 on reviews: each rule broken, and kept."""

from datetime import date

import pytest

from tests.conclusions import codes, dossier

DAY = date(2027, 7, 1)
FIRST = [{"objective": "help", "rank": "1"}, {"objective": "trust", "rank": "2"}]


def measured(*rows, readings=(), objectives=FIRST):
    values = [
        {"indicator": "indicators1", "measured_on": day, "value": value} for day, value in readings
    ]
    return dossier(
        objective={"objectives": objectives},
        indicators={"indicators": [{"family": "trust", **row} for row in rows]},
        checkins={"values": values},
    )


def rising(**cells):
    return {
        "indicator": "A",
        "objective": "objectives1",
        "direction": "up",
        "baseline": "40",
        "measured_on": "2027-01-01",
        "target": "80",
        "due": "2027-12-31",
        **cells,
    }


def triggered(**cells):
    return dossier(review_triggers={"triggers": [{"id": "crisis", **cells}]})


def reviewed(review, due="2027-12-31"):
    return dossier(change_of_course={"review_on": review}, objective={"due": due})


AWAY = [("2027-02-01", "39"), ("2027-03-01", "38")]
BROKEN = {
    "X38": measured(rising(due="2027-06-30")),
    "X39": measured(rising(), {"indicator": "B"}),
    "X40": measured(rising(), readings=AWAY),
    "X41": measured(rising(objective="objectives2")),
    "X73": reviewed("2027-06-30"),
    "X74": triggered(happened_on="2027-05-01"),
    "X75": reviewed("2028-01-01"),
}
KEPT = {
    "X38": [
        measured(rising(due="2027-07-01")),
        measured(rising(due="2027-06-30", target=None)),
        measured(rising(due="2027-06-30"), readings=[("2027-06-01", "70")]),
    ],
    "X39": [
        measured({"indicator": "A"}, {"indicator": "B"}),
        measured(rising(), {"indicator": "Abonnés", "audience_size_only": True}),
    ],
    "X40": [
        measured(rising(), readings=AWAY[:1]),
        measured(rising(direction="down", target="10"), readings=AWAY),
    ],
    "X41": [
        measured(rising()),
        measured({"indicator": "A"}),
        measured(rising(objective="objectives2", main=True)),
        measured(rising(objective="objectives2"), objectives=FIRST[1:] * 2),
    ],
    "X73": [reviewed("2027-07-01"), dossier()],
    "X74": [
        triggered(happened_on="2027-06-01"),
        triggered(happened_on="2027-05-01", reviewed_on="2027-05-10"),
        triggered(happened_on="2028-05-01"),
        triggered(note="Un jour"),
    ],
    "X75": [reviewed("2027-12-31"), reviewed("2028-01-01", due=None), reviewed(None)],
}


@pytest.mark.parametrize("code", BROKEN)
def test_rule_holds(code):
    assert code in codes(BROKEN[code], DAY)


@pytest.mark.parametrize(
    ("code", "written"), [(code, each) for code, all_kept in KEPT.items() for each in all_kept]
)
def test_rule_is_silent(code, written):
    assert code not in codes(written, DAY)


def test_review_made_before_what_happened_does_not_count():
    written = triggered(happened_on="2027-05-01", reviewed_on="2027-04-01")

    assert "X74" in codes(written, DAY)
