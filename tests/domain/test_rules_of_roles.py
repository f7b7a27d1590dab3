"""X46 to X51, who does what against itself: each rule broken, and kept."""

import pytest

from conclusions.domain.telling import Narrator
from tests.conclusions import codes, dossier, found
from tests.domain.test_roles import hours, levels, typed

DELAY = {"reply_times": {"announced_delay": {"value": "4", "unit": "working_hour"}}}
TEAM = {"hours": hours(("ines", "moderation", "3", "zoe"))}
ALL = [("ines", each, "1") for each in ("monitoring", "production", "answering", "measurement")]
LONG = [("ines", each, "2") for each in ("monitoring", "production", "answering", "measurement")]
OFFERED = {"decisions": {"appeal": "another_person"}}
ON_CALL = {"decisions": {"hours": "on_call"}}

# Code, what breaks the rule, what keeps it.
CASES = [
    (
        "X46",
        TEAM | {"roles": typed(appeal={"accountable": "ines"})},
        TEAM | {"roles": typed(appeal={"accountable": "marc"})},
    ),
    (
        "X46",
        TEAM | {"roles": typed(appeal={"accountable": "marc", "responsible": ["ines"]})},
        TEAM | {"roles": typed(appeal={"accountable": "marc", "responsible": ["marc"]})},
    ),
    (
        "X46",
        TEAM | {"roles": typed(appeal={"accountable": "marc", "cover": "ines"})},
        TEAM | {"roles": typed(appeal={"accountable": "marc", "cover": "lea"})},
    ),
    (
        "X47",
        {"hours": hours(("ines", "production", "3"))} | DELAY,
        {"hours": hours(("ines", "answering", "3"))} | DELAY,
    ),
    (
        "X47",
        TEAM | {"arbiters": levels(red={"decider": "ines"})} | OFFERED,
        TEAM | {"arbiters": levels(red={"decider": "marc"})} | OFFERED,
    ),
    ("X48", {"hours": hours(*ALL)}, {"hours": hours(*LONG)}),
    (
        "X49",
        {"hours": hours(("ines", "answering", "3"))} | DELAY,
        {"hours": hours(("ines", "answering", "3", "marc"))} | DELAY,
    ),
    (
        "X49",
        {"arbiters": levels(red={"decider": "ines"})} | ON_CALL,
        {"arbiters": levels(red={"decider": "ines", "deputy": "marc"})} | ON_CALL,
    ),
    (
        "X50",
        TEAM | {"speakers": {"speakers": [{"holder": "marc"}]}},
        TEAM | {"speakers": {"speakers": [{"holder": "ines"}]}},
    ),
    (
        "X50",
        TEAM | {"roles": typed(monitoring={"accountable": "marc"})},
        TEAM | {"roles": typed(crisis={"accountable": "marc"})},
    ),
    (
        "X51",
        {"roles": typed(crisis={"accountable": "ines", "cover": "ines"})},
        {"roles": typed(crisis={"accountable": "ines", "cover": "marc"})},
    ),
]
by_case = pytest.mark.parametrize(("code", "broken", "kept"), CASES)


@by_case
def test_rule_fires_when_broken(code, broken, kept):
    assert code in codes(dossier(**broken))


@by_case
def test_rule_is_silent_when_kept(code, broken, kept):
    assert code not in codes(dossier(**kept))


@by_case
def test_rule_is_silent_until_each_side_speaks(code, broken, kept):
    halves = [{name: said} for name, said in broken.items() if len(broken) > 1]

    assert [half for half in halves if code in codes(dossier(**half))] == []


def test_x46_names_the_person_and_leads_to_the_cell():
    written = dossier(**TEAM, roles=typed(appeal={"accountable": "ines"}))
    finding = found(written, "X46")

    assert Narrator(written, "fr").sentence(finding).startswith("«\xa0Ines\xa0» modère")
    assert finding.mends[0] == ("question", "roles", "rows/activities/appeal/accountable")


@pytest.mark.parametrize(("evening", "reported"), [("marc", True), ("lea", False)])
def test_x46_reads_who_moderates_in_the_evening(evening, reported):
    roles = typed(appeal={"accountable": "marc"}, moderation={"evening": evening})

    assert ("X46" in codes(dossier(roles=roles))) is reported


def test_x46_leads_a_stand_in_who_moderates_to_its_own_cell():
    written = dossier(**TEAM, roles=typed(appeal={"accountable": "marc", "cover": "ines"}))
    finding = found(written, "X46")

    assert (
        Narrator(written, "fr")
        .sentence(finding)
        .endswith("modère, et remplace qui entend le recours contre la modération.")
    )
    assert finding.mends[0] == ("question", "roles", "rows/activities/appeal/cover")


BOTH = (("ines", "moderation", "3"), ("marc", "moderation", "2"), ("ines", "appeal", "1"))


@pytest.mark.parametrize("appeal", ["another_person", "certified_body"])
def test_x46_reads_hours_of_appeal_given_to_who_moderates(appeal):
    written = dossier(hours=hours(*BOTH), decisions={"appeal": appeal})
    finding = found(written, "X46")

    assert Narrator(written, "en").sentence(finding).startswith("The charter promises a review")
    assert finding.mends[0] == ("question", "hours", "rows/people/people3/person")


@pytest.mark.parametrize(
    ("rows", "appeal"),
    [
        pytest.param(BOTH, "same_team", id="no other person is promised"),
        pytest.param(BOTH, "mixed_panel", id="a panel has others beside"),
        pytest.param((*BOTH[:2], ("zoe", "appeal", "1")), "another_person", id="somebody else"),
        pytest.param((BOTH[0], BOTH[2]), "another_person", id="nobody else, as C26 says"),
        pytest.param(
            (*BOTH, ("marc", "appeal", "1")), "another_person", id="each reviews the other"
        ),
    ],
)
def test_x46_leaves_hours_of_appeal_alone(rows, appeal):
    written = dossier(hours=hours(*rows), decisions={"appeal": appeal})

    assert "X46" not in codes(written)


def test_x47_names_every_activity():
    written = dossier(
        **DELAY,
        hours=hours(("ines", "production", "3")),
        monitoring={"queries": [{"query": "duroc"}]},
        roles=typed(crisis={"accountable": "ines"}),
    )

    sentence = Narrator(written, "en").sentence(found(written, "X47"))

    assert sentence.endswith(": “Monitoring”, “Answering messages”.")


def test_x47_leaves_out_who_watches_and_measures_until_roles_are_written():
    written = dossier(
        hours=hours(("ines", "production", "3")),
        monitoring={"queries": [{"query": "duroc"}]},
        indicators={"indicators": [{"indicator": "Recommandation"}]},
    )

    assert "X47" not in codes(written)


def test_x49_takes_a_deputy_in_each_place_for_somebody_who_stands_in():
    places = {"speakers": [{"holder": "ines", "deputy": "marc"}]}
    written = dossier(**DELAY, hours=hours(("ines", "answering", "3")), speakers=places)

    assert "X49" not in codes(written)


def test_x49_waits_for_the_table_where_one_stands_in():
    written = dossier(**DELAY)
    written["answers"]["reply_times"]["owner"] = "ines"

    assert "X49" not in codes(written)


def test_x50_says_nothing_where_no_hour_is_given():
    written = dossier(
        hours=hours(("ines", "moderation")), speakers={"speakers": [{"holder": "marc"}]}
    )

    assert "X50" not in codes(written)
