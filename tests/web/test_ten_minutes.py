"""The ten-minute review: what it shows, what a gesture keeps, and how it is closed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from charter.models import Choice
from conclusions.models import Reviewed
from conclusions.rechecking import TenMinutes
from conclusions.reviewing import Review
from deliverables.dossier.loading import load
from organisations.models import Role
from strategy.models import Answer
from tests.answers import answer, text_of, words_of, write
from tests.conclusions import demonstration
from tests.factories import make_member, make_organisation, make_user

UP_TO_DATE = "Rien à relire, mais peu est dit jusqu’ici"
IMAGE = {"header/said": "Sérieux", "confidence": "assumed"}


@pytest.fixture
def assumed(organisation, owner):
    """An organisation with one assumed answer."""
    write(organisation, owner, "image", IMAGE)
    return organisation


def page_of(client, organisation, ask=""):
    query = f"?ask={ask}" if ask else ""
    return client.get(reverse("ten_minutes", args=[organisation.pk]) + query)


def ten_of(organisation):
    return TenMinutes(Review(organisation, "fr"))


def print_of(organisation, name, kind="question"):
    with scope(organisation=organisation):
        said = ten_of(organisation).said
        return next(each.fingerprint for each in said.values() if each.subject == (kind, name))


def confirm(client, organisation, name="image", *, kind="question", **posted):
    url = reverse("still_true", args=[organisation.pk, kind, name])
    if "fingerprint" not in posted:
        posted["fingerprint"] = print_of(organisation, name, kind)
    return client.post(url, posted, follow=True)


def aged(organisation, *questions, days=120):
    """The answers to these questions, saved so many days ago."""
    before = timezone.localtime() - timedelta(days=days)
    with scope(organisation=organisation):
        Answer.objects.filter(question__in=questions).update(saved_at=before)


def kept(organisation):
    with scope(organisation=organisation):
        return [
            (each.kind, each.subject, str(each.author)) for each in Reviewed.objects.order_by("pk")
        ]


def test_review_of_nothing_says_where_to_start(owner_client, organisation):
    text = text_of(page_of(owner_client, organisation))

    assert "Rien à relire encore" in text
    assert "Voir les 27 questions" in text


def test_review_of_what_is_young_and_sure_says_when_the_next_is(owner_client, owner, organisation):
    write(organisation, owner, "image", {"header/said": "Sérieux"})

    text = text_of(page_of(owner_client, organisation))

    assert UP_TO_DATE in text
    assert "La prochaine est due le" in text


def test_assumed_answer_is_shown_with_what_it_says(owner_client, assumed):
    text = text_of(page_of(owner_client, assumed))

    assert "1 réponse à relire en 1 min environ" in text
    assert "Supposée : l’avez-vous observée depuis ?" in text.replace("\xa0", " ")
    assert "Sérieux" in text
    assert "Toujours supposé" in text


def test_still_assumed_is_kept_and_not_asked_again(owner_client, assumed):
    response = confirm(owner_client, assumed, confidence="assumed")

    assert kept(assumed) == [("question", "image", "Olivia Owner")]
    assert answer(assumed, "image").version == 1
    assert UP_TO_DATE in text_of(response)


def test_observed_since_is_saved_beside_the_answer(owner_client, assumed):
    response = confirm(owner_client, assumed, confidence="observed")

    found = answer(assumed, "image")
    assert (found.confidence, found.version) == ("observed", 2)
    assert UP_TO_DATE in text_of(response)


def test_confirmed_answer_comes_back_when_it_changes(owner_client, owner, assumed):
    confirm(owner_client, assumed, confidence="assumed")
    write(assumed, owner, "image", {"header/said": "Lents"})

    assert "1 réponse à relire" in text_of(page_of(owner_client, assumed))


def test_stale_answer_is_confirmed_in_one_gesture(reviewer_client, owner, organisation):
    write(organisation, owner, "image", {"header/said": "Sérieux"})
    aged(organisation, "image")
    before = words_of(page_of(reviewer_client, organisation))

    response = confirm(reviewer_client, organisation)

    assert "Ancienne : dite il y a 120 jours." in before
    assert kept(organisation) == [("question", "image", "Rose Reviewer")]
    assert UP_TO_DATE in text_of(response)


def test_reviewer_confirms_and_does_not_change_how_sure_it_is(reviewer_client, assumed):
    confirm(reviewer_client, assumed, confidence="observed")

    assert answer(assumed, "image").confidence == "assumed"
    assert len(kept(assumed)) == 1


def test_answer_that_changed_since_it_was_shown_is_not_confirmed(owner_client, assumed):
    response = confirm(owner_client, assumed, fingerprint="0" * 16)

    assert kept(assumed) == []
    assert "La réponse a changé entre-temps" in text_of(response)


@pytest.mark.parametrize(
    ("kind", "name"), [("question", "nothing"), ("decision", "image"), ("other", "image")]
)
def test_subject_that_does_not_exist_is_not_found(owner_client, assumed, kind, name):
    response = confirm(owner_client, assumed, name, kind=kind, fingerprint="0" * 16)

    assert response.status_code == 404


def test_contradicted_answer_leads_to_its_contradictions(owner, client_of):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)
    client = client_of(owner)

    body = page_of(client, organisation).content.decode()

    review = reverse("review", args=[organisation.pk])
    assert f'href="{review}#R07"' in body
    assert "Une charte publiée après l’ouverture" in body


def test_confirmed_contradiction_stays_in_the_coherence_review(owner, client_of):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)
    client = client_of(owner)

    confirm(client, organisation, "places")

    with scope(organisation=organisation):
        ten = ten_of(organisation)
        asked = {each.said.subject.id for each in ten.queue.all}
        assert "places" not in asked
        assert "R07" in {each.code for each in ten.review.open}


def test_each_answer_is_asked_once_and_along_the_path(owner):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)

    with scope(organisation=organisation):
        subjects = [each.said.subject for each in ten_of(organisation).queue.all]

    assert len(subjects) == len(set(subjects)) > 10


def test_assumed_decision_is_confirmed_too(owner, client_of):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)
    client = client_of(owner)

    confirm(client, organisation, "registration", kind="decision", confidence="estimated")

    with scope(organisation=organisation):
        assert Choice.objects.get(decision="registration").confidence == "estimated"


def test_any_answer_of_the_queue_can_be_asked_first(owner_client, owner, organisation):
    write(organisation, owner, "image", IMAGE)
    write(organisation, owner, "tone", {"header/signature": "brand", "confidence": "assumed"})

    body = page_of(owner_client, organisation, "question.tone").content.decode()

    assert '<h2 id="asked">Question 18.' in body.replace("\xa0", " ")
    assert 'href="?ask=question.image#ask"' in body


def test_stop_conditions_tell_where_their_indicator_stands(day, owner, client_of):
    organisation = load(demonstration("altivane-fr"), owner=owner)

    text = text_of(page_of(client_of(owner), organisation))

    assert "La revue est à jour" in text
    assert "réponses sur 27, 20 décisions sur 20." in text

    assert "Moins de 50 % de questions résolues" in text.replace("\xa0", " ")
    assert "Réviser la stratégie" in text


def test_reader_sees_the_review_and_confirms_nothing(reader_client, assumed):
    body = page_of(reader_client, assumed).content.decode()

    assert "Sérieux" in body
    assert "/ten-minutes/question/image" not in body
    assert "/ten-minutes/close" not in body


def test_page_speaks_english(owner_client, assumed):
    owner_client.cookies["language"] = "en"

    text = text_of(page_of(owner_client, assumed))

    assert "The ten-minute review" in text
    assert "1 answer to read again in about 1 min" in text


def test_review_is_never_rewritten(owner_client, assumed):
    confirm(owner_client, assumed)
    with scope(organisation=assumed):
        act = Reviewed.objects.get()
        told = str(act)

        with pytest.raises(TypeError):
            act.save()

    assert told.startswith("question image 20")


def test_reviews_of_one_organisation_are_not_anothers(owner_client, assumed):
    confirm(owner_client, assumed)
    other = make_organisation(owner=make_user())

    with scope(organisation=other):
        assert Reviewed.objects.count() == 0


def test_card_tells_what_is_to_be_read_again(owner_client, assumed):
    text = text_of(owner_client.get(reverse("following", args=[assumed.pk])))

    assert "1 réponse à relire, en 1 min environ." in text
    assert "La date de revue de la question 27 n’est pas fixée." in text


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_however_many(
    client_of, organisation, owner, count, django_assert_num_queries
):
    for question in ["image", "tone", "messages"][:count]:
        write(organisation, owner, question, {"note": "Vu", "confidence": "assumed"})
    client = client_of(make_member(organisation, Role.EDITOR))

    # Session, user, membership; answers, decisions, people, acceptances; two times, reviews.
    with django_assert_num_queries(8):
        page_of(client, organisation)
