"""C01 to C27 (there is no C18): each rule broken, and kept."""

import pytest

from tests.conclusions import codes, dossier, found

PLATFORM = {"space": "public_community"}
ADMITTED = {"space": "admitted_community", "registration": "invitation"}
SMALL = {"public_body": "no", "headcount": "under_50", "turnover": "up_to_10"}
PAID = {"relays": {"relays": [{"relay": "A", "consideration": "product"}]}}
ALONE = {
    "hours": {"people": [{"person": "ines", "mission": "moderation", "weekly_hours": "4"}]},
    "speakers": {"speakers": [{"holder": "ines"}]},
}
TWO = ALONE | {"speakers": {"speakers": [{"holder": "ines", "deputy": "marc"}]}}
READ_FIRST = {"moderation_mode": "before_publication"}


def messages(count):
    return {"space": ("public_community", {"weekly_messages": count})} | READ_FIRST


def given(hours):
    people = [{"person": "ines", "mission": "moderation", "weekly_hours": hours}]
    return {"hours": {"people": people}}


# Code, the decisions that break the rule, those that keep it.
DECIDED = [
    (
        "C01",
        {"registration": "no_account", "reasons": "public_log"},
        {"registration": "no_account", "reasons": "template"},
    ),
    ("C02", PLATFORM | {"reasons": "silent"}, {"space": "third_party_page", "reasons": "silent"}),
    ("C03", PLATFORM | {"reporting": "button"}, PLATFORM | {"reporting": "full_form"}),
    ("C04", PLATFORM | {"appeal": "same_team"}, PLATFORM | {"appeal": "certified_body"}),
    ("C06", READ_FIRST, {"moderation_mode": "hybrid"}),
    ("C07", {"moderators": "tool_only"}, {"moderators": "mixed"}),
    (
        "C08",
        {"identity": "real_name", "content_rules": "reinforced"},
        {"identity": "stable_pseudonym", "content_rules": "reinforced"},
    ),
    (
        "C10",
        {"age": "all_ages_protected", "moderation_mode": "by_peers"},
        {"age": "all_ages_protected", "moderation_mode": "hybrid"},
    ),
    (
        "C11",
        {"personal_data": "customer_link", "registration": "invitation"},
        {"personal_data": "customer_link", "registration": "customer_account"},
    ),
    (
        "C12",
        {"space": ("public_community", {"consumer_reviews": True}), "criticism": "not_allowed"},
        {"space": "public_community", "criticism": "not_allowed"},
    ),
    ("C13", {"recognition": "rewards"}, {"recognition": "ambassadors"}),
    (
        "C14",
        {"sanctions": "zero_tolerance", "appeal": "none"},
        {"sanctions": "zero_tolerance", "appeal": "another_person"},
    ),
    (
        "C16",
        ADMITTED | {"space": ("admitted_community", {"expected_members": "301"})},
        ADMITTED | {"space": ("admitted_community", {"expected_members": "300"})},
    ),
    ("C17", {"departure": "kept_under_pseudonym"}, {"departure": "anonymised"}),
    ("C19", {"contribution_rights": "broad"}, {"contribution_rights": "limited"}),
    ("C20", {"official_voices": "brand_account,assistant"}, {"official_voices": "brand_account"}),
    ("C21", ADMITTED | {"registration": "pseudonym_and_email"}, ADMITTED),
    (
        "C22",
        ADMITTED | {"space": "members_community"},
        {"space": "members_community", "registration": "no_account"},
    ),
    ("C23", {"official_voices": "undisclosed"}, {"official_voices": "employees"}),
    (
        "C24",
        {"promotion": "no_rule", "recognition": "rewards"},
        {"promotion": "no_rule", "recognition": "none"},
    ),
    (
        "C25",
        {"contribution_rights": "open_licence", "departure": "member_chooses"},
        {"contribution_rights": "open_licence", "departure": "anonymised"},
    ),
    ("C27", {"personal_data": "detailed_profile"}, {"personal_data": "optional_fields"}),
]
by_code = pytest.mark.parametrize(
    ("code", "broken", "kept"), DECIDED, ids=[each[0] for each in DECIDED]
)


@by_code
def test_rule_fires_when_broken(code, broken, kept):
    assert code in codes(dossier(decisions=broken))


@by_code
def test_rule_is_silent_when_kept(code, broken, kept):
    assert code not in codes(dossier(decisions=kept))


@by_code
def test_rule_is_silent_where_its_decisions_do_not_apply(code, broken, kept):
    elsewhere = broken | {"space": "independent_community"}
    still_decided = {"C20", "C23", "C24"} & {code}

    assert ({code} & set(codes(dossier(decisions=elsewhere)))) - still_decided == set()


@pytest.mark.parametrize(
    ("appeal", "level", "variant"),
    [("none", "blocking", ""), ("another_person", "reminder", "out_of_court")],
)
def test_c04_blocks_or_reminds(appeal, level, variant):
    finding = found(dossier(decisions=PLATFORM | {"appeal": appeal}), "C04")

    assert (finding.level, finding.variant) == (level, variant)


@pytest.mark.parametrize("code", ["C02", "C03"])
def test_duties_of_hosts_reach_the_small_ones_too(code):
    decisions = PLATFORM | {"reasons": "silent", "reporting": "button", "appeal": "none"}

    found_codes = codes(dossier(profile=SMALL, decisions=decisions))

    assert (code in found_codes, "C04" in found_codes) == (True, False)


def test_c05_counts_the_minutes_of_each_message():
    assert "C05" in codes(dossier(decisions=messages("121"), **given("4")))
    assert "C05" not in codes(dossier(decisions=messages("120"), **given("4")))
    assert "C05" not in codes(dossier(decisions=READ_FIRST, **given("4")))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param({"age": "fifteen_and_over"}, True, id="an age on declaration"),
        pytest.param({"age": "adults_only", "registration": "invitation"}, True, id="unverified"),
        pytest.param(
            {"age": "adults_only", "registration": "verified_identity"}, False, id="proven"
        ),
        pytest.param({"age": "third_party_verification"}, False, id="verified by others"),
        pytest.param({"age": "adults_only"}, False, id="registration still to decide"),
    ],
)
def test_c09_in_a_field_closed_to_minors(decisions, expected):
    written = dossier(profile={"regulated_fields": ["alcohol"]}, decisions=decisions)

    assert ("C09" in codes(written)) is expected
    assert "C09" not in codes(
        dossier(profile={"regulated_fields": ["health"]}, decisions=decisions)
    )


@pytest.mark.parametrize(
    ("moderators", "hours", "expected"),
    [("in_house", "167", True), ("in_house", "168", False), ("provider", "10", False)],
)
def test_c15_wants_a_week_of_hours(moderators, hours, expected):
    decisions = {"hours": "around_the_clock", "moderators": moderators}

    assert ("C15" in codes(dossier(decisions=decisions, **given(hours)))) is expected


def test_c05_and_c15_compare_with_every_hour_while_nobody_shared_them():
    around = {"hours": "around_the_clock"}

    assert "C05" in codes(dossier(decisions=messages("121"), hours={"weekly_hours": "4"}))
    assert "C05" not in codes(dossier(decisions=messages("120"), hours={"weekly_hours": "4"}))
    assert "C15" in codes(dossier(decisions=around, hours={"weekly_hours": "167"}))
    assert "C15" not in codes(dossier(decisions=around, hours={"weekly_hours": "168"}))
    assert "C15" not in codes(dossier(decisions=around))
    assert "C05" not in codes(dossier(decisions=messages("121")))


def test_c16_reads_public_invitations_too():
    space = {"space": ("admitted_community", {"public_invitations": True})}

    assert "C16" in codes(dossier(decisions=ADMITTED | space))


def test_c24_reads_the_relays_too():
    assert "C24" in codes(dossier(decisions={"promotion": "no_rule"}, **PAID))


@pytest.mark.parametrize("appeal", ["another_person", "mixed_panel", "certified_body"])
def test_c26_wants_two_people(appeal):
    assert "C26" in codes(dossier(decisions={"appeal": appeal}, **ALONE))
    assert "C26" not in codes(dossier(decisions={"appeal": appeal}, **TWO))
    assert "C26" in codes(dossier(decisions={"appeal": appeal}, hours=ALONE["hours"]))
    assert "C26" not in codes(dossier(decisions={"appeal": appeal}))


def test_c26_names_who_hears_appeals_beside_the_only_moderator():
    alone = ALONE["hours"]["people"]
    heard = [
        {"person": each, "mission": "appeal", "weekly_hours": "1"}
        for each in ("ines", "marc", "zoe")
    ]
    said = {"decisions": {"appeal": "another_person"}, "speakers": ALONE["speakers"]}
    finding = found(dossier(hours={"people": [*alone, *heard[:2]]}, **said), "C26")

    assert (finding.variant, finding.values["person"].value) == ("alone", "marc")
    assert found(dossier(hours={"people": [*alone, heard[0]]}, **said), "C26").variant == ""
    assert "C26" not in codes(dossier(hours={"people": [*alone, *heard]}, **said))
