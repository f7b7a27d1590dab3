"""What may be chosen together, what applies, what stands in the way, how far duties reach."""

import pytest

from charter.domain import choosing
from charter.domain.applicability import applicable, applies, space_of, without_object
from charter.domain.choosing import Obstacle, Problem
from charter.domain.loading import charter
from charter.domain.tier import reached, reminders, tier_id
from tests.charters import entry

CHARTER = charter("fr")
SMALL = {"public_body": "no", "headcount": "under_50", "turnover": "up_to_10"}


def header(*options: str, **more: object) -> dict[str, object]:
    return {"options": list(options), **more}


def obstacles(decision_id: str, found: dict[str, object]) -> list[Problem]:
    return list(choosing.unconfirmable(CHARTER.by_id[decision_id], found))


def test_every_decision_applies_while_the_space_is_undecided():
    assert space_of({}) == ""
    assert len(applicable(CHARTER, {})) == 20


@pytest.mark.parametrize(
    ("space", "count"),
    [
        ("third_party_page", 14),
        ("own_comments", 20),
        ("public_community", 20),
        ("members_community", 20),
        ("admitted_community", 20),
        ("independent_community", 3),
    ],
)
def test_the_space_decides_what_applies(space, count):
    assert len(applicable(CHARTER, {"space": entry(space)})) == count


def test_a_decision_without_object_says_why():
    registration = CHARTER.by_id["registration"]
    assert not applies(registration, "third_party_page")
    assert without_object(registration, "third_party_page") == registration.without_object
    assert without_object(registration, "own_comments") == ""


def test_one_main_option_is_admitted_and_an_added_one_where_it_may():
    criticism = CHARTER.by_id["criticism"]
    assert list(choosing.inadmissible(criticism, header("free", "individual_cases_routed"))) == []
    assert list(choosing.inadmissible(criticism, header("free", "not_allowed"))) == [
        Problem(Obstacle.NOT_ADDED, "not_allowed")
    ]
    added = [each.id for each in criticism.options if "free" in each.added_to]
    assert added == ["individual_cases_routed"]


def test_an_unknown_option_is_not_admitted():
    age = CHARTER.by_id["age"]
    assert list(choosing.inadmissible(age, header("everybody", "nobody"))) == [
        Problem(Obstacle.UNKNOWN, "everybody"),
        Problem(Obstacle.UNKNOWN, "nobody"),
        Problem(Obstacle.NOT_ADDED, "nobody"),
    ]


def test_official_voices_are_several_but_never_with_undisclosed_ones():
    voices = CHARTER.by_id["official_voices"]
    assert list(choosing.inadmissible(voices, header("employees", "assistant"))) == []
    assert list(choosing.inadmissible(voices, header("employees", "undisclosed"))) == [
        Problem(Obstacle.EXCLUSIVE, "undisclosed")
    ]
    assert obstacles("official_voices", header("undisclosed")) == [
        Problem(Obstacle.REFUSED, voices.option("undisclosed").refused)
    ]


def test_on_call_and_yearly_figures_need_a_base():
    assert obstacles("hours", header("on_call")) == [Problem(Obstacle.BASE, "on_call")]
    assert obstacles("hours", header("on_call", base="extended_hours")) == []
    assert obstacles("hours", header("on_call", base="frozen")) == [
        Problem(Obstacle.UNKNOWN_BASE, "frozen")
    ]
    assert obstacles("charter_life", header("yearly_figures")) == [
        Problem(Obstacle.BASE, "yearly_figures")
    ]


def test_nothing_chosen_cannot_be_confirmed():
    assert obstacles("age", {}) == [Problem(Obstacle.NOTHING)]


def test_an_option_that_nobody_may_choose_says_why():
    refused = CHARTER.by_id["promotion"].option("no_rule").refused
    assert obstacles("promotion", header("no_rule")) == [Problem(Obstacle.REFUSED, refused)]


def test_settle_drops_what_a_former_main_option_left():
    criticism, hours = CHARTER.by_id["criticism"], CHARTER.by_id["hours"]
    assert choosing.settle(criticism, ["not_allowed", "individual_cases_routed"], "") == {
        "options": ["not_allowed"]
    }
    assert choosing.settle(criticism, ["free", "individual_cases_routed"], "") == {
        "options": ["free", "individual_cases_routed"]
    }
    assert choosing.settle(hours, ["business_hours"], "extended_hours") == {
        "options": ["business_hours"]
    }
    assert choosing.settle(hours, ["on_call"], "extended_hours") == {
        "options": ["on_call"],
        "base": "extended_hours",
    }
    assert choosing.settle(hours, [], "") == {}


def test_settle_keeps_an_unknown_option_for_the_check_to_name():
    voices = CHARTER.by_id["official_voices"]
    assert choosing.settle(voices, ["employees", "ghosts", "brand_account"], "") == {
        "options": ["employees", "ghosts", "brand_account"]
    }
    assert choosing.settle(CHARTER.by_id["age"], ["everybody", "nobody"], "x") == {
        "options": ["everybody"]
    }


def test_details_are_asked_with_the_options_that_they_serve():
    hours = CHARTER.by_id["hours"]

    def asked(**found: object) -> list[str]:
        return [each.id for each in choosing.asked_details(hours, found)]

    assert asked(options=["business_hours"]) == ["weekly_hours", "delay"]
    assert asked(options=["on_call"]) == ["urgent_delay", "urgent_contact"]
    assert asked(options=["on_call"], base="business_hours") == [
        "weekly_hours",
        "delay",
        "urgent_delay",
        "urgent_contact",
    ]


@pytest.mark.parametrize(
    ("decided", "profile", "tier"),
    [
        ({}, SMALL, "undecided"),
        ({"space": entry("independent_community")}, SMALL, "none"),
        ({"space": entry("third_party_page")}, {}, "N0"),
        ({"space": entry("own_comments")}, {}, "N1"),
        ({"space": entry("own_comments", ancillary_comments=False)}, SMALL, "N2"),
        (
            {"space": entry("admitted_community"), "registration": entry("invitation")},
            {},
            "N1",
        ),
        (
            {"space": entry("admitted_community"), "registration": entry("approved_request")},
            {},
            "N1",
        ),
        (
            {"space": entry("admitted_community"), "registration": entry("no_account")},
            SMALL,
            "N2",
        ),
        (
            {"space": entry("public_community"), "registration": entry("invitation")},
            SMALL,
            "N2",
        ),
        ({"space": entry("public_community")}, SMALL, "N2"),
        ({"space": entry("public_community")}, SMALL | {"headcount": "under_10"}, "N2"),
        ({"space": entry("public_community")}, SMALL | {"headcount": "under_250"}, "N3"),
        ({"space": entry("public_community")}, SMALL | {"turnover": "up_to_50"}, "N3"),
        ({"space": entry("public_community")}, SMALL | {"public_body": "quarter_owned"}, "N3"),
        ({"space": entry("members_community")}, {}, "N3"),
    ],
)
def test_tier_is_the_first_line_that_holds(decided, profile, tier):
    assert tier_id(profile, decided) == tier


def test_a_tier_by_admission_says_that_it_is_debated():
    decided = {"space": entry("admitted_community"), "registration": entry("invitation")}
    tier = CHARTER.tier_by_id["N1"]
    assert reached(CHARTER, SMALL, decided).notes == (tier.note, tier.note_admission)
    assert reached(CHARTER, SMALL, {"space": entry("own_comments")}).notes == (tier.note,)


def test_a_public_body_is_told_what_concerns_it():
    tier = CHARTER.tier_by_id["N3"]
    found = reached(CHARTER, {"public_body": "yes"}, {"space": entry("public_community")})
    assert found.notes == (tier.note, tier.note_public)


@pytest.mark.parametrize(
    ("profile", "cautious"),
    [
        ({}, True),
        ({"headcount": "under_10"}, True),
        ({"headcount": "more"}, False),
        (SMALL | {"turnover": "more"}, False),
    ],
)
def test_an_unknown_size_is_a_cautious_assumption(profile, cautious):
    tier = CHARTER.tier_by_id["N3"]
    found = reached(CHARTER, profile, {"space": entry("public_community")})
    assert found.notes == ((tier.note, tier.note_unknown) if cautious else (tier.note,))


def test_reminders_follow_the_tier():
    space = CHARTER.by_id["space"]
    assert reminders(space, "undecided") == space.reminders
    assert [each.id for each in reminders(space, "N0")] == [
        "publication_director",
        "page_holder",
        "joint_controllers",
        "legal_notices",
    ]
    assert reminders(space, "none") == ()
    registration = CHARTER.by_id["registration"]
    assert "gdpr_minimisation" in [each.id for each in reminders(registration, "N0")]
    assert not reached(CHARTER, SMALL, {"space": entry("third_party_page")}).is_undecided
    assert reached(CHARTER, SMALL, {}).is_undecided
    assert not reached(CHARTER, SMALL, {}).is_numbered


@pytest.mark.parametrize(
    ("options", "wanted", "base"),
    [
        (["on_call"], ["ghosts", "extended_hours", "business_hours"], "extended_hours"),
        (["on_call"], ["ghosts"], ""),
        (["business_hours"], ["extended_hours"], ""),
        ([], ["extended_hours"], ""),
    ],
)
def test_the_first_base_wanted_that_the_options_ask_for_is_taken(options, wanted, base):
    assert choosing.base_for(CHARTER.by_id["hours"], options, *wanted) == base


@pytest.mark.parametrize(
    ("header", "base"),
    [
        pytest.param(
            {"options": ["on_call"], "base": "extended_hours"}, "extended_hours", id="held"
        ),
        pytest.param({"options": ["on_call"]}, "", id="still to be decided"),
        pytest.param(
            {"options": ["extended_hours"]}, "extended_hours", id="what one leaves for it"
        ),
        pytest.param({"options": ["frozen"]}, "business_hours", id="what is advised"),
        pytest.param({}, "business_hours", id="nothing chosen yet"),
    ],
)
def test_the_base_offered_is_the_one_held_the_one_left_or_the_one_advised(header, base):
    assert choosing.base_offered(CHARTER.by_id["hours"], header) == base
