"""The stated limits, met where nobody types: going back to a version, taking a profile."""

import pytest
from django.db.models import Sum
from django.urls import reverse
from django_scopes import scope

from charter.models import Choice
from strategy.domain import limits
from strategy.models import Answer
from tests.answers import revisions, text_of, url, value_of, write
from tests.charters import address, choice_of, decide
from tests.factories import make_organisation

FULL = "le dossier dépasserait ses limites"
PRESET = "product_help_forum"


def leave_room(organisation, room):
    """Another answer takes all that the dossier may hold, but for this many characters."""
    with scope(organisation=organisation):
        filler = Answer.blank(organisation.pk, "trust")
        filler.size = limits.DOSSIER - room
        filler.save(force_insert=True)


def test_version_that_no_longer_fits_is_not_restored(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Une longue phrase"})
    write(organisation, owner, "objective", {"header/sentence": None})
    leave_room(organisation, 3)

    reply = owner_client.post(
        url("restore", organisation, "objective", 1), {"version": 2}, follow=True
    )

    assert FULL in text_of(reply)
    assert reply.redirect_chain == [(url("history", organisation, "objective"), 302)]
    assert value_of(organisation, "objective")["header"] == {}
    assert len(revisions(organisation, "objective")) == 2


def test_decision_that_no_longer_fits_is_not_restored(organisation, owner_client):
    decide(organisation, "age", note="Une note assez longue")
    decide(organisation, "age", note="")
    leave_room(organisation, 3)

    reply = owner_client.post(
        address(organisation, "age", "restore_decision", version=1), {"version": 2}, follow=True
    )

    assert FULL in text_of(reply)
    assert choice_of(organisation, "age").version == 2


@pytest.mark.parametrize("missing", [0, 1])
def test_profile_is_taken_whole_or_not_at_all(organisation, owner, owner_client, missing):
    other = make_organisation(owner=owner, name="Le Sextant")
    owner_client.post(reverse("preset", args=[other.pk, PRESET]))
    with scope(organisation=other):
        chosen = Choice.objects.count()
        size = Choice.objects.order_by().aggregate(all=Sum("size"))["all"]
    leave_room(organisation, size - missing)

    reply = owner_client.post(reverse("preset", args=[organisation.pk, PRESET]), follow=True)

    with scope(organisation=organisation):
        assert Choice.objects.count() == (0 if missing else chosen)
    assert (FULL in text_of(reply)) == bool(missing)
