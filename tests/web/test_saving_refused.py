"""Bad input gets its sentence at its field, in both languages, and changes nothing."""

import json

import pytest
from django.urls import reverse
from django_scopes import scope

from organisations.models import Person
from strategy.domain import limits
from tests.answers import ROW, answer, revisions, row_of, save, text_of, url, value_of, write
from tests.factories import make_organisation, make_person

PLACES = row_of("places")
OBJECTIVES = row_of("objectives")
MEGABYTE = "a" * 1_000_000


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            (
                "places",
                PLACES,
                {"weekly_hours": "169"},
                "inférieure ou égale à 168",
                "less than or equal to 168",
            ),
            id="a number out of bounds",
        ),
        pytest.param(
            (
                "contents",
                {},
                {"monthly_capacity": "99999999999999"},
                "inférieure ou égale à 10000",
                "less than or equal to 10,000",
            ),
            id="a slip of the hand",
        ),
        pytest.param(
            (
                "places",
                PLACES,
                {"weekly_hours": "beaucoup"},
                "Saisissez un nombre.",
                "Enter a number.",
            ),
            id="a number that is none",
        ),
        pytest.param(
            (
                "places",
                PLACES,
                {"planned_closing": "2027-02-30"},
                "Saisissez une date valide.",
                "Enter a valid date.",
            ),
            id="a date that is none",
        ),
        pytest.param(
            (
                "places",
                PLACES,
                {"role": "conquer"},
                "Ce choix n’est pas proposé ici.",
                "This choice is not offered here.",
            ),
            id="an unknown option",
        ),
        pytest.param(
            (
                "places",
                PLACES,
                {"audiences": [ROW]},
                "Ce choix n’est pas proposé ici.",
                "This choice is not offered here.",
            ),
            id="a row that is not there",
        ),
        pytest.param(
            (
                "places",
                PLACES,
                {"place": "Fo\x00rum"},
                "Le caractère nul n’est pas autorisé.",
                "Null characters are not allowed.",
            ),
            id="a character that cannot be kept",
        ),
        pytest.param(
            ("places", PLACES, {"place": "x" * (limits.CELL + 1)}, "2000 au plus", "2,000 at most"),
            id="a cell too long",
        ),
        pytest.param(
            (
                "conversations",
                row_of("spaces"),
                {"url": "javascript:alert(1)"},
                "Saisissez une URL valide.",
                "Enter a valid URL.",
            ),
            id="an address that is none",
        ),
        pytest.param(
            (
                "conversations",
                row_of("spaces"),
                {"url": "ftp://example.org/x"},
                "Saisissez une URL valide.",
                "Enter a valid URL.",
            ),
            id="an address of another kind",
        ),
        pytest.param(
            ("objective", {}, {"sentence": MEGABYTE}, "500", "500"), id="a value of a megabyte"
        ),
        pytest.param(
            (
                "objective",
                {},
                {"horizon": MEGABYTE},
                "Ce choix n’est pas proposé ici.",
                "This choice is not offered here.",
            ),
            id="an option of a megabyte",
        ),
        pytest.param(
            ("speakers", {}, {"staff_rule": "x" * 20_001}, "20000 au plus", "20,000 at most"),
            id="a text too long",
        ),
        pytest.param(
            ("speakers", {}, {"staff_rule": "x\n" * 500 + "x"}, "501 lignes", "501 lines"),
            id="a line too many",
        ),
        pytest.param(
            (
                "reply_times",
                {},
                {"covered_hours": "quand on peut"},
                "« quand on peut » ne se lit pas comme des horaires",
                "“quand on peut” cannot be read as hours",
            ),
            id="hours that are none",
        ),
        pytest.param(
            (
                "reply_times",
                {},
                {"announced_delay_0": "4", "announced_delay_1": ""},
                "Choisissez une unité de temps.",
                "Choose a unit of time.",
            ),
            id="a duration without a unit",
        ),
        pytest.param(
            ("objective", OBJECTIVES, {"rank": "1,5"}, "Donnez un nombre entier.", ""),
            id="a rank that is not whole",
        ),
        pytest.param(
            ("objective", OBJECTIVES, {"rank": "1e3"}, "Donnez un nombre entier.", ""),
            id="a rank with an exponent",
        ),
        pytest.param(
            ("hours", {}, {"weekly_hours": "1E2"}, "Saisissez un nombre.", "Enter a number."),
            id="hours with an exponent",
        ),
    ],
)
def test_bad_value_is_told_at_its_field(organisation, owner_client, case):
    question, unit, typed, french, english = case
    french_reply = save(owner_client, organisation, question, **unit, **typed)
    owner_client.post(reverse("language"), {"language": "en"})
    english_reply = save(owner_client, organisation, question, **unit, **typed)

    for reply, sentence in ((french_reply, french), (english_reply, english)):
        said = json.loads(reply["HX-Trigger"])["cap27:invalid"]
        ((name, messages),) = said.items()
        assert reply.status_code == 422
        assert name.rpartition("-")[2] in next(iter(typed))
        assert sentence in " ".join(messages).replace("\xa0", " ").replace("\u202f", "")
        assert len(reply["HX-Trigger"]) < 1_000
    assert answer(organisation, question) is None


@pytest.mark.parametrize(
    "typed",
    [
        {"version": "-1"},
        {"version": "one"},
        {"version": ""},
        {"version": "9" * 5_000},
        {"tab": "../etc"},
        {"tab": "x" * 41},
        {"tab": "tab1\n"},
        {"save_id": "not-an-id"},
        {"unit": "footer"},
        {"unit": "rows/nothing/" + ROW},
        {"unit": "rows/objectives/../../x"},
        {"unit": "rows/objectives/ROW000000001"},
        {"unit": "rows/objectives/é23456789012"},
        {"unit": "rows/objectives/short"},
        {"unit": "rows/objectives"},
        {"unit": ""},
        {"unit": "header\x00"},
    ],
    ids=lambda typed: "-".join(f"{name}={value[:20]!r}" for name, value in typed.items()),
)
def test_malformed_request_is_told_and_changes_nothing(organisation, owner_client, typed):
    reply = save(owner_client, organisation, "objective", **{"sentence": "Une phrase", **typed})

    assert reply.status_code == 400
    assert "rechargez la page" in text_of(reply)
    assert answer(organisation, "objective") is None


def test_malformed_page_offers_the_text_again(organisation, owner_client):
    body = {"version": "one", "header-sentence": "Être reconnus des grimpeurs."}

    reply = owner_client.post(url("question", organisation, "objective"), body)

    assert reply.status_code == 400
    assert "Cet enregistrement est mal formé" in text_of(reply)
    assert "Être reconnus des grimpeurs." in text_of(reply)


@pytest.mark.parametrize("name", ["question", "save_unit", "change_rows", "history", "blank_row"])
@pytest.mark.parametrize("question", ["nothing", "RECEIVERS", "receivers\x00"])
def test_unknown_question_is_not_found(organisation, owner_client, name, question):
    address = url(name, organisation, question)

    replies = [owner_client.get(address, follow=True), owner_client.post(address, {"version": 0})]

    assert {reply.status_code for reply in replies} <= {404, 405}
    assert 404 in {reply.status_code for reply in replies}


def test_question_counted_elsewhere_is_not_answered(organisation, owner_client):
    by_unit = save(owner_client, organisation, "moderation", "sheet", note="Une note")
    by_page = owner_client.post(url("question", organisation, "moderation"), {"version": 0})

    assert (by_unit.status_code, by_page.status_code) == (404, 404)
    assert answer(organisation, "moderation") is None


def test_person_of_another_organisation_is_not_offered(organisation, owner_client):
    other = make_organisation(name="L’Autre")
    stranger = make_person(other, "Étrangère")

    by_field = save(owner_client, organisation, "change_of_course", decider=stranger.key)
    by_sheet = save(owner_client, organisation, "trust", "sheet", owner=stranger.key)

    assert (by_field.status_code, by_sheet.status_code) == (422, 422)
    assert value_of(organisation, "change_of_course") == {}
    with scope(organisation=organisation):
        assert Person.objects.count() == 0


def test_row_of_another_organisation_is_not_offered(organisation, owner, owner_client):
    other = make_organisation(name="L’Autre", owner=owner)
    save(owner_client, other, "receivers", **row_of("audiences"), audience="Riverains")

    reply = save(owner_client, organisation, "places", **PLACES, place="Forum", audiences=[ROW])

    assert reply.status_code == 422
    assert value_of(organisation, "places") == {}


def test_fields_that_nobody_types_are_ignored(organisation, owner_client):
    reply = save(
        owner_client,
        organisation,
        "objective",
        sentence="Une phrase",
        size="0",
        author="1",
        strategy="x",
        state="done",
    )

    kept = answer(organisation, "objective")
    assert reply.status_code == 200
    assert (kept.state, kept.value["header"]) == ("draft", {"sentence": "Une phrase"})


def test_row_of_a_fixed_table_cannot_be_made(organisation, owner_client):
    reply = save(owner_client, organisation, "arbiters", **row_of("levels"), examples="Un cas")

    assert reply.status_code == 400
    assert answer(organisation, "arbiters") is None


def test_unsound_values_leave_what_was_kept(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Une phrase"})

    save(owner_client, organisation, "objective", version=1, sentence="Autre", horizon="never")

    assert value_of(organisation, "objective")["header"] == {"sentence": "Une phrase"}
    assert len(revisions(organisation, "objective")) == 1
