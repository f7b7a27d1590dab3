"""Accounts as in production: addresses are verified, and nobody learns who has one."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from organisations.models import User
from tests.factories import make_user
from tests.letters import told_twice

PASSWORD = "une longue phrase à moi"
LINK = re.compile(r"https?://[^\s\"<>]+")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture(autouse=True)
def production(settings, db):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.SITE_URL = "https://cap27.example.org"
    settings.ALLOWED_HOSTS = ["*"]
    cache.clear()


@pytest.fixture
def known(production):
    user = make_user("Inès", email="ines@example.org", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def sign_up(client, email, **headers):
    body = {"name": "Inès", "email": email, "password1": PASSWORD}
    return client.post(reverse("account_signup"), body, headers=headers)


def sign_in(client, email, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def seen(response, email):
    """All that an outsider can compare, the address and the tokens aside."""
    page = TOKEN.sub("", response.content.decode()).replace(email, "…")
    headers = dict(response.headers)
    headers.pop("Content-Length", None)
    headers.pop("Expires", None)  # the clock
    return response.status_code, headers, page, sorted(response.cookies)


def links(message):
    return [
        link for body in (message.body, message.alternatives[0][0]) for link in LINK.findall(body)
    ]


def test_sign_up_asks_for_the_address_to_be_verified(mailoutbox):
    client = Client()

    response = sign_up(client, "INES@Example.org")

    (user,) = User.objects.all()
    assert response["Location"] == reverse("account_email_verification_sent")
    assert (user.email, user.name) == ("ines@example.org", "Inès")
    assert mailoutbox[0].to == ["ines@example.org"]
    assert client.get(reverse("new_organisation")).status_code == 302

    confirm = next(link for link in links(mailoutbox[0]) if "confirm-email" in link)
    path = confirm.removeprefix("https://cap27.example.org")
    client.get(path)
    assert not EmailAddress.objects.get().verified
    client.post(path)
    assert EmailAddress.objects.get().verified


def test_sign_up_needs_a_name(mailoutbox):
    response = Client().post(
        reverse("account_signup"), {"name": " \n", "email": "a@example.org", "password1": PASSWORD}
    )

    assert response.context["form"].errors == {"name": ["Ce champ est obligatoire."]}
    assert (User.objects.count(), len(mailoutbox)) == (0, 0)


def test_sign_up_does_not_show_that_an_address_is_known(known, mailoutbox):
    taken, free = Client(), Client()

    responses = [
        (sign_up(taken, known.email), known.email),
        (sign_up(free, "new@example.org"), "new@example.org"),
    ]

    assert seen(*responses[0]) == seen(*responses[1])
    after = reverse("account_email_verification_sent")
    assert seen(taken.get(after), known.email) == seen(free.get(after), "new@example.org")
    assert [message.to for message in mailoutbox] == [["ines@example.org"], ["new@example.org"]]


def test_sign_up_costs_one_hash_whether_an_address_is_known_or_not(known, monkeypatch):
    hashed = []
    encode = Argon2PasswordHasher.encode

    def counted(hasher, password, salt):
        hashed.append(password)
        return encode(hasher, password, salt)

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)

    sign_up(Client(), known.email)
    for_known = len(hashed)
    sign_up(Client(), "new@example.org")

    assert (for_known, len(hashed)) == (1, 2)


def test_sign_in_does_not_show_that_an_address_is_known(known):
    wrong = sign_in(Client(), known.email, "autre chose")
    unknown = sign_in(Client(), "nobody@example.org", "autre chose")

    assert seen(wrong, known.email) == seen(unknown, "nobody@example.org")


def test_reset_does_not_show_that_an_address_is_known(known, mailoutbox):
    url = reverse("account_reset_password")

    for_known = Client().post(url, {"email": known.email})
    for_unknown = Client().post(url, {"email": "nobody@example.org"})

    assert seen(for_known, known.email) == seen(for_unknown, "nobody@example.org")
    assert [message.to for message in mailoutbox] == [["ines@example.org"], ["nobody@example.org"]]


def test_every_mail_leads_to_our_own_address_only_and_says_so_twice(known, mailoutbox):
    evil = {"host": "evil.example", "x-forwarded-host": "evil.example"}
    client = Client()
    sign_up(client, "new@example.org", **evil)
    sign_up(client, known.email, **evil)
    for email in (known.email, "nobody@example.org"):
        client.post(reverse("account_reset_password"), {"email": email}, headers=evil)

    assert len(mailoutbox) == 4
    for message in mailoutbox:
        assert "evil" not in told_twice(message)
        assert "evil" not in str(message.message())
        assert all(link.startswith("https://cap27.example.org/") for link in links(message))


def test_reset_changes_the_password_once(known, mailoutbox):
    client = Client()
    client.post(reverse("account_reset_password"), {"email": "INES@example.org"})
    reset = next(link for link in links(mailoutbox[0]) if "reset/key" in link)
    path = reset.removeprefix("https://cap27.example.org")

    form = client.get(path, follow=True)
    client.post(
        form.request["PATH_INFO"],
        {"password1": "une autre phrase", "password2": "une autre phrase"},
    )

    known.refresh_from_db()
    assert known.check_password("une autre phrase")
    again = Client().get(path, follow=True)
    assert "password1" not in again.content.decode()


@pytest.mark.parametrize("email", ["ines@example.org", "INES@EXAMPLE.ORG"])
def test_sign_in_takes_any_capitals(email, known):
    assert sign_in(Client(), email)["Location"] == reverse("home")


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_sign_in_leads_nowhere_else(away, known):
    body = {"login": known.email, "password": PASSWORD, "next": away}

    assert Client().post(reverse("account_login"), body)["Location"] == reverse("home")


def test_guessing_is_slowed_down(known):
    client = Client()

    for _ in range(5):
        sign_in(client, known.email, "autre chose")

    assert sign_in(client, known.email).status_code == 200
    assert not client.session.get("_auth_user_id")


def test_one_address_is_one_person_in_the_database_too(known):
    with pytest.raises(IntegrityError):
        User.objects.create(email="INES@example.org")


def test_user_is_found_in_any_capitals(known):
    assert get_user_model().objects.get_by_natural_key("Ines@Example.ORG") == known
