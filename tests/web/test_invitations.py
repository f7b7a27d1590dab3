"""Invitations: one use, seven days, revocable, for one address."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from organisations import membership
from organisations.models import AuditEntry, Invitation, Membership, Organisation, Role
from tests.factories import make_invitation, make_member, make_organisation, make_user

LINK = re.compile(r"https?://\S+/invitations/[\w-]+")


@pytest.fixture
def invited(organisation):
    return make_invitation(organisation, "ines@example.org")


@pytest.fixture
def ines(db):
    return make_user("Inès", email="ines@example.org")


def page_of(invitation):
    return reverse("invitation", args=[invitation.token])


def invite(client, organisation, email="ines@example.org", role="reviewer", **headers):
    url = reverse("invite", args=[organisation.pk])
    return client.post(url, {"email": email, "role": role}, follow=True, headers=headers)


def said(response):
    return [str(message) for message in response.context["messages"]]


def kept(organisation):
    return Invitation._base_manager.filter(organisation=organisation).order_by("pk")


def roles(organisation):
    return dict(organisation.memberships.values_list("user__email", "role"))


def test_invitation_is_sent_as_text_and_html(organisation, owner_client, mailoutbox):
    response = invite(owner_client, organisation)

    (message,) = mailoutbox
    ((html, kind),) = message.alternatives
    assert said(response) == ["Invitation envoyée à ines@example.org."]
    assert message.to == ["ines@example.org"]
    assert message.subject == "[Cap27] Rejoignez La Boussole"
    assert "Olivia Owner vous invite à rejoindre La Boussole" in message.body
    assert "« Relecture »" in message.body
    assert kind == "text/html"
    assert '<html lang="fr">' in html
    assert set(LINK.findall(html)) == set(LINK.findall(message.body))


def test_invitation_speaks_the_language_of_who_invites(organisation, owner_client, mailoutbox):
    invite(owner_client, organisation, **{"accept-language": "en"})

    ((html, _kind),) = mailoutbox[0].alternatives
    assert '<html lang="en">' in html


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
    assert "<strong>L’Île &amp; &lt;b&gt;Co&lt;/b&gt;</strong>" in html


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
    invite(owner_client, organisation, role="owner")

    first, second = kept(organisation)
    assert (first.is_open, second.is_open, second.role) == (False, True, "owner")


def test_invitations_that_wait_have_a_limit(organisation, owner_client, monkeypatch, mailoutbox):
    monkeypatch.setattr(membership, "MAX_OPEN", 1)
    invite(owner_client, organisation)

    response = invite(owner_client, organisation, email="other@example.org")

    assert response.context["form"].non_field_errors() == [
        "Trop d’invitations attendent une réponse : annulez-en."
    ]
    assert len(mailoutbox) == kept(organisation).count() == 1


def test_message_that_cannot_leave_is_said(organisation, owner_client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = invite(owner_client, organisation)

    assert said(response) == [
        "Le message à ines@example.org n’a pas pu partir : renvoyez l’invitation."
    ]
    assert kept(organisation).get().is_open


def test_invitation_sent_again_has_a_new_address(organisation, owner_client, invited, mailoutbox):
    url = reverse("invite_again", args=[organisation.pk, invited.pk])

    owner_client.post(url)

    (link,) = LINK.findall(mailoutbox[0].body)
    assert Client().get(page_of(invited)).status_code == 404
    assert Client().get(link.removeprefix(configured.SITE_URL)).status_code == 200


def test_expired_invitation_can_be_sent_again(organisation, owner_client, mailoutbox):
    old = make_invitation(organisation, expires_at=timezone.now() - timedelta(days=30))

    owner_client.post(reverse("invite_again", args=[organisation.pk, old.pk]))

    assert kept(organisation).get().is_open


def test_seeing_an_invitation_does_not_use_it(invited, ines, client_of):
    client = client_of(ines)

    pages = [client.get(page_of(invited)), client.get(page_of(invited))]

    assert [page.status_code for page in pages] == [200, 200]
    assert "Accepter l’invitation" in pages[1].content.decode()
    assert pages[1]["Referrer-Policy"] == "no-referrer"
    assert roles(invited.organisation).keys() == {invited.organisation.members.get().email}


def test_accepting_gives_the_role_once(invited, ines, client_of):
    client = client_of(ines)

    accepted = client.post(page_of(invited))

    assert accepted["Location"] == invited.organisation.get_absolute_url()
    assert roles(invited.organisation)["ines@example.org"] == "editor"
    assert client.post(page_of(invited)).status_code == 404
    assert [entry.event for entry in AuditEntry._base_manager.all()] == ["joined"]


def test_address_in_other_capitals_is_the_same(organisation, ines, client_of):
    invited = make_invitation(organisation, "INES@Example.org")

    client_of(ines).post(page_of(invited))

    assert roles(organisation)["ines@example.org"] == "editor"


def test_somebody_else_cannot_take_the_place(invited, client_of):
    other = make_user("Paul")

    page = client_of(other).post(page_of(invited))

    assert "envoyée à une autre adresse que la vôtre" in page.content.decode()
    assert "ines@example.org" not in page.content.decode()
    assert not Membership.objects.filter(user=other).exists()
    assert kept(invited.organisation).get().is_open


def test_member_who_accepts_keeps_the_role(organisation, client_of):
    owner = make_member(organisation, Role.OWNER)
    invited = make_invitation(organisation, owner.email, role=Role.READER)

    client_of(owner).post(page_of(invited))

    assert roles(organisation)[owner.email] == "owner"
    assert not kept(organisation).get().is_open


def spent(organisation, why):
    now = timezone.now()
    values = {
        "expired": {"expires_at": now},
        "revoked": {"revoked_at": now},
        "used": {"used_at": now},
    }
    return page_of(make_invitation(organisation, "ines@example.org", **values[why]))


@pytest.mark.parametrize("why", ["expired", "revoked", "used"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_invitation_that_opens_nothing_is_as_if_unknown(why, method, organisation, ines, client_of):
    client = client_of(ines)

    response = getattr(client, method)(spent(organisation, why))

    page = response.content.decode()
    assert response.status_code == 404
    assert "Cette invitation n’ouvre rien" in page
    assert ("La Boussole" in page, "Olivia" in page) == (False, False)
    assert not ines.memberships.exists()


def test_invitation_is_worth_seven_days(organisation, owner_client, ines, client_of, mailoutbox):
    with time_machine.travel(timezone.now() - timedelta(days=7, seconds=1)):
        client_of(make_user()).get("/")
        sender = client_of(organisation.members.get())
        invite(sender, organisation)
    (link,) = LINK.findall(mailoutbox[0].body)

    response = client_of(ines).get(link.removeprefix(configured.SITE_URL))

    assert response.status_code == 404


def test_owner_revokes_an_invitation(organisation, owner_client, invited):
    response = owner_client.post(
        reverse("revoke_invitation", args=[organisation.pk, invited.pk]), follow=True
    )

    assert said(response) == ["Invitation annulée : ines@example.org."]
    assert Client().get(page_of(invited)).status_code == 404


def test_invitation_answered_meanwhile_is_neither_revoked_nor_renewed(invited, owner, ines):
    stale = Invitation._base_manager.get(pk=invited.pk)
    with scope(organisation=invited.organisation):
        membership.accept(invited, ines)

        assert membership.revoke(stale, owner) is False
        assert membership.invite_again(stale, owner) is None
    assert Invitation._base_manager.get().used_at is not None


def test_visitor_signs_up_and_comes_back_to_the_invitation(invited):
    visitor = Client()
    page = visitor.get(page_of(invited)).content.decode()
    assert f"{reverse('account_signup')}?next={page_of(invited)}" in page

    signed_up = visitor.post(
        reverse("account_signup"),
        {"name": "Inès", "email": "INES@example.org", "password1": "une longue phrase à moi"},
    )

    assert signed_up["Location"] == page_of(invited)
    visitor.post(page_of(invited))
    assert roles(invited.organisation)["ines@example.org"] == "editor"


def test_visitor_signs_in_and_comes_back_to_the_invitation(invited, db):
    make_user("Inès", email="ines@example.org", password="une longue phrase à moi")
    visitor = Client()
    visitor.get(page_of(invited))

    signed_in = visitor.post(
        reverse("account_login"),
        {"login": "Ines@Example.org", "password": "une longue phrase à moi"},
    )

    assert signed_in["Location"] == page_of(invited)


def test_sign_in_after_the_invitation_was_answered_leads_home(invited, db):
    make_user("Inès", email="ines@example.org", password="une longue phrase à moi")
    visitor = Client()
    credentials = {"login": "ines@example.org", "password": "une longue phrase à moi"}
    visitor.get(page_of(invited))
    Organisation.objects.get().delete()

    visitor.post(reverse("account_login"), credentials)
    visitor.get(page_of(invited))
    visitor.post(reverse("account_logout"))

    assert visitor.post(reverse("account_login"), credentials)["Location"] == reverse("home")
