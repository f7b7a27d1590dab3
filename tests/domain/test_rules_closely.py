"""Rules where what is missing, what is equal and what is a default make the difference."""

import pytest

from strategy.domain.values import DAYS
from tests.conclusions import codes, dossier, found
from tests.domain.test_rules_across import decided, places, red, speakers
from tests.domain.test_rules_of_answers import OFFICE, hours, prerequisite


def test_r02_fires_while_no_public_has_a_circle():
    assert "R02" in codes(dossier(receivers={"audiences": [{"audience": "Presse"}]}))


def test_r10_fires_while_no_indicator_has_a_family():
    assert "R10" in codes(dossier(indicators={"indicators": [{"indicator": "Visites"}]}))


def test_r15_reads_a_circuit_that_nothing_came_of():
    assert "R15" in codes(dossier(feedback={"circuit_since": "2026-05-23"}))


@pytest.mark.parametrize(
    ("line", "variant"), [("crisis_reserve", "accessibility"), ("accessibility", "reserve")]
)
def test_r19_names_the_line_that_is_forgotten(line, variant):
    rows = {"lines": [{"line": line, "amount": 1}]}

    assert found(dossier(budget=rows), "R19").variant == variant


def contents(units):
    row = {"format": "A", "hours_per_unit": "10", "units_per_month": units}
    return {"contents": {"formats": [row]}}


def test_r20_takes_exactly_its_hours_for_enough():
    people = {"people": [{"mission": "production", "weekly_hours": "30"}]}

    assert "R20" not in codes(dossier(**contents("13"), hours=people))
    assert "R20" in codes(dossier(**contents("13.1"), hours=people))


def test_r20_compares_with_every_hour_while_nobody_shared_them():
    assert "R20" not in codes(dossier(**contents("13"), hours={"weekly_hours": "30"}))
    assert (
        found(dossier(**contents("13.1"), hours={"weekly_hours": "30"}), "R20").variant == "whole"
    )


def test_r20_counts_whatever_can_be_typed():
    row = {"hours_per_unit": "9" * 15, "units_per_month": "9" * 15}
    finding = found(dossier(contents={"formats": [row]}, hours={"weekly_hours": "9" * 15}), "R20")

    assert finding.values["needed"] > finding.values["given"]


def test_x01_lets_a_default_be_slower_than_what_is_promised():
    sooner = {"announced_delay": hours("2", "working_hour")}
    later = {"announced_delay": hours("5", "working_hour")}
    chosen = ("business_hours", {"delay": hours("4", "working_hour")})

    assert "X01" not in codes(dossier(reply_times=sooner, **decided(hours="business_hours")))
    assert "X01" in codes(dossier(reply_times=later, **decided(hours="business_hours")))
    assert "X01" in codes(dossier(reply_times=sooner, **decided(hours=chosen)))


def test_x03_wants_nobody_on_call_where_somebody_is_always_there():
    week = [{"day": day, "from": "00:00", "to": "24:00"} for day in DAYS]
    times = {"out_of_hours": "nothing", "covered_hours": week}

    assert "X03" not in codes(dossier(reply_times=times, **decided(hours="around_the_clock")))


@pytest.mark.parametrize("role", ["listen", "inform", "sell"])
def test_x22_wants_a_voice_only_where_members_wait_for_one(role):
    assert "X22" not in codes(dossier(**places(role=role), **speakers(place="places2")))


def test_x17_is_silent_where_nobody_keeps_dates():
    done = {"opening": prerequisite("trained_voices", done_on="2026-11-02")}

    assert "X17" not in codes(dossier(**speakers(), **done))


def test_x26_leaves_a_default_alone():
    assert "X26" not in codes(dossier(**red(maximum_delay=hours("2")), **decided(hours="on_call")))


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(decided(hours=("on_call", {"base": "business_hours"})), id="on call"),
        pytest.param({"reply_times": {"out_of_hours": "on_call"}}, id="on call in question 15"),
    ],
)
def test_x29_is_silent_where_somebody_is_on_call(kept):
    header = {"weekly_hours": OFFICE, "delay": hours("1")}
    base = dossier(**decided(hours=("business_hours", header)))
    on_call = dossier(**kept)
    on_call["decisions"] = {"hours": base["decisions"]["hours"]} | on_call["decisions"]
    on_call["decisions"]["hours"]["value"]["header"] |= header

    assert ("X29" in codes(base), "X29" in codes(on_call)) == (True, False)
