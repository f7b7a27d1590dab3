"""The addresses of an account, what is told to them, and a post that does not leave."""

from http import HTTPStatus

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from organisations.models import User
from tests.factories import make_invitation, make_user
from tests.letters import told_twice

PASSWORD = "une longue phrase à moi"
OLD, NEW = "ines@example.org", "ines@example.com"


@pytest.fixture(autouse=True)
def production(settings, db, time_machine):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    cache.clear()
    time_machine.move_to("2026-11-23T10:00:00+01:00")


@pytest.fixture
def no_post(settings):
    """A server of mails that nobody answers at."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


@pytest.fixture
def ines(production):
    user = make_user("Inès", email=OLD)
    EmailAddress.objects.create(user=user, email=OLD, verified=True, primary=True)
    return user


@pytest.fixture
def signed_in(ines, client_of):
    return client_of(ines)


@pytest.fixture
def change(ines, client_of):
    """Change the password of Inès, and give the answer."""
    ines.set_password(PASSWORD)
    ines.save()
    typed = {"oldpassword": PASSWORD, "password1": PASSWORD + " !", "password2": PASSWORD + " !"}
    return lambda: client_of(ines).post(reverse("account_change_password"), typed)


def sign_up(client, email=NEW):
    body = {"name": "Inès", "email": email, "password1": PASSWORD}
    return client.post(reverse("account_signup"), body)


def act(client, action, email):
    return client.post(reverse("account_email"), {action: "", "email": email})


def confirmed(client, message):
    """Where the link of this message leads once one has said yes."""
    path = next(each for each in message.body.split() if "/confirm-email/" in each)
    return client.post("/" + path.split("/", 3)[3])["Location"]


def offered(client):
    """The addresses on the page, and the actions that it offers for each."""
    page = client.get(reverse("account_email")).content.decode()
    parts = page.split('<p class="address-name">')[1:]
    tools = {"send": "action_send", "primary": "action_primary", "remove": "action_remove"}
    return {
        part.split("<")[0]: [name for name, control in tools.items() if f'"{control}"' in part]
        for part in parts
    }


def test_address_is_changed_in_four_steps_and_only_what_can_be_done_is_offered(ines, signed_in):
    alone = offered(signed_in)
    act(signed_in, "action_add", NEW)
    added = offered(signed_in)
    led_to = confirmed(signed_in, mail.outbox[0])
    proven = offered(signed_in)
    act(signed_in, "action_primary", NEW)
    act(signed_in, "action_remove", OLD)

    ines.refresh_from_db()
    assert alone == {OLD: []}
    assert added == {OLD: [], NEW: ["send", "remove"]}
    assert led_to == reverse("account_email")
    assert proven == {OLD: [], NEW: ["primary", "remove"]}
    assert (offered(signed_in), ines.email) == ({NEW: []}, NEW)


def test_address_that_was_left_and_the_one_that_stays_are_told(signed_in, ines):
    EmailAddress.objects.create(user=ines, email=NEW, verified=True)

    act(signed_in, "action_primary", NEW)
    act(signed_in, "action_remove", OLD)

    changed, removed = mail.outbox
    assert (changed.to, removed.to) == ([OLD], [NEW])
    assert told_twice(changed).startswith(
        "Bonjour,\n\nL’adresse principale de votre compte de Cap27 a changé le 23 novembre 2026 "
        "à 10:00. C’était ines@example.org, c’est désormais ines@example.com.\n\n"
        "Si ce n’est pas vous, choisissez tout de suite un autre mot de passe"
    )
    assert "L’adresse ines@example.org a été retirée" in told_twice(removed)


def test_password_that_changed_is_told(change, settings):
    change()

    (message,) = mail.outbox
    assert (message.to, message.subject) == ([OLD], "[Cap27] Votre mot de passe a changé")
    assert f"{settings.SITE_URL}{reverse('account_reset_password')}" in told_twice(message)


def test_password_changes_even_when_nobody_can_be_told(change, ines, no_post):
    response = change()

    ines.refresh_from_db()
    assert (response.status_code, ines.check_password(PASSWORD + " !")) == (HTTPStatus.FOUND, True)


def test_mail_that_cannot_leave_is_said_of_an_address_known_or_not(ines, no_post):
    known, new = sign_up(Client(), OLD), sign_up(Client())

    assert (known.status_code, known.content) == (new.status_code, new.content)
    assert new.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "<h1>Le message n’a pas pu partir</h1>" in new.content.decode()


def test_account_whose_mail_did_not_leave_gets_it_at_sign_in(settings, no_post):
    sign_up(Client())
    cache.clear()  # three minutes later
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    Client().post(reverse("account_login"), {"login": NEW, "password": PASSWORD})

    (message,) = mail.outbox
    assert confirmed(Client(), message) == reverse("account_login")


def test_who_is_invited_proves_no_address_twice(organisation):
    invited, client = make_invitation(organisation, NEW), Client()
    page = reverse("invitation", args=[invited.token])
    client.get(page)

    response = sign_up(client)

    assert (response["Location"], mail.outbox) == (page, [])
    client.post(page)
    assert organisation.members.filter(email=NEW).exists()


def test_who_is_invited_proves_any_other_address(organisation):
    invited, client = make_invitation(organisation, NEW), Client()
    client.get(reverse("invitation", args=[invited.token]))

    response = sign_up(client, "paul@example.org")

    assert response["Location"] == reverse("account_email_verification_sent")
    assert [message.to for message in mail.outbox] == [["paul@example.org"]]
    assert not User.objects.get(email="paul@example.org").memberships.exists()


def test_link_that_confirms_nothing_leads_on(signed_in):
    spent = reverse("account_confirm_email", args=["nothing"])

    visitor, member = Client().get(spent).content.decode(), signed_in.get(spent).content.decode()

    assert "<h1>Ce lien ne sert plus</h1>" in visitor
    assert ("un nouveau message partira" in visitor, "Voir mes adresses" in visitor) == (
        True,
        False,
    )
    assert ("un nouveau message partira" in member, "Voir mes adresses" in member) == (False, True)


def test_too_many_attempts_are_said_in_our_words():
    url = reverse("account_reset_password")

    *_, last = [Client().post(url, {"email": OLD}) for _try in range(6)]

    assert last.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "<h1>Trop d’essais en peu de temps</h1>" in last.content.decode()
