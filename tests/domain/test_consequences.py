"""What a change would entail: nothing invented, nothing saved, and the same each time."""

import copy

import pytest

from charter.domain.loading import charter
from conclusions.domain import candidates
from conclusions.domain.candidates import MAIN, options
from conclusions.domain.consequences import (
    Change,
    Consequences,
    Standing,
    between,
    changed,
    consequences,
)
from conclusions.domain.dossier import DECISION, QUESTION, Dossier
from tests.conclusions import TODAY, demonstration, dossier

BY_ID = charter("fr").by_id
HOSTED = {"place": "Forum", "owner": "us", "role": "host", "open_to_contributions": True}
SMALL = {"public_body": "no", "headcount": "under_10", "turnover": "up_to_2"}


def choosing(written, decision, option):
    found = {each.id: each for each in options(Dossier(written), BY_ID[decision])}
    return found[option].change


def entailed(written, decision, option):
    return consequences(written, choosing(written, decision, option), TODAY)


def main_choice(written, name):
    return {each.id: each for each in MAIN[name].candidates(Dossier(written))}


def test_choosing_a_space_reaches_its_tier_and_its_duties():
    written = dossier(profile=SMALL, decisions={"space": "public_community"})

    found = entailed(written, "space", "third_party_page")

    assert found.tier == ("N2", "N0")
    assert "registration" in found.closed
    assert ("registration" in {each.decision for each in found.duties_removed}) is True
    assert found.clauses_changed == ("space",)
    assert found.to_confirm == ("space",)


def test_while_no_space_is_chosen_no_tier_brings_duties():
    undecided = Standing(dossier(profile=SMALL), TODAY)

    found = entailed(undecided.written, "space", "public_community")

    of_a_tier = [
        each
        for duty in undecided.duties
        for each in BY_ID[duty.decision].reminders
        if each.id == duty.reminder and each.tiers
    ]
    assert of_a_tier == []
    assert found.tier == ("undecided", "N2")
    assert found.duties_added
    assert found.duties_removed == ()
    assert found.clauses_added == ("space",)


def test_going_back_undoes_what_was_entailed():
    written = demonstration("altivane-fr")
    change = choosing(written, "hours", "around_the_clock")
    there = Standing(written, TODAY)
    after = Standing(changed(written, change), TODAY)

    forth, back = between(there, after), between(after, there)

    assert (forth.duties_added, forth.clauses_added) == (back.duties_removed, back.clauses_removed)
    assert (forth.fired, forth.stopped) == (back.stopped, back.fired)
    assert {each.code for each in forth.fired} >= {"C15"}


def test_delays_that_are_promised_are_told_before_and_after():
    written = dossier(decisions={"space": "public_community", "appeal": "another_person"})

    (gone,) = entailed(written, "appeal", "none").delays
    promised = entailed(written, "hours", "business_hours").delays

    assert gone == ("appeal", {"value": "14", "unit": "day"}, None)
    assert promised == (("published", None, {"value": "4", "unit": "working_hour"}),)


def test_text_written_by_hand_is_said_to_date_from_another_choice():
    written = dossier(
        decisions={
            "space": "public_community",
            "identity": ("real_name", {"clause": "À la main.", "clause_of": ["real_name"]}),
        }
    )

    found = entailed(written, "identity", "anonymous")

    assert (found.outdated, found.clauses_changed) == (("identity",), ())


def test_option_that_stands_entails_nothing():
    written = demonstration("altivane-fr")

    found = entailed(written, "space", "public_community")

    assert found == Consequences(
        found.tier, hours=found.hours, people=found.people, cost=found.cost
    )
    turns = (found.hours, found.people, found.cost)
    assert (found.tier_changes, [before == after for before, after in turns]) == (False, [True] * 3)
    assert changed(written, choosing(written, "space", "public_community")) is written


def test_nothing_given_is_changed():
    written = demonstration("altivane-fr")
    before = copy.deepcopy(written)

    for decision in BY_ID.values():
        for each in options(Dossier(written), decision):
            assert consequences(written, each.change, TODAY) == consequences(
                written, each.change, TODAY
            )

    assert written == before


def test_added_option_stays_where_the_new_main_one_takes_it():
    written = dossier(decisions={"sanctions": "ladder"})
    written["decisions"]["sanctions"]["value"]["header"]["options"] = ["ladder", "restorative"]

    kept = choosing(written, "sanctions", "points")
    dropped = choosing(written, "sanctions", "zero_tolerance")

    assert kept.paths == {"header/options": ["points", "restorative"]}
    assert dropped.paths == {"header/options": ["zero_tolerance"]}


def test_base_stays_with_the_option_that_asks_for_it():
    held = {"base": "extended_hours"}
    written = dossier(decisions={"hours": ("on_call", held)})

    assert choosing(written, "hours", "on_call").paths == {}
    assert choosing(written, "hours", "frozen").paths == {
        "header/options": ["frozen"],
        "header/base": None,
    }


@pytest.mark.parametrize(
    ("held", "option", "expected"),
    [
        (["brand_account"], "employees", ["brand_account", "employees"]),
        (["employees"], "brand_account", ["brand_account", "employees"]),
        (["employees"], "undisclosed", ["undisclosed"]),
        (["undisclosed"], "assistant", ["assistant"]),
    ],
    ids=["one more", "in their order", "excludes all others", "is excluded"],
)
def test_box_is_ticked_beside_the_others(held, option, expected):
    written = dossier(decisions={"official_voices": held[0]})
    written["decisions"]["official_voices"]["value"]["header"]["options"] = held

    assert choosing(written, "official_voices", option).paths == {"header/options": expected}


def test_objective_that_is_listed_moves_to_the_front():
    written = dossier(
        objective={
            "objectives": [
                {"objective": "help", "rank": "1"},
                {"objective": "trust", "rank": "2"},
            ]
        }
    )

    found = main_choice(written, "priority")

    assert found["help"].is_current
    assert found["trust"].change.paths == {
        "rows/objectives/objectives1/rank": "2",
        "rows/objectives/objectives2/rank": "1",
    }


def test_objective_that_is_not_listed_joins_ahead_of_the_others():
    written = dossier(objective={"objectives": [{"objective": "help"}]})

    change = main_choice(written, "priority")["trust"].change
    rows = changed(written, change)["answers"]["objective"]["value"]["tables"]["objectives"]

    assert [(row["objective"], row["rank"]) for row in rows] == [("help", "2"), ("trust", "1")]


def test_objective_takes_a_row_of_two_that_name_the_same_when_there_is_no_room():
    rows = [{"objective": "help", "rank": str(rank)} for rank in range(1, 10)]
    written = dossier(objective={"objectives": rows})

    change = main_choice(written, "priority")["trust"].change
    rows = changed(written, change)["answers"]["objective"]["value"]["tables"]["objectives"]

    assert (len(rows), rows[-1]["objective"], rows[-1]["rank"]) == (9, "trust", "1")


def test_horizon_of_one_operation_asks_when_places_close():
    written = dossier(
        objective={"horizon": "lasting"},
        places={"places": [HOSTED]},
    )

    found = main_choice(written, "horizon")

    assert found["lasting"].is_current
    fired = consequences(written, found["three_months"].change, TODAY).fired
    assert [each.code for each in fired] == ["R18"]


def test_own_delay_stands_among_the_usual_ones():
    own = {"value": "3", "unit": "day"}

    found = main_choice(dossier(reply_times={"announced_delay": own}), "announced_delay")

    assert next(iter(found)) == "3-day"
    assert [each.id for each in found.values() if each.is_current] == ["3-day"]
    assert len(main_choice(dossier(), "announced_delay")) == len(candidates.USUAL_DELAYS)


def test_place_opened_without_a_charter_is_said_so():
    places = {"places": [{"place": "Forum", "owner": "us", "open_to_contributions": False}]}
    written = dossier(places=places, opening={"opens_on": "2027-03-01"})

    found = main_choice(written, "contributions")

    assert [(each.id, each.is_current) for each in found.values()] == [
        ("places1-yes", False),
        ("places1-no", True),
    ]
    assert found["places1-yes"].value is True
    assert found["places1-yes"].row == "places1"
    fired = consequences(written, found["places1-yes"].change, TODAY).fired
    assert "R07" in {each.code for each in fired}


def test_main_choices_name_fields_that_are_there():
    assert {each.id: (each.question, each.path, each.table) for each in MAIN.values()} == {
        "priority": ("objective", "header/objective", "objectives"),
        "horizon": ("objective", "header/horizon", ""),
        "announced_delay": ("reply_times", "header/announced_delay", ""),
        "out_of_hours": ("reply_times", "header/out_of_hours", ""),
        "contributions": ("places", "header/open_to_contributions", "places"),
    }
    assert not set(MAIN) & set(BY_ID)


def test_first_words_make_a_draft_and_the_last_ones_leave_nothing():
    change = Change(QUESTION, "objective", {"header/sentence": "Une phrase"})
    there = changed(dossier(), change)["answers"]["objective"]
    gone = changed(
        {"answers": {"objective": there}},
        Change(QUESTION, "objective", {"header/sentence": None}),
    )

    assert (there["state"], there["owner"]) == ("draft", "")
    assert gone["answers"]["objective"]["state"] == "empty"


def test_change_of_a_decision_leaves_its_owner():
    written = dossier(decisions={"space": "public_community"})
    written["decisions"]["space"]["owner"] = "ines"

    change = Change(DECISION, "space", {"header/options": ["members_community"]})

    found = changed(written, change)["decisions"]["space"]
    assert (found["owner"], found["state"]) == ("ines", "to_confirm")
