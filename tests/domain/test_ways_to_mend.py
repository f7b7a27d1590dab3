"""The ways to mend that a finding names: those that change something in this dossier, alone."""

import pytest

from conclusions.domain.rulebook import rulebook
from tests import clean
from tests.conclusions import dossier, found
from tests.planted import FORUM
from tests.planted_later import READINGS

UNKNOWN = {"registration": "no_account", "reasons": "template", "identity": "anonymous"}
KNOWN_AGAIN = {"sanctions": "ladder", "recognition": "none", "moderation_mode": "on_report"}
GAMES = {"regulated_fields": ["gambling"]}
INDICATOR = {"indicator": "Avis", "family": "trust", "audience_size_only": False}
PROMISE = {"message": "Sous deux jours", "promise": True}
INES = {"person": "ines", "mission": "answering", "weekly_hours": "5"}
BROKEN = {"id": "impliedreply", "state": "broken"}


def decided(**decisions):
    return dossier(decisions={"space": "public_community", **decisions})


def unknown(**decisions):
    return decided(**UNKNOWN, **KNOWN_AGAIN | decisions)


def invited(**details):
    return dossier(decisions={"space": ("admitted_community", details)})


def on_call(**answers):
    red = {"levels": [{"id": "red", "decider": "ines"}]}
    return {"arbiters": red, **answers}


def opened(*prerequisites):
    return dossier(opening={"opens_on": "2027-02-02", "prerequisites": list(prerequisites)})


CASES = [
    ("C07", decided(moderation_mode="automatic", moderators="mixed"), ["charter.moderation_mode"]),
    ("C07", decided(moderators="tool_only"), ["charter.moderators"]),
    (
        "C09",
        dossier(profile=GAMES, decisions={"space": "public_community", "age": "fifteen_and_over"}),
        ["charter.age"],
    ),
    ("C16", invited(expected_members="301"), ["charter.space.expected_members", "charter.space"]),
    (
        "C16",
        invited(public_invitations=True),
        ["charter.space.public_invitations", "charter.space"],
    ),
    (
        "C24",
        decided(promotion="no_rule", recognition="rewards"),
        ["charter.promotion", "charter.recognition"],
    ),
    ("R08", opened({"prerequisite": "charter"}), ["opening.prerequisites.due"]),
    (
        "R08",
        opened({"prerequisite": "charter", "due": "2027-02-03"}),
        ["opening.opens_on", "opening.prerequisites.due"],
    ),
    (
        "R09",
        dossier(messages={"messages": [PROMISE | {"proof": "Le registre"}]}),
        ["messages.messages.due", "messages.messages.promise"],
    ),
    (
        "R09",
        dossier(messages={"messages": [PROMISE | {"due": "2027-03-01"}]}),
        ["messages.messages.proof", "messages.messages.promise"],
    ),
    (
        "R10",
        dossier(indicators={"indicators": [INDICATOR | {"family": "activity"}]}),
        ["indicators.indicators"],
    ),
    (
        "R10",
        dossier(
            indicators={"indicators": [INDICATOR | {"main": True, "audience_size_only": True}]}
        ),
        ["indicators.indicators.main"],
    ),
    (
        "X04",
        dossier(**on_call(reply_times={"out_of_hours": "on_call"})),
        ["arbiters.levels.out_of_hours", "reply_times.out_of_hours"],
    ),
    (
        "X04",
        dossier(decisions={"space": "public_community", "hours": "on_call"}, **on_call()),
        ["arbiters.levels.out_of_hours", "charter.hours"],
    ),
    (
        "X24",
        dossier(rhythm={"cadence": "daily"}, contents={"monthly_capacity": "2"}),
        ["rhythm.cadence", "contents.monthly_capacity"],
    ),
    (
        "X25",
        dossier(hours={"people": [INES | {"replacement": "ines"}]}),
        ["hours.people.replacement"],
    ),
    (
        "X50",
        dossier(hours={"people": [INES]}, speakers={"speakers": [{"holder": "marc"}]}),
        ["hours.people", "speakers.speakers.holder"],
    ),
    ("X82", unknown(sanctions="points"), ["charter.registration", "charter.sanctions"]),
    (
        "X82",
        unknown(sanctions="points", moderation_mode="hybrid"),
        ["charter.registration", "charter.sanctions", "charter.moderation_mode"],
    ),
    (
        "X82",
        unknown(sanctions="points", moderation_mode="hybrid", recognition="trust_levels"),
        [
            "charter.registration",
            "charter.sanctions",
            "charter.recognition",
            "charter.moderation_mode",
        ],
    ),
]


@pytest.mark.parametrize(("code", "written", "ways"), CASES)
def test_finding_names_the_ways_that_change_something(code, written, ways):
    finding = found(written, code)
    words = rulebook("fr").by_code[code]

    assert [each.to for each in words.ways(finding.variant, finding.idle)] == ways
    assert len(finding.mends) == len(ways)


def test_what_is_missing_is_what_one_is_led_to():
    based = [{"indicator": "A", "baseline": "3"}]
    first = [PROMISE | {"due": "2027-03-01"}, PROMISE | {"proof": "Le registre"}]

    assert found(dossier(indicators={"indicators": based}), "R11").mends[0].path == (
        "rows/indicators/indicators1/measured_on"
    )
    assert [each.path for each in found(dossier(messages={"messages": first}), "R09").mends] == [
        "rows/messages/messages1/proof",
        "rows/messages/messages2/due",
        "rows/messages/messages1/promise",
    ]


def test_explained_values_are_no_finding():
    *before, last = READINGS
    away = clean.organisation(FORUM, checkins={"values": list(READINGS)})
    explained = {"values": [*before, last | {"note": "Deux semaines à une seule personne"}]}

    assert found(away, "X40").mends[0].path == f"rows/values/values{len(READINGS)}/note"
    assert found(clean.organisation(FORUM, checkins=explained), "X40") is None
