"""Who may do what with an answer: readers read, reviewers settle and note, editors answer."""

import pytest

from tests.answers import ROW, answer, row_of, save, text_of, url, value_of, write


@pytest.fixture
def answered(organisation, owner):
    paths = {"header/sentence": "Être reconnus.", "state": "draft", "note": "À relire"}
    paths |= {"confidence": "assumed"}
    write(organisation, owner, "objective", paths)


def test_reviewer_settles_and_notes_and_changes_nothing_else(
    answered, organisation, reviewer_client
):
    reply = save(
        reviewer_client,
        organisation,
        "objective",
        "sheet",
        version=1,
        state="done",
        note="Relu",
        confidence="observed",
        reason="Aucune",
        owner="x",
    )

    kept = answer(organisation, "objective")
    assert reply.status_code == 200
    assert (kept.state, kept.note) == ("done", "Relu")
    assert (kept.confidence, kept.reason, kept.owner) == ("assumed", "", "")


@pytest.mark.parametrize("unit", [{}, row_of("objectives")], ids=["header", "row"])
def test_reviewer_answers_nothing(answered, organisation, reviewer_client, unit):
    reply = save(reviewer_client, organisation, "objective", version=1, **unit, sentence="Autre")

    assert reply.status_code == 403
    assert "pas de répondre" in text_of(reply)
    assert value_of(organisation, "objective")["header"] == {"sentence": "Être reconnus."}


def test_reviewer_cannot_say_that_a_question_does_not_apply(
    answered, organisation, reviewer_client
):
    reply = save(
        reviewer_client, organisation, "objective", "sheet", version=1, state="not_applicable"
    )

    assert reply.status_code == 422
    assert answer(organisation, "objective").state == "draft"


def test_page_posted_by_a_reviewer_keeps_the_sheet(answered, organisation, reviewer_client):
    body = {"version": 1, "sheet-state": "done", "sheet-note": "Relu", "op": "keep"}

    reply = reviewer_client.post(url("question", organisation, "objective"), body)

    kept = answer(organisation, "objective")
    assert (reply.status_code, kept.state, kept.note) == (302, "done", "Relu")


def test_page_of_an_editor_who_may_only_review_by_now_is_given_back(
    answered, organisation, reviewer_client
):
    body = {"version": 1, "sheet-state": "done", "sheet-note": "Relu ce matin", "op": "keep"}
    body |= {"header-sentence": "Autre", "shown": f"objectives/{ROW}", "new": f"objectives/{ROW}"}
    body |= {f"rows-objectives-{ROW}-objective": "trust"}

    reply = reviewer_client.post(url("question", organisation, "objective"), body)

    kept = answer(organisation, "objective")
    assert (reply.status_code, kept.version, kept.state) == (403, 1, "draft")
    page = reply.content.decode()
    assert "Votre rôle ne permet pas cela." in page
    assert [text in page for text in ("\nAutre</", "\nRelu ce matin</")] == [True, True]


@pytest.mark.parametrize("op", [f"remove:objectives:{ROW}", "tick:audiences:press", "skip"])
def test_reviewer_changes_no_row(organisation, owner, reviewer_client, op):
    write(
        organisation,
        owner,
        "objective",
        {"order/objectives": [ROW], f"rows/objectives/{ROW}/rank": "1"},
    )
    body = {"version": 1, "op": op}

    reviewer_client.post(url("question", organisation, "objective"), body)
    reply = reviewer_client.post(url("change_rows", organisation, "objective"), body)

    assert reply.status_code == 403
    assert len(value_of(organisation, "objective")["tables"]["objectives"]) == 1


def test_reader_saves_nothing(answered, organisation, reader_client):
    by_unit = save(reader_client, organisation, "objective", "sheet", version=1, note="Lu")
    by_page = reader_client.post(
        url("question", organisation, "objective"), {"version": 1, "sheet-note": "Lu"}
    )

    assert (by_unit.status_code, by_page.status_code) == (403, 403)
    assert answer(organisation, "objective").note == "À relire"
