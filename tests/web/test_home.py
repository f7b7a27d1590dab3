"""The first page: what Cap27 is to a visitor, and one's organisations once signed in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from organisations import progress, starting
from organisations.models import Membership, Organisation, Role
from organisations.providers import Providers
from strategy.models import Answer
from tests.factories import make_member, make_organisation, make_user


@pytest.fixture
def user(db):
    return make_user("Camille")


@pytest.fixture
def client(user, client_of):
    return client_of(user)


def join(user, count):
    """Many organisations that the user belongs to, written in three queries."""
    many = [Organisation(name=f"Organisation {number:04}") for number in range(count)]
    Organisation.objects.bulk_create(many)
    Membership.objects.bulk_create(
        Membership(organisation=each, user=user, role=Role.READER) for each in many
    )


def names(response):
    return [line.organisation.name for line in response.context["listing"].lines]


def test_home_tells_a_visitor_what_it_is_and_the_way_in(db):
    page = Client().get("/").content.decode()

    assert reverse("account_login") in page
    assert reverse("account_signup") in page
    assert "Vos organisations" not in page


def test_home_tells_a_newcomer_what_to_do_first(client):
    page = client.get("/").content.decode()

    assert f'href="{reverse("new_organisation")}"' in page
    assert "Chercher par le nom" not in page


def test_home_lists_only_organisations_one_belongs_to(client, user):
    make_organisation(owner=user, name="Mienne")
    make_organisation(name="Étrangère")

    response = client.get("/")

    assert names(response) == ["Mienne"]
    assert "Étrangère" not in response.content.decode()


def test_home_says_role_and_last_change(client, user):
    changed = datetime(2026, 3, 4, 12, tzinfo=ZoneInfo("Europe/Paris"))
    organisation = make_organisation(name="La Boussole", changed_at=changed)
    Membership.objects.create(organisation=organisation, user=user, role=Role.REVIEWER)

    response = client.get("/")
    (line,) = response.context["listing"].lines

    assert (line.role.label, line.organisation.last_change) == ("Relecture", changed)
    assert "4 mars 2026" in response.content.decode()
    assert "Relecture" in response.content.decode()


def test_home_shows_the_last_changed_first(client, user):
    now = timezone.now()
    for name, days in (("A", 3), ("B", 1), ("C", 2)):
        make_organisation(owner=user, name=name, changed_at=now - timedelta(days=days))

    assert names(client.get("/")) == ["B", "C", "A"]


def test_home_sorts_by_name_whatever_the_capitals_and_accents(client, user):
    for name in ("beta", "Éolienne", "Alpha", "Gamma", "œuvres"):
        make_organisation(owner=user, name=name)

    assert names(client.get("/?sort=name")) == ["Alpha", "beta", "Éolienne", "Gamma", "œuvres"]


def test_home_sorts_by_progress_as_its_provider_counts(client, user, monkeypatch):
    monkeypatch.setattr(progress, "done", Providers([lambda: F("version")]))
    for name, done in (("A", 1), ("B", 3), ("C", 2)):
        make_organisation(owner=user, name=name, version=done)

    assert names(client.get("/?sort=progress")) == ["B", "C", "A"]


def test_home_offers_no_progress_when_nobody_counts_it(client, user, monkeypatch):
    monkeypatch.setattr(progress, "done", Providers())
    monkeypatch.setattr(progress, "dials", Providers())
    make_organisation(owner=user)

    listing = client.get("/?sort=progress").context["listing"]

    assert (listing.order, list(listing.orders)) == ("change", ["change", "name"])
    assert listing.lines[0].dial is None


@pytest.mark.parametrize("asked", ["bous", "BOUS", " la  bous ", "l'ete", "D’ÉTÉ", "d'Été"])
def test_home_finds_by_a_part_of_the_name_however_it_is_spelt(asked, client, user):
    for name in ("La Boussole d’été, l’été", "Autre"):
        make_organisation(owner=user, name=name)

    assert names(client.get("/", {"q": asked})) == ["La Boussole d’été, l’été"]


def test_home_says_when_nothing_is_found(client, user):
    make_organisation(owner=user, name="La Boussole")

    response = client.get("/", {"q": "<b>%_"})

    assert names(response) == []
    assert "« &lt;b&gt;%_ » dans son nom" in " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    "asked", ["q=%00", "page=0", "page=999", "page=x", "sort=x", "q=" + "x" * 5000]
)
def test_home_takes_any_address(asked, client, user):
    make_organisation(owner=user, name="La Boussole")

    response = client.get(f"/?{asked}")

    assert names(response) == ([] if asked.startswith("q=x") else ["La Boussole"])


def test_home_keeps_search_and_order_from_page_to_page(client, user):
    join(user, 60)

    response = client.get("/?q=Organisation&sort=name&page=2")

    assert names(response) == [f"Organisation {number:04}" for number in range(25, 50)]
    page = response.content.decode()
    assert 'href="?q=Organisation&amp;sort=name&amp;page=1"' in page
    assert 'href="?q=Organisation&amp;sort=name&amp;page=3"' in page


@pytest.mark.parametrize("order", ["change", "name", "progress"])
@pytest.mark.parametrize("count", [1, 1000])
def test_home_costs_the_same_at_one_and_a_thousand(
    count, order, client, user, django_assert_num_queries
):
    join(user, count)

    # session, user, count, organisations, their answers
    with django_assert_num_queries(5):
        response = client.get(f"/?sort={order}")

    assert len(names(response)) == min(count, 25)


def test_home_draws_a_dial_a_line(client, user):
    make_organisation(owner=user)
    make_organisation(owner=user)

    page = client.get("/").content.decode()

    assert page.count('class="dial dial-mark"') == 2


def test_home_says_that_its_dial_counts_before_the_coherence_review(client, user):
    organisation = make_organisation(owner=user)
    with scope(organisation=organisation):
        for question in ("tone", "image"):
            kept = Answer.blank(organisation.pk, question)
            kept.state, kept.version = "done", 1
            kept.save(force_insert=True)

    told = " ".join(client.get("/").content.decode().split())

    assert "Cadran : 2 questions réglées sur 27, avant la revue de cohérence" in told
    assert "Ce cadran compte les questions réglées avant la revue de cohérence" in told


def test_home_forgets_an_organisation_one_was_removed_from(client_of, organisation):
    user = make_member(organisation)
    user.memberships.all().delete()

    assert client_of(user).get("/").context["listing"].is_new is True


def test_newcomer_opens_one_copy_of_the_demonstration(client, user):
    url = reverse("open_demonstration")
    assert f'action="{url}"' in client.get("/").content.decode()

    first, second = client.post(url), client.post(url)

    (place,) = user.memberships.select_related("organisation")
    assert first["Location"] == second["Location"] == place.organisation.get_absolute_url()
    assert place.role == Role.OWNER


def test_demonstration_is_still_offered_beside_one_s_own(client, user):
    make_organisation(owner=user, name="Mienne")

    page = client.get("/").content.decode()

    assert page.count(f'action="{reverse("open_demonstration")}"') == 1


def test_demonstration_of_somebody_else_is_not_one_s_own_copy(client, user):
    theirs = make_organisation(name="Les Ateliers Altivane")
    Membership.objects.create(organisation=theirs, user=user, role=Role.READER)

    opened = client.post(reverse("open_demonstration"))

    assert opened["Location"] != theirs.get_absolute_url()
    assert user.memberships.count() == 2


def test_demonstration_that_nobody_offers_is_not_there(client, monkeypatch):
    monkeypatch.setattr(starting, "demonstrations", Providers())

    assert "Ouvrir la démonstration" not in client.get("/").content.decode()
    assert client.post(reverse("open_demonstration")).status_code == 404
