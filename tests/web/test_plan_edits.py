"""The plan is edited: only what somebody changes is kept, and it stays when answers change."""

import re
from html import unescape

import pytest

from conclusions.domain.plan.deriving import id_of
from organisations.models import Role
from tests.answers import text_of, words_of
from tests.factories import make_member
from tests.planning import CHARTER, OPENING, PREREQUISITE, change, plan_of, rows_of, shown, url
from tests.plans import answered

pytestmark = pytest.mark.usefixtures("day")


def test_only_what_was_changed_is_kept(editor_client, prepared, people):
    reply = change(editor_client, prepared, effort="9,5", owner=people[1].key)

    assert reply.status_code == 302
    assert rows_of(prepared) == {
        CHARTER: {"action": "Publier la charte", "effort": "9.5", "owner": people[1].key}
    }


def test_page_left_as_it_was_keeps_nothing(editor_client, prepared):
    assert change(editor_client, prepared).status_code == 302

    assert rows_of(prepared) == {}


def test_cell_given_back_to_the_plan_is_emptied(editor_client, prepared):
    change(editor_client, prepared, effort="9", note="Relue")

    change(editor_client, prepared, effort="3")

    assert rows_of(prepared) == {CHARTER: {"action": "Publier la charte", "note": "Relue"}}


def test_emptied_cell_follows_the_plan(editor_client, prepared):
    change(editor_client, prepared, effort="9")

    change(editor_client, prepared, effort="")

    assert plan_of(prepared).by_id[CHARTER].effort == 3


def test_day_brought_forward_or_put_back_takes_the_other_with_it(editor_client, prepared):
    def days():
        span = plan_of(prepared).by_id[CHARTER].span
        return span.start_day.isoformat(), span.due_day.isoformat()

    before = days()
    assert change(editor_client, prepared, due="2026-12-15").status_code == 302
    assert (days() < before, days()[1]) == (True, "2026-12-15")

    change(editor_client, prepared, due="")
    assert change(editor_client, prepared, start="2027-03-01").status_code == 302
    assert (days() > before, days()[0]) == (True, "2027-03-01")


def test_edit_is_found_again_after_an_answer_changed(editor_client, prepared, people):
    change(editor_client, prepared, effort="9", note="Relue par trois clients")

    answered(prepared, "opening", {
        "header/opens_on": "2027-03-02",
        f"rows/prerequisites/{PREREQUISITE}/owner": people[1].key,
    })  # fmt: skip

    found = plan_of(prepared).by_id[CHARTER]
    assert (found.effort, found.row.get("note")) == (9, "Relue par trois clients")
    assert (found.owner, found.span.due_day.isoformat()) == (people[1].key, "2027-02-16")
    page = editor_client.get(url("plan", prepared))
    assert "Relue par trois clients" in text_of(page)


def test_answer_that_changed_while_the_page_was_open_is_no_edit(editor_client, prepared, people):
    page = shown(editor_client, prepared)
    answered(prepared, "opening", {f"rows/prerequisites/{PREREQUISITE}/owner": people[1].key})

    change(editor_client, prepared, page=page, note="Vu")

    assert rows_of(prepared)[CHARTER] == {"action": "Publier la charte", "note": "Vu"}
    assert plan_of(prepared).by_id[CHARTER].owner == people[1].key


@pytest.mark.parametrize("seen", ["", "not json", "[]"])
def test_page_that_does_not_say_what_it_showed_keeps_what_differs(editor_client, prepared, seen):
    page = shown(editor_client, prepared) | {"seen": seen}

    change(editor_client, prepared, page=page, effort="9")

    assert rows_of(prepared) == {CHARTER: {"action": "Publier la charte", "effort": "9"}}


def test_two_people_on_one_cell_keep_both_texts(editor_client, prepared, client_of):
    other = client_of(make_member(prepared, Role.EDITOR, "Éva"))
    mine, theirs = shown(editor_client, prepared), shown(other, prepared)
    change(other, prepared, page=theirs, note="Le texte d’Éva")

    reply = change(editor_client, prepared, page=mine, note="Mon texte", effort="7")

    body = text_of(reply)
    assert reply.status_code == 409
    assert ("Mon texte" in body, "Le texte d’Éva" in body) == (True, True)
    assert rows_of(prepared)[CHARTER]["note"] == "Le texte d’Éva"
    assert rows_of(prepared)[CHARTER]["effort"] == "7"


def test_clash_answered_again_keeps_my_text(editor_client, prepared, client_of):
    other = client_of(make_member(prepared, Role.EDITOR, "Éva"))
    mine = shown(editor_client, prepared)
    change(other, prepared, note="Le texte d’Éva")
    reply = change(editor_client, prepared, page=mine, note="Mon texte")
    form = reply.content.decode().partition('<form id="sheet"')[2].partition("</form>")[0]
    again = dict(re.findall(r'name="(version|tab|save_id)" value="([^"]*)"', form))
    again["seen"] = unescape(re.search(r'name="seen" value="([^"]*)"', form)[1])

    second = change(editor_client, prepared, page=mine | again, note="Mon texte")

    assert second.status_code == 302
    assert rows_of(prepared)[CHARTER]["note"] == "Mon texte"


def test_history_tells_who_changed_the_plan(editor_client, prepared):
    change(editor_client, prepared, effort="9")

    text = text_of(editor_client.get(url("history", prepared, "plan")))

    assert "Publier la charte" in text


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"start": "2027-01-20", "due": "2027-01-10"}, "L’échéance précède le début."),
        ({"state": "dropped"}, "Dites pourquoi cette action est abandonnée."),
        ({"effort": "beaucoup"}, "Saisissez un nombre."),
        ({"note": "a" * 2001}, "2 001 caractères, 2 000 au plus"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(editor_client, prepared, cells, sentence):
    reply = change(editor_client, prepared, **cells)

    assert reply.status_code == 422
    assert sentence in text_of(reply)
    assert rows_of(prepared) == {}


def test_loop_is_refused_and_named(editor_client, prepared):
    reply = change(editor_client, prepared, after=[OPENING])

    told = words_of(reply)
    assert reply.status_code == 422
    assert (
        "Cela tourne en rond : « Publier la charte » attend « Ouvrir », "
        "qui attend « Publier la charte »." in told
    )


def test_dependency_names_an_action_that_nobody_had_changed(editor_client, prepared):
    month = id_of("month_point")

    reply = change(editor_client, prepared, month, after=[CHARTER])

    assert reply.status_code == 302
    assert rows_of(prepared)[month]["after"] == [CHARTER]
    assert rows_of(prepared)[CHARTER] == {"action": "Publier la charte"}
    assert plan_of(prepared).by_id[month].after == (CHARTER,)
    assert plan_of(prepared).by_id[CHARTER].settled.changed == ()


def test_dropped_action_is_told_with_its_reason(editor_client, prepared):
    change(editor_client, prepared, state="dropped", reason="La page du réseau suffit")

    text = text_of(editor_client.get(url("plan", prepared)))

    assert "Abandonnées" in text
    assert "La page du réseau suffit" in text
