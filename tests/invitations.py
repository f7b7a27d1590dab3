"""What tests of invitations ask of the site: one sent, its page, those that are kept."""

import re

from django.urls import reverse

from organisations.models import Invitation

LINK = re.compile(r"https?://[^\s\"<>]+/invitations/[\w-]+")


def page_of(invitation):
    return reverse("invitation", args=[invitation.token])


def invite(client, organisation, email="ines@example.org", role="reviewer", **headers):
    url = reverse("invite", args=[organisation.pk])
    typed = {"email": email, "role": role, "language": "fr"}
    return client.post(url, typed, follow=True, headers=headers)


def kept(organisation):
    return Invitation._base_manager.filter(organisation=organisation).order_by("pk")
