"""What can come out of the site as a file can go in again."""

import json
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from deliverables.demonstrating import FILES
from deliverables.dossier.decoding import BYTES, MEGABYTES
from deliverables.dossier.dumping import encode, snapshot
from deliverables.dossier.loading import load
from organisations.models import Organisation, Role
from tests.factories import make_member, make_user
from tests.pages import said

URL = "/organisations/load"
FINISHED = json.loads(FILES[0].read_bytes())


@pytest.fixture
def client(db, client_of):
    return client_of(make_user("Camille"))


def send(client, content):
    file = SimpleUploadedFile("dossier.json", content, "application/json")
    return client.post(URL, {"file": file}, follow=True)


def refusals(response):
    return [str(error) for error in response.context["form"].non_field_errors()]


@pytest.fixture
def finished(owner):
    return load(FINISHED, owner=owner)


def test_reader_takes_away_the_bytes_that_dump_writes(finished, client_of, tmp_path):
    file = tmp_path / "dossier.json"
    call_command("dump", str(finished.pk), output=file)
    reader = client_of(make_member(finished, Role.READER))

    response = reader.get(reverse("download_dossier", args=[finished.pk]))

    assert response.content == file.read_bytes()
    assert response["Content-Type"] == "application/json"
    name = unquote(response["Content-Disposition"].removeprefix("attachment; filename*=utf-8''"))
    assert name.startswith("Les Ateliers Altivane – dossier Cap27 – ")
    assert name.endswith(".json")


def test_what_comes_out_goes_in(finished, client):
    response = send(client, encode(snapshot(finished)))

    loaded = Organisation.objects.exclude(pk=finished.pk).get()
    assert response.redirect_chain == [(loaded.get_absolute_url(), 302)]
    assert said(response) == ["Les Ateliers Altivane est chargée : vous en êtes responsable."]
    assert snapshot(loaded) == snapshot(finished)
    places = loaded.memberships.values_list("user__name", "role")
    assert list(places) == [("Camille", "owner")]


def test_each_mistake_is_said_with_its_place_and_nothing_is_kept(client):
    wrong = FINISHED | {"cap27": 9, "weather": "fine"}

    response = send(client, json.dumps(wrong).encode())

    assert refusals(response) == [
        "cap27 : 1 est attendu.",
        "weather : cette clé n’existe pas.",
    ]
    assert "<h2>Rien n’a été chargé</h2>" in response.content.decode()
    assert not Organisation.objects.exists()


def test_mistake_is_said_once(client):
    wrong = FINISHED | {"organisation": {"name": "A\nB", "language": "fr"}}

    told = refusals(send(client, json.dumps(wrong).encode()))

    assert told == ["organisation.name : 2 lignes, 1 au plus."]


def test_mistakes_beyond_a_hundred_are_counted(client):
    wrong = FINISHED | {f"key{number:03}": 1 for number in range(130)}

    told = refusals(send(client, json.dumps(wrong).encode()))

    assert (len(told), told[-1]) == (101, "… et 30 autres erreurs.")


def test_file_that_is_no_json_says_where(client):
    response = send(client, b'{"cap27": 1,}')

    assert refusals(response) == ["fichier : ce n’est pas du JSON : ligne 1, colonne 13."]


def test_file_too_large_is_refused_unread(client):
    response = send(client, b" " * (BYTES + 1))

    (error,) = response.context["form"].errors["file"]
    assert error.startswith("Il est trop lourd")
    assert error.endswith(f"pour {MEGABYTES}\N{NO-BREAK SPACE}Mo au plus.")


def test_no_file_at_all_is_said(client):
    response = client.post(URL, {"file": ""})

    assert list(response.context["form"].errors) == ["file"]


@pytest.mark.parametrize("name", ["documents", "delete_organisation"])
def test_dossier_is_offered_where_one_takes_leave(name, organisation, owner_client):
    page = owner_client.get(reverse(name, args=[organisation.pk])).content.decode()

    assert f'href="{reverse("download_dossier", args=[organisation.pk])}"' in page


def test_loading_is_offered_beside_creating(client):
    assert f'href="{URL}"' in client.get(reverse("new_organisation")).content.decode()
