"""What the pages of accounts say, in our words, and what they know of an invitation."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from organisations.models import Invitation
from tests.factories import make_invitation, make_user

PASSWORD = "une longue phrase à moi"
WITH_ADDRESS = ["account_login", "account_signup", "account_reset_password"]


@pytest.fixture(autouse=True)
def nothing_counted(db):
    cache.clear()


def page_of(name, client=None):
    return (client or Client()).get(reverse(name))


def address_in(response):
    form = response.context["form"]
    return form["login" if "login" in form.fields else "email"]


@pytest.fixture
def visitor(organisation):
    """A signed-out visitor who opened an invitation sent to Inès."""
    client = Client()
    invited = make_invitation(organisation, "ines@example.org")
    client.get(reverse("invitation", args=[invited.token]))
    return client


def test_refused_sign_in_says_so():
    page = Client().post(reverse("account_login"), {"login": "a@example.org", "password": "?"})

    assert "<h2>Connexion impossible</h2>" in page.content.decode()
    (error,) = page.context["form"].non_field_errors()
    assert error == "L’adresse électronique ou le mot de passe n’est pas le bon."


def test_sign_in_welcomes_by_name():
    make_user("Marie Durand", email="marie@example.org", password=PASSWORD)

    credentials = {"login": "marie@example.org", "password": PASSWORD}
    page = Client().post(reverse("account_login"), credentials, follow=True)

    assert [str(message) for message in page.context["messages"]] == ["Bienvenue, Marie Durand."]


@pytest.mark.parametrize("name", WITH_ADDRESS)
def test_address_has_one_name(name):
    assert str(address_in(page_of(name)).label) == "Adresse électronique"


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_address_invited_is_already_written(name, visitor):
    assert address_in(page_of(name, visitor)).value() == "ines@example.org"


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_address_invited_is_not_told_without_the_token(name, visitor):
    assert "ines@example.org" not in page_of(name).content.decode()


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_address_of_an_invitation_that_opens_nothing_is_not_written(name, visitor):
    Invitation._base_manager.all().delete()

    assert not address_in(page_of(name, visitor)).value()
