"""Creating an organisation, its profile, its end."""

import json

import pytest
from django import forms
from django.urls import reverse
from django.utils import translation

from organisations import actions, starting
from organisations.models import AuditEntry, Membership, Organisation, Role
from organisations.providers import Providers
from tests.factories import make_member, make_organisation, make_person, make_user

PROFILE = {
    "name": "La Boussole",
    "sector": "food",
    "regulated_fields": ["alcohol", "health"],
    "public_body": "no",
    "in_group": "no",
    "headcount": "under_50",
    "turnover": "up_to_10",
    "language": "fr",
}


@pytest.fixture
def url(organisation):
    return reverse("edit_profile", args=[organisation.pk])


@pytest.fixture
def registered(monkeypatch):
    """Providers of this test alone, over those of the other apps."""
    for name in ("creations", "deletions"):
        monkeypatch.setattr(starting, name, Providers(getattr(starting, name)))
    monkeypatch.setattr(starting, "asked", dict(starting.asked))


def trail(organisation):
    entries = AuditEntry._base_manager.filter(organisation=organisation).order_by("pk")
    return [(entry.event, entry.actor_name, entry.subject) for entry in entries]


def seen(organisation):
    return json.dumps(actions.profile_of(Organisation.objects.get(pk=organisation.pk)))


def test_new_organisation_belongs_to_its_creator(client_of, db):
    user = make_user("Camille")

    response = client_of(user).post(
        reverse("new_organisation"), {"name": " La   Boussole\r\n", "sector": "food"}
    )

    created = Organisation.objects.get()
    assert response["Location"] == created.get_absolute_url()
    assert (created.name, created.sector, created.language) == ("La Boussole", "food", "fr")
    assert list(created.memberships.values_list("user", "role")) == [(user.pk, Role.OWNER)]
    assert trail(created) == [("created", "Camille", "")]


def test_new_organisation_needs_a_name_and_keeps_the_rest(client_of, db):
    response = client_of(make_user()).post(
        reverse("new_organisation"), {"name": " ", "headcount": "more"}
    )

    assert response.context["form"].errors == {"name": ["Ce champ est obligatoire."]}
    assert response.context["form"]["headcount"].value() == "more"
    assert not Organisation.objects.exists()


def test_new_organisation_speaks_the_language_of_its_creator(client_of, db):
    client = client_of(make_user())

    client.post(reverse("new_organisation"), {"name": "Compass"}, headers={"accept-language": "en"})

    assert Organisation.objects.get().language == "en"


def test_other_apps_prepare_and_ask_at_the_start(registered, client_of, db):
    calls = []
    starting.creations.append(lambda organisation, user: calls.append(("made", organisation.name)))
    starting.asked["colour"] = starting.Asked(
        lambda: forms.ChoiceField(choices=[("red", "Red")], required=False),
        lambda organisation, user, value: calls.append(("kept", value)),
    )
    client = client_of(make_user())

    client.post(reverse("new_organisation"), {"name": "A", "colour": "red"})
    client.post(reverse("new_organisation"), {"name": "B"})

    assert calls == [("made", "A"), ("kept", "red"), ("made", "B")]


def test_creation_that_fails_in_an_app_leaves_nothing(registered, client_of, db):
    def refuse(organisation, user):
        raise RuntimeError("no")

    starting.creations.append(refuse)

    with pytest.raises(RuntimeError):
        client_of(make_user()).post(reverse("new_organisation"), {"name": "A"})

    assert not Organisation.objects.exists()


def test_profile_keeps_every_field(organisation, owner_client, url):
    response = owner_client.post(url, PROFILE | {"seen": seen(organisation)})

    organisation.refresh_from_db()
    assert response["Location"] == reverse("profile", args=[organisation.pk])
    assert actions.profile_of(organisation) == PROFILE | {"in_group": False}
    assert organisation.version == 1
    assert trail(organisation) == [
        (
            "profile_changed",
            "Olivia Owner",
            "secteur, domaines réglementés, organisme public, fait partie d’un groupe, "
            "effectif, groupe compris, chiffre d’affaires ou bilan, le plus bas des deux",
        )
    ]


def test_trail_names_the_fields_of_the_profile_in_the_language_of_who_reads(
    organisation, owner_client, url
):
    owner_client.post(url, PROFILE | {"seen": seen(organisation)})

    with translation.override("en"):
        [(_event, _actor, subject)] = trail(organisation)
    assert subject.startswith("sector, regulated fields, ")


def test_profile_page_says_what_is_known_and_what_is_not(organisation, reader_client):
    Organisation.objects.filter(pk=organisation.pk).update(
        regulated_fields=["alcohol", "health"], in_group=True
    )

    response = reader_client.get(reverse("profile", args=[organisation.pk]))

    facts = {fact.label: fact.text for fact in response.context["facts"]}
    assert facts["Domaines réglementés"] == "Alcool, Santé"
    assert facts["Fait partie d’un groupe"] == "Oui"
    assert facts["Secteur"] == ""
    assert "Modifier le profil" not in response.content.decode()


def test_profile_saved_unchanged_is_not_a_change(organisation, owner_client, url):
    typed = {"name": organisation.name, "language": "fr", "seen": seen(organisation)}

    owner_client.post(url, typed)

    organisation.refresh_from_db()
    assert (organisation.version, trail(organisation)) == (0, [])


def test_profile_merges_what_two_people_change_apart(organisation, owner_client, url):
    page = seen(organisation)
    Organisation.objects.filter(pk=organisation.pk).update(sector="food")

    owner_client.post(
        url, {"name": organisation.name, "language": "fr", "turnover": "more", "seen": page}
    )

    organisation.refresh_from_db()
    assert (organisation.sector, organisation.turnover) == ("food", "more")


def test_profile_shows_both_values_when_two_people_change_the_same(
    organisation, owner, owner_client, url
):
    page = seen(organisation)
    typed = {"name": organisation.name, "language": "fr", "sector": "health"}
    actions.change_profile(
        organisation,
        make_member(organisation, Role.OWNER, "Bruno"),
        seen=json.loads(page),
        typed=json.loads(page) | {"sector": "food"},
    )

    response = owner_client.post(url, typed | {"seen": page})

    (clash,) = response.context["clashes"]
    assert (clash.label, clash.mine["text"]) == ("Secteur", "Santé et action sociale")
    assert (clash.theirs.text, clash.theirs.author) == ("Alimentation et agriculture", "Bruno")
    assert response.context["form"]["sector"].value() == "health"
    assert Organisation.objects.get().sector == "food"

    settled = owner_client.post(url, typed | {"seen": response.context["seen"]})

    assert settled.status_code == 302
    assert Organisation.objects.get().sector == "health"


@pytest.mark.parametrize("page", ["", "[]", "{", "null", "[" * 100_000], ids=repr)
def test_profile_that_does_not_say_what_it_saw_overwrites_nothing(
    page, organisation, owner_client, url
):
    Organisation.objects.filter(pk=organisation.pk).update(sector="food")

    response = owner_client.post(url, PROFILE | {"sector": "health", "seen": page})

    assert response.status_code == 409
    assert Organisation.objects.get().sector == "food"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": ""}, "Ce champ est obligatoire."),
        ({"name": "x" * 121}, "Trop long : 121 caractères, 120 au plus."),
        ({"sector": "piracy"}, "Sélectionnez un choix valide."),
        ({"regulated_fields": ["piracy"]}, "Sélectionnez un choix valide."),
        ({"language": "es"}, "Sélectionnez un choix valide."),
    ],
)
def test_profile_refuses_with_a_sentence_at_the_field(
    wrong, error, organisation, owner_client, url
):
    response = owner_client.post(url, PROFILE | wrong | {"seen": seen(organisation)})

    ((field, (said,)),) = response.context["form"].errors.items()
    assert [field] == list(wrong)
    assert said.startswith(error)
    assert response.context["form"]["turnover"].value() == "up_to_10"
    assert Organisation.objects.get().sector == ""


def test_profile_takes_no_field_that_is_not_its_own(organisation, owner_client, url):
    before = Organisation.objects.values("id", "created_at").get()

    owner_client.post(
        url, PROFILE | {"seen": seen(organisation), "id": "1", "version": "99", "created_at": "x"}
    )

    assert Organisation.objects.values("id", "created_at").get() == before
    assert Organisation.objects.get().version == 1


def test_deletion_needs_the_name(organisation, owner_client):
    url = reverse("delete_organisation", args=[organisation.pk])

    response = owner_client.post(url, {"name": "La boussole"})

    assert response.context["form"].errors == {"name": ["Ce n’est pas le nom de l’organisation."]}
    assert Organisation.objects.exists()


def test_deletion_leaves_nothing(registered, organisation, owner, owner_client):
    told = []
    starting.deletions.append(lambda gone: told.append(gone.name))
    make_person(organisation)
    kept = make_organisation(owner=owner)

    response = owner_client.post(
        reverse("delete_organisation", args=[organisation.pk]), {"name": "La Boussole"}
    )

    assert response["Location"] == reverse("home")
    assert told == ["La Boussole"]
    assert list(Organisation.objects.all()) == [kept]
    assert list(Membership.objects.values_list("organisation", flat=True)) == [kept.pk]
    assert trail(organisation) == []


def test_audit_trail_cannot_be_changed(organisation, owner):
    entry = AuditEntry(organisation=organisation, event="left", actor=owner, actor_name="x")
    entry.save()

    with pytest.raises(TypeError, match="append-only"):
        entry.save()
