"""Every address of the site, by everybody: nothing shows that another organisation exists."""

import uuid

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_scopes import scopes_disabled

from organisations.models import Membership, Role
from tests.factories import make_member, make_organisation, make_user
from tests.web.expectations import ANYONE, ROWS, SIGNED_IN, made

# allauth has its own tests; its pages know nothing of organisations.
NOT_OURS = ("account_",)
OURS = ["organisations", "strategy", "charter", "conclusions", "deliverables"]
OF_ORGANISATIONS = [row for row in ROWS if row.least not in (ANYONE, SIGNED_IN)]
HTMX = {"HX-Request": "true"}


def each(rows):
    """The test, for each of these rows, under its name."""
    return pytest.mark.parametrize("row", rows, ids=lambda row: row.name)


each_row = each(OF_ORGANISATIONS)
naming_objects = each([row for row in OF_ORGANISATIONS if row.owned and callable(row.arguments)])
naming_in_bodies = each([row for row in OF_ORGANISATIONS if callable(row.body)])


def named(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name, pattern


def ask(client, row, organisation, *, arguments=None, body=None, **headers):
    url = reverse(row.name, kwargs={"organisation": organisation, **(arguments or {})})
    return getattr(client, row.method.lower())(url, body or {}, headers=headers or None)


def everything():
    """Every row that we store."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    with scopes_disabled():
        return {
            model.__name__: list(model._base_manager.order_by("pk").values_list())
            for model in models
        }


@pytest.fixture
def other(db):
    return make_organisation(name="L’Autre")


def test_every_address_has_an_expectation():
    names = {name for name, _ in named(get_resolver()) if not str(name).startswith(NOT_OURS)}

    rows = {row.name for row in ROWS}
    assert sorted(map(str, names - rows)) == [], "URLs without a row in expectations.py"
    assert sorted(rows - names) == [], "rows of expectations.py without a URL"


def test_no_two_addresses_share_a_name():
    names = [name for name, _ in named(get_resolver()) if not str(name).startswith(NOT_OURS)]

    assert sorted({str(name) for name in names if names.count(name) > 1}) == []


def test_every_address_of_an_organisation_is_guarded():
    unguarded = [
        name
        for name, pattern in named(get_resolver())
        if "organisation" in pattern.pattern.regex.groupindex
        and not hasattr(pattern.callback, "at_least")
    ]

    assert unguarded == []


@each_row
def test_signed_out_visitor_is_sent_to_sign_in(row, organisation):
    arguments = made(row.arguments, organisation)

    response = ask(Client(), row, organisation.pk, arguments=arguments)
    by_htmx = ask(Client(), row, organisation.pk, arguments=arguments, **HTMX)
    head = Client().head(response.wsgi_request.get_full_path())

    assert row.method == "POST" or head["Location"] == response["Location"]
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    assert (by_htmx.status_code, "Location" in by_htmx.headers) == (401, False)


@each([row for row in OF_ORGANISATIONS if row.method == "POST"])
def test_what_somebody_signed_out_sends_changes_nothing_and_is_shown_again(row, organisation):
    arguments, body = made(row.arguments, organisation), made(row.body, organisation)
    before = everything()

    response = ask(Client(), row, organisation.pk, arguments=arguments, body=body)

    assert response.status_code == (401 if row.keeps else 302)
    assert ("Rien n’a été enregistré" in response.content.decode()) is row.keeps
    assert everything() == before


@each_row
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_foreign_organisation_is_the_same_as_an_unknown_one(
    row, headers, organisation, other, client_of
):
    arguments = made(row.arguments, other)
    stranger = client_of(make_member(organisation, Role.OWNER))
    before = everything()

    foreign = ask(stranger, row, other.pk, arguments=arguments, body=made(row.body, other))
    unknown = ask(stranger, row, uuid.uuid4(), arguments=arguments, body=made(row.body, other))

    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content
    assert dict(foreign.headers) == dict(unknown.headers)
    assert everything() == before


@each_row
@pytest.mark.parametrize("role", Role.values)
def test_role_too_low_is_told_whom_to_ask(row, role, organisation, client_of):
    client = client_of(make_member(organisation, role))
    arguments, body = made(row.arguments, organisation), made(row.body, organisation)
    before = everything()

    response = ask(client, row, organisation.pk, arguments=arguments, body=body)

    allowed = Role(role).allows(Role(row.least))
    assert (response.status_code not in (401, 403, 404)) is allowed
    if not allowed:
        assert response.status_code == 403
        assert "Demandez à Olivia Owner." in response.content.decode()
        assert everything() == before


@naming_objects
def test_object_of_another_organisation_is_unknown(row, organisation, other, owner_client):
    arguments, body = row.arguments(other), made(row.body, other)
    before = everything()

    response = ask(owner_client, row, organisation.pk, arguments=arguments, body=body)
    unknown = ask(owner_client, row, uuid.uuid4(), arguments=arguments, body=body)

    assert response.status_code == 404
    assert response.content == unknown.content
    assert everything() == before


@naming_in_bodies
def test_body_naming_another_organisation_changes_nothing_there(
    row, organisation, other, owner_client
):
    arguments, body = made(row.arguments, organisation), row.body(other)
    before = everything()

    response = ask(owner_client, row, organisation.pk, arguments=arguments, body=body)

    assert response.status_code in (400, 404, 409, 422)
    assert everything() == before


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.least == SIGNED_IN], ids=lambda row: row.name
)
def test_page_of_the_signed_in_sends_visitors_to_sign_in(row, db, client_of):
    url, method, to_sign_in = reverse(row.name), row.method.lower(), reverse("account_login")

    turned_away = getattr(Client(), method)(url)
    let_in = getattr(client_of(make_user()), method)(url)

    assert turned_away["Location"].startswith(to_sign_in)
    assert let_in.status_code in (200, 302)
    assert not let_in.get("Location", "").startswith(to_sign_in)


def test_change_of_role_holds_from_the_next_request(organisation, client_of):
    editor = make_member(organisation, Role.EDITOR)
    client, url = client_of(editor), reverse("new_person", args=[organisation.pk])
    Membership.objects.filter(user=editor).update(role=Role.READER)

    assert client.post(url, {"name": "Accueil"}).status_code == 403

    Membership.objects.filter(user=editor).delete()
    assert client.post(url, {"name": "Accueil"}).status_code == 404


def test_deactivated_person_is_signed_out(organisation, owner, owner_client):
    owner.is_active = False
    owner.save()

    response = owner_client.get(reverse("members", args=[organisation.pk]))

    assert response["Location"].startswith(reverse("account_login"))


def test_pages_of_the_signed_in_are_kept_by_no_cache(organisation, owner_client):
    response = owner_client.get(reverse("members", args=[organisation.pk]))

    assert "no-store" in response["Cache-Control"]
    assert {"Cookie", "HX-Request", "Accept-Language"} <= set(response["Vary"].split(", "))
