"""The frame of every page: colours, language, where one is, and what is said when it fails."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from config import fonts
from tests.factories import make_member, make_user
from tests.pages import controls, said


def html_tag(response):
    return re.search(r"<html[^>]*>", response.content.decode())[0]


def test_scheme_chosen_is_written_by_the_server(client, db):
    client.post(reverse("scheme"), {"scheme": "dark"})

    assert html_tag(client.get(reverse("help"))) == '<html lang="fr" data-bs-theme="dark">'


@pytest.mark.parametrize("given", ["system", "purple", ""])
def test_scheme_follows_the_system_otherwise(client, db, given):
    client.post(reverse("scheme"), {"scheme": "dark"})

    client.post(reverse("scheme"), {"scheme": given})

    assert html_tag(client.get(reverse("help"))) == '<html lang="fr">'


def test_scheme_goes_back_to_the_page_it_was_chosen_on(client, db):
    response = client.post(reverse("scheme"), {"scheme": "dark", "next": "/help"})

    assert (response.status_code, response["Location"]) == (302, "/help")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"]
)
def test_scheme_never_leads_to_another_site(client, db, elsewhere):
    response = client.post(reverse("scheme"), {"scheme": "dark", "next": elsewhere})

    assert response["Location"] == reverse("home")


def test_scheme_cookie_that_we_did_not_write_is_ignored(client, db):
    client.cookies[settings.SCHEME_COOKIE_NAME] = '"><script>'

    assert html_tag(client.get(reverse("help"))) == '<html lang="fr">'


def test_language_chosen_stays(client, db):
    client.post(reverse("language"), {"language": "en", "next": "/help"})

    assert html_tag(client.get(reverse("help"))) == '<html lang="en">'


def test_navigation_marks_where_one_is(owner_client, organisation):
    page = owner_client.get(reverse("members", args=[organisation.pk])).content.decode()

    current = re.findall(r'<a (?:class="menu-item" )?href="([^"]*)" aria-current="page">', page)
    # In the menu of a phone, then in the row of wider pages: one of the two is shown.
    assert current == [reverse("members", args=[organisation.pk])] * 2


def test_missing_page_is_the_same_for_everybody(client, owner_client):
    signed_out, signed_in = client.get("/nowhere"), owner_client.get("/nowhere")

    assert (signed_out.status_code, signed_in.status_code) == (404, 404)
    assert signed_in.content == signed_out.content
    assert re.findall(rb"<form|csrf|data-user", signed_in.content) == []
    assert re.findall(rb"js/(\w+)", signed_in.content) == [b"drafts", b"copying"]
    assert settings.CSRF_COOKIE_NAME not in signed_out.cookies


def refused(body, **headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user())
    return client.post("/organisations/new?from=here", body, headers=headers)


def kept_fields(response):
    page = response.content.decode()
    texts = dict(re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n([^<]*)</textarea>', page))
    return texts | dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def test_form_refused_for_its_token_is_offered_again(db):
    text = "\nDeux lignes\net <b>une balise</b>"

    response = refused({"name": text, "tab": "a1b2"}, origin="http://testserver")

    assert response.status_code == 403
    fields = kept_fields(response)
    assert fields["name"] == "\nDeux lignes\net &lt;b&gt;une balise&lt;/b&gt;"
    assert fields["tab"] == "a1b2"
    assert 'action="/organisations/new?from=here"' in response.content.decode()


def test_form_refused_never_repeats_a_password(db):
    body = {"password1": "chart table 27", "oldpassword": "x", "email": "a@example.org"}

    fields = kept_fields(refused(body, origin="http://testserver"))

    assert [name for name in fields if "password" in name] == []
    assert fields["email"] == "a@example.org"


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {}])
def test_form_made_elsewhere_is_shown_and_not_offered_again(db, headers):
    response = refused({"name": "Deux mots"}, **headers)

    assert kept_fields(response)["name"] == "Deux mots"
    assert 'action="/organisations/new' not in response.content.decode()


def test_form_that_cannot_be_read_is_refused_plainly(db):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/scheme", {f"field{number}": "x" for number in range(1001)})

    assert response.status_code == 403
    assert b'id="kept-' not in response.content


def test_webfonts_are_written_once(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FACES", fonts.FACES[-1:])

    first, second = fonts.write_all(tmp_path), fonts.write_all(tmp_path)

    assert [path.name for path in first] == ["source-serif-4-italic.woff2"]
    assert first[0].read_bytes()[:4] == b"wOF2"
    assert second == []


def test_help_tells_each_state_of_the_dial_and_where_one_takes_data(client):
    page = client.get(reverse("help")).content.decode()

    assert re.findall(r'class="state is-(\w+)"', page) == [
        "empty",
        "draft",
        "done",
        "not_applicable",
        "contradicted",
    ]
    assert ("Ce qui se contredit" in page, "Emporter ses données" in page) == (True, True)


def chosen_after(client, page, chosen, **headers):
    """The page that comes when that language or scheme is chosen on a page that refused a form."""
    body = page.content.decode()
    [address] = re.findall(rf'value="{chosen}"[^>]* formaction="([^"]*)"', body)
    form = next(each for each in body.split("<form")[1:] if unescape(address) in unescape(each))
    sent = controls(form.partition("</form>")[0], prefix="")
    return client.post(unescape(address), sent, headers=headers)


REFUSED = [
    ("invite", {"email": "pas une adresse", "role": "editor"}, "email"),
    ("new_person", {"name": "", "role": "Décide, & signe <tout>"}, "role"),
    ("edit_profile", {"name": "é&" * 80, "language": "en"}, "name"),
]


@pytest.mark.parametrize(("refused", "typed", "field"), REFUSED, ids=[each[0] for each in REFUSED])
def test_language_and_scheme_chosen_after_a_refused_form_keep_what_was_typed(
    owner_client, organisation, refused, typed, field
):
    asked = reverse(refused, args=[organisation.pk]) + "?from=here"
    page = owner_client.post(asked, typed)

    english = chosen_after(owner_client, page, "en")
    dark = chosen_after(owner_client, english, "dark")

    assert [html_tag(each) for each in (english, dark)] == [
        '<html lang="en">',
        '<html lang="en" data-bs-theme="dark">',
    ]
    assert controls(dark.content.decode(), prefix=field)[field][-1] == typed[field]
    assert dark.wsgi_request.get_full_path() == asked
    assert html_tag(owner_client.get("/help")) == html_tag(dark)
    assert organisation.members.get().language == "en"


def test_form_that_would_be_taken_by_now_is_not_sent_by_choosing_a_language(
    owner_client, organisation, mailoutbox
):
    asked = reverse("invite", args=[organisation.pk])
    typed = {"email": "i@x.fr", "role": "reader", "language": "fr"}
    owner_client.post(asked, typed)
    too_soon = owner_client.post(asked, typed)
    cache.clear()  # a minute later

    english = chosen_after(owner_client, too_soon, "en", origin="http://testserver")

    assert (len(mailoutbox), english.status_code, said(english)) == (1, 409, [])
    assert html_tag(english) == '<html lang="en">'
    assert "Nothing was saved, and nothing is lost" in english.content.decode()
    by_hand = controls(english.content.decode().partition("<main")[2], prefix="")
    sent = owner_client.post(asked, by_hand, follow=True)
    assert (len(mailoutbox), said(sent)) == (2, ["Invitation sent to i@x.fr."])


def test_guesses_at_a_password_count_though_a_language_is_chosen_with_them(client, owner):
    asked = reverse("account_login")
    guess = {"login": owner.email, "password": "guess"}
    for _ in range(6):
        client.post(f"{asked}?display=en", {"sent": urlencode(guess), **guess})

    page = client.post(asked, guess)

    assert [each.code for each in page.context["form"].non_field_errors().as_data()] == [
        "too_many_login_attempts"
    ]


def test_what_did_not_reach_its_page_is_not_sent_again_for_a_language(organisation, owner_client):
    without_token = refused({"name": "Deux mots"}, origin="http://testserver")
    files = owner_client.post(
        reverse("load_dossier"), {"file": SimpleUploadedFile("dossier.json", b"{}")}
    )
    account = owner_client.post(reverse("account_email"), {"action_add": "", "email": "x"})

    pages = [each.content.decode() for each in (without_token, files, account)]
    assert [page.count("formaction") for page in pages] == [0, 0, 0]


def test_address_that_only_takes_a_form_leads_to_the_nearest_page(owner_client, organisation):
    for address in ("accept_finding", "withdraw_acceptance"):
        asked = owner_client.get(reverse(address, args=[organisation.pk, "R05"]))
        assert asked["Location"] == reverse("review", args=[organisation.pk])
    assert owner_client.get(reverse("scheme"))["Location"] == reverse("home")


@pytest.mark.parametrize("name", ["invite", "members"])
def test_request_that_an_address_does_not_take_is_told_in_one_sentence(
    owner_client, organisation, name
):
    asked = reverse(name, args=[organisation.pk])

    page = owner_client.put(asked)
    by_script = owner_client.delete(asked, headers={"Accept": "application/json"})
    by_htmx = owner_client.put(asked, headers={"HX-Request": "true"})

    sentence = "Pas enregistré : cette adresse ne prend pas de demande de cette sorte."
    told = page.content.decode()
    assert {each.status_code for each in (page, by_script, by_htmx)} == {405}
    assert (page["Allow"], page["Content-Length"]) == (by_htmx["Allow"], str(len(page.content)))
    assert "no-store" in page["Cache-Control"]
    assert re.findall(r"<h1>(.*)</h1>", told) == [sentence]
    assert by_script.json() == {"refused": sentence}
    assert re.findall(r'<p class="unit-wrong[^>]*>(.*)</p>', by_htmx.content.decode()) == [sentence]


def test_what_is_sent_to_a_page_that_takes_nothing_is_given_back(owner_client, organisation):
    sent = {"name": "Deux mots", "version": "3"}

    page = owner_client.post(reverse("overview", args=[organisation.pk]), sent)

    assert (page.status_code, page["Allow"]) == (405, "GET, HEAD")
    assert kept_fields(page) == {"name": "Deux mots"}


def test_head_of_a_page_shows_that_it_is_there_and_changes_nothing(owner_client, organisation):
    make_member(organisation, "owner")
    removed = organisation.memberships.last()
    asked = [
        owner_client.head(reverse("leave", args=[organisation.pk])),
        owner_client.head(reverse("remove_member", args=[organisation.pk, removed.pk])),
        owner_client.head(reverse("overview", args=[organisation.pk])),
    ]

    assert [each.status_code for each in asked] == [200, 200, 200]
    assert organisation.memberships.count() == 2
