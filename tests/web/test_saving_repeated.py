"""What rows say twice: kept, said at the rows, and in the way of a finished answer."""

import json
import re

import pytest
from django_scopes import scope

from strategy.domain.loading import questionnaire
from strategy.domain.repeats import repeats
from strategy.models import Answer
from tests.answers import OTHER_ROW, ROW, THIRD_ROW, answer, save, text_of, url, write

ASKED = questionnaire("fr")
RANKED = {
    "order/objectives": [ROW, OTHER_ROW, THIRD_ROW],
    f"rows/objectives/{ROW}/rank": "2",
    f"rows/objectives/{ROW}/objective": "trust",
    f"rows/objectives/{OTHER_ROW}/rank": "2",
    f"rows/objectives/{OTHER_ROW}/objective": "help",
    f"rows/objectives/{THIRD_ROW}/rank": "1",
}
SAID = "« Rang de l’objectif » : 2 est aussi celui de : "


def told_by(reply):
    script = re.search(r"<script[^>]*>(.*?)</script>", reply.content.decode(), re.S)
    return json.loads(script[1])


def said_by(reply):
    return told_by(reply)["repeats"]


def test_repeated_rank_is_kept_and_said_at_both_rows(organisation, owner, owner_client):
    write(organisation, owner, "objective", RANKED | {f"rows/objectives/{OTHER_ROW}/rank": "3"})

    unit = f"rows/objectives/{OTHER_ROW}"
    reply = save(owner_client, organisation, "objective", unit, version=1, rank="2")

    said = said_by(reply)
    assert sorted(said) == [f"rows/objectives/{ROW}", unit]
    named = f'Objectif <span data-number-of="{ROW}">1</span> ('
    assert said[unit][0].replace("\xa0", " ").startswith(f"{SAID}{named}")
    page = text_of(owner_client.get(url("question", organisation, "objective"), {"form": "full"}))
    assert page.replace("\xa0", " ").count(SAID) == 2
    assert answer(organisation, "objective").paths[f"{unit}/rank"] == "2"


def test_row_says_nothing_any_more_once_it_is_mended(organisation, owner, owner_client):
    write(organisation, owner, "objective", RANKED)

    unit = f"rows/objectives/{OTHER_ROW}"
    reply = save(owner_client, organisation, "objective", unit, version=1, rank="3")

    assert said_by(reply) == {}


def test_rows_that_still_repeat_each_other_are_told_once_another_is_removed(
    organisation, owner, owner_client
):
    write(organisation, owner, "objective", RANKED | {f"rows/objectives/{THIRD_ROW}/rank": "2"})
    address = url("change_rows", organisation, "objective")

    replies = [
        owner_client.post(address, {"op": f"remove:objectives:{row}", "version": 1, "tab": "tab1"})
        for row in (THIRD_ROW, OTHER_ROW, ROW)
    ]

    told = [reply.json() for reply in replies]
    left = [f"rows/objectives/{row}" for row in (ROW, OTHER_ROW)]
    assert [sorted(each["repeats"]) for each in told] == [left, [], []]
    assert [each["state"] for each in told] == ["draft", "draft", ""]


def test_words_of_a_row_are_text_in_the_sentence_that_names_it(organisation, owner, owner_client):
    paths = {
        "order/audiences": [ROW, OTHER_ROW],
        f"rows/audiences/{ROW}/audience": "<b>Voisins</b> & {amis} %s",
        f"rows/audiences/{ROW}/rank": "1",
    }
    write(organisation, owner, "receivers", paths)

    reply = save(
        owner_client, organisation, "receivers", f"rows/audiences/{OTHER_ROW}", version=1, rank="1"
    )

    said = said_by(reply)[f"rows/audiences/{OTHER_ROW}"][0]
    assert said.endswith("</span> (&lt;b&gt;Voisins&lt;/b&gt; &amp; {amis} %s).")


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(("objective", RANKED, "deux lignes disent la même chose"), id="a rank"),
        pytest.param(
            (
                "objective",
                RANKED
                | {
                    f"rows/objectives/{OTHER_ROW}/rank": "3",
                    f"rows/objectives/{OTHER_ROW}/objective": "trust",
                },
                "deux lignes disent la même chose",
            ),
            id="an objective",
        ),
        pytest.param(
            (
                "indicators",
                {
                    "order/indicators": [ROW, OTHER_ROW],
                    f"rows/indicators/{ROW}/main": True,
                    f"rows/indicators/{OTHER_ROW}/main": True,
                },
                "plusieurs lignes disent oui",
            ),
            id="a yes",
        ),
    ],
)
def test_answer_is_not_done_while_it_repeats_itself(organisation, owner, owner_client, case):
    question, paths, sentence = case
    write(organisation, owner, question, paths)

    reply = save(owner_client, organisation, question, "sheet", version=1, state="done")

    assert reply.status_code == 422
    assert sentence in text_of(reply)
    assert answer(organisation, question).state == "draft"


def test_finished_answer_that_repeats_itself_is_a_draft_again(organisation, owner, owner_client):
    apart = {f"rows/objectives/{OTHER_ROW}/rank": "3", "state": "done"}
    write(organisation, owner, "objective", RANKED | apart)

    unit = f"rows/objectives/{OTHER_ROW}"
    reply = save(owner_client, organisation, "objective", unit, version=1, objective="trust")

    assert (reply.status_code, told_by(reply)["state"]) == (200, "draft")
    assert answer(organisation, "objective").state == "draft"
    assert "La réponse attend, en brouillon, que ce soit réglé." in said_by(reply)[unit]


def test_note_of_what_was_done_before_is_still_kept(organisation, owner, owner_client):
    write(organisation, owner, "objective", RANKED)
    with scope(organisation=organisation):
        Answer.objects.update(state="done")  # as a file may have said

    reply = save(
        owner_client, organisation, "objective", "sheet", version=1, state="done", note="À revoir"
    )

    assert reply.status_code == 200
    assert answer(organisation, "objective").note == "À revoir"


def test_two_rows_that_say_no_repeat_nothing():
    rows = [{"id": ROW, "main": False}, {"id": OTHER_ROW, "main": False}, {"id": THIRD_ROW}]

    assert list(repeats(ASKED.by_id["indicators"].tables, {"tables": {"indicators": rows}})) == []


@pytest.mark.parametrize(
    ("typed", "status"),
    [("1899-12-31", 422), ("1900-01-01", 200), ("2200-12-31", 200), ("2201-01-01", 422)],
)
def test_date_stands_in_a_year_that_makes_sense(organisation, owner_client, typed, status):
    reply = save(owner_client, organisation, "scope", observed_since=typed)

    assert reply.status_code == status
    assert ("Donnez une année entre 1900 et 2200." in text_of(reply)) == (status == 422)


@pytest.mark.parametrize("question", ["speakers", "conversations"])
def test_browser_cuts_nothing_that_is_pasted(organisation, owner_client, question):
    page = owner_client.get(url("question", organisation, question), {"form": "full"})

    cut = re.findall(r"<(?:input|textarea)[^>]*maxlength[^>]*>", page.content.decode())
    assert [tag for tag in cut if 'name="person-' not in tag] == []


def test_what_is_too_long_stays_in_its_box(organisation, owner_client):
    typed = "x" * 2500
    whole = {"version": 0, "unit": "", "form": "full", "sheet-reason": typed}

    page = owner_client.post(url("question", organisation, "trust"), whole)

    assert page.status_code == 422
    assert typed in page.content.decode()
    assert "2 500 caractères" in text_of(page)


def test_own_other_tab_is_not_called_somebody_else(organisation, owner_client):
    save(owner_client, organisation, "objective", sentence="Départ")
    save(owner_client, organisation, "objective", version=1, sentence="Le premier onglet")

    reply = save(owner_client, organisation, "objective", version=1, tab="tab2", sentence="L’autre")

    assert reply.status_code == 409
    assert "Vous avez aussi modifié ce texte dans un autre onglet" in text_of(reply)
