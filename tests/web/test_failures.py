"""A failure is said, saves nothing, and offers again what was typed."""

from contextlib import contextmanager

import pysqlite3
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from organisations.models import Membership
from tests.answers import answer, save, text_of, url, value_of
from tests.factories import make_organisation, make_user

on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL has no file to lock"
)


def test_request_too_big_is_told_with_the_limit(organisation, owner_client):
    reply = save(owner_client, organisation, "objective", sentence="a" * 4_000_000)
    page = owner_client.post(
        url("question", organisation, "objective"), {"header-sentence": "a" * 4_000_000}
    )

    for told in (reply, page):
        assert told.status_code == 413
        assert "Pas enregistré : cet envoi dépasse 2,5" in text_of(told)
    assert answer(organisation, "objective") is None


def test_too_many_fields_are_refused_without_a_failure(organisation, owner_client):
    reply = save(owner_client, organisation, "objective", **{f"f{n}": "x" for n in range(1_100)})

    assert reply.status_code == 400
    assert answer(organisation, "objective") is None


@pytest.fixture
def quiet(transactional_db):
    """An organisation and a browser that is shown failures instead of raising them."""
    owner = make_user("Olivia Owner")
    organisation = make_organisation(owner=owner, name="La Boussole")
    client = Client(raise_request_exception=False)
    client.force_login(owner)
    return organisation, client


@contextmanager
def locked():
    """The database's file, held by the write of another connection."""
    connection.cursor().execute("PRAGMA busy_timeout = 50")
    holder = pysqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()
        connection.cursor().execute("PRAGMA busy_timeout = 5000")


@contextmanager
def read_only():
    connection.cursor().execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        connection.cursor().execute("PRAGMA query_only = OFF")


SENTENCE = "Pas enregistré : la base de données ne répond pas."


@on_sqlite
@pytest.mark.parametrize("trouble", [locked, read_only])
def test_unit_is_not_said_to_be_saved(trouble, quiet):
    organisation, client = quiet

    with trouble():
        reply = save(client, organisation, "objective", version=3, sentence="Une phrase")

    assert reply.status_code == 503
    assert reply["Retry-After"] == "5"
    assert SENTENCE in text_of(reply)
    assert 'name="version" value="3"' in reply.content.decode()
    assert "<html" not in reply.content.decode()


@on_sqlite
@pytest.mark.parametrize("trouble", [locked, read_only])
def test_page_that_cannot_be_saved_offers_the_text_again(trouble, quiet):
    organisation, client = quiet
    body = {"version": 0, "header-sentence": "Être reconnus <des> grimpeurs."}

    with trouble():
        reply = client.post(url("question", organisation, "objective"), body)

    assert reply.status_code == 503
    assert SENTENCE in text_of(reply)
    assert "Être reconnus &lt;des&gt; grimpeurs." in reply.content.decode()


@on_sqlite
def test_save_succeeds_once_the_lock_is_gone(quiet):
    organisation, client = quiet
    with locked():
        first = save(client, organisation, "objective", sentence="Une phrase")

    again = save(client, organisation, "objective", sentence="Une phrase")

    assert (first.status_code, again.status_code) == (503, 200)
    assert value_of(organisation, "objective")["header"] == {"sentence": "Une phrase"}


def test_page_without_a_database_asks_it_nothing(quiet, monkeypatch):
    organisation, client = quiet

    def away(*args, **kwargs):
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(Membership.objects, "select_related", away)
    reply = client.get(url("question", organisation, "objective"))
    in_english = client.get(
        url("question", organisation, "objective"), headers={"Accept-Language": "en"}
    )

    assert (reply.status_code, in_english.status_code) == (503, 503)
    assert '<html lang="fr">' in reply.content.decode()
    assert '<html lang="en">' in in_english.content.decode()


def test_other_failures_stay_failures(quiet, monkeypatch):
    organisation, client = quiet
    monkeypatch.setattr(Membership.objects, "select_related", lambda *args: 1 / 0)

    reply = client.get(url("question", organisation, "objective"))

    assert reply.status_code == 500
    assert "Quelque chose a cassé de notre côté" in text_of(reply)


def test_home_stays_open_to_everybody(quiet):
    assert Client().get(reverse("home")).status_code == 200
