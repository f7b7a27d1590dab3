"""The page of promises: where they come from, how one takes one up, who could withdraw trust."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from conclusions.domain.derived import derived_id
from deliverables.dossier.loading import load
from tests.answers import text_of, value_of, words_of, write
from tests.conclusions import demonstration
from tests.pages import controls

ROW = "row000000001"
PROMISE = derived_id("message", ROW)


def page_of(client, organisation, name="trust", *rest):
    return client.get(reverse(name, args=[organisation.pk, *rest]))


def take_up(client, organisation, derived=PROMISE):
    return client.post(reverse("take_up", args=[organisation.pk, derived]))


@pytest.fixture
def promised(organisation, owner):
    """An organisation whose question 7 holds one promise."""
    cells = {"message": "Devis avant réparation", "promise": True, "due": "2030-01-01"}
    write(
        organisation,
        owner,
        "messages",
        {"order/messages": [ROW]}
        | {f"rows/messages/{ROW}/{name}": said for name, said in cells.items()},
    )
    return organisation


def test_promise_of_question_7_is_listed_with_its_source(owner_client, promised):
    text = text_of(page_of(owner_client, promised))

    assert "Devis avant réparation" in text
    assert "Question 7" in text


def test_promise_past_its_date_leads_from_the_review_to_where_one_follows_it(
    owner, owner_client, promised
):
    cells = {"due": "2026-01-05", "proof": "Le registre des devis"}
    paths = {f"rows/messages/{ROW}/{name}": said for name, said in cells.items()}
    write(promised, owner, "messages", paths)

    text = page_of(owner_client, promised, "review").content.decode()

    link = f'href="{reverse("trust", args=[promised.pk])}"'
    assert link in text.partition('id="X56"')[2].partition("</article>")[0]


def test_nothing_promised_says_what_to_do_first(owner_client, organisation):
    assert "Dire vos messages (question 7)" in text_of(page_of(owner_client, organisation))


def test_taking_up_a_promise_gives_it_its_row_and_leads_there(owner, promised):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    page = page_of(client, promised).content.decode()
    pressed = re.search(r'<form method="post" action="([^"]+/take-up)">.*?</form>', page)

    response = client.post(pressed[1], controls(pressed[0], prefix=""))

    assert response.url.endswith(f"#id_rows-promises-{PROMISE}-state")
    (row,) = value_of(promised, "promises")["tables"]["promises"]
    assert row == {"id": PROMISE, "promise": "Devis avant réparation"}


def test_taking_up_twice_changes_nothing(owner_client, promised, owner):
    take_up(owner_client, promised)
    write(promised, owner, "promises", {f"rows/promises/{PROMISE}/promise": "Mes mots"})

    take_up(owner_client, promised)

    (row,) = value_of(promised, "promises")["tables"]["promises"]
    assert row["promise"] == "Mes mots"


def test_words_of_the_register_and_of_the_answer_are_both_told(owner_client, promised, owner):
    take_up(owner_client, promised)
    write(promised, owner, "messages", {f"rows/messages/{ROW}/message": "Devis sous deux jours"})

    text = words_of(page_of(owner_client, promised))

    assert "La réponse dit maintenant : Devis sous deux jours" in text


def test_promise_that_is_gone_cannot_be_taken_up(owner_client, promised):
    response = take_up(owner_client, promised, "gone00000000")

    assert response.url == reverse("trust", args=[promised.pk])
    assert value_of(promised, "promises") == {}


def test_register_that_is_full_says_so(owner_client, promised, owner):
    ids = [f"r{number:011d}" for number in range(500)]
    cells = {f"rows/promises/{each}/promise": "x" for each in ids}
    write(promised, owner, "promises", {"order/promises": ids} | cells)

    take_up(owner_client, promised)

    text = text_of(page_of(owner_client, promised))
    assert "Le registre n’a pas pu être complété." in text


def test_kept_promise_moves_to_its_state(owner_client, promised, owner):
    take_up(owner_client, promised)
    said = {"state": "kept", "made_on": "2029-03-01", "settled_on": "2029-12-20"}
    written = {f"rows/promises/{PROMISE}/{name}": value for name, value in said.items()}
    write(promised, owner, "promises", written)

    page = page_of(owner_client, promised)

    assert 'id="state-kept"' in page.content.decode()
    assert 'id="state-running"' not in page.content.decode()
    assert "Question 7 , faite le 1er mars 2029" in words_of(page)
    assert "1er janvier 2030 constaté le 20 décembre 2029" in words_of(page)


def unfolded(client, organisation, asked=""):
    """The states of promises that are shown at once, then whether the actors are."""
    page = client.get(reverse("trust", args=[organisation.pk]) + asked).content.decode()
    pattern = r'<details class="fold" open>\s*<summary><h2[^>]*id="(?:state-)?([\w-]+)"'
    return re.findall(pattern, page)


def test_what_went_wrong_is_shown_first_and_the_rest_when_it_is_asked_for(day, owner, client_of):
    made = load(demonstration("altivane-fr"), owner=owner)
    client = client_of(owner)

    assert unfolded(client, made) == ["broken"]
    assert unfolded(client, made, "?show=running") == ["broken", "running"]
    assert unfolded(client, made, "?show=all") == ["broken", "running", "kept", "actors-title"]
    assert "24 promesses, prochaine échéance le" in words_of(page_of(client, made))
    assert "10 publics et voix, 7 sur qui personne ne veille" in words_of(page_of(client, made))


def test_few_promises_and_actors_are_shown_at_once(owner_client, promised, owner):
    cells = {"voice": "Riverains", "tone": "hostile"}
    written = {f"rows/voices/{ROW}/{name}": said for name, said in cells.items()}
    write(promised, owner, "voices", {"order/voices": [ROW]} | written)

    assert unfolded(owner_client, promised) == ["running", "actors-title"]


def test_actor_of_question_3_is_taken_up_with_its_name(owner_client, organisation, owner):
    cells = {"voice": "Riverains", "tone": "hostile"}
    written = {f"rows/voices/{ROW}/{name}": said for name, said in cells.items()}
    write(organisation, owner, "voices", {"order/voices": [ROW]} | written)

    take_up(owner_client, organisation, derived_id("voice", ROW))

    (row,) = value_of(organisation, "promises")["tables"]["withdrawals"]
    assert row["who"] == "Riverains"


def test_reader_is_offered_nothing_to_press(reader_client, promised):
    response = page_of(reader_client, promised)

    assert "take-up" not in response.content.decode()
    assert "Dire ce qui ferait perdre la confiance" not in text_of(response)
    assert "Lire la question 26" in text_of(response)


def test_english_page_writes_the_register_in_the_language_of_the_dossier(owner, client_of):
    made = load(demonstration("altivane-fr"), owner=owner)
    client = client_of(owner)
    client.cookies["language"] = "en"

    take_up(client, made, derived_id("implied", "figures"))

    assert "Every year we publish" not in text_of(page_of(client, made))
    rows = value_of(made, "promises")["tables"]["promises"]
    assert rows[-1]["promise"].startswith("Chaque année, nous publions")
    assert rows[-1]["to_whom"] == "Membres"


def test_english_page_tells_in_english_what_the_charter_promises(owner, client_of):
    made = load(demonstration("altivane-fr"), owner=owner)
    client = client_of(owner)
    client.cookies["language"] = "en"

    assert "Every year we publish the figures" in text_of(page_of(client, made))


def test_card_says_in_words_how_promises_stand(owner_client, promised, owner):
    told = {"row000000002": "kept", "row000000003": "broken", "row000000004": "withdrawn"}
    write(
        promised,
        owner,
        "promises",
        {"order/promises": [*told]}
        | {f"rows/promises/{row}/state": state for row, state in told.items()}
        | {f"rows/promises/{row}/promise": row for row in told},
    )

    text = text_of(owner_client.get(reverse("overview", args=[promised.pk])))

    assert "Confiance et promesses 1 tenue sur 4" in text
    assert "1 tenue, 1 en cours, 1 non tenue, 1 retirée." in text
