"""The stated limits: a clear refusal, the text kept in the page, nothing written."""

import pytest
from django.utils import translation
from django_scopes import scope

from charter.models import Choice
from organisations.identifiers import new_id
from strategy import replies
from strategy.domain import limits
from strategy.models import Answer
from tests.answers import answer, revisions, row_of, save, text_of, url, value_of, words_of, write
from tests.factories import make_organisation


def fill(organisation, question, **columns):
    """An answer of this size, written beside the page."""
    with scope(organisation=organisation):
        kept = Answer.blank(organisation.pk, question)
        for name, value in columns.items():
            setattr(kept, name, value)
        kept.save(force_insert=True)


def rows_of(table, column, count, text="x"):
    ids = [new_id() for _ in range(count)]
    return {f"order/{table}": ids} | {f"rows/{table}/{row}/{column}": text for row in ids}


@pytest.mark.parametrize(
    "case",
    [
        ("objective", {}, "sentence", 500),
        ("speakers", {}, "staff_rule", 20_000),
        ("receivers", row_of("audiences"), "beliefs", 2_000),
        ("trust", {"unit": "sheet"}, "note", 20_000),
        ("trust", {"unit": "sheet"}, "reason", 2_000),
    ],
)
def test_text_is_kept_up_to_its_limit(organisation, owner_client, case):
    question, unit, field, most = case

    too_long = save(owner_client, organisation, question, **unit, **{field: "x" * (most + 1)})
    whole = save(owner_client, organisation, question, **unit, **{field: "x" * most})

    assert (too_long.status_code, whole.status_code) == (422, 200)
    assert f"{most:,} au plus".replace(",", " ") in text_of(too_long)
    assert answer(organisation, question).size >= most


def test_lines_are_counted_as_the_page_counts_them(organisation, owner_client):
    lines = "\r\n".join(["x" * 38] * 500)

    whole = save(owner_client, organisation, "speakers", staff_rule=lines)
    more = save(owner_client, organisation, "speakers", version=1, staff_rule=f"{lines}\r\nx")

    assert (whole.status_code, more.status_code) == (200, 422)
    assert "501 lignes" in text_of(more)
    assert value_of(organisation, "speakers")["header"]["staff_rule"] == lines.replace("\r", "")


def test_table_takes_no_row_beyond_its_limit(organisation, owner, owner_client):
    write(organisation, owner, "receivers", rows_of("audiences", "audience", limits.ROWS))

    reply = save(
        owner_client,
        organisation,
        "receivers",
        **row_of("audiences"),
        version=1,
        audience="De trop",
    )
    by_tick = owner_client.post(
        url("change_rows", organisation, "receivers"), {"op": "tick:audiences:press", "version": 1}
    )

    for refused in (reply, by_tick):
        assert refused.status_code == 422
        assert "cette table compte déjà le plus de lignes possible" in text_of(refused)
    assert len(value_of(organisation, "receivers")["tables"]["audiences"]) == 500


def test_tone_takes_three_adjectives(organisation, owner, owner_client):
    write(organisation, owner, "tone", rows_of("adjectives", "adjective", 3))

    reply = save(
        owner_client, organisation, "tone", **row_of("adjectives"), version=1, adjective="Quatre"
    )

    assert reply.status_code == 422
    assert len(value_of(organisation, "tone")["tables"]["adjectives"]) == 3


def test_row_too_many_stays_on_the_page_that_posts_it(organisation, owner, owner_client):
    write(organisation, owner, "tone", rows_of("adjectives", "adjective", 3))
    unit = row_of("adjectives")
    body = {
        "version": 1,
        "form": "full",
        "shown": unit["new"],
        "new": unit["new"],
        f"{unit['unit'].replace('/', '-')}-adjective": "Un quatrième adjectif",
    }

    reply = owner_client.post(url("question", organisation, "tone"), body)

    assert reply.status_code == 422
    assert "cette table compte déjà le plus de lignes possible" in text_of(reply)
    assert "Un quatrième adjectif" in reply.content.decode()


def test_answer_has_room_for_its_limit_and_no_more(organisation, owner, owner_client):
    count = limits.ANSWER // limits.CELL - 1
    paths = rows_of("audiences", "beliefs", count, "x" * limits.CELL)
    write(organisation, owner, "receivers", paths)
    last = row_of("audiences")

    reply = save(
        owner_client,
        organisation,
        "receivers",
        **last,
        version=1,
        beliefs="x" * 1_999,
        audience="xx",
    )
    fits = save(owner_client, organisation, "receivers", **last, version=1, beliefs="x" * 1_995)

    assert (reply.status_code, fits.status_code) == (422, 200)
    assert "cette réponse dépasserait 200 000 caractères" in words_of(reply)
    assert answer(organisation, "receivers").size == limits.ANSWER
    assert [each.version for each in revisions(organisation, "receivers")] == [1, 2]


def test_answer_beyond_its_limit_can_be_shortened(organisation, owner_client):
    fill(
        organisation,
        "objective",
        value={"header": {"sentence": "Trop long"}, "tables": {}},
        size=limits.ANSWER + 1_000,
        version=1,
    )

    reply = save(owner_client, organisation, "objective", version=1, sentence="Court")

    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("column", "most"), [("size", limits.DOSSIER), ("cells", limits.CELLS)], ids=["size", "cells"]
)
def test_dossier_has_room_for_its_limit_and_no_more(organisation, owner_client, column, most):
    # "xx" is one cell; two characters and the five of "draft".
    room = {"size": 7, "cells": 1}[column]
    fill(organisation, "trust", **{column: most - room})
    unit = row_of("audiences")

    fits = save(owner_client, organisation, "receivers", **unit, audience="xx")
    reply = save(
        owner_client, organisation, "receivers", **unit, version=1, audience="xx", expectation="y"
    )

    assert (fits.status_code, reply.status_code) == (200, 422)
    assert "le dossier dépasserait ses limites" in text_of(reply)
    assert answer(organisation, "receivers").version == 1


def test_decisions_count_in_the_dossier(organisation, owner_client):
    with scope(organisation=organisation):
        choice = Choice.blank(organisation.pk, "identity")
        choice.size = limits.DOSSIER
        choice.save(force_insert=True)

    reply = save(owner_client, organisation, "objective", sentence="De trop")

    assert reply.status_code == 422
    assert answer(organisation, "objective") is None


def test_full_dossier_can_still_be_shortened(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Une longue phrase"})
    fill(organisation, "trust", size=limits.DOSSIER)

    reply = save(owner_client, organisation, "objective", version=1, sentence="Courte")

    assert reply.status_code == 200
    assert value_of(organisation, "objective")["header"] == {"sentence": "Courte"}


def test_another_organisation_takes_no_room_here(organisation, owner_client, owner):
    fill(make_organisation(owner=owner), "trust", size=limits.DOSSIER)

    assert save(owner_client, organisation, "objective", sentence="Ici").status_code == 200


@pytest.mark.parametrize(
    ("what", "stated"), [("answer", [limits.ANSWER]), ("dossier", [limits.DOSSIER, limits.CELLS])]
)
@pytest.mark.parametrize(("language", "between"), [("fr", " "), ("en", ",")])
def test_sentence_of_a_refusal_states_the_limits_that_hold(what, stated, language, between):
    with translation.override(language):
        sentence = str(replies.TOO_LARGE[what])

    numbers = [each.replace(",", between) for each in map("{:,}".format, stated)]
    assert [each for each in numbers if each not in sentence] == []
