"""What people are told by e-mail of their place: by whom, when, in their language."""

from contextlib import suppress

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse
from django_scopes import scope
from django_tasks_db.models import DBTaskResult

from organisations import actions, tasks
from organisations.models import Invitation, Membership, Organisation, Role, User
from tests.factories import make_invitation, make_member
from tests.letters import post_all, told_twice
from tests.pages import said

WHEN = "2026-11-23T10:00:00+01:00"


@pytest.fixture(autouse=True)
def that_day(time_machine):
    time_machine.move_to(WHEN, tick=False)


@pytest.fixture
def act():
    """Post a form of somebody's, and let the worker send what follows from it."""

    def post(client, page, *args, **body):
        response = client.post(reverse(page, args=args), body, follow=True)
        post_all()
        return response

    return post


@pytest.fixture
def edgar(organisation):
    user = make_member(organisation, Role.EDITOR, "Edgar")
    User.objects.filter(pk=user.pk).update(language="en")
    return user


def place(organisation, user):
    return Membership.objects.get(organisation=organisation, user=user).pk


def test_other_members_are_told_of_a_deletion_each_in_their_language(
    organisation, owner, owner_client, edgar, act
):
    rita = make_member(organisation, Role.READER, "Rita")

    act(owner_client, "delete_organisation", organisation.pk, name="La Boussole")

    assert not Organisation.objects.exists()
    assert [message.to for message in mail.outbox] == [[edgar.email], [rita.email]]
    in_english, in_french = mail.outbox
    assert in_english.subject == "[Cap27] The organisation La Boussole is deleted"
    assert in_french.subject == "[Cap27] L’organisation La Boussole est supprimée"
    assert told_twice(in_french) == (
        "Bonjour,\n\n"
        "Olivia Owner a supprimé l’organisation La Boussole le 23 novembre 2026 à 10:00.\n\n"
        "Il n’en reste rien sur Cap27 : réponses, décisions, historique, documents, liste des "
        "personnes, membres et invitations ont disparu, sans retour. Seuls restent les fichiers "
        "que vous avez téléchargés.\n\n"
        "Vous recevez ce message parce que vous en étiez membre. Votre compte et vos autres "
        f"organisations ne changent pas. Une question ? Écrivez à {owner.email}."
    )
    assert told_twice(in_english).startswith(
        "Hello,\n\nOlivia Owner deleted the organisation La Boussole on 23 November 2026 at 10:00."
    )


def test_request_of_a_deletion_waits_for_no_message(owner_client, organisation, edgar):
    owner_client.post(
        reverse("delete_organisation", args=[organisation.pk]), {"name": "La Boussole"}
    )

    assert (mail.outbox, DBTaskResult.objects.count()) == ([], 1)


def test_nobody_is_told_of_a_deletion_that_is_not_committed(owner, organisation, edgar):
    with suppress(RuntimeError), transaction.atomic():
        actions.delete_organisation(organisation, owner)
        raise RuntimeError
    post_all()

    assert mail.outbox == []


def test_message_that_a_worker_was_sending_when_it_stopped_leaves_after_all(
    owner, organisation, edgar
):
    actions.delete_organisation(organisation, owner)
    DBTaskResult.objects.update(status="RUNNING")

    tasks.resume()
    post_all()

    assert [message.to for message in mail.outbox] == [[edgar.email]]


def test_deletion_stands_when_no_message_can_leave(
    organisation, owner_client, edgar, act, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = act(owner_client, "delete_organisation", organisation.pk, name="La Boussole")

    assert said(response) == ["L’organisation est supprimée, et tout ce qu’elle contenait."]
    assert not Organisation.objects.exists()


def test_member_who_is_removed_is_told(organisation, owner, owner_client, edgar, act):
    act(owner_client, "remove_member", organisation.pk, place(organisation, edgar))

    (message,) = mail.outbox
    assert (message.to, message.subject) == (
        [edgar.email],
        "[Cap27] You no longer belong to La Boussole",
    )
    assert told_twice(message) == (
        "Hello,\n\n"
        "Olivia Owner removed you from the organisation La Boussole on 23 November 2026 at 10:00: "
        "you can no longer open it. What you wrote there stays there.\n\n"
        "Your account and your other organisations do not change. If this is a mistake, ask "
        f"{owner.email} for a new invitation."
    )


def test_member_who_leaves_is_told_nothing(organisation, edgar, client_of, act):
    act(client_of(edgar), "leave", organisation.pk)

    assert mail.outbox == []


def test_member_whose_role_changes_is_told_what_it_was_and_what_it_allows(
    organisation, owner_client, act, settings
):
    rita = make_member(organisation, Role.READER, "Rita")

    act(owner_client, "change_role", organisation.pk, place(organisation, rita), role="reviewer")

    (message,) = mail.outbox
    assert message.subject == "[Cap27] Votre rôle dans La Boussole : Relecture"
    text = told_twice(message)
    assert "Il était « Lecture », il est désormais « Relecture »." in text
    assert "de confirmer les états et les décisions" in text
    assert f"{settings.SITE_URL}{organisation.get_absolute_url()}" in text


def test_role_given_again_or_to_oneself_sends_nothing(organisation, owner, owner_client, act):
    rita = make_member(organisation, Role.READER, "Rita")
    make_member(organisation, Role.OWNER, "Oscar")

    act(owner_client, "change_role", organisation.pk, place(organisation, rita), role="reader")
    act(owner_client, "change_role", organisation.pk, place(organisation, owner), role="editor")

    assert mail.outbox == []


@pytest.fixture
def accept(organisation, ines, client_of, act):
    """Inès accepts an invitation of this person, and stands on the page that she is led to."""

    def accepted(by):
        invited = make_invitation(organisation, ines.email, role=Role.READER, invited_by=by)
        return act(client_of(ines), "invitation", invited.token)

    return accepted


def test_who_invited_is_told_when_the_place_is_taken(organisation, owner, accept, settings):
    accept(by=owner)

    (message,) = mail.outbox
    assert (message.to, message.subject) == ([owner.email], "[Cap27] Inès a rejoint La Boussole")
    text = told_twice(message)
    assert (
        "Inès (ines@example.org) a accepté votre invitation le 23 novembre 2026 à 10:00 et fait "
        "partie de l’organisation La Boussole, avec le rôle « Lecture »."
    ) in text
    assert f"{settings.SITE_URL}{reverse('members', args=[organisation.pk])}" in text


@pytest.mark.parametrize("gone", ["left", "account"])
def test_who_invited_and_is_no_member_any_more_is_told_nothing(gone, organisation, accept):
    host = make_member(organisation, Role.OWNER, "Oscar")
    host.memberships.all().delete()

    accept(by=host if gone == "left" else None)

    assert mail.outbox == []


def test_new_member_is_told_where_they_are_and_what_the_role_allows(accept):
    response = accept(by=None)

    assert said(response) == [
        "Vous voici dans La Boussole, avec le rôle « Lecture ». "
        "Ce rôle permet de tout voir et de télécharger les documents."
    ]


def test_member_who_accepts_once_more_is_told_the_role_they_keep(organisation, owner, ines, accept):
    Membership.objects.create(organisation=organisation, user=ines, role=Role.EDITOR)

    response = accept(by=owner)

    (message,) = said(response)
    assert message.startswith("Vous voici dans La Boussole, avec le rôle « Rédaction ».")
    assert mail.outbox == []


def test_invitation_speaks_the_language_of_an_account_that_is_known(
    organisation, owner_client, ines, act
):
    User.objects.filter(pk=ines.pk).update(language="en")

    act(owner_client, "invite", organisation.pk, email=ines.email, role="reader", language="fr")

    (message,) = mail.outbox
    assert message.subject == "[Cap27] Join La Boussole"
    text = told_twice(message)
    assert "With this role one sees everything and downloads the documents." in text
    assert "\n\nSee the invitation:\nhttp" in text


def test_invitation_to_nobody_known_speaks_the_language_chosen_when_sent_again_too(
    organisation, owner_client, act
):
    told = {"email": "new@example.org", "role": "reader", "language": "en"}
    act(owner_client, "invite", organisation.pk, **told)
    with scope(organisation=organisation):
        invited = Invitation.objects.get()
    cache.clear()  # a minute later
    act(owner_client, "invite_again", organisation.pk, invited.pk)

    assert [message.subject for message in mail.outbox] == 2 * ["[Cap27] Join La Boussole"]


def test_language_chosen_or_signed_in_with_is_that_of_mails(client, client_of, ines):
    ines.set_password("une longue phrase à moi")
    ines.save()
    credentials = {"login": ines.email, "password": "une longue phrase à moi"}

    client.post(reverse("account_login"), credentials, headers={"accept-language": "en"})
    ines.refresh_from_db()
    signed_in_with = ines.language
    client_of(ines).post(reverse("language"), {"language": "fr", "next": "/"})
    ines.refresh_from_db()

    assert (signed_in_with, ines.language) == ("en", "fr")
