"""The demonstration: its account signs in, sees three organisations, and keeps what it types."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from organisations.models import Membership, User
from strategy.domain.loading import questionnaire
from strategy.models import Answer

NAMES = ["Altivane Workshops", "Les Ateliers Altivane", "Thermes de Sauvelande"]


def demo(*options):
    printed = StringIO()
    call_command("demo", *options, stdout=printed)
    return printed.getvalue().splitlines()


@pytest.mark.django_db
def test_demo_makes_an_account_that_owns_three_organisations():
    printed = demo()

    account = User.objects.get()
    found = Membership.objects.filter(user=account, role="owner").order_by("organisation__name")
    assert [each.organisation.name for each in found] == NAMES
    assert printed[-1] == "Connexion : demo@cap27.example, mot de passe cap27-demo"
    assert Client().login(email="demo@cap27.example", password="cap27-demo")


@pytest.mark.django_db
def test_demo_tells_the_sign_in_in_the_language_asked_for():
    assert demo("--lang=en")[-1] == "Sign in: demo@cap27.example, password cap27-demo"


@pytest.mark.django_db
def test_demo_again_changes_nothing():
    demo()
    organisation = Membership.objects.get(organisation__name="Thermes de Sauvelande").organisation
    with scope(organisation=organisation):
        Answer.objects.filter(question="image").update(note="À nous")

    printed = demo()

    assert len(printed) == 1
    assert Membership.objects.count() == 3
    with scope(organisation=organisation):
        assert Answer.objects.get(question="image").note == "À nous"


@pytest.mark.django_db
def test_demo_refuses_outside_a_demonstration(settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError):
        demo()

    assert User.objects.count() == 0


@pytest.mark.django_db
def test_no_page_of_the_demonstration_says_that_a_row_is_gone():
    demo()
    client = Client()
    client.login(email="demo@cap27.example", password="cap27-demo")
    full = Membership.objects.get(organisation__name="Les Ateliers Altivane").organisation
    asked = [each.id for each in questionnaire("fr").everything]

    pages = {
        each: client.get(reverse("question", args=[full.pk, each])).content.decode()
        for each in asked
    }

    gone = ("ligne retirée", "personne retirée")
    assert [each for each, page in pages.items() if any(words in page for words in gone)] == []
