"""The page of a question: what is shown to whom, quick and full, in how many queries."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_scopes import scope

from strategy.domain.loading import questionnaire
from strategy.models import Answer
from tests.answers import ROW, answer, control, row_of, save, text_of, url, value_of, write
from tests.documents.dossiers import answer as whole_answer
from tests.factories import make_person

ASKED = questionnaire("fr")
EVERY = [ASKED.before, *ASKED.questions]
HIDDEN = re.compile(r'type="(?:hidden|radio|checkbox)"')
UNNAMED = re.compile(r"<(?:select|textarea|input)\b(?![^>]*\bname=)[^>]*>")


def answer_everything(organisation):
    with scope(organisation=organisation):
        for question in EVERY:
            if question.computed:
                continue
            kept = Answer.blank(organisation.pk, question.id)
            kept.value = whole_answer(question, 4)["value"]
            kept.state, kept.version = "done", 1
            kept.save(force_insert=True)


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize("form", ["quick", "full"])
@pytest.mark.parametrize("question", EVERY, ids=lambda each: each.id)
def test_page_asks_the_question_and_names_every_control(organisation, owner_client, question, form):
    page = owner_client.get(url("question", organisation, question.id), {"form": form})

    body, words = page.content.decode(), text_of(page)
    assert body.count("<h1") == 1
    for each in (question.title, question.why, question.good, question.avoid):
        assert " ".join(each.split()) in words.replace("\xa0", " ") or each in words
    assert UNNAMED.findall(body) == []
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert sorted(set(ids)) == sorted(ids)
    labelled = set(re.findall(r'<label[^>]*for="([^"]+)"', body))
    silent = [
        tag
        for tag in re.findall(r"<(?:select|textarea|input)\b[^>]*>", body)
        if "aria-label=" not in tag and not HIDDEN.search(tag)
        for control_id in re.findall(r'\sid="([^"]+)"', tag)
        if control_id not in labelled
    ]
    assert silent == []


@pytest.mark.parametrize("question", EVERY, ids=lambda each: each.id)
def test_page_costs_the_same_queries_empty_and_full(organisation, owner_client, question):
    address = url("question", organisation, question.id) + "?form=full"
    empty = queries(owner_client, address)
    answer_everything(organisation)
    for name in ("Inès", "Marc", "Claire"):
        make_person(organisation, name)

    full = queries(owner_client, address)

    assert full <= 12
    assert abs(full - empty) <= 1  # the list of people is read once an answer names one


@pytest.mark.parametrize(
    ("question", "unit", "typed"),
    [
        ("objective", {}, {"sentence": "Une phrase"}),
        ("receivers", row_of("audiences"), {"audience": "Riverains", "rank": "1"}),
        ("places", row_of("places"), {"place": "Forum", "role": "help"}),
        ("objective", {"unit": "sheet"}, {"note": "Une note"}),
    ],
    ids=["header", "row", "row with suggestions", "sheet"],
)
@pytest.mark.django_db(transaction=True)
def test_save_costs_at_most_eight_queries(organisation, owner_client, question, unit, typed):
    counts = []
    for version in (0, 1):
        changed = typed | ({next(iter(typed)): "Autre texte"} if version else {})
        with CaptureQueriesContext(connection) as counted:
            reply = save(owner_client, organisation, question, version=version, **unit, **changed)
        assert reply.status_code == 200
        counts.append(len(counted))

    assert max(counts) <= 8


def test_form_chosen_is_kept_for_a_year(organisation, owner_client):
    owner_client.get(url("question", organisation, "indicators"), {"form": "full"})

    kept = owner_client.cookies[settings.FORM_COOKIE_NAME]
    assert (kept.value, kept["max-age"], kept["httponly"]) == ("full", 365 * 24 * 3600, True)
    page = owner_client.get(url("question", organisation, "indicators"))
    assert 'name="form" value="full"' in page.content.decode()


def test_quick_form_is_a_subset_of_the_full_one(organisation, owner_client):
    def names(form):
        page = owner_client.get(url("question", organisation, "indicators"), {"form": form})
        found = re.findall(r'name="rows-indicators-[a-z0-9]+-([a-z_]+)"', page.content.decode())
        return set(found)

    assert names("quick") == {
        "indicator",
        "family",
        "unit",
        "baseline",
        "measured_on",
        "target",
        "due",
    }
    assert names("quick") < names("full")


def test_quick_form_is_the_first_one_and_the_choice_is_kept(organisation, owner_client):
    address = url("question", organisation, "objective")
    first = owner_client.get(address)
    owner_client.get(address, {"form": "full"})
    then = owner_client.get(address)

    assert "header-due" not in first.content.decode()
    assert "header-due" in then.content.decode()


def test_table_that_the_quick_form_asks_nothing_of_is_left_to_the_full_one(
    organisation, owner, owner_client
):
    typed = {"order/queries": [ROW], f"rows/queries/{ROW}/query": "altivane"}
    write(organisation, owner, "monitoring", typed)

    quick = owner_client.get(url("question", organisation, "monitoring"), {"form": "quick"})

    assert (quick.context["page"].tables, 'value="add:' in quick.content.decode()) == ([], False)
    assert "Dans la forme complète : Plan de veille · 1 ligne" in text_of(quick)


def test_going_back_and_forth_between_forms_loses_nothing(organisation, owner, owner_client):
    write(
        organisation,
        owner,
        "indicators",
        {
            "order/indicators": [ROW, "row000000002"],
            f"rows/indicators/{ROW}/indicator": "Avis",
            f"rows/indicators/{ROW}/source": "Relevé mensuel",
            "rows/indicators/row000000002/indicator": "Délai",
        },
    )
    before = value_of(organisation, "indicators")

    quick = owner_client.get(url("question", organisation, "indicators"), {"form": "quick"})
    unit = f"rows/indicators/{ROW}"
    body = {"unit": unit, "version": 1, "tab": "tab1", "form": "quick"}
    body[f"rows-indicators-{ROW}-indicator"] = "Avis publiés"
    owner_client.post(url("save_unit", organisation, "indicators"), body)

    kept = value_of(organisation, "indicators")["tables"]["indicators"]
    assert 'data-row="row000000002"' not in quick.content.decode()
    assert "1 autre ligne dans la forme complète." in text_of(quick)
    assert kept[0] == before["tables"]["indicators"][0] | {"indicator": "Avis publiés"}
    assert kept[1] == before["tables"]["indicators"][1]


def test_answers_that_this_one_depends_on_stand_beside_it(organisation, owner, owner_client):
    person = make_person(organisation, "Inès Bellamy")
    write(organisation, owner, "objective", {"header/sentence": "Être reconnus des grimpeurs"})
    write(
        organisation,
        owner,
        "hours",
        {"order/people": [ROW], f"rows/people/{ROW}/person": person.key},
    )

    page = owner_client.get(url("question", organisation, "places"))
    first = owner_client.get(url("question", organisation, "hours"))

    assert "Inès Bellamy" in text_of(page)
    assert person.key not in text_of(page)
    assert "Être reconnus des grimpeurs" in text_of(first)


def test_margin_shows_the_first_rows_of_a_long_table_and_counts_the_others(
    organisation, owner, owner_client
):
    rows = [f"row{number:09}" for number in range(1, 16)]
    names = {f"rows/audiences/{row}/audience": f"Public {row[-2:]}" for row in rows}
    write(organisation, owner, "receivers", {"order/audiences": rows} | names)

    page = text_of(owner_client.get(url("question", organisation, "relays")))

    assert ("Public 12" in page, "Public 13" in page) == (True, False)
    assert "et 3 de plus" in page


def test_list_of_people_that_is_empty_says_how_to_fill_it(organisation, owner_client):
    page = text_of(owner_client.get(url("question", organisation, "roles")))

    assert "La liste des personnes est vide" in page


def test_sum_of_the_hours_is_shown_once_there_are_rows(organisation, owner, owner_client):
    page = owner_client.get(url("question", organisation, "hours"))
    assert "header-weekly_hours" in page.content.decode()

    for row, hours in ((ROW, "2.5"), ("row000000002", "4")):
        order = [ROW] if row == ROW else [ROW, "row000000002"]
        paths = {"order/people": order, f"rows/people/{row}/weekly_hours": hours}
        write(organisation, owner, "hours", paths)
    page = owner_client.get(url("question", organisation, "hours"))

    assert "header-weekly_hours" not in page.content.decode()
    assert "6,5" in text_of(page)


def test_sum_that_was_said_stands_while_no_row_says_hours(organisation, owner, owner_client):
    paths = {"header/weekly_hours": "10", "order/people": [ROW]}
    write(organisation, owner, "hours", paths | {f"rows/people/{ROW}/mission": "answering"})

    page = owner_client.get(url("question", organisation, "hours"))

    assert 'value="10"' in control(page, "header-weekly_hours")
    assert page.context["page"].reading.sums == []


def test_moderation_is_counted_from_the_charter(organisation, owner_client):
    page = owner_client.get(url("question", organisation, "moderation"))

    assert "Aucune décision confirmée sur" in text_of(page)
    assert reverse("charter", args=[organisation.pk]) in page.content.decode()
    assert 'name="op"' not in page.content.decode()


def test_page_before_the_questions_asks_by_whom(organisation, owner_client):
    page = owner_client.get(url("question", organisation, "scope"))

    assert control(page, "header-observed_by")


def test_page_before_the_questions_is_skipped_and_remembered(organisation, owner_client):
    reply = owner_client.post(url("question", organisation, "scope"), {"version": 0, "op": "skip"})
    overview = owner_client.get(reverse("overview", args=[organisation.pk]))

    assert reply["Location"] == url("question", organisation, "objective")
    assert answer(organisation, "scope").state == "not_applicable"
    assert "Les dire maintenant" not in text_of(overview)


def test_page_skipped_and_then_answered_is_a_draft(organisation, owner_client):
    owner_client.post(url("question", organisation, "scope"), {"version": 0, "op": "skip"})

    save(owner_client, organisation, "scope", version=1, meaning="Ce qu’on dit de nous.")

    assert answer(organisation, "scope").state == "draft"


def test_skipping_does_not_put_aside_what_was_said(organisation, owner_client):
    body = {"version": 0, "op": "skip", "header-meaning": "Ce qu’on dit de nous."}

    owner_client.post(url("question", organisation, "scope"), body)

    assert answer(organisation, "scope").state == "draft"


def test_reader_reads_the_answer_and_types_nowhere(organisation, owner, reader_client):
    write(
        organisation,
        owner,
        "receivers",
        {"order/audiences": [ROW], f"rows/audiences/{ROW}/audience": "Riverains"},
    )

    page = reader_client.get(url("question", organisation, "receivers"))

    assert "Riverains" in text_of(page)
    assert "data-unit" not in page.content.decode()


def test_answers_keep_the_language_of_their_dossier(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Être reconnus"})
    owner_client.post(reverse("language"), {"language": "en"})

    page = owner_client.get(url("question", organisation, "objective"))

    assert '<html lang="en"' in page.content.decode()
    assert 'lang="fr"' in control(page, "header-sentence")
    assert ASKED.by_id["objective"].title not in text_of(page)
