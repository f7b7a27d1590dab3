"""Where an organisation stands: its dial, what comes next, what changed; the list of questions."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_scopes import scope

from charter.domain.clauses import basis
from charter.domain.loading import charter
from charter.models import Choice
from strategy.domain.loading import questionnaire
from strategy.models import Answer
from tests.answers import ROW, save, text_of, url, words_of, write
from tests.documents.dossiers import answer as whole_answer

ASKED = questionnaire("fr")
PAGES = ["overview", "questions", "missing"]


def page_of(client, name, organisation, **query):
    return client.get(reverse(name, args=[organisation.pk]), query)


def answer_everything(organisation, state="done"):
    with scope(organisation=organisation):
        for question in ASKED.questions:
            if question.computed:
                continue
            kept = Answer.blank(organisation.pk, question.id)
            kept.value, kept.state, kept.version = whole_answer(question, 20)["value"], state, 1
            kept.confidence = "assumed"
            kept.save(force_insert=True)


def decide_everything(organisation):
    with scope(organisation=organisation):
        for decision in charter("fr").decisions:
            choice = Choice.blank(organisation.pk, decision.id)
            options = ["public_community"] if decision.id == "space" else list(decision.default)
            base = {"base": "business_hours"} if decision.id == "hours" else {}
            header = base | {"options": options, "clause": "Notre règle, sans blanc."}
            choice.value = {"header": header | {"clause_of": basis(header)}, "tables": {}}
            choice.state, choice.version = "confirmed", 1
            choice.save(force_insert=True)


def test_new_organisation_is_told_where_to_begin(organisation, owner_client):
    page = page_of(owner_client, "overview", organisation)

    words = text_of(page)
    assert "Commencer" in words
    assert "Ouvrir la question 25" in words
    assert "Les dire maintenant" in words
    assert "ces nombres ne portent que sur ce qui est dit" in words
    assert url("question", organisation, "objective") in page.content.decode()


def test_dial_names_the_strokes_that_it_shows_and_no_other(organisation, owner_client, owner):
    write(organisation, owner, "objective", {"header/sentence": "Être trouvés"})

    legend = text_of(page_of(owner_client, "overview", organisation))

    assert "Sans réponse : 26 Brouillon : 1 Lire le cadran" in legend


def test_keyboard_skips_the_27_links_of_the_dial(organisation, owner_client):
    page = page_of(owner_client, "overview", organisation).content.decode()

    skip, past = page.index('href="#past-dial"'), page.index('id="past-dial"')
    assert page[skip:past].count('class="dial-link"') == page.count('class="dial-link"') == 27


def test_begun_organisation_goes_on_and_sees_who_changed_what(
    organisation, owner_client, editor_client
):
    save(owner_client, organisation, "objective", sentence="Être reconnus.")
    save(owner_client, organisation, "objective", "sheet", version=1, state="done")
    save(editor_client, organisation, "trust", because="Nos réponses")
    save(editor_client, organisation, "trust", "sheet", version=1, confidence="assumed")

    page = page_of(owner_client, "overview", organisation)

    words = text_of(page)
    assert "Ouvrir la question 22" in words
    assert "Vous en étiez à : Pourquoi communiquer" in words or "Vous en étiez à :" in words
    assert words.index("Edgar Editor") < words.index("Olivia Owner", words.index("Derniers"))
    assert "À vérifier : réponses supposées Question 26." in words.replace("\xa0", " ")


def test_last_changes_hold_those_of_the_charter(organisation, owner_client):
    save(owner_client, organisation, "objective", sentence="Être reconnus.")
    decide_everything(organisation)

    words = text_of(page_of(owner_client, "overview", organisation))

    assert "Charte, " in words[words.index("Derniers changements") :]


@pytest.mark.parametrize("begun", [False, True])
def test_who_only_reads_is_not_asked_to_answer(organisation, owner_client, reader_client, begun):
    if begun:
        save(owner_client, organisation, "objective", sentence="Être reconnus.")

    words = text_of(page_of(reader_client, "overview", organisation))

    assert "Lire la question 25" in words
    assert "Voir cette page" in words
    for asked in ("Continuer", "Commencer", "Ouvrir la question", "Les dire maintenant"):
        assert asked not in words


def test_finished_organisation_is_led_to_its_document(organisation, owner_client):
    answer_everything(organisation)
    decide_everything(organisation)

    page = page_of(owner_client, "overview", organisation)

    assert "Les 27 questions ont leur réponse" in text_of(page)


def test_moderation_waits_for_the_charter(organisation, owner_client):
    answer_everything(organisation)

    page = page_of(owner_client, "overview", organisation)

    assert "Ouvrir la question 20" in text_of(page)


def test_questions_are_listed_by_heading_and_along_the_path(organisation, owner_client):
    def numbers(**query):
        page = page_of(owner_client, "questions", organisation, **query)
        return [int(each) for each in re.findall(r'<li value="(\d+)"', page.content.decode())]

    by_path = [question.number for question in ASKED.along_path]
    assert numbers()[:27] == list(range(1, 28))
    assert numbers(order="path")[:27] == by_path


def test_missing_says_what_each_answer_lacks(organisation, owner, owner_client):
    write(
        organisation,
        owner,
        "receivers",
        {"order/audiences": [ROW], f"rows/audiences/{ROW}/audience": "Riverains"},
    )

    page = page_of(owner_client, "missing", organisation)

    words = words_of(page)
    assert "1. Qui sont les récepteurs" in words
    assert "Nos publics, par ordre de priorité : au moins 3 lignes." in words
    assert "À marquer « terminé » quand vous l’êtes." in words
    assert "2. Qui relaiera mon message ? Rien n’est encore répondu." in words
    assert f"{ASKED.before.title} Rien n’est encore répondu.".replace("\xa0", " ") in words
    assert "Aucune décision confirmée sur" in words
    assert "Charte, 1. " in words
    assert "Rien n’est choisi." in words


def test_nothing_is_missing_once_all_is_done(organisation, owner_client):
    answer_everything(organisation)
    decide_everything(organisation)
    save(owner_client, organisation, "scope", meaning="Ce qu’on dit de nous.")
    skip = {"version": 1, "state": "not_applicable", "reason": "Passé."}
    save(owner_client, organisation, "scope", "sheet", **skip)

    page = page_of(owner_client, "missing", organisation)

    assert page.context["lacks"] + page.context["elsewhere"] == []
    assert "Rien ne manque" in text_of(page)


@pytest.mark.parametrize("name", PAGES)
def test_page_costs_the_same_queries_at_one_and_all_answers(organisation, owner_client, name):
    def queries():
        page_of(owner_client, name, organisation)
        with CaptureQueriesContext(connection) as counted:
            assert page_of(owner_client, name, organisation).status_code == 200
        return len(counted)

    save(owner_client, organisation, "scope", meaning="Ce qu’on dit de nous.")
    one = queries()
    answer_everything(organisation)
    decide_everything(organisation)

    assert queries() == one <= 12


@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_english_too(organisation, owner_client, name):
    owner_client.post(reverse("language"), {"language": "en"})

    page = page_of(owner_client, name, organisation)

    assert '<html lang="en"' in page.content.decode()
    assert "Qui sont les récepteurs" not in text_of(page)


def test_page_before_the_questions_has_no_number(organisation, owner_client):
    save(owner_client, organisation, "scope", meaning="Ce qu’on dit de nous.")

    page = page_of(owner_client, "overview", organisation)

    assert "0. Qu’entendons-nous" not in text_of(page)
