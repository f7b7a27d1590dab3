"""Whatever is posted is kept as typed or refused; the server never fails over it."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategy.domain.loading import questionnaire
from strategy.domain.tables import header_mistakes, table_mistakes
from strategy.domain.values import Known
from tests.answers import HTMX, ROW, answer, row_of, save, url, value_of

ASKED = questionnaire("fr")
ONE_BY_ONE = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@pytest.mark.django_db
@ONE_BY_ONE
@given(text=texts)
def test_text_is_kept_as_typed_or_refused(organisation, owner_client, text):
    known = answer(organisation, "trust")
    before = known.value["header"] if known else {}

    reply = save(
        owner_client, organisation, "trust", version=known.version if known else 0, because=text
    )

    kept = value_of(organisation, "trust").get("header", {})
    if reply.status_code == 200:
        assert kept.get("because", "") == " ".join(text.strip().splitlines())
    else:
        assert (reply.status_code, kept) == (422, before)


@pytest.mark.django_db
@ONE_BY_ONE
@given(data=st.data())
def test_anything_posted_is_sound_or_refused(organisation, owner_client, data):
    question = data.draw(st.sampled_from([each for each in ASKED.questions if each.tables]))
    table = data.draw(st.sampled_from(question.tables))
    row = table.fixed[0].id if table.fixed else ROW
    likely = st.sampled_from(
        ["1", "-1", "1e9", "2027-01-01", "yes", "https://a.example", "lun 9-12"]
    )
    typed = {
        f"{each.id}{part}": data.draw(st.one_of(texts, likely), label=each.id)
        for each in data.draw(st.lists(st.sampled_from(table.columns), unique=True, min_size=1))
        for part in ("", "_0", "_1")
    }

    unit = row_of(table.id, row)
    # By their whole names: a column may be called as an argument is.
    named = {f"rows-{table.id}-{row}-{name}": value for name, value in typed.items()}
    body = {**unit, **named, "version": 0, "tab": "tab1", "save_id": uuid4(), "form": "full"}
    reply = owner_client.post(url("save_unit", organisation, question.id), body, headers=HTMX)

    rows = value_of(organisation, question.id).get("tables", {}).get(table.id, [])
    assert reply.status_code in (200, 409, 422)
    assert list(table_mistakes(table, rows, place=table.id, known=Known())) == []


@pytest.mark.django_db
@ONE_BY_ONE
@given(fields=st.dictionaries(st.text(max_size=30), texts, max_size=12))
def test_any_field_of_any_name_is_told_or_ignored(organisation, owner_client, fields):
    for name in ("save_unit", "change_rows", "question", "add_person"):
        reply = owner_client.post(url(name, organisation, "trust"), fields, headers=HTMX)

        assert reply.status_code < 500
    header = value_of(organisation, "trust").get("header", {})
    asked = ASKED.by_id["trust"].fields
    assert list(header_mistakes(asked, header, place="header", known=Known())) == []
