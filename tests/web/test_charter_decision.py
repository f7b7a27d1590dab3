"""One decision: chosen, completed, confirmed, written by hand, restored."""

import pytest
from django.urls import reverse
from django_scopes import scope

from charter.domain.loading import charter
from charter.lookup import decision_or_404
from tests.charters import address, choice_of, decide, post_unit
from tests.factories import make_member, make_person


def test_choice_is_saved_and_waits_to_be_confirmed(owner_client, organisation):
    response = post_unit(owner_client, organisation, "age/header", options="adults_only")

    kept = choice_of(organisation, "age")
    assert (kept.value["header"], kept.state) == ({"options": ["adults_only"]}, "to_confirm")
    assert "Enregistré à" in response.content.decode()


def test_added_option_follows_its_main_one_and_leaves_with_it(owner_client, organisation):
    options = ["free", "+individual_cases_routed"]
    post_unit(owner_client, organisation, "criticism/header", options=options)
    assert choice_of(organisation, "criticism").value["header"]["options"] == [
        "free",
        "individual_cases_routed",
    ]

    options = ["not_allowed", "+individual_cases_routed"]
    post_unit(owner_client, organisation, "criticism/header", version=1, options=options)
    assert choice_of(organisation, "criticism").value["header"]["options"] == ["not_allowed"]


def test_base_is_kept_only_with_the_option_that_asks_for_it(owner_client, organisation):
    asked = {"options": "on_call", "base": "extended_hours"}
    post_unit(owner_client, organisation, "hours/header", **asked)
    assert choice_of(organisation, "hours").value["header"]["base"] == "extended_hours"

    asked = {"options": "frozen", "base": "extended_hours"}
    post_unit(owner_client, organisation, "hours/header", version=1, **asked)
    assert "base" not in choice_of(organisation, "hours").value["header"]


@pytest.mark.parametrize(
    ("decision", "options", "sentence"),
    [
        ("age", "everybody", "Ce choix n’est pas proposé ici."),
        ("age", ["adults_only", "fifteen_and_over"], "Une seule option principale"),
        ("official_voices", ["employees", "undisclosed"], "ne se retient pas avec d’autres"),
    ],
)
def test_options_that_cannot_stand_together_are_refused(
    owner_client, organisation, decision, options, sentence
):
    response = post_unit(owner_client, organisation, f"{decision}/header", options=options)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert choice_of(organisation, decision).version == 0


def test_several_voices_are_kept_in_the_order_of_the_content(owner_client, organisation):
    voices = ["assistant", "employees"]
    post_unit(owner_client, organisation, "official_voices/header", options=voices)

    assert set(choice_of(organisation, "official_voices").value["header"]["options"]) == set(voices)


def test_details_are_kept_but_not_a_default_that_nobody_changed(owner_client, organisation):
    typed = {"options": "fifteen_and_over", "minimum_age": "15"}
    post_unit(owner_client, organisation, "age/header", **typed)
    assert "minimum_age" not in choice_of(organisation, "age").value["header"]

    post_unit(owner_client, organisation, "age/header", version=1, **typed | {"minimum_age": 13})
    assert choice_of(organisation, "age").value["header"]["minimum_age"] == "13"


def test_detail_out_of_bounds_is_refused_at_its_field(owner_client, organisation):
    typed = {"options": "fifteen_and_over", "minimum_age": "500"}
    response = post_unit(owner_client, organisation, "age/header", **typed)

    assert response.status_code == 422
    assert 'href="#id_header-minimum_age"' in response.content.decode()


def test_unknown_unit_is_a_bad_request(owner_client, organisation):
    assert post_unit(owner_client, organisation, "age/rows").status_code == 400


def test_two_people_who_choose_differently_both_keep_their_choice(owner_client, organisation):
    post_unit(owner_client, organisation, "age/header", tab="one", options="adults_only")
    response = post_unit(
        owner_client, organisation, "age/header", tab="two", options="fifteen_and_over"
    )

    assert response.status_code == 409
    for option in ("adults_only", "fifteen_and_over"):
        assert charter("fr").by_id["age"].option(option).title in response.content.decode()
    assert choice_of(organisation, "age").value["header"]["options"] == ["adults_only"]
    with scope(organisation=organisation):
        refused = choice_of(organisation, "age").revisions.get(kind="refused")
    assert refused.changes["header/options"] == [["adults_only"], ["fifteen_and_over"]]


def test_clause_written_by_hand_is_kept_with_what_it_was_based_on(owner_client, organisation):
    decide(organisation, "criticism", "free")

    typed = {"clause": "Parlez.\r\nNous lisons."}
    post_unit(owner_client, organisation, "criticism/clause", version=1, **typed)

    header = choice_of(organisation, "criticism").value["header"]
    assert (header["clause"], header["clause_of"]) == ("Parlez.\nNous lisons.", ["free"])


@pytest.mark.parametrize("emptied", [True, False])
def test_clause_emptied_or_as_assembled_is_assembled_again(owner_client, organisation, emptied):
    decide(organisation, "criticism", "free", clause="Parlez.", clause_of=["free"])
    assembled = charter("fr").by_id["criticism"].option("free").clause

    text = "" if emptied else assembled
    post_unit(owner_client, organisation, "criticism/clause", version=1, clause=text)

    assert choice_of(organisation, "criticism").value["header"] == {"options": ["free"]}


def test_clause_written_for_another_choice_is_marked_on_the_page(owner_client, organisation):
    decide(organisation, "criticism", "no_solicitation", clause="Parlez.", clause_of=["free"])

    page = owner_client.get(address(organisation, "criticism")).content.decode()

    assert "Le choix a changé depuis que ce texte a été écrit" in page


def test_clause_posted_without_javascript_comes_back_to_the_page(owner_client, organisation):
    decide(organisation, "criticism", "free")
    body = {"unit": "clause", "version": 1, "clause-clause": "Parlez."}

    response = owner_client.post(address(organisation, "criticism"), body)

    assert response["Location"] == address(organisation, "criticism")
    assert choice_of(organisation, "criticism").value["header"]["clause"] == "Parlez."


def test_reader_sees_the_choice_and_no_input(organisation, client_of):
    decide(organisation, "hours", "on_call", base="extended_hours")
    client = client_of(make_member(organisation))

    page = client.get(address(organisation, "hours")).content.decode()

    assert 'name="header-options"' not in page
    assert "7 j/7 en horaires étendus" in page


def test_reminders_follow_the_tier_and_carry_their_date(owner_client, organisation):
    decide(organisation, "space", "third_party_page")
    page = owner_client.get(address(organisation, "space")).content.decode()
    shown = page.partition('id="legal"')[2].partition("</section>")[0]
    assert "Sanchez c. France" in shown
    assert "considérant 13" not in shown
    assert "Vérifié le 22 novembre 2026" in shown
    assert "À vérifier" in shown


def test_reminders_of_every_tier_are_shown_while_the_space_is_undecided(owner_client, organisation):
    page = owner_client.get(address(organisation, "space")).content.decode()
    assert "(selon l’espace choisi)" in page


def test_words_follow_the_page_and_the_text_follows_the_dossier(owner_client, organisation):
    decide(organisation, "age", "adults_only")
    owner_client.cookies["language"] = "en"
    owner_client.post(reverse("language"), {"language": "en"})

    page = owner_client.get(address(organisation, "age")).content.decode()

    assert '<html lang="en"' in page
    assert charter("en").by_id["age"].title in page
    assert '<blockquote lang="fr">' in page
    assert charter("fr").by_id["age"].option("adults_only").clause in page


def test_history_tells_changes_in_words_and_restores(owner_client, organisation):
    decide(organisation, "age", "adults_only")
    decide(organisation, "age", "fifteen_and_over", minimum_age="16")

    history = owner_client.get(address(organisation, "age", "decision_history"))
    url = address(organisation, "age", "restore_decision", version=1)
    response = owner_client.post(url, {"version": 2})

    page = history.content.decode()
    assert charter("fr").by_id["age"].option("fifteen_and_over").title in page
    assert "Âge minimal" in page
    assert response["Location"] == address(organisation, "age")
    kept = choice_of(organisation, "age")
    assert (kept.version, kept.value["header"]) == (3, {"options": ["adults_only"]})


def test_version_that_never_was_cannot_be_restored(owner_client, organisation):
    decide(organisation, "age", "adults_only")

    url = address(organisation, "age", "restore_decision", version=99)
    response = owner_client.post(url, {"version": 1})

    assert response.status_code == 404
    assert choice_of(organisation, "age").version == 1


def test_unknown_decision_is_not_found(owner_client, organisation):
    assert owner_client.get(address(organisation, "nothing")).status_code == 404


def test_page_costs_the_same_queries_with_one_decision_and_with_all(
    owner_client, organisation, django_assert_max_num_queries, django_assert_num_queries
):
    decide(organisation, "space", "public_community")
    owner_client.get(address(organisation, "age"))
    with django_assert_max_num_queries(12) as first:
        owner_client.get(address(organisation, "age"))

    for decision in charter("fr").decisions[1:]:
        decide(organisation, decision.id, decision.options[0].id)
        make_person(organisation)
    with django_assert_num_queries(len(first)):
        owner_client.get(address(organisation, "age"))


def test_save_costs_few_queries(owner_client, organisation, django_assert_max_num_queries):
    decide(organisation, "age", "adults_only")
    with django_assert_max_num_queries(10):  # of which two savepoints of the test itself
        post_unit(owner_client, organisation, "age/sheet", version=1, state="confirmed")


def test_decision_is_found_in_the_language_of_the_page():
    assert decision_or_404("age").title == charter("fr").by_id["age"].title
