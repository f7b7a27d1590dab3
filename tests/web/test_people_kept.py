"""The list of people from every page, and back out of a file: what one takes, the other does."""

import json
import re

import pytest
from django.urls import reverse
from django_scopes import scope

from deliverables.dossier.checking import mistakes_of
from deliverables.dossier.dumping import encode, snapshot
from deliverables.dossier.loading import load
from organisations.actions import MAX_PEOPLE
from organisations.models import Person
from tests.answers import text_of, url, value_of, write
from tests.factories import make_person


def loaded_again(organisation):
    """The organisation that the file of this one makes."""
    return load(json.loads(encode(snapshot(organisation))))


def names(organisation):
    with scope(organisation=organisation):
        return list(Person.objects.values_list("name", "role"))


def test_name_typed_within_a_question_is_one_line(organisation, editor_client):
    editor_client.post(
        url("add_person", organisation, "receivers"),
        {"person-name": "Accueil\r\n du  soir", "person-role": "Relève\x0b\u2028 de nuit"},
    )

    assert names(organisation) == [("Accueil du soir", "Relève de nuit")]
    assert names(loaded_again(organisation)) == names(organisation)


def test_name_forgotten_within_a_question_is_said_at_its_field(organisation, editor_client):
    reply = editor_client.post(
        url("add_person", organisation, "receivers"),
        {"person-name": " ", "person-role": "Astreinte"},
        headers={"HX-Request": "true"},
    )

    [name] = [tag for tag in re.findall(r"<input[^>]*>", reply.content.decode()) if "-name" in tag]
    assert reply.status_code == 422
    assert "Donnez un nom ou une fonction." in text_of(reply)
    assert 'aria-invalid="true"' in name
    assert 'aria-describedby="id_person-name_error"' in name
    assert 'value="Astreinte"' in reply.content.decode()


@pytest.mark.parametrize("place", ["question", "list"])
def test_list_of_people_takes_as_many_as_a_file(organisation, editor_client, place):
    with scope(organisation=organisation):
        Person.objects.bulk_create(
            Person(organisation=organisation, name=f"N° {number}", position=number)
            for number in range(MAX_PEOPLE)
        )
    address = {
        "question": url("add_person", organisation, "receivers"),
        "list": reverse("new_person", args=[organisation.pk]),
    }[place]

    reply = editor_client.post(
        address, {"name": "Un de trop", "person-name": "Un de trop"}, follow=True
    )

    assert "La liste compte déjà 500 personnes" in text_of(reply)
    assert len(names(organisation)) == MAX_PEOPLE
    assert list(mistakes_of(snapshot(organisation))) == []


def test_answers_that_name_somebody_removed_leave_in_a_file_that_loads(organisation, owner):
    person = make_person(organisation, "Inès")
    row = "abcdefghij01"
    write(
        organisation,
        owner,
        "receivers",
        {"owner": person.key, "header/sentence": None, "note": "À voir avec Inès"},
    )
    write(
        organisation,
        owner,
        "hours",
        {"order/people": [row], f"rows/people/{row}/person": person.key},
    )
    with scope(organisation=organisation):
        person.delete()

    copy = loaded_again(organisation)

    assert snapshot(copy) == snapshot(organisation)
    assert value_of(copy, "hours")["tables"]["people"] == [{"id": row}]
