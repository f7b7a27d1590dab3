"""What every test stands on: no network but our own, static files without a build, clients."""

import gc
import os
import time
from pathlib import Path
from tempfile import gettempdir

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection, connections
from django.test import Client
from pytest_socket import socket_allow_hosts
from xdist.scheduler import LoadFileScheduling

from organisations.models import Organisation, Role, User
from tests.factories import make_member, make_organisation, make_user

OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
DOCUMENTS = "tests/documents/"
LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_configure():
    _without_deadlines()
    # The manifest of hashed names only exists once static files are collected.
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    # The same hash as in production, without its price.
    Argon2PasswordHasher.time_cost = Argon2PasswordHasher.parallelism = 1
    Argon2PasswordHasher.memory_cost = 8
    # Empty, so that WhiteNoise has nothing to list for each client.
    settings.STATIC_ROOT = settings.VAR_DIR / "test-static"
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    settings.EXPORTS_DIR = Path(gettempdir()) / f"cap27-exports-{os.getpid()}"
    # A file, as in production: in memory, SQLite's threads share a cache and lock otherwise.
    database = connections.settings["default"]
    if "sqlite3" in database["ENGINE"]:
        database["TEST"]["NAME"] = f"{gettempdir()}/cap27-test-{os.getpid()}.sqlite3"


def _without_deadlines():
    """What tests draw may take its time: how busy the machine is makes none of them fail."""
    profile = hypothesis.settings.get_profile(hypothesis.settings.get_current_profile_name())
    hypothesis.settings.register_profile("unhurried", profile, deadline=None)
    hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, left only when nobody is connected any more: PostgreSQL asks for that."""
    yield
    with django_db_blocker.unblock():
        wait_until_alone()


def wait_until_alone() -> None:
    """Give a browser's last request the time to hang up, then hang up for it."""
    if connection.vendor != "postgresql":
        return
    for _try in range(100):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) {OTHERS}")
            (others,) = cursor.fetchone()
        if not others:
            return
        time.sleep(0.1)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}")


def pytest_xdist_make_scheduler(config, log):
    return ByFileOrDocuments(config, log)


class ByFileOrDocuments(LoadFileScheduling):
    """A file to a process, and all files that read the same few documents to one of them."""

    def _split_scope(self, nodeid):
        return DOCUMENTS if nodeid.startswith(DOCUMENTS) else super()._split_scope(nodeid)


def pytest_collection_finish():
    # Thousands of tests are held to the end: nobody looks for garbage among them.
    gc.freeze()


def pytest_runtest_setup():
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


@pytest.fixture
def owner(db) -> User:
    return make_user("Olivia Owner")


@pytest.fixture
def organisation(owner) -> Organisation:
    return make_organisation(owner=owner, name="La Boussole")


@pytest.fixture
def client_of():
    """A function from a person to a browser in which that person is signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def owner_client(organisation, owner, client_of) -> Client:
    return client_of(owner)


@pytest.fixture
def editor_client(organisation, client_of) -> Client:
    return client_of(make_member(organisation, Role.EDITOR, "Edgar Editor"))


@pytest.fixture
def reviewer_client(organisation, client_of) -> Client:
    return client_of(make_member(organisation, Role.REVIEWER, "Rose Reviewer"))


@pytest.fixture
def reader_client(organisation, client_of) -> Client:
    return client_of(make_member(organisation, Role.READER, "René Reader"))
