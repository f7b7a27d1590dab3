"""R01 to R20: each rule broken, and kept."""

from datetime import date

import pytest

from tests.conclusions import TODAY, codes, dossier, found

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
OFFICE = [{"day": day, "from": "09:00", "to": "18:00"} for day in DAYS]
HOURS = {"people": [{"person": "ines", "mission": "answering", "weekly_hours": "10"}]}
OPEN = {"places": [{"place": "Forum", "open_to_contributions": True}]}
CONFIRMED = {
    "space": "independent_community",
    "promotion": "disclosed",
    "official_voices": "brand_account",
}


def hours(value, unit="hour"):
    return {"value": value, "unit": unit}


def times(out_of_hours="nothing", **other):
    return {"covered_hours": OFFICE, "out_of_hours": out_of_hours, **other}


def hosted(**other):
    row = {"place": "Forum", "owner": "us", "role": "host", "open_to_contributions": True}
    return {"places": [row | other]}


def prerequisite(name, **other):
    return {"opens_on": "2027-02-02", "prerequisites": [{"prerequisite": name, **other}]}


# Code, what breaks the rule, what keeps it.
CASES = [
    (
        "R01",
        {
            "objective": {
                "objectives": [
                    {"objective": "trust", "rank": "1"},
                    {"objective": "help", "rank": "1"},
                ]
            }
        },
        {
            "objective": {
                "objectives": [
                    {"objective": "trust", "rank": "1"},
                    {"objective": "help", "rank": "2"},
                ]
            }
        },
    ),
    (
        "R02",
        {"receivers": {"audiences": [{"audience": "Presse", "circle": "relays"}]}},
        {"receivers": {"audiences": [{"audience": "Équipes", "circle": "employees"}]}},
    ),
    (
        "R03",
        {"relays": {"relays": [{"relay": "A", "consideration": "money"}]}},
        {
            "relays": {
                "relays": [
                    {"relay": "A", "consideration": "money"},
                    {"relay": "B", "consideration": "none"},
                ]
            }
        },
    ),
    (
        "R04",
        {"relays": {"relays": [{"relay": "A", "consideration": "access"}]}},
        {"relays": {"relays": [{"relay": "A", "consideration": "none"}]}},
    ),
    (
        "R05",
        {"places": {"places": [{"place": "A", "weekly_hours": "12"}]}, "hours": HOURS},
        {"places": {"places": [{"place": "A", "weekly_hours": "10"}]}, "hours": HOURS},
    ),
    (
        "R06",
        {"reply_times": times(announced_delay=hours("24"))},
        {"reply_times": times(announced_delay=hours("64"))},
    ),
    (
        "R07",
        {"places": OPEN, "opening": prerequisite("monitoring", done_on="2026-11-01")},
        {"places": OPEN, "opening": prerequisite("charter", due="2027-02-02")},
    ),
    (
        "R08",
        {"opening": prerequisite("monitoring", due="2027-02-03")},
        {"opening": prerequisite("monitoring", due="2027-02-02")},
    ),
    (
        "R09",
        {"messages": {"messages": [{"message": "A", "promise": True, "proof": "Vu"}]}},
        {
            "messages": {
                "messages": [{"message": "A", "promise": True, "proof": "Vu", "due": "2027-01-01"}]
            }
        },
    ),
    (
        "R10",
        {"indicators": {"indicators": [{"indicator": "Visites", "family": "visibility"}]}},
        {"indicators": {"indicators": [{"indicator": "Retours", "family": "trust"}]}},
    ),
    (
        "R11",
        {"indicators": {"indicators": [{"indicator": "A", "baseline": "3"}]}},
        {
            "indicators": {
                "indicators": [{"indicator": "A", "baseline": "3", "measured_on": "2026-11-01"}]
            }
        },
    ),
    (
        "R12",
        {"speakers": {"speakers": [{"holder": "ines"}]}},
        {"speakers": {"speakers": [{"holder": "ines", "deputy": "marc"}]}},
    ),
    (
        "R13",
        {"monitoring": {"queries": [{"query": "A", "identifies_people": True}]}},
        {
            "monitoring": {
                "queries": [
                    {"query": "A", "identifies_people": True, "retention": hours("6", "month")}
                ]
            }
        },
    ),
    (
        "R14",
        {"encounters": {"queries": [{"query": "A", "where": "ai_assistant", "exact": "no"}]}},
        {
            "encounters": {
                "queries": [
                    {"query": "A", "where": "ai_assistant", "exact": "no", "action": "Corriger"}
                ]
            }
        },
    ),
    (
        "R15",
        {
            "feedback": {
                "circuit_since": "2026-05-23",
                "returns": [{"return": "A", "obtained_on": "2026-05-22"}],
            }
        },
        {
            "feedback": {
                "circuit_since": "2026-05-23",
                "returns": [{"return": "A", "obtained_on": "2026-05-23"}],
            }
        },
    ),
    (
        "R16",
        {"receivers": {"audiences": [{"audience": "Tous", "minors": "unknown"}]}},
        {"receivers": {"audiences": [{"audience": "Tous", "minors": "no"}]}},
    ),
    (
        "R17",
        {"crisis": {"triggers": [{"trigger": "Fuite"}]}},
        {"crisis": {"triggers": [{"trigger": "Fuite"}], "silences": [{"case": "Insulte"}]}},
    ),
    (
        "R18",
        {"objective": {"horizon": "three_months"}, "places": hosted()},
        {"objective": {"horizon": "three_months"}, "places": hosted(planned_closing="2027-03-01")},
    ),
    (
        "R19",
        {"budget": {"lines": [{"line": "crisis_reserve", "amount": 0}, {"line": "accessibility"}]}},
        {"budget": {"lines": [{"line": "crisis_reserve", "amount": 1}, {"line": "accessibility"}]}},
    ),
    (
        "R20",
        {
            "contents": {
                "formats": [{"format": "A", "hours_per_unit": "11", "units_per_month": "4"}]
            },
            "hours": {"people": [{"mission": "production", "weekly_hours": "10"}]},
        },
        {
            "contents": {
                "formats": [{"format": "A", "hours_per_unit": "10.8", "units_per_month": "4"}]
            },
            "hours": {"people": [{"mission": "production", "weekly_hours": "10"}]},
        },
    ),
]
by_code = pytest.mark.parametrize(
    ("code", "broken", "kept"), CASES, ids=[case[0] for case in CASES]
)


@by_code
def test_rule_fires_when_broken(code, broken, kept):
    assert code in codes(dossier(**broken))


@by_code
def test_rule_is_silent_when_kept(code, broken, kept):
    assert code not in codes(dossier(**kept))


@by_code
def test_rule_is_silent_when_the_answers_do_not_apply(code, broken, kept):
    written = dossier(**broken)
    for answer in written["answers"].values():
        answer["state"] = "not_applicable"

    assert codes(written) == []


def test_r01_takes_a_lone_objective_for_the_first():
    assert "R01" not in codes(dossier(objective={"objectives": [{"objective": "trust"}]}))


def test_r05_reads_the_header_when_nobody_is_named():
    places = {"places": [{"place": "A", "weekly_hours": "12"}]}

    assert "R05" in codes(dossier(places=places, hours={"weekly_hours": "11"}))
    assert "R05" not in codes(dossier(places=places, hours={"weekly_hours": "12"}))


def test_r05_counts_only_the_missions_that_carry_places():
    people = [{"mission": "monitoring", "weekly_hours": "30"}, HOURS["people"][0]]
    written = dossier(
        places={"places": [{"place": "A", "weekly_hours": "12"}]}, hours={"people": people}
    )

    assert str(found(written, "R05").values["given"]) == "10"


def test_r10_refuses_an_audience_as_the_main_measure():
    rows = [
        {"indicator": "Fans", "family": "trust", "main": True, "audience_size_only": True},
        {"indicator": "Retours", "family": "trust"},
    ]

    assert found(dossier(indicators={"indicators": rows}), "R10").variant == "audience"


def test_r15_waits_six_months():
    rows = {"circuit_since": "2026-05-24", "returns": [{"return": "A"}]}

    assert "R15" not in codes(dossier(feedback=rows))
    assert "R15" in codes(dossier(feedback=rows), date(2026, 11, 24))


def test_r19_waits_for_the_amount_of_the_reserve():
    rows = {"lines": [{"line": "crisis_reserve"}, {"line": "accessibility"}]}

    assert "R19" not in codes(dossier(budget=rows))


def test_nothing_is_found_where_nothing_is_said():
    assert codes({}, TODAY) == []
