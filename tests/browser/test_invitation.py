"""An invitation answered in a real browser, which says by itself where a form comes from."""

import pytest
from django.urls import reverse

from tests.factories import make_invitation, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_person_invited_accepts(visit, organisation):
    invited = make_invitation(organisation, "ines@example.org")
    ines = make_user("Inès", email="ines@example.org")
    page = visit(ines)
    page.goto(reverse("invitation", args=[invited.token]))

    page.get_by_role("button", name="Accepter l’invitation").click()

    page.wait_for_url(f"**{organisation.get_absolute_url()}")
    assert organisation.memberships.get(user=ines).role == "editor"
