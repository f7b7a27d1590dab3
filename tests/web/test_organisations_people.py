"""The organisation's own list of people."""

import json

import pytest
from django.urls import reverse
from django_scopes import scope

from organisations import actions, mentions
from organisations.models import AuditEntry, Person
from organisations.providers import Providers
from tests.factories import make_person
from tests.pages import said


def listed(organisation):
    with scope(organisation=organisation):
        return [(person.name, person.role) for person in Person.objects.all()]


def address(name, organisation, *args):
    return reverse(name, args=[organisation.pk, *args])


def test_people_are_added_at_the_end(organisation, editor_client):
    make_person(organisation, "Standard")

    response = editor_client.post(
        address("new_person", organisation), {"name": "Direction", "role": "Décide"}, follow=True
    )

    assert listed(organisation) == [("Standard", ""), ("Direction", "Décide")]
    assert [str(said) for said in response.context["messages"]] == ["Ajouté : Direction (Décide)."]


def test_person_without_a_name_is_refused_and_kept_in_the_form(organisation, editor_client):
    response = editor_client.post(address("new_person", organisation), {"role": "Décide"})

    assert response.context["form"].errors == {"name": ["Donnez un nom ou une fonction."]}
    assert response.context["form"]["role"].value() == "Décide"
    assert listed(organisation) == []


def seen(person):
    """What a page of this line carries."""
    return json.dumps({"name": person.name, "role": person.role})


def test_what_two_editors_change_of_a_line_is_brought_together(organisation, editor_client):
    person = make_person(organisation, "Directoin", role="Décide")
    page = seen(person)
    there = address("edit_person", organisation, person.key)

    editor_client.post(there, {"name": "Direction", "role": "Décide", "seen": page})
    second = {"name": "Directoin", "role": "Tranche", "seen": page}
    told = editor_client.post(there, second, follow=True)

    assert listed(organisation) == [("Direction", "Tranche")]
    assert said(told)[-1] == "Enregistré : Direction (Tranche)."


def test_what_two_editors_change_differently_is_shown_and_kept_knowingly(
    organisation, editor_client
):
    person = make_person(organisation, "Directoin")
    page = seen(person)
    there = address("edit_person", organisation, person.key)
    editor_client.post(there, {"name": "Direction", "seen": page})

    clash = editor_client.post(there, {"name": "La direction", "seen": page})

    (shown,) = clash.context["clashes"]
    told = (shown.label, shown.theirs.text, shown.theirs.author, shown.mine["text"])
    assert (clash.status_code, listed(organisation)) == (409, [("Direction", "")])
    assert told == ("Nom ou fonction", "Direction", "Edgar Editor", "La direction")
    editor_client.post(there, {"name": "La direction", "seen": clash.context["seen"]})
    assert listed(organisation) == [("La direction", "")]


def test_person_changes_but_for_the_key(organisation, editor_client):
    person = make_person(organisation, "Directoin", role="Décide")

    editor_client.post(
        address("edit_person", organisation, person.key),
        {"name": "Direction", "key": "mine", "seen": seen(person)},
    )

    assert listed(organisation) == [("Direction", "")]
    with scope(organisation=organisation):
        assert Person.objects.get().key == person.key


@pytest.mark.parametrize(
    ("name", "to", "expected"),
    [
        ("B", "up", "BAC"),
        ("B", "down", "ACB"),
        ("A", "up", "ABC"),
        ("C", "down", "ABC"),
        ("B", "sideways", "ABC"),
    ],
)
def test_person_moves_one_place(name, to, expected, organisation, editor_client):
    people = {each: make_person(organisation, each) for each in "ABC"}

    editor_client.post(address("move_person", organisation, people[name].key), {"to": to})

    assert "".join(each for each, _ in listed(organisation)) == expected


def test_removal_says_where_the_person_is_named(organisation, editor_client, monkeypatch):
    person = make_person(organisation, "Direction")
    named = Providers([lambda of, key: [mentions.Mention(f"Question 5 ({of}, {key})", "/q5")]])
    monkeypatch.setattr(mentions, "providers", named)
    url = address("remove_person", organisation, person.key)

    page = editor_client.get(url).content.decode()

    assert f'<a href="/q5">Question 5 (La Boussole, {person.key})</a>' in page
    assert listed(organisation) == [("Direction", "")]

    editor_client.post(url)

    assert listed(organisation) == []


def test_people_are_readable_by_readers_and_offer_them_no_change(organisation, reader_client):
    make_person(organisation, "Direction", role="Décide")

    page = reader_client.get(address("people", organisation)).content.decode()

    assert ("Direction" in page, "Décide" in page) == (True, True)
    assert ("Retirer" in page, "Ajouter" in page) == (False, False)


def test_what_is_done_to_a_line_that_another_editor_removed_is_no_event(organisation, owner):
    with scope(organisation=organisation):
        person = make_person(organisation, "Direction")
        Person.objects.all().delete()

        assert actions.change_person(person, owner, seen={}) is None
        actions.remove_person(person, owner)
        actions.move_person(person, by=1)

        assert (Person.objects.count(), AuditEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize("count", [1, 3])
def test_people_cost_the_same_however_many(
    count, organisation, editor_client, django_assert_num_queries
):
    for _ in range(count):
        make_person(organisation)

    with django_assert_num_queries(4):  # session, user, membership, people
        response = editor_client.get(address("people", organisation))

    assert len(response.context["people"]) == count


def test_person_is_kept_as_typed_markup_included(organisation, editor_client):
    name = "<b>Zoé</b> & {{ 7 }} \u202e’"

    editor_client.post(address("new_person", organisation), {"name": name})
    page = editor_client.get(address("people", organisation)).content.decode()

    assert listed(organisation) == [(name, "")]
    assert "&lt;b&gt;Zoé&lt;/b&gt; &amp; {{ 7 }}" in page
