"""Members and their roles: an owner always stays."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from organisations import membership
from organisations.models import AuditEntry, Membership, Role
from tests.factories import make_member, make_organisation, make_user
from tests.pages import said

LAST = "Il faut au moins un responsable : donnez d’abord ce rôle à quelqu’un d’autre."


def place(organisation, user):
    return Membership.objects.get(organisation=organisation, user=user)


def roles(organisation):
    return {str(each.user): each.role for each in organisation.memberships.select_related("user")}


def act(client, name, organisation, *args, **body):
    return client.post(reverse(name, args=[organisation.pk, *args]), body, follow=True)


def test_owner_changes_a_role(organisation, owner_client):
    user = make_member(organisation, Role.READER, "Rita")

    response = act(
        owner_client, "change_role", organisation, place(organisation, user).pk, role="owner"
    )

    assert roles(organisation) == {"Olivia Owner": "owner", "Rita": "owner"}
    assert said(response) == ["Rôle enregistré pour Rita."]
    entry = AuditEntry._base_manager.get()
    assert (entry.event, entry.about, entry.role) == ("role_changed", "Rita", "owner")


def test_role_that_does_not_exist_changes_nothing(organisation, owner, owner_client):
    response = act(
        owner_client, "change_role", organisation, place(organisation, owner).pk, role="admiral"
    )

    assert roles(organisation) == {"Olivia Owner": "owner"}
    assert said(response) == ["Ce rôle n’existe pas : rien n’a changé."]


def test_owner_removes_a_member(organisation, owner_client):
    user = make_member(organisation, Role.EDITOR, "Edgar")

    response = act(owner_client, "remove_member", organisation, place(organisation, user).pk)

    assert roles(organisation) == {"Olivia Owner": "owner"}
    assert said(response) == ["Edgar n’est plus membre."]


def test_removal_is_asked_before_it_is_done(organisation, owner_client):
    user = make_member(organisation, Role.EDITOR, "Edgar")
    url = reverse("remove_member", args=[organisation.pk, place(organisation, user).pk])

    page = owner_client.get(url).content.decode()

    assert "<h1>Retirer Edgar ?</h1>" in page
    assert roles(organisation) == {"Olivia Owner": "owner", "Edgar": "editor"}


def test_member_leaves(organisation, client_of):
    user = make_member(organisation, Role.READER, "Rita")

    response = act(client_of(user), "leave", organisation)

    assert roles(organisation) == {"Olivia Owner": "owner"}
    assert said(response) == ["Vous avez quitté La Boussole."]


@pytest.mark.parametrize("role", ["editor", "reviewer", "reader"])
def test_last_owner_cannot_be_demoted(role, organisation, owner, owner_client):
    response = act(
        owner_client, "change_role", organisation, place(organisation, owner).pk, role=role
    )

    assert roles(organisation) == {"Olivia Owner": "owner"}
    assert said(response) == [LAST]


def test_last_owner_cannot_leave(organisation, owner_client):
    make_member(organisation, Role.EDITOR, "Edgar")

    response = act(owner_client, "leave", organisation)

    assert roles(organisation) == {"Olivia Owner": "owner", "Edgar": "editor"}
    assert said(response) == [LAST]


def test_last_owner_is_told_why_instead_of_asked(organisation, owner_client):
    url = reverse("leave", args=[organisation.pk])

    alone = owner_client.get(url).content.decode()
    make_member(organisation, Role.OWNER, "Oscar")
    accompanied = owner_client.get(url).content.decode()

    assert ("Vous en êtes le seul responsable" in alone, "Rester" in alone) == (True, False)
    assert ("seul responsable" in accompanied, "Rester" in accompanied) == (False, True)


def test_last_owner_who_removes_oneself_is_asked_to_leave(organisation, owner, owner_client):
    response = act(owner_client, "remove_member", organisation, place(organisation, owner).pk)

    assert response.redirect_chain == [(reverse("leave", args=[organisation.pk]), 302)]
    assert roles(organisation) == {"Olivia Owner": "owner"}


def test_one_of_two_owners_leaves(organisation, owner_client):
    make_member(organisation, Role.OWNER, "Oscar")

    act(owner_client, "leave", organisation)

    assert roles(organisation) == {"Oscar": "owner"}


@pytest.mark.django_db(transaction=True)
def test_two_owners_leaving_at_once_leave_one():
    organisation = make_organisation(owner=make_user("A"))
    make_member(organisation, Role.OWNER, "B")
    together = threading.Barrier(2)
    refused = []

    def leave(one):
        together.wait()
        try:
            membership.remove(one, one.user)
        except membership.LastOwnerError:
            refused.append(str(one.user))
        finally:
            connection.close()

    places = list(organisation.memberships.select_related("user", "organisation"))
    threads = [threading.Thread(target=leave, args=[one]) for one in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert list(roles(organisation)) == refused
    assert len(refused) == 1


def test_members_page_shows_owners_the_trail_and_others_only_names(
    organisation, owner_client, reader_client
):
    url = reverse("members", args=[organisation.pk])
    user = make_member(organisation, Role.EDITOR, "Edgar")
    act(owner_client, "change_role", organisation, place(organisation, user).pk, role="reviewer")

    for_owner, for_reader = owner_client.get(url), reader_client.get(url)

    assert [str(entry) for entry in for_owner.context["trail"]] == [
        "Olivia Owner a changé le rôle de Edgar"
    ]
    assert for_reader.context["trail"] is None
    assert "Edgar" in for_reader.content.decode()
    assert "Journal" not in for_reader.content.decode()


def test_members_are_listed_by_role_and_named_controls(organisation, owner_client):
    for role in ("reader", "editor", "owner"):
        make_member(organisation, role, role.title())

    response = owner_client.get(reverse("members", args=[organisation.pk]))

    names = [str(each.user) for each, _ in response.context["lines"]]
    assert names == ["Olivia Owner", "Owner", "Editor", "Reader"]
    assert 'aria-label="Rôle de Editor"' in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_members_cost_the_same_however_many(
    count, organisation, owner_client, django_assert_num_queries
):
    for _ in range(count):
        make_member(organisation)

    # session, user, membership, members, invitations, the count of the trail
    with django_assert_num_queries(6):
        response = owner_client.get(reverse("members", args=[organisation.pk]))

    assert len(response.context["lines"]) == count + 1
