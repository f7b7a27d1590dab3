"""What appeared, changed or lost its reason since somebody took note of the plan."""

from datetime import date

from conclusions.domain.plan.changes import changes, differences, noted
from conclusions.domain.plan.deriving import id_of
from tests.plans import bare, edit, edited, prepared


def noting(plan):
    return {each.id: noted(each, each.kind.title) for each in plan.derived}


def after(first, second):
    plan = bare(first)
    return changes(bare(second), noting(plan), plan.opens)


def test_nothing_changes_by_itself():
    first = bare(prepared())
    later = bare(prepared(), date(2026, 12, 20))

    found = changes(later, noting(first), first.opens)

    assert (found.count, found.opening) == (0, None)


def test_edit_is_no_change_of_what_is_derived():
    assert after(prepared(), edited(prepared(), edit("opening", effort="9"))).count == 0


def test_new_answer_makes_an_action_appear():
    found = after(prepared(), prepared(reply_times={"out_of_hours": "waiting_message"}))

    assert "waiting_message" in [each.kind.id for each in found.appeared]


def test_mended_answer_takes_the_reason_away():
    speakers = {"staff_rule": "Chacun.", "speakers": [{"holder": "ines", "deputy": "marc"}]}
    trained = {**speakers, "speakers": [speakers["speakers"][0] | {"trained_on": "2026-11-20"}]}

    found = after(prepared(speakers=speakers), prepared(speakers=trained))

    assert [(key, each["title"]) for key, each in found.gone] == [
        (
            id_of("train_speaker", "ines"),
            "Former {person} à parler pour l’organisation\N{NO-BREAK SPACE}: {places}",
        )
    ]


def test_changed_answer_changes_the_action_and_says_how():
    charter = {"prerequisite": "charter", "owner": "ines"}
    first = prepared(opening={"opens_on": "2027-02-02", "prerequisites": [charter]})
    moved = charter | {"owner": "marc", "due": "2027-01-15"}

    found = after(first, prepared(opening={"opens_on": "2027-02-02", "prerequisites": [moved]}))

    ((changed, before),) = found.changed
    assert changed.kind.id == "publish_charter"
    assert differences(changed, before) == {
        "owner": ("ines", "marc"),
        "due": ("-14", "2027-01-15"),
    }


def test_opening_that_moves_is_one_change():
    found = after(prepared(), prepared(opening={"opens_on": "2027-03-02", "prerequisites": [
        {"prerequisite": "charter", "owner": "ines"},
        {"prerequisite": "monitoring", "owner": "marc"}]}))  # fmt: skip

    assert found.opening == (date(2027, 2, 2), date(2027, 3, 2))
    assert (found.changed, found.count) == ((), 1)
