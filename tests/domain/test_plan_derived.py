"""What a derived action takes from the answers: its owner, its day, its effort, its id."""

from datetime import date
from decimal import Decimal

import pytest

from conclusions.domain.derived import derived_id
from conclusions.domain.plan.catalogue import catalogue
from conclusions.domain.plan.deriving import id_of
from tests.conclusions import TODAY, demonstration, dossier
from tests.domain.test_plan_kinds import PUBLIC, before, decided
from tests.plans import OPENS, action, bare, kinds, plan_of


def test_answered_headings_ask_for_nothing():
    assert "answer_heading" not in kinds(plan_of(demonstration("altivane-fr")))


def test_missing_questions_are_one_line_a_heading():
    assert kinds(bare(dossier())) == ["answer_heading"] * 7


def test_prerequisite_gives_its_owner_its_date_and_its_proof():
    written = dossier(
        opening={
            "opens_on": OPENS,
            "prerequisites": [{"prerequisite": "charter", "owner": "marc", "due": "2027-01-15"}],
        },
        decisions=PUBLIC,
    )

    found = action(bare(written), "publish_charter")

    assert (found.owner, found.span.due_day) == ("marc", date(2027, 1, 15))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, [(date(2027, 1, 31), "todo", "ines")]),
        ({"due": "2027-03-01", "owner": "marc"}, [(date(2027, 3, 1), "todo", "marc")]),
        ({"state": "late"}, [(date(2027, 1, 31), "todo", "ines")]),
        ({"state": "kept", "settled_on": "2027-01-20"}, [(date(2027, 1, 31), "done", "ines")]),
        ({"state": "kept"}, []),
        ({"state": "broken"}, []),
        ({"state": "withdrawn"}, []),
    ],
    ids=["followed", "put off", "late", "kept on a day", "kept", "broken", "withdrawn"],
)
def test_promise_is_to_be_kept_as_the_register_says(said, expected):
    message = {"id": "promised0001", "message": "Dix jours", "promise": True}
    message |= {"due": "2027-01-31", "owner": "ines"}
    row = {"id": derived_id("message", "promised0001"), "promise": "Dix jours", **said}
    written = dossier(messages={"messages": [message]}, promises={"promises": [row]})

    found = [each for each in bare(written).actions if each.derived.kind.id == "keep_promise"]

    assert [(each.span.due_day, each.state.value, each.owner) for each in found] == expected


def test_prerequisite_done_is_done_in_the_plan():
    found = action(
        bare(before("monitoring", owner="ines", done_on="2026-11-09")), "start_monitoring"
    )

    assert (found.state, found.done_on, found.is_open) == ("done", date(2026, 11, 9), False)


def test_prerequisite_said_twice_is_two_actions():
    written = dossier(
        opening={"prerequisites": [{"prerequisite": "charter"}, {"prerequisite": "charter"}]}
    )

    assert sorted(kinds(bare(written)))[-2:] == ["other_prerequisite", "publish_charter"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("legal_notices", "legal_notices"),
        ("six_weeks", "content_buffer"),
        ("crisis_rehearsed", "rehearse_crisis"),
    ],
)
def test_prerequisite_is_the_action_that_answers_would_entail(name, kind):
    assert action(bare(before(name, owner="ines")), kind).owner == "ines"


def test_person_is_trained_once_whatever_the_places():
    written = dossier(
        speakers={"speakers": [{"holder": "ines"}, {"holder": "marc"}, {"holder": "ines"}]}
    )

    assert kinds(bare(written)).count("train_speaker") == 2
    assert action(bare(written), "train_speaker", "ines").owner == "ines"


def test_reserve_of_contents_takes_the_hours_of_question_8():
    formats = [{"hours_per_unit": "9", "units_per_month": "2"}, {"hours_per_unit": "3"}]

    found = action(bare(dossier(contents={"formats": formats})), "content_buffer")

    assert found.effort == Decimal(25)


def test_charter_dated_by_decision_20_is_published_that_day():
    written = decided("charter_life", "consultation", date="2027-01-15")

    assert action(bare(written), "publish_charter").span.due_day == date(2027, 1, 15)


def test_closing_is_announced_as_long_before_as_the_charter_says():
    written = dossier(
        places={"places": [{"place": "Forum", "planned_closing": "2027-09-30"}]},
        speakers={"speakers": [{"place": "places1", "holder": "marc"}]},
        decisions=PUBLIC | {"departure": ("anonymised", {"notice_months": "3"})},
    )

    announced = action(bare(written), "announce_closing", "places1")
    closed = action(bare(written), "close_place", "places1")

    assert (announced.owner, announced.span.due_day) == ("marc", date(2027, 7, 2))
    assert closed.after == (announced.id,)


def test_place_whose_voice_is_not_named_is_closed_by_who_answers_for_places():
    written = dossier(
        places={"places": [{"place": "Forum", "planned_closing": "2027-09-30"}]},
        speakers={"speakers": [{"place": "places1", "deputy": "marc"}]},
    )
    written["answers"]["places"]["owner"] = "ines"

    assert action(bare(written), "close_place", "places1").owner == "ines"


def test_closing_waits_for_its_own_announcement_only():
    places = [{"planned_closing": "2027-09-30"}, {"planned_closing": "2027-10-30"}]

    found = action(bare(dossier(places={"places": places})), "close_place", "places2")

    assert found.after == (id_of("announce_closing", "places2"),)


def test_space_without_a_name_is_called_by_its_choice():
    written = dossier(decisions={"space": ("public_community", {"name": "Le Relais"})})

    named = action(bare(written), "set_up_space").derived.instance.values["space"]
    unnamed = action(bare(dossier(decisions=PUBLIC)), "set_up_space").derived.instance.values

    assert named.value == "Le Relais"
    assert unnamed["space"].value == ["public_community"]


def test_regulated_field_asks_for_counsel_where_nothing_is_hosted():
    written = dossier(
        profile={"regulated_fields": ["health"]}, decisions={"space": "third_party_page"}
    )

    assert "counsel_review" in kinds(bare(written))


def test_opening_that_has_passed_is_done():
    found = action(bare(dossier(opening={"opens_on": "2026-11-20"})), "opening")

    assert (found.state, found.done_on) == ("done", date(2026, 11, 20))


def test_id_of_an_action_is_for_life():
    assert id_of("publish_charter") == "plan9tepusl0"
    assert id_of("train_speaker", "ines") != id_of("train_speaker", "marc")
    assert {len(id_of(each.id)) for each in catalogue("fr").kinds} == {12}


def test_finished_demonstration_has_a_plan_that_names_everybody():
    plan = plan_of(demonstration("altivane-fr"), TODAY)

    assert [each.derived.kind.id for each in plan.open if not each.owner] == []
    assert [each.id for each in plan.actions if each.span.breaks] == []
