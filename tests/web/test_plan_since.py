"""Taking note of the plan, and what is shown as changed since."""

import pytest
from django.urls import reverse
from django_scopes import scope

from conclusions.models import Acknowledgement
from organisations.models import Role
from tests.answers import words_of
from tests.factories import make_member
from tests.plans import answered

pytestmark = pytest.mark.usefixtures("day")

NB = "\N{NO-BREAK SPACE}"


def shown(client, organisation):
    return words_of(client.get(reverse("plan", args=[organisation.pk])))


def acknowledge(client, organisation):
    return client.post(reverse("acknowledge_plan", args=[organisation.pk]))


def test_plan_that_nobody_read_asks_for_it(member, finished):
    assert "Personne n’a encore pris acte de ce plan." in shown(member, finished)


def test_plan_just_read_has_not_changed(member, finished):
    acknowledge(member, finished)

    text = shown(member, finished)

    assert "Depuis que Olivia Owner en a pris acte, le 23 novembre 2026." in text
    assert "Rien n’a changé dans ce qui découle de vos réponses." in text
    assert "Prendre acte du plan" not in text


def test_changed_answers_show_what_appeared_changed_and_lost_its_reason(member, finished):
    acknowledge(member, finished)
    with scope(organisation=finished):
        people = "rows/people/8t1hh3cq7cds"
        answered(finished, "hours", {f"{people}/to_acquire": None, f"{people}/how": None})
        answered(finished, "reply_times", {"header/out_of_hours": "waiting_message"})
        answered(finished, "opening", {"rows/prerequisites/rvp2x7424atu/due": "2027-01-21"})

    text = shown(member, finished)

    assert "Apparu" in text
    assert "Écrire le message d’attente hors des heures couvertes" in text.partition("Changé")[0]
    changed = text.partition("Changé")[2].partition("N’a plus de raison d’être")[0]
    assert "Échéance : 19 janvier 2027, désormais 21 janvier 2027" in changed
    gone = text.partition("N’a plus de raison d’être")[2]
    assert "Former Hugo Manteix : Parler devant la caméra" in gone


def test_opening_that_moved_is_told_once(member, finished):
    acknowledge(member, finished)
    answered(finished, "opening", {"header/opens_on": "2027-03-02"})

    assert "Ouverture : 2 février 2027, désormais 2 mars 2027." in shown(member, finished)


def test_opening_that_was_taken_away_is_told(member, finished):
    acknowledge(member, finished)
    answered(finished, "opening", {"header/opens_on": None})

    assert "Ouverture : 2 février 2027, désormais non fixée." in shown(member, finished)


def test_owner_and_effort_that_changed_are_told(member, finished):
    acknowledge(member, finished)
    answered(finished, "opening", {"rows/prerequisites/rvp2x7424atu/owner": "ga8awh44pcsk"})
    answered(finished, "contents", {"rows/formats/1malz9f3bqey/hours_per_unit": "18"})

    text = shown(member, finished)

    assert "Qui : Bastien Orsel, désormais Wanda Lioret" in text
    assert "Heures : 82, désormais 107" in text


def test_note_taken_again_starts_afresh_and_keeps_the_first(member, finished):
    acknowledge(member, finished)
    answered(finished, "opening", {"header/opens_on": "2027-03-02"})

    acknowledge(member, finished)

    assert "Rien n’a changé" in shown(member, finished)
    with scope(organisation=finished):
        assert Acknowledgement.objects.count() == 2


def test_note_taken_is_never_rewritten(member, finished):
    acknowledge(member, finished)

    with scope(organisation=finished):
        kept = Acknowledgement.objects.get()
        assert str(kept) == f"2026-11-23: {len(kept.actions)}"
        with pytest.raises(TypeError):
            kept.save()


def test_reviewer_may_not_take_note(finished, client_of):
    reviewer = client_of(make_member(finished, Role.REVIEWER))

    assert acknowledge(reviewer, finished).status_code == 403
    assert "Prendre acte du plan" not in shown(reviewer, finished)
