"""What follows, at a glance on the overview: pictures, sentences, and what each waits for."""

import re

from django.urls import reverse

from organisations.models import Role
from tests.factories import make_member


def glance_of(client, organisation):
    """The section's HTML."""
    page = client.get(reverse("overview", args=[organisation.pk])).content.decode()
    return page[page.index('class="glance"') :]


def pictures(html):
    """The kinds of drawings, in order."""
    return re.findall(r'<svg class="(\w+)"', html)


def test_circles_plan_and_main_indicator_are_drawn(owner, client_of, finished):
    html = glance_of(client_of(owner), finished)

    assert pictures(html) == ["circles", "weeks", "trend"]
    assert html.count("<title>") == 3


def test_each_thing_is_told_and_leads_to_its_page(owner, client_of, finished):
    html = glance_of(client_of(owner), finished)

    told = ("course", "workload", "roles", "trust", "crisis_kit", "practices", "toolbox")
    for name in ("circles", "plan", "indicators", "ten_minutes", *told):
        assert f'href="{reverse(name, args=[finished.pk])}"' in html


def test_plan_is_said_in_words_with_what_is_due_next(owner, client_of, finished):
    html = glance_of(client_of(owner), finished)

    assert re.search(r"semaine par semaine autour de l’ouverture\. \d+ faites?, \d+ à mener", html)
    assert "Prochaine échéance" in html


def test_what_is_late_is_said_before_what_is_due_next(owner, client_of, halfway, time_machine):
    time_machine.move_to("2026-11-27T10:00:00+01:00", tick=False)

    html = glance_of(client_of(owner), halfway)
    note = re.search(r"La plus en retard.*?</p>", html, re.DOTALL)[0].replace("\xa0", " ")

    assert re.findall(r"(\w[\w ]+) :.*?, (du .+?)\.", note) == [
        ("La plus en retard", "du 9 au 17 novembre 2026"),
        ("Prochaine échéance", "du 20 au 27 novembre 2026"),
    ]


def test_new_organisation_sees_what_each_waits_for_and_no_picture(owner_client, organisation):
    html = glance_of(owner_client, organisation)

    assert pictures(html) == []
    assert "En attente de la question 1." in html
    assert "Aucun indicateur n’est encore choisi à la question 24." in html
    assert "En attente d’un seul premier objectif" in html


def test_reader_sees_it_too(finished, client_of):
    reader = make_member(finished, Role.READER)

    assert pictures(glance_of(client_of(reader), finished)) == ["circles", "weeks", "trend"]


def test_pages_of_what_follows_lead_back_and_to_their_help(owner, client_of, finished):
    client = client_of(owner)
    helped = client.get(reverse("help")).content.decode()

    for name in ("course", "circles", "workload", "indicators", "plan", "roles", "trust"):
        page = client.get(reverse(name, args=[finished.pk])).content.decode()
        assert f'href="{reverse("following", args=[finished.pk])}" aria-current="page"' in page
        assert f'href="{reverse("help")}#help-{name}"' in page
        assert f'id="help-{name}"' in helped
