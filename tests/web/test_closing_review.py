"""Closing a review: the next one is set, and what would bring it forward is told."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.answers import text_of, value_of, write
from tests.web.test_ten_minutes import kept, page_of


def close(client, organisation, day):
    url = reverse("close_review", args=[organisation.pk])
    return client.post(url, {"review_on": str(day)}, follow=True)


def test_closing_sets_the_next_review_in_question_27(owner_client, organisation):
    day = timezone.localdate() + timedelta(days=90)

    response = close(owner_client, organisation, day)

    assert value_of(organisation, "change_of_course")["header"]["review_on"] == day.isoformat()
    assert kept(organisation) == [("whole", "", "Olivia Owner")]
    assert "Revue close. La prochaine est fixée au" in text_of(response)


def test_closing_says_that_declared_triggers_were_reviewed(owner_client, owner, organisation):
    happened = (timezone.localdate() - timedelta(days=40)).isoformat()
    path = "rows/triggers/crisis"
    cells = {f"{path}/happened_on": happened, f"{path}/note": "Un lot rappelé"}
    write(organisation, owner, "review_triggers", {"order/triggers": ["crisis"], **cells})
    before = text_of(page_of(owner_client, organisation))

    response = close(owner_client, organisation, timezone.localdate() + timedelta(days=9))

    (row,) = value_of(organisation, "review_triggers")["tables"]["triggers"]
    assert row["reviewed_on"] == timezone.localdate().isoformat()
    assert "Un lot rappelé" in before
    assert "Un lot rappelé" not in text_of(response)


def test_objective_changed_after_a_review_brings_the_next_forward(
    owner_client, owner, organisation
):
    write(organisation, owner, "objective", {"header/sentence": "Aider"})
    close(owner_client, organisation, timezone.localdate() + timedelta(days=90))
    write(organisation, owner, "objective", {"header/sentence": "Recruter"})

    text = text_of(page_of(owner_client, organisation))

    assert "L’objectif a changé depuis la dernière revue." in text


def test_person_who_left_brings_the_review_forward(owner_client, owner, organisation):
    write(organisation, owner, "change_of_course", {"header/decider": "abcdefghijkl"})

    text = text_of(page_of(owner_client, organisation))

    assert "Une personne nommée ici a quitté la liste. Question 27." in text.replace("\xa0", " ")


@pytest.mark.parametrize("day", ["", "2020-01-01", "demain"])
def test_day_that_is_no_day_to_come_is_refused(owner_client, organisation, day):
    response = close(owner_client, organisation, day)

    assert (response.status_code, kept(organisation)) == (422, [])
    assert 'href="#id_review_on"' in response.content.decode()


def test_every_page_says_the_day_decided_and_what_is_read_again_before(
    owner_client, owner, organisation, time_machine
):
    time_machine.move_to("2026-11-27T10:00:00+01:00", tick=False)
    write(organisation, owner, "tone", {"header/signature": "brand"})
    close(owner_client, organisation, date(2027, 5, 4))

    for name in ("following", "ten_minutes"):
        text = text_of(owner_client.get(reverse(name, args=[organisation.pk])))
        told = text.replace("\xa0", " ").replace("\u202f", " ")
        reread = re.search(r"Relecture partielle dès le ([\w ]+) :", told)
        days = re.findall(r"(?:prochaine revue le|La prochaine est due le) ([\w ]+)\.", told)
        assert (days, reread and reread[1]) == (["4 mai 2027"], "25 février 2027")


@pytest.mark.parametrize(
    ("decided", "proposed", "told"),
    [
        (
            "2027-05-04",
            date(2027, 5, 4),
            "Le 4 mai 2027 de la question 27 est gardé si vous ne changez rien ;"
            " un autre jour le remplace.",
        ),
        (
            "2026-12-04",
            date(2027, 2, 25),
            "Dans 90 jours si vous ne changez rien :"
            " ce jour remplace le 4 décembre 2026 de la question 27.",
        ),
        (None, date(2027, 2, 25), "Dans 90 jours si vous ne changez rien."),
    ],
)
def test_closing_says_beside_the_field_what_becomes_of_the_day_decided(
    owner_client, owner, organisation, time_machine, *, decided, proposed, told
):
    time_machine.move_to("2026-11-27T10:00:00+01:00", tick=False)
    write(organisation, owner, "change_of_course", {"header/review_on": decided})

    page = page_of(owner_client, organisation).context["page"]

    field = page.form["review_on"]
    assert (field.value(), str(field.help_text).replace("\xa0", " ")) == (proposed, told)


def test_closing_says_which_day_it_replaced(owner_client, owner, organisation, time_machine):
    time_machine.move_to("2026-11-27T10:00:00+01:00", tick=False)
    write(organisation, owner, "change_of_course", {"header/review_on": "2027-05-04"})

    kept_it = text_of(close(owner_client, organisation, date(2027, 5, 4)))
    changed = text_of(close(owner_client, organisation, date(2027, 2, 26)))

    assert "La prochaine est fixée au 4 mai 2027." in kept_it
    assert "La prochaine est fixée au 26 février 2027, au lieu du 4 mai 2027." in changed


def test_card_tells_when_the_next_review_is(owner_client, organisation):
    url = reverse("following", args=[organisation.pk])
    before = text_of(owner_client.get(url))
    close(owner_client, organisation, timezone.localdate() + timedelta(days=5))

    after = text_of(owner_client.get(url))

    assert "Rien à relire tant que rien n’est répondu." in before
    assert "Rien à relire aujourd’hui ; prochaine revue le" in after.replace("\xa0", " ")
