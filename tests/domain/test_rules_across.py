"""X01 to X29, across strategy and charter: each rule broken, and kept."""

import pytest

from tests.conclusions import codes, dossier, found
from tests.domain.test_rules_of_answers import OFFICE, OPEN, hours, prerequisite

NIGHTS = [{"day": "monday", "from": "18:00", "to": "24:00"}]
HEALTH = {"red_lines": {"subjects": [{"subject": "Doses", "field": "health"}]}}
NEUTRAL = {"red_lines": {"subjects": [{"subject": "Litige", "field": "litigation"}]}}
PAID = {"relays": {"relays": [{"relay": "A", "consideration": "money", "yearly_value": 60_000}]}}
TRIO = [{"objective": "trust", "rank": "1"}, {"objective": "help", "rank": "2"}]
TEAM = {"moderators": "in_house"}


def people(mission):
    return {"hours": {"people": [{"person": "ines", "mission": mission, "weekly_hours": "4"}]}}


def red(**cells):
    return {"arbiters": {"levels": [{"id": "red", "decider": "ines", **cells}]}}


def indicator(**cells):
    return {"indicators": {"indicators": [{"indicator": "A", "family": "trust", **cells}]}}


def minors(kind):
    return {"receivers": {"audiences": [{"audience": "Lycéens", "minors": kind}]}}


def budget(amount, kind="disclosed_partnerships"):
    return {"budget": {"yearly_budget": 70_000, "lines": [{"line": kind, "amount": amount}]}}


def places(**cells):
    return {"places": {"places": [{"place": "Forum", **cells}]}}


def speakers(**cells):
    return {"speakers": {"speakers": [{"place": "places1", "holder": "ines", **cells}]}}


def voices(second):
    trained = {"place": "places1", "holder": "ines", "trained_on": "2026-11-02"}
    return {"speakers": {"speakers": [trained, {"place": "places2", "holder": "marc"} | second]}}


def decided(**decisions):
    return {"decisions": decisions}


# Code, what breaks the rule, what keeps it.
CASES = [
    (
        "X01",
        {"reply_times": {"announced_delay": hours("8")}} | decided(hours="business_hours"),
        {"reply_times": {"announced_delay": hours("4", "working_hour")}}
        | decided(hours="business_hours"),
    ),
    (
        "X02",
        {"reply_times": {"covered_hours": OFFICE}}
        | decided(hours=("extended_hours", {"weekly_hours": NIGHTS})),
        {"reply_times": {"covered_hours": OFFICE}}
        | decided(hours=("business_hours", {"weekly_hours": OFFICE[:2]})),
    ),
    (
        "X03",
        {"reply_times": {"out_of_hours": "nothing"}} | decided(hours="on_call"),
        {"reply_times": {"out_of_hours": "on_call"}} | decided(hours="on_call"),
    ),
    ("X04", red() | decided(hours="on_call"), red(out_of_hours="marc") | decided(hours="on_call")),
    ("X05", people("answering") | decided(**TEAM), people("moderation") | decided(**TEAM)),
    (
        "X06",
        HEALTH | decided(content_rules="civility"),
        HEALTH | decided(content_rules="reinforced"),
    ),
    (
        "X07",
        NEUTRAL | {"profile": {"regulated_fields": ["health"]}},
        HEALTH | {"profile": {"regulated_fields": ["health"]}},
    ),
    (
        "X08",
        minors("fifteen_and_over") | decided(age="adults_only"),
        minors("fifteen_and_over") | decided(age="fifteen_and_over"),
    ),
    ("X09", PAID | decided(promotion="forbidden"), PAID | decided(promotion="disclosed")),
    (
        "X10",
        decided(registration="no_account", identity="real_name"),
        decided(registration="no_account", identity="anonymous"),
    ),
    (
        "X11",
        decided(registration="pseudonym_and_email", identity="real_name"),
        decided(registration="customer_account", identity="real_name"),
    ),
    (
        "X12",
        decided(registration="verified_identity", identity="stable_pseudonym"),
        decided(registration="verified_identity", identity="real_name"),
    ),
    (
        "X13",
        {"change_of_course": {"review_on": "2027-02-01"}, "opening": {"opens_on": "2027-02-02"}},
        {"change_of_course": {"review_on": "2027-02-02"}, "opening": {"opens_on": "2027-02-02"}},
    ),
    (
        "X14",
        indicator(direction="up", baseline="10", target="10"),
        indicator(direction="down", baseline="10", target="9"),
    ),
    (
        "X15",
        indicator(measured_on="2026-11-01", due="2026-11-01"),
        indicator(measured_on="2026-11-01", due="2026-11-02"),
    ),
    (
        "X16",
        indicator(main=True, objective="objectives2") | {"objective": {"objectives": TRIO}},
        indicator(main=True, objective="objectives1") | {"objective": {"objectives": TRIO}},
    ),
    (
        "X17",
        voices({}) | {"opening": prerequisite("trained_voices", done_on="2026-11-02")},
        voices({"trained_on": "2026-11-02"})
        | {"opening": prerequisite("trained_voices", done_on="2026-11-02")},
    ),
    (
        "X18",
        {"tone": {"disclosures": ["employees"]}} | decided(official_voices="assistant"),
        {"tone": {"disclosures": ["ai"]}} | decided(official_voices="assistant"),
    ),
    (
        "X19",
        {"tone": {"signature": "brand"}} | decided(official_voices="identified_hosts"),
        {"tone": {"signature": "person"}} | decided(official_voices="identified_hosts"),
    ),
    ("X20", budget(70_001), budget(70_000)),
    ("X21", PAID | budget(59_999), PAID | budget(60_000)),
    (
        "X22",
        places(role="host") | speakers(place="places2"),
        places(role="listen") | speakers(place="places2"),
    ),
    (
        "X23",
        places(owner="third_party") | decided(space="public_community"),
        places(owner="us") | decided(space="public_community"),
    ),
    (
        "X24",
        {"rhythm": {"cadence": "weekly"}, "contents": {"monthly_capacity": "3"}},
        {"rhythm": {"cadence": "weekly"}, "contents": {"monthly_capacity": "4"}},
    ),
    ("X25", speakers(deputy="ines"), speakers(deputy="marc")),
    (
        "X26",
        red(maximum_delay=hours("2")) | decided(hours=("on_call", {"urgent_delay": hours("1")})),
        red(maximum_delay=hours("1")) | decided(hours=("on_call", {"urgent_delay": hours("1")})),
    ),
    (
        "X27",
        {"opening": {"opens_on": "2027-02-02"}}
        | decided(charter_life=("consultation", {"date": "2027-02-03"})),
        {"opening": {"opens_on": "2027-02-02"}}
        | decided(charter_life=("consultation", {"date": "2027-02-02"})),
    ),
    (
        "X28",
        {"places": OPEN, "monitoring": {"level": "nothing"}},
        {"places": OPEN, "monitoring": {"level": "occasional"}},
    ),
    (
        "X29",
        decided(hours=("business_hours", {"weekly_hours": OFFICE, "delay": hours("62")})),
        decided(hours=("business_hours", {"weekly_hours": OFFICE, "delay": hours("63")})),
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
def test_rule_is_silent_until_both_sides_speak(code, broken, kept):
    answers = {name: said for name, said in broken.items() if name not in ("decisions", "profile")}
    halves = [{name: said} for name, said in answers.items() if len(broken) > 1]
    halves += [{"decisions": broken["decisions"]}] if answers and "decisions" in broken else []

    assert [half for half in halves if code in codes(dossier(**half))] == []


def test_x01_finds_the_charter_s_delay_in_any_place():
    row = {"acknowledgement": hours("4", "working_hour")}
    times = {"announced_delay": hours("1", "day"), "places": [row]}

    assert "X01" not in codes(dossier(reply_times=times, **decided(hours="business_hours")))


def test_x05_leaves_the_figures_to_c05():
    decisions = TEAM | {
        "moderation_mode": "before_publication",
        "space": ("public_community", {"weekly_messages": "60"}),
    }

    found_codes = codes(dossier(decisions=decisions, **people("answering")))

    assert ("C05" in found_codes, "X05" in found_codes) == (True, False)


@pytest.mark.parametrize(
    ("age", "kind", "expected"),
    [
        ("fifteen_and_over", "under_fifteen", True),
        (("third_party_verification", {"minimum_age": "18"}), "fifteen_and_over", True),
        ("under_fifteen_with_consent", "under_fifteen", False),
        ("all_ages_protected", "under_fifteen", False),
        ("adults_only", "unknown", False),
    ],
)
def test_x08_compares_ages(age, kind, expected):
    assert ("X08" in codes(dossier(**minors(kind), **decided(age=age)))) is expected


def test_x12_lets_papers_prove_an_age():
    decisions = {"registration": "verified_identity", "identity": "stable_pseudonym"}

    assert "X12" not in codes(
        dossier(profile={"regulated_fields": ["alcohol"]}, decisions=decisions)
    )


def test_x19_also_reads_the_reverse():
    written = dossier(tone={"signature": "person"}, **decided(official_voices="brand_account"))

    assert "X19" in codes(written)


@pytest.mark.parametrize(
    ("space", "cells", "expected"),
    [
        ("third_party_page", {"owner": "us"}, True),
        ("third_party_page", {"owner": "third_party"}, False),
        ("members_community", {"owner": "us", "open_to_contributions": False}, True),
        ("members_community", {}, False),
    ],
)
def test_x23_looks_for_the_space_among_places(space, cells, expected):
    assert ("X23" in codes(dossier(**places(**cells), **decided(space=space)))) is expected


def test_x25_names_every_pair():
    written = dossier(**red(deputy="ines"), **people("answering"), **speakers(deputy="ines"))

    assert [each.id for each in found(written, "X25").reads] == ["speakers"] * 2 + ["arbiters"] * 2
