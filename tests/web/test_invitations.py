"""Sending an invitation: a real message, our own address, a token kept as a hash."""

from datetime import timedelta

from django.conf import settings as configured
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisations import mail, membership
from organisations.models import Role
from organisations.views.members import ENOUGH_MAIL
from tests.factories import make_invitation, make_organisation, make_user
from tests.invitations import LINK, invite, kept, page_of
from tests.pages import controls, said


def test_invitation_is_sent_as_text_and_html(organisation, owner_client, mailoutbox):
    response = invite(owner_client, organisation)

    (message,) = mailoutbox
    ((html, kind),) = message.alternatives
    assert said(response) == ["Invitation envoyée à ines@example.org."]
    assert message.to == ["ines@example.org"]
    assert message.subject == "[Cap27] Rejoignez La Boussole"
    assert "Olivia Owner vous invite à rejoindre La Boussole" in message.body
    assert "« Relecture »" in message.body
    assert kind == "text/html"
    assert '<html lang="fr">' in html
    assert set(LINK.findall(html)) == set(LINK.findall(message.body))


def test_invitation_is_offered_in_the_language_of_who_invites(organisation, owner_client):
    asked = reverse("members", args=[organisation.pk])

    page = owner_client.get(asked, headers={"accept-language": "en"})

    assert controls(page.content.decode(), prefix="language")["language"] == ["en"]


def test_invitation_leads_to_our_address_whatever_the_request_says(
    organisation, owner_client, mailoutbox, settings
):
    settings.ALLOWED_HOSTS = ["*"]

    invite(owner_client, organisation, host="evil.example", **{"x-forwarded-host": "evil.example"})

    (link,) = LINK.findall(mailoutbox[0].body)
    assert link.startswith(f"{settings.SITE_URL}/invitations/")
    assert "evil" not in str(mailoutbox[0].message())


def test_invitation_text_is_not_escaped_and_its_html_is(db, client_of, mailoutbox):
    owner = make_user("<i>Ed</i>")
    organisation = make_organisation(owner=owner, name="L’Île & <b>Co</b>")

    invite(client_of(owner), organisation)

    ((html, _kind),) = mailoutbox[0].alternatives
    assert mailoutbox[0].subject == "[Cap27] Rejoignez L’Île & <b>Co</b>"
    assert "<i>Ed</i> vous invite à rejoindre L’Île & <b>Co</b>" in mailoutbox[0].body
    assert "rejoindre L’Île &amp; &lt;b&gt;Co&lt;/b&gt; sur" in html


def test_token_is_kept_as_a_hash_only(organisation, owner_client, mailoutbox):
    invite(owner_client, organisation)

    token = LINK.findall(mailoutbox[0].body)[0].rsplit("/", 1)[1]
    (stored,) = kept(organisation).values()
    assert len(token) == 43
    assert token not in str(stored)


def test_invitation_of_a_member_is_refused(organisation, owner_client, mailoutbox):
    make_user("Rita", email="rita@example.org").memberships.create(
        organisation=organisation, role=Role.READER
    )

    response = invite(owner_client, organisation, email="RITA@example.org")

    assert response.context["form"].errors == {"email": ["Cette personne est déjà membre."]}
    assert (kept(organisation).count(), len(mailoutbox)) == (0, 0)


def test_invitation_to_somebody_with_an_account_says_no_more(
    organisation, owner_client, ines, mailoutbox
):
    known = said(invite(owner_client, organisation, email="ines@example.org"))
    unknown = said(invite(owner_client, organisation, email="nobody@example.org"))

    assert known == ["Invitation envoyée à ines@example.org."]
    assert unknown == ["Invitation envoyée à nobody@example.org."]


def test_second_invitation_replaces_the_first(organisation, owner_client, mailoutbox):
    invite(owner_client, organisation)
    cache.clear()  # a minute later
    invite(owner_client, organisation, role="owner")

    first, second = kept(organisation)
    assert (first.is_open, second.is_open, second.role) == (False, True, "owner")


def test_invitations_that_wait_have_a_limit(organisation, owner_client, monkeypatch, mailoutbox):
    monkeypatch.setattr(membership, "MAX_OPEN", 1)
    invite(owner_client, organisation)

    response = invite(owner_client, organisation, email="other@example.org")

    assert response.context["form"].non_field_errors() == [
        "Trop d’invitations attendent une réponse : annulez-en."
    ]
    assert len(mailoutbox) == kept(organisation).count() == 1


def test_message_that_cannot_leave_is_said(organisation, owner_client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = invite(owner_client, organisation)

    assert said(response) == [
        "Le message à ines@example.org n’a pas pu partir : renvoyez l’invitation."
    ]
    assert kept(organisation).get().is_open


def test_invitation_sent_again_has_a_new_address(organisation, owner_client, invited, mailoutbox):
    url = reverse("invite_again", args=[organisation.pk, invited.pk])

    owner_client.post(url)

    (link,) = LINK.findall(mailoutbox[0].body)
    assert Client().get(page_of(invited)).status_code == 404
    assert Client().get(link.removeprefix(configured.SITE_URL)).status_code == 200


def test_address_gets_one_invitation_a_minute_at_most(
    organisation, owner_client, invited, mailoutbox
):
    url = reverse("invite_again", args=[organisation.pk, invited.pk])
    owner_client.post(url)
    (link,) = LINK.findall(mailoutbox[0].body)

    again = owner_client.post(url, follow=True)
    anew = invite(owner_client, organisation, email="INES@example.org")

    assert [str(ENOUGH_MAIL)] == said(again)[1:] == anew.context["form"].non_field_errors()
    assert len(mailoutbox) == 1
    assert Client().get(link.removeprefix(configured.SITE_URL)).status_code == 200


def test_address_gets_five_invitations_a_day_at_most(
    organisation, owner_client, invited, mailoutbox, monkeypatch
):
    url = reverse("invite_again", args=[organisation.pk, invited.pk])
    monkeypatch.setattr(mail, "MINUTE", 0)

    for _ in range(6):
        owner_client.post(url)

    assert len(mailoutbox) == 5


def test_expired_invitation_can_be_sent_again(organisation, owner_client, mailoutbox):
    old = make_invitation(organisation, expires_at=timezone.now() - timedelta(days=30))

    owner_client.post(reverse("invite_again", args=[organisation.pk, old.pk]))

    assert kept(organisation).get().is_open
