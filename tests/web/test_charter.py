"""The charter as a whole: the 20 decisions, profiles to start from, the text as published."""

import pytest
from django.urls import reverse
from django_scopes import scope

from charter import checks, standing
from charter.domain.loading import charter
from conclusions.domain.rulebook import rulebook
from organisations import mentions
from organisations.models import Organisation, Role
from strategy import page as strategy_page
from tests.charters import choice_of, decide
from tests.factories import make_member, make_person

FRENCH = charter("fr")


def page(client, organisation, name="charter", *arguments):
    return client.get(reverse(name, args=[organisation.pk, *arguments])).content.decode()


def propose(client, organisation, preset="product_help_forum"):
    return client.post(reverse("preset", args=[organisation.pk, preset]))


def test_overview_shows_the_twenty_decisions_with_their_states(owner_client, organisation):
    person = make_person(organisation, "Camille Roux")
    decide(organisation, "space", "public_community", name="Le Club")
    decide(organisation, "age", "adults_only", state="confirmed", owner=person.key)

    text = page(owner_client, organisation)

    assert text.count('class="decision-line') == 20
    assert FRENCH.by_id["age"].option("adults_only").title in text
    assert "À compléter\N{NO-BREAK SPACE}: hébergeur." in text
    assert "Camille Roux" in text
    assert "<b>1</b> confirmée" in text


def test_overview_counts_what_is_confirmed_with_a_blank(owner_client, organisation):
    decide(organisation, "age", "adults_only", state="confirmed")
    assert "avec un blanc" not in page(owner_client, organisation)

    decide(organisation, "space", "public_community", name="Le Club", state="confirmed")

    text = page(owner_client, organisation)
    assert "<b>2</b> confirmées, dont 1 avec un blanc</li>" in text
    assert "À compléter\N{NO-BREAK SPACE}: hébergeur." in text


def test_overview_greys_decisions_without_object_and_says_why(owner_client, organisation):
    decide(organisation, "space", "independent_community")

    text = page(owner_client, organisation)

    assert text.count("is-without-object") == 17
    assert FRENCH.by_id["age"].without_object in text
    assert "3 décisions s’appliquent" in text


def test_overview_tells_the_tier_and_that_counsel_confirms(owner_client, organisation):
    text = page(owner_client, organisation)
    assert FRENCH.tier_by_id["undecided"].title in text

    decide(organisation, "space", "public_community")
    text = page(owner_client, organisation)
    assert FRENCH.tier_by_id["N3"].note_unknown in text
    assert "À confirmer par un conseil" in text


def test_overview_costs_the_same_queries_with_one_decision_and_with_all(
    owner_client, organisation, django_assert_num_queries, django_assert_max_num_queries
):
    person = make_person(organisation)
    decide(organisation, "space", "public_community", owner=person.key)
    page(owner_client, organisation)
    with django_assert_max_num_queries(12) as first:
        page(owner_client, organisation)

    for decision in FRENCH.decisions[1:]:
        decide(organisation, decision.id, decision.options[0].id)
    with django_assert_num_queries(len(first)):
        page(owner_client, organisation)


def test_preset_is_shown_before_it_changes_anything(owner_client, organisation):
    text = page(owner_client, organisation, "preset", "product_help_forum")

    assert "Rien n’est encore changé" in text
    assert FRENCH.by_id["sanctions"].option("ladder").title in text
    assert choice_of(organisation, "sanctions").version == 0


@pytest.mark.parametrize("preset", ["public_participation", "volunteers"])
def test_preset_says_what_the_review_would_find_before_it_is_applied(
    owner_client, organisation, preset
):
    title = rulebook("fr").by_code["C25"].wording.title
    before = page(owner_client, organisation, "preset", preset)
    propose(owner_client, organisation, preset)

    assert title in before
    assert title in page(owner_client, organisation, "review")


def test_preset_proposes_and_a_person_confirms(owner_client, organisation):
    response = propose(owner_client, organisation)

    assert response["Location"] == reverse("charter", args=[organisation.pk])
    kept = choice_of(organisation, "sanctions")
    assert (kept.value["header"]["options"], kept.state) == (["ladder"], "to_confirm")
    assert "20 décisions proposées" in page(owner_client, organisation)


def test_preset_never_changes_what_is_confirmed(owner_client, organisation):
    decide(organisation, "sanctions", "points", state="confirmed")
    decide(organisation, "hours", "on_call", base="extended_hours", urgent_contact="a@example.org")

    text = page(owner_client, organisation, "preset", "product_help_forum")
    propose(owner_client, organisation)

    assert "Confirmée\N{NO-BREAK SPACE}: ne change pas." in text
    kept = choice_of(organisation, "sanctions")
    assert (kept.version, kept.value["header"]["options"]) == (1, ["points"])
    assert choice_of(organisation, "hours").value["header"] == {
        "options": ["on_call"],
        "base": "extended_hours",
        "urgent_contact": "a@example.org",
    }


def test_preset_proposes_the_base_that_its_choice_asks_for(owner_client, organisation):
    hours, life = FRENCH.by_id["hours"], FRENCH.by_id["charter_life"]

    text = page(owner_client, organisation, "preset", "product_help_forum")
    propose(owner_client, organisation)

    for decision, base in ((hours, "business_hours"), (life, "notice_and_history")):
        assert f"Base\N{NO-BREAK SPACE}: {decision.option(base).title}" in text
        kept = choice_of(organisation, decision.id)
        assert (kept.value["header"]["base"], kept.state) == (base, "to_confirm")


def test_default_is_advised_with_its_base(owner_client, organisation):
    base = FRENCH.by_id["hours"].option("business_hours").title
    assert f"Base conseillée\N{NO-BREAK SPACE}: {base}." in page(
        owner_client, organisation, "decision", "hours"
    )


def test_preset_can_be_undone_through_the_history(owner_client, organisation):
    decide(organisation, "sanctions", "points")
    propose(owner_client, organisation)

    owner_client.post(
        reverse("restore_decision", args=[organisation.pk, "sanctions", 1]), {"version": 2}
    )

    assert choice_of(organisation, "sanctions").value["header"]["options"] == ["points"]


def test_unknown_preset_is_not_found(owner_client, organisation):
    assert propose(owner_client, organisation, "nothing").status_code == 404


def test_reader_reads_the_profiles_without_a_link(organisation, client_of):
    text = page(client_of(make_member(organisation, Role.READER)), organisation)
    assert FRENCH.presets[0].title in text
    assert reverse("preset", args=[organisation.pk, "small_team_page"]) not in text


def test_text_is_the_charter_as_it_would_be_published(owner_client, organisation):
    decide(organisation, "space", "public_community", name="Le Club", host="Hébergeur SA")
    decide(organisation, "criticism", "free", clause="Parlez {{ franchement }}.\nNous lisons.")

    text = page(owner_client, organisation, "charter_text")

    assert f'lang="{organisation.language}"' in text
    assert "<bdi>Le Club</bdi>" in text
    assert "<p>Parlez {{ franchement }}.</p><p>Nous lisons.</p>" in text.replace("\n", "").replace(
        "  ", ""
    )
    assert "1 minute de lecture" in text


def test_text_of_guests_has_their_title(owner_client, organisation):
    decide(organisation, "space", "independent_community")
    assert "<h1>Notre conduite chez vous</h1>" in page(owner_client, organisation, "charter_text")


def test_text_of_nothing_says_what_to_do(owner_client, organisation):
    assert "Aucun article pour l’instant" in page(owner_client, organisation, "charter_text")


def test_question_on_moderation_shows_how_far_the_charter_is(owner_client, organisation):
    decide(organisation, "space", "independent_community", name="Le Club", state="confirmed")
    text = page(owner_client, organisation, "question", "moderation")
    assert "1 décision confirmée sur 3 qui s’appliquent" in text


def test_question_on_moderation_says_when_nothing_is_confirmed(owner_client, organisation):
    text = page(owner_client, organisation, "question", "moderation")
    assert "Aucune décision confirmée sur 20 qui s’appliquent" in text


def test_charter_begun_is_a_draft_wherever_its_question_is_shown(owner_client, organisation):
    def states():
        with scope(organisation=organisation):
            return strategy_page.states(organisation)["moderation"]

    assert states() == "empty"
    decide(organisation, "space", "public_community")

    assert states() == "draft"
    dial = owner_client.get(reverse("overview", args=[organisation.pk])).context["dial"]
    assert [each.state for each in dial.ticks if each.question == "moderation"] == ["draft"]


def test_new_organisation_is_asked_for_its_space_first(owner_client):
    text = owner_client.get(reverse("new_organisation")).content.decode()
    assert FRENCH.by_id["space"].option("admitted_community").title in text

    owner_client.post(
        reverse("new_organisation"),
        {"name": "Les Amis du phare", "language": "fr", "space": "admitted_community"},
    )

    created = Organisation.objects.get(name="Les Amis du phare")
    kept = choice_of(created, "space")
    assert (kept.value["header"]["options"], kept.state) == (["admitted_community"], "to_confirm")


def test_person_who_answers_for_a_decision_is_found_by_name(organisation):
    person = make_person(organisation, "Camille Roux")
    decide(organisation, "age", "adults_only", owner=person.key)

    with scope(organisation=organisation):
        found = mentions.of(organisation, person.key)

    assert [each.url for each in found] == [reverse("decision", args=[organisation.pk, "age"])]


def test_mistake_in_the_content_is_a_system_check(monkeypatch):
    assert checks.content_is_sound() == []

    checks.mistakes.cache_clear()
    monkeypatch.setattr(checks, "find_problems", lambda **_known: ["age.toml: wrong."] * 2)
    found = [(each.id, each.msg) for each in checks.content_is_sound()]
    checks.mistakes.cache_clear()

    assert found == [("charter.E001", "age.toml: wrong.")]


@pytest.mark.parametrize(
    ("state", "shown"), [(None, "undecided"), ("empty", "undecided"), ("confirmed", "confirmed")]
)
def test_decision_without_a_state_is_still_to_be_taken(state, shown):
    assert standing.shown_state(state) == shown
