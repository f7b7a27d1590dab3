"""Done, undone, added, taken away: the plan in one gesture."""

import pytest

from conclusions.domain.plan.deriving import id_of
from organisations.models import Role
from tests.answers import ROW, text_of
from tests.factories import make_member
from tests.planning import CHARTER, PREREQUISITE, add, change, plan_of, rows_of, shown, url
from tests.plans import answered

pytestmark = pytest.mark.usefixtures("day")


def test_action_is_done_and_reopened_in_one_gesture(editor_client, prepared):
    posted = {"version": 0, "op": "done"}
    done = editor_client.post(url("mark_action", prepared, CHARTER), posted)

    assert done["Location"].endswith(f"#action-{CHARTER}")
    assert rows_of(prepared)[CHARTER] == {
        "action": "Publier la charte",
        "state": "done",
        "done_on": "2026-11-23",
    }

    editor_client.post(url("mark_action", prepared, CHARTER), {"version": 1, "op": "undo"})

    assert plan_of(prepared).by_id[CHARTER].state == "todo"


def test_prerequisite_done_in_the_answer_is_reopened_and_done_again(editor_client, prepared):
    answered(prepared, "opening", {f"rows/prerequisites/{PREREQUISITE}/done_on": "2026-11-20"})

    editor_client.post(url("mark_action", prepared, CHARTER), {"version": 0, "op": "undo"})
    reopened = plan_of(prepared).by_id[CHARTER].state
    editor_client.post(url("mark_action", prepared, CHARTER), {"version": 1, "op": "done"})

    assert (reopened, plan_of(prepared).by_id[CHARTER].state) == ("todo", "done")
    assert rows_of(prepared)[CHARTER] == {"action": "Publier la charte"}


def test_gesture_on_what_somebody_just_changed_is_not_lost_unsaid(
    editor_client, prepared, client_of
):
    change(editor_client, prepared, note="Vu")
    other = client_of(make_member(prepared, Role.EDITOR))
    page = shown(editor_client, prepared)
    change(other, prepared, state="doing")

    posted = {"version": page["version"], "tab": "tab2", "op": "done"}
    reply = editor_client.post(url("mark_action", prepared, CHARTER), posted, follow=True)

    assert "Quelqu’un vient de changer cette action" in text_of(reply)
    assert rows_of(prepared)[CHARTER]["state"] == "doing"


def test_action_of_their_own_is_added(editor_client, prepared, people):
    reply = add(editor_client, prepared, due="2027-01-28", owner=people[1].key)

    assert reply["Location"].endswith(f"#action-{ROW}")
    assert rows_of(prepared) == {
        ROW: {
            "action": "Inviter la presse locale",
            "due": "2027-01-28",
            "owner": people[1].key,
        }
    }
    assert "Ajoutée par vous" in text_of(editor_client.get(url("plan", prepared)))


def test_action_of_their_own_is_changed_by_its_title(editor_client, prepared):
    add(editor_client, prepared)

    reply = change(editor_client, prepared, ROW, action="Inviter la presse", effort="2")

    assert reply.status_code == 302
    assert rows_of(prepared)[ROW] == {"action": "Inviter la presse", "effort": "2"}


def test_action_without_a_title_is_refused(editor_client, prepared):
    reply = add(editor_client, prepared, action="", note="Sans titre")

    assert reply.status_code == 422
    assert "Donnez un titre à cette action." in text_of(reply)
    assert "Sans titre" in reply.content.decode()
    assert rows_of(prepared) == {}


@pytest.mark.parametrize("row", ["", "court", CHARTER, "ROW000000001"])
def test_action_added_under_no_id_of_ours_is_refused(editor_client, prepared, row):
    assert add(editor_client, prepared, row).status_code == 400
    assert rows_of(prepared) == {}


def test_edits_are_taken_away(editor_client, prepared):
    change(editor_client, prepared, effort="9")
    add(editor_client, prepared)

    for action in (CHARTER, ROW):
        editor_client.post(url("forget_action", prepared, action), {"version": 2})

    assert rows_of(prepared) == {}


def test_edit_that_another_waits_for_keeps_its_name(editor_client, prepared):
    month = id_of("month_point")
    change(editor_client, prepared, effort="9")
    change(editor_client, prepared, month, after=[CHARTER])

    editor_client.post(url("forget_action", prepared, CHARTER), {"version": 2})

    assert rows_of(prepared)[CHARTER] == {"action": "Publier la charte"}
    assert rows_of(prepared)[month]["after"] == [CHARTER]


def test_edit_that_lost_its_action_is_shown_with_its_words(editor_client, prepared):
    change(editor_client, prepared, note="Relue par trois clients")
    answered(prepared, "opening", {"order/prerequisites": None})

    text = text_of(editor_client.get(url("plan", prepared)))

    assert "Vos changements dont l’action n’a plus de raison d’être" in text
    assert "Publier la charte" in text
    assert "Relue par trois clients" in text


@pytest.mark.parametrize(
    ("name", "action"),
    [("plan_action", "planzzzzzzzz"), ("mark_action", "nothing"), ("forget_action", "x")],
)
def test_action_that_is_none_is_unknown(editor_client, prepared, name, action):
    reply = editor_client.post(url(name, prepared, action), {"version": 0})

    assert (reply.status_code, rows_of(prepared)) == (404, {})
