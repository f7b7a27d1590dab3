"""Accepting a finding: on a day that has come, by a person one can add first."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django_scopes import scope

from conclusions.models import Acceptance
from organisations.models import Person, Role
from tests.answers import text_of, value_of, write
from tests.factories import make_member
from tests.pages import controls
from tests.web.test_review import accept, page_of


@pytest.fixture
def unpeopled(halfway):
    """The half-way organisation, nobody on its list."""
    with scope(organisation=halfway):
        Person.objects.all().delete()
    return halfway


def test_acceptance_ahead_of_time_is_refused_at_its_date(member, halfway, time_machine):
    time_machine.move_to("2026-11-23T10:00:00+01:00", tick=False)

    refused = accept(member, halfway, accepted_on="2026-11-24")
    with scope(organisation=halfway):
        kept = Acceptance.objects.count()
    today = accept(member, halfway, accepted_on="2026-11-23")

    assert (refused.status_code, kept) == (422, 0)
    assert refused.context["wrong"].errors == {"accepted_on": ["Ce jour n’est pas encore venu."]}
    assert "Exception acceptée" in text_of(today)


def test_person_missing_to_accept_is_added_and_one_is_back_at_the_finding(member, unpeopled):
    finding = page_of(member, unpeopled).content.decode().partition('id="R12"')[2]
    add = unescape(re.search(r'href="([^"]+)">Ajouter une personne', finding)[1])
    page = member.get(add).content.decode().partition("/people/new")[2]
    (back,) = controls(page, prefix="next")["next"]

    sent = {"name": "Agnès", "next": back}
    response = member.post(reverse("new_person", args=[unpeopled.pk]), sent)

    assert response["Location"] == f"{reverse('review', args=[unpeopled.pk])}#R12"


def test_person_refused_keeps_the_way_back(member, unpeopled):
    response = member.post(reverse("new_person", args=[unpeopled.pk]), {"next": "/help"})

    assert '<input type="hidden" name="next" value="/help">' in response.content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "people", ""]
)
def test_person_added_leads_to_no_other_site(member, unpeopled, elsewhere):
    people = reverse("people", args=[unpeopled.pk])
    shown = member.get(people, {"next": elsewhere}).content.decode()

    response = member.post(f"{people}/new", {"name": "Agnès", "next": elsewhere})

    assert response["Location"] == people
    assert "Revenir à la page d’où vous venez" not in shown


def test_reviewer_who_may_add_nobody_is_told_who_may(unpeopled, client_of):
    reviewer = client_of(make_member(unpeopled, Role.REVIEWER))

    finding = page_of(reviewer, unpeopled).content.decode().partition('id="R12"')[2]

    assert "Qui peut répondre aux questions l’y ajoute." in finding
    assert "Ajouter une personne" not in finding


SAID = "Tout cela est déjà dit. Ce rappel reste tant que la règle s’applique"


def test_reminder_whose_steps_are_all_done_says_that_accepting_closes_it(member, finished):
    page = page_of(member, finished).content.decode()
    shown = {each.partition('"')[0]: SAID in each for each in page.split('finding" id="')[1:]}

    with scope(organisation=finished):
        accept(member, finished, "R16", person=Person.objects.first().key)

    assert [shown["R04"], shown["R16"]] == [True, True]
    after = page_of(member, finished).content.decode().partition('id="R16"')[2]
    assert ("Exception acceptée" in after, SAID in after.partition("</article>")[0]) == (
        True,
        False,
    )


def test_reminder_with_a_step_left_does_not_say_that_all_is_done(member, finished, owner):
    rows = value_of(finished, "receivers")["tables"]["audiences"]
    write(
        finished,
        owner,
        "receivers",
        {f"rows/audiences/{each['id']}/minors": "unknown" for each in rows},
    )

    _, found, after = page_of(member, finished).content.decode().partition('id="R16"')

    assert (bool(found), SAID in after.partition("</article>")[0]) == (True, False)
