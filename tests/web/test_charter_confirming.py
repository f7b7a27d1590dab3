"""A decision confirmed by a person: who may, what stands in the way, the page posted whole."""

import re

import pytest
from django.urls import reverse

from charter import deciding
from charter.domain.loading import charter
from organisations.models import Role
from tests.charters import address, choice_of, decide, post_unit
from tests.factories import make_member, make_person
from tests.pages import controls


@pytest.fixture
def reviewer_client(organisation, client_of):
    return client_of(make_member(organisation, Role.REVIEWER))


def test_reviewer_confirms_but_does_not_decide(reviewer_client, organisation):
    decide(organisation, "age", "adults_only")

    refused = post_unit(reviewer_client, organisation, "age/header", options="fifteen_and_over")
    confirmed = post_unit(
        reviewer_client, organisation, "age/sheet", version=1, state="confirmed", note="Vu."
    )

    assert (refused.status_code, confirmed.status_code) == (403, 200)
    kept = choice_of(organisation, "age")
    assert (kept.state, kept.note) == ("confirmed", "Vu.")
    assert kept.value["header"] == {"options": ["adults_only"]}


@pytest.mark.parametrize(
    ("decision", "options", "sentence"),
    [
        ("age", [], "il n’y a rien à confirmer"),
        ("hours", ["on_call"], "Choisissez une base"),
        ("promotion", ["no_rule"], "ce n’est pas une règle à publier"),
        ("official_voices", ["undisclosed"], "est une pratique commerciale trompeuse"),
    ],
)
def test_what_cannot_be_confirmed_says_why(owner_client, organisation, decision, options, sentence):
    version = decide(organisation, decision, *options).version if options else 0

    response = post_unit(
        owner_client, organisation, f"{decision}/sheet", version=version, state="confirmed"
    )

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert choice_of(organisation, decision).state != "confirmed"


def test_confirmation_is_weighed_against_what_stands_by_then():
    decision = charter("fr").by_id["promotion"]
    confirm = deciding.edit_of({"state": "confirmed"}, decision)

    assert confirm({"header/options": ["disclosed"]}) == {"state": "confirmed"}
    with pytest.raises(deciding.UnconfirmableError):
        confirm({"header/options": ["no_rule"]})


def test_changed_choice_waits_to_be_confirmed_again(owner_client, organisation):
    decide(organisation, "age", "adults_only", state="confirmed")

    post_unit(owner_client, organisation, "age/header", version=1, options="fifteen_and_over")

    assert choice_of(organisation, "age").state == "to_confirm"


FALLEN = "Ce choix a changé\N{NO-BREAK SPACE}: il est de nouveau à confirmer."


def test_confirmation_that_fell_is_said_on_the_page_until_confirmed_again(
    owner_client, organisation
):
    decide(organisation, "age", "adults_only", state="confirmed")
    place = address(organisation, "age")
    assert FALLEN not in owner_client.get(place).content.decode()

    post_unit(owner_client, organisation, "age/header", version=1, options="fifteen_and_over")
    post_unit(owner_client, organisation, "age/header", version=2, options="all_ages_protected")
    assert FALLEN in owner_client.get(place).content.decode()

    post_unit(owner_client, organisation, "age/sheet", version=3, state="confirmed")
    assert FALLEN not in owner_client.get(place).content.decode()
    post_unit(owner_client, organisation, "age/sheet", version=4, state="to_confirm")
    assert FALLEN not in owner_client.get(place).content.decode()


def test_confirmation_that_fell_is_said_without_javascript(owner_client, organisation):
    decide(organisation, "age", "adults_only", state="confirmed")
    body = {
        "version": 1,
        "op": "continue",
        "header-options": "fifteen_and_over",
        "sheet-state": "confirmed",
    }

    text = owner_client.post(address(organisation, "age"), body, follow=True).content.decode()

    assert choice_of(organisation, "age").state == "to_confirm"
    assert f"{charter('fr').by_id['age'].title}</a> – {FALLEN}" in text


@pytest.mark.parametrize("op", ["continue", "confirm"])
def test_last_decision_goes_on_to_the_charter(owner_client, organisation, op):
    decide(organisation, "charter_life", "organisation_decides")
    body = {"version": 1, "op": op, "header-options": "organisation_decides"}

    reply = owner_client.post(address(organisation, "charter_life"), body)

    assert reply["Location"] == reverse("charter", args=[organisation.pk])


def test_blanks_are_counted_and_linked_before_and_after_confirming(owner_client, organisation):
    decide(organisation, "hours", "on_call", base="business_hours")
    place = address(organisation, "hours")
    links = (
        '<a id="sheet-blank-1" href="#id_header-weekly_hours">horaires de la modération</a>, '
        '<a id="sheet-blank-2" href="#id_header-urgent_contact">contact d’urgence</a>.'
    )

    before = owner_client.get(place).content.decode()
    body = {
        "version": 1,
        "op": "confirm",
        "header-options": "on_call",
        "header-base": "business_hours",
    }
    said = owner_client.post(place, body, follow=True).content.decode()
    after = owner_client.get(place).content.decode()

    assert choice_of(organisation, "hours").state == "confirmed"
    assert "Il reste 2 blancs à compléter avant de publier" in before
    assert links in before
    assert "Confirmée avec 2 blancs à compléter\N{NO-BREAK SPACE}: horaires de la" in said
    assert "Confirmée avec 2 blancs à compléter" in after
    assert links in after


def test_blank_in_a_text_by_hand_leads_to_that_text(owner_client, organisation):
    decide(
        organisation,
        "age",
        "adults_only",
        clause=f"Dès [{charter('fr').words.to_complete} un âge].",
    )
    text = owner_client.get(address(organisation, "age")).content.decode()
    assert '<a id="sheet-blank-1" href="#clause">un âge</a>.' in text


def test_whole_page_without_javascript_saves_confirms_and_goes_on(owner_client, organisation):
    person = make_person(organisation, "Camille")
    body = {
        "version": 0,
        "op": "confirm",
        "header-options": "adults_only",
        "sheet-owner": person.key,
        "sheet-confidence": "estimated",
    }

    response = owner_client.post(address(organisation, "age"), body)

    assert response["Location"] == address(organisation, "personal_data")
    kept = choice_of(organisation, "age")
    assert (kept.state, kept.owner, kept.confidence) == ("confirmed", person.key, "estimated")


def test_whole_page_that_cannot_be_confirmed_keeps_the_choice_and_says_why(
    owner_client, organisation
):
    body = {"version": 0, "op": "confirm", "header-options": "no_rule"}

    response = owner_client.post(address(organisation, "promotion"), body)

    assert response.status_code == 422
    assert "Une partie n’a pas été enregistrée" in response.content.decode()
    kept = choice_of(organisation, "promotion")
    assert (kept.value["header"]["options"], kept.state) == (["no_rule"], "to_confirm")


def test_reviewer_posts_the_sheet_alone(reviewer_client, organisation):
    decide(organisation, "age", "adults_only")
    body = {"version": 1, "op": "keep", "sheet-note": "Vu."}

    response = reviewer_client.post(address(organisation, "age"), body)
    of_an_editor = body | {"version": 2, "header-options": "fifteen_and_over", "sheet-note": "Bis."}
    refused = reviewer_client.post(address(organisation, "age"), of_an_editor)

    assert (response["Location"], refused.status_code) == (address(organisation, "age"), 403)
    kept = choice_of(organisation, "age")
    assert (kept.note, kept.value["header"]["options"]) == ("Vu.", ["adults_only"])


def whole(option, **more):
    """The page as it is posted without JavaScript, its state as it was shown."""
    return {"header-options": option, "sheet-state": "confirmed", **more}


def test_changed_choice_confirmed_on_the_same_page_is_confirmed(owner_client, organisation):
    decide(organisation, "age", "adults_only", state="confirmed")

    response = owner_client.post(
        address(organisation, "age"), whole("fifteen_and_over", version=1, op="confirm")
    )

    kept = choice_of(organisation, "age")
    assert response["Location"] == address(organisation, "personal_data")
    assert (kept.value["header"]["options"], kept.state) == (["fifteen_and_over"], "confirmed")
    assert FALLEN not in owner_client.get(response["Location"]).content.decode()


def test_changed_choice_that_nobody_may_confirm_is_not_confirmed(owner_client, organisation):
    decide(organisation, "promotion", "disclosed", state="confirmed")

    response = owner_client.post(
        address(organisation, "promotion"), whole("no_rule", version=1, op="confirm")
    )

    assert response.status_code == 422
    assert choice_of(organisation, "promotion").state == "to_confirm"


@pytest.mark.parametrize("op", ["confirm", "keep"])
def test_refused_field_confirms_nothing_until_it_is_mended(owner_client, organisation, op):
    decide(organisation, "hours", "on_call", base="business_hours")
    place = address(organisation, "hours")
    sent = whole("on_call", op=op) | {"header-base": "business_hours"}

    refused = owner_client.post(place, sent | {"version": 1, "header-urgent_contact": "x" * 50000})
    assert (refused.status_code, choice_of(organisation, "hours").state) == (422, "to_confirm")
    assert controls(refused.content.decode(), prefix="sheet-state") == {
        "sheet-state": ["to_confirm"]
    }
    version = choice_of(organisation, "hours").version
    owner_client.post(place, sent | {"version": version, "header-urgent_contact": "Camille"})

    kept = choice_of(organisation, "hours")
    assert (kept.value["header"]["urgent_contact"], kept.state) == ("Camille", "confirmed")


def test_confirmation_waits_when_somebody_changed_what_the_page_showed(owner_client, organisation):
    decide(organisation, "hours", "on_call", base="business_hours")
    place = address(organisation, "hours")
    decide(organisation, "hours", "on_call", base="business_hours", urgent_contact="Camille")
    sent = {"header-options": "on_call", "header-base": "business_hours", "sheet-note": "Vu."}

    response = owner_client.post(place, sent | {"version": 1, "op": "confirm"}, follow=True)

    kept = choice_of(organisation, "hours")
    assert response.redirect_chain == [(place, 302)]
    assert "Le choix a changé entre-temps" in response.content.decode()
    assert (kept.note, kept.state) == ("Vu.", "to_confirm")


def test_clash_on_a_page_posted_whole_links_to_what_takes_the_focus(owner_client, organisation):
    decide(organisation, "hours", "business_hours")
    theirs = {"options": "on_call", "base": "extended_hours"}
    post_unit(owner_client, organisation, "hours/header", version=1, **theirs)

    sent = whole("on_call", version=1, tab="other") | {"header-base": "business_hours"}
    page = owner_client.post(address(organisation, "hours"), sent).content.decode()

    led = re.findall(r'<a href="#([^"]*)">Aller au champ</a>', page)
    assert led == ["id_header-base"]
    assert len(re.findall(r'id="id_header-base" tabindex="-1"', page)) == 1


@pytest.mark.parametrize("op", ["keep", "continue", "confirm"])
def test_page_of_before_a_change_confirms_nothing_that_its_reader_has_not_seen(
    reviewer_client, organisation, op
):
    decide(organisation, "age", "adults_only", state="confirmed")
    decide(organisation, "age", "fifteen_and_over")

    response = reviewer_client.post(
        address(organisation, "age"), {"version": 1, "op": op, "sheet-state": "confirmed"}
    )

    assert response["Location"] == address(organisation, "age")
    assert choice_of(organisation, "age").state == "to_confirm"
