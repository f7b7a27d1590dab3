"""What people change in the plan stays, and everything else keeps following the answers."""

import copy
from datetime import date
from decimal import Decimal

import pytest

from conclusions.domain.plan.deriving import id_of
from tests.conclusions import demonstration, dossier
from tests.plans import action, bare, edit, edited, plan_of, prepared

OWN = {"id": "a1b2c3d4e5f6", "action": "Inviter la presse locale"}


def test_edit_is_found_again_after_an_answer_changed():
    written = edited(
        prepared(), edit("publish_charter", effort="9", note="Relue par trois clients")
    )
    changed = copy.deepcopy(written)
    changed["answers"]["opening"]["value"]["header"]["opens_on"] = "2027-03-02"
    changed["answers"]["opening"]["value"]["tables"]["prerequisites"][0]["owner"] = "marc"

    before, after = (action(bare(each), "publish_charter") for each in (written, changed))

    assert (before.effort, before.row.get("note")) == (Decimal(9), "Relue par trois clients")
    assert (after.effort, after.row.get("note")) == (Decimal(9), "Relue par trois clients")
    assert (before.owner, before.span.due_day) == ("ines", date(2027, 1, 19))
    assert (after.owner, after.span.due_day) == ("marc", date(2027, 2, 16))
    assert after.settled.changed == ("effort", "note")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"owner": "marc"}, ("marc", Decimal(3), "todo")),
        ({"effort": "0"}, ("ines", Decimal(0), "todo")),
        ({"state": "doing"}, ("ines", Decimal(3), "doing")),
        ({"state": "strange", "owner": 3, "effort": "many"}, ("ines", Decimal(3), "todo")),
    ],
)
def test_only_what_somebody_says_replaces_what_is_derived(cells, expected):
    found = action(bare(edited(prepared(), edit("publish_charter", **cells))), "publish_charter")

    assert (found.owner, found.effort, found.state) == expected


def test_row_that_says_nothing_changes_nothing():
    found = action(bare(edited(prepared(), edit("publish_charter"))), "publish_charter")

    assert found.settled.changed == ()


def test_done_action_keeps_nobody_waiting():
    row = edit("confirm_charter", state="done", done_on="2026-11-20")

    plan = bare(edited(dossier(decisions={"space": "third_party_page"}), row))
    found = action(plan, "confirm_charter")

    assert (found.done_on, found.is_open, found in plan.done) == (date(2026, 11, 20), False, True)
    assert found.late is False


def test_answer_that_says_done_can_be_undone():
    written = prepared(
        opening={"prerequisites": [{"prerequisite": "charter", "done_on": "2026-11-01"}]}
    )

    found = action(bare(edited(written, edit("publish_charter", state="todo"))), "publish_charter")

    assert (found.state, found.done_on) == ("todo", None)


def test_dropped_action_stands_apart_with_its_reason():
    row = edit("publish_charter", state="dropped", reason="La page du réseau tiers suffit")

    plan = bare(edited(prepared(), row))

    assert [each.row.get("reason") for each in plan.dropped] == ["La page du réseau tiers suffit"]
    assert "publish_charter" not in [each.derived.kind.id for each in plan.actions]


def test_action_of_their_own_is_for_the_opening_where_nobody_says_when():
    plan = bare(edited(prepared(), OWN, OWN | {"id": "b1b2c3d4e5f6", "due": "2027-02-20"}))

    first, second = plan.by_id["a1b2c3d4e5f6"], plan.by_id["b1b2c3d4e5f6"]
    assert (first.offset, second.offset, first.effort) == (0, 18, Decimal(1))
    assert (first.derived, first.is_milestone, first.settled.changed) == (None, False, ())


def test_action_of_their_own_waits_for_what_they_say():
    charter = id_of("publish_charter")
    plan = bare(edited(prepared(), OWN | {"after": [charter, "zzzzzzzzzzzz"]}))

    assert plan.by_id["a1b2c3d4e5f6"].after == (charter,)


def test_action_can_be_freed_of_what_it_waits_for():
    free = edited(prepared(), edit("opening", independent=True))

    assert action(bare(free), "opening").after == ()
    assert action(bare(prepared()), "opening").after != ()


def test_dependency_that_would_go_round_is_left_aside_and_told():
    charter, opening = id_of("publish_charter"), id_of("opening")

    plan = bare(edited(prepared(), edit("publish_charter", after=[opening])))

    assert plan.loops == ((charter, opening, charter),)
    assert action(plan, "publish_charter").after == ()


def test_edit_of_an_action_that_is_gone_keeps_its_words():
    row = edit("train_speaker", "ines", owner="marc") | {"action": "Former Inès"}
    memory = edit("train_speaker", "marc")

    plan = bare(edited(prepared(), row, memory))

    assert [each.get("action") for each in plan.lost] == ["Former Inès"]
    assert row["id"] not in plan.by_id


def test_actions_stand_in_their_phases_in_the_order_of_time():
    plan = plan_of(demonstration("altivane-fr"))

    assert list(plan.phases) == ["before", "prepare", "ready", "open", "settle", "later"]
    ordered = [each for phase in plan.phases.values() for each in phase]
    assert ordered == list(plan.actions)
    assert ordered == sorted(ordered, key=lambda each: each.span.due)


def test_load_of_each_person_is_the_hours_of_what_is_open():
    plan = plan_of(demonstration("sauvelande-fr"))

    hours = [sum(each.effort for each in actions) for actions in plan.loads.values()]
    assert hours == sorted(hours, reverse=True)
    assert sum(hours) == plan.hours
    assert "" in plan.loads


def test_late_is_what_a_passed_day_left_open():
    plan = bare(dossier(opening={"opens_on": "2026-11-30", "prerequisites": [
        {"prerequisite": "charter", "due": "2026-11-01"}]}))  # fmt: skip

    assert [each.derived.kind.id for each in plan.late] == ["publish_charter"]
    assert plan.coming == tuple(each for each in plan.open if each.id != plan.late[0].id)
