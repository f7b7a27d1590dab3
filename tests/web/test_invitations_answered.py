"""Answering an invitation: once, within seven days, by the person invited."""

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
from tests.factories import make_invitation, make_member, make_user
from tests.invitations import LINK, invite, kept, page_of
from tests.pages import said


def roles(organisation):
    return dict(organisation.memberships.values_list("user__email", "role"))


def test_seeing_an_invitation_does_not_use_it(invited, ines, client_of):
    client = client_of(ines)

    pages = [client.get(page_of(invited)), client.get(page_of(invited))]

    assert [page.status_code for page in pages] == [200, 200]
    assert "Accepter l’invitation" in pages[1].content.decode()
    assert pages[1]["Referrer-Policy"] == "same-origin"
    assert roles(invited.organisation).keys() == {invited.organisation.members.get().email}


def test_accepting_gives_the_role_once(invited, ines, client_of):
    client = client_of(ines)

    accepted = client.post(page_of(invited))

    assert accepted["Location"] == invited.organisation.get_absolute_url()
    assert roles(invited.organisation)["ines@example.org"] == "editor"
    Membership.objects.filter(user=ines).update(role="reader")
    client.post(page_of(invited))
    assert roles(invited.organisation)["ines@example.org"] == "reader"
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


def test_invitation_opened_again_by_who_used_it_leads_to_the_organisation(invited, ines, client_of):
    client = client_of(ines)
    client.post(page_of(invited))

    again = [client.get(page_of(invited)), client.post(page_of(invited))]

    assert [each.status_code for each in again] == [302, 302]
    assert {each["Location"] for each in again} == {invited.organisation.get_absolute_url()}


def test_invitation_used_by_somebody_else_or_by_who_has_left_opens_nothing(
    organisation, invited, ines, owner_client, client_of
):
    client = client_of(ines)
    client.post(page_of(invited))

    of_another = owner_client.get(page_of(invited))
    Membership.objects.filter(user=ines).delete()
    of_who_left = client.get(page_of(invited))

    assert (of_another.status_code, of_who_left.status_code) == (404, 404)
    assert "Cette invitation n’ouvre rien" in of_who_left.content.decode()


def test_visitor_with_a_used_invitation_is_shown_the_way_to_sign_in(invited, ines, client_of):
    client_of(ines).post(page_of(invited))

    page = Client().get(page_of(invited))

    assert page.status_code == 404
    assert "Si vous l’avez acceptée, connectez-vous" in page.content.decode()
    assert "La Boussole" not in page.content.decode()


def test_owner_revokes_an_invitation(organisation, owner_client, invited):
    response = owner_client.post(
        reverse("revoke_invitation", args=[organisation.pk, invited.pk]), follow=True
    )

    assert said(response) == ["Invitation annulée : ines@example.org."]
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


def test_invitation_is_worth_seven_days(organisation, ines, client_of, mailoutbox):
    with time_machine.travel(timezone.now() - timedelta(days=7, seconds=1)):
        invite(client_of(organisation.members.get()), organisation)
    (link,) = LINK.findall(mailoutbox[0].body)

    response = client_of(ines).get(link.removeprefix(configured.SITE_URL))

    assert response.status_code == 404
