"""The plan's page: what it shows, to whom, at what cost."""

import re

import pytest
from django.urls import reverse

from conclusions.pages.plan_phases import SHORT
from organisations.models import Role
from tests.answers import text_of
from tests.factories import make_member, make_organisation
from tests.plans import answered

pytestmark = pytest.mark.usefixtures("day")

NB = "\N{NO-BREAK SPACE}"


def page_of(client, organisation):
    return client.get(reverse("plan", args=[organisation.pk]))


def test_plan_shows_each_action_with_its_reason_and_its_place(member, halfway):
    page = page_of(member, halfway)
    text = text_of(page)

    assert "Publier la charte" in text
    assert "Pas d’ouverture sans charte" in text
    assert "Question 13. Quand commençons-nous" in text
    assert "/questions/opening/?form=full#id_rows-prerequisites-" in page.content.decode()


def test_plan_stands_in_phases_in_the_order_of_time(member, halfway):
    body = page_of(member, halfway).content.decode()

    assert re.findall(r'id="phase-(\w+)"', body) == ["prepare", "ready", "open", "settle"]


def unfolded(page):
    """The phases that are shown, and how many stand folded."""
    body = page.content.decode()
    shown = re.findall(r'<details class="fold" open>\s*<summary><h2[^>]*id="phase-(\w+)"', body)
    return shown, body.count('<details class="fold">')


def test_only_what_comes_first_is_unfolded(owner, client_of, finished):
    assert unfolded(page_of(client_of(owner), finished)) == (["before"], 5)


def test_phases_unfold_by_their_address(member, halfway):
    url = reverse("plan", args=[halfway.pk])
    phases = ["prepare", "ready", "open", "settle"]
    page = member.get(url, {"show": "all"})
    last = page.context["page"].plan.phases["settle"][-1].id

    assert unfolded(page) == (phases, 0)
    assert unfolded(member.get(url, {"show": last})) == (["settle"], 3)


def test_long_phase_stays_folded(member, halfway):
    page = page_of(member, halfway)

    assert len(page.context["page"].plan.phases["prepare"]) > SHORT
    assert unfolded(page) == ([], 4)


def test_what_is_late_and_what_comes_next_stand_first(member, halfway):
    page = page_of(member, halfway)
    plan, first = page.context["page"].plan, page.context["page"].first

    assert [each.action for each in first] == [
        *plan.late[:8],
        *[each for each in plan.open if not each.late][:3],
    ]
    assert f'href="?show={first[0].action.id}#action-{first[0].action.id}"' in page.content.decode()


def test_open_finding_is_an_action_that_leads_to_the_review(member, halfway):
    page = page_of(member, halfway)

    title = "Lever la contradiction : Une charte publiée après l’ouverture"
    assert title in text_of(page).replace(NB, " ")
    assert f"{reverse('review', args=[halfway.pk])}#R07" in page.content.decode()


def test_plan_without_an_opening_counts_from_it(editor_client, organisation):
    answered(organisation, "opening", {
        "order/prerequisites": ["a1b2c3d4e5f6"],
        "rows/prerequisites/a1b2c3d4e5f6/prerequisite": "charter",
    })  # fmt: skip

    page = page_of(editor_client, organisation)

    assert "La date d’ouverture n’est pas fixée" in text_of(page)
    assert "J\N{MINUS SIGN}14" in text_of(page)


def test_empty_plan_says_what_to_do_first(reader_client, organisation):
    page = page_of(reader_client, organisation)

    assert "Rien à planifier pour l’instant" in text_of(page)
    assert "Cette page se remplira d’elle-même" in text_of(page)
    assert '<svg class="timeline"' not in page.content.decode()


def test_empty_plan_says_where_to_start_to_who_may_answer(
    reader_client, editor_client, organisation
):
    starts = [
        "Répondre à la question 13" in text_of(page_of(client, organisation))
        for client in (editor_client, reader_client)
    ]

    assert starts == [True, False]


def test_reader_sees_the_plan_and_changes_nothing(halfway, client_of):
    reader = client_of(make_member(halfway, Role.READER))

    body = page_of(reader, halfway).content.decode()

    assert "<form" not in body.partition("<main")[2].partition("</main")[0]
    assert "timeline" in body


def test_timeline_is_named_and_said_in_words(member, finished):
    body = page_of(member, finished).content.decode()

    titles = re.findall(r"<title>(Frise[^<]+)</title>", body)
    # Each twice: as wide as a page, and as a phone.
    assert (len(titles), len(set(titles))) == (4, 2)
    assert titles[0].startswith(
        "Frise du plan, de J\N{MINUS SIGN}30 à J+90 (1 sur 2). Actions dessinées"
    )


def test_person_finds_what_they_have_to_do(member, finished):
    text = text_of(page_of(member, finished))

    assert "Charge par personne" in text
    assert "Maud Térisse" in text


@pytest.mark.parametrize("name", ["finished", "halfway"])
def test_plan_costs_the_same_whatever_it_holds(request, member, name, django_assert_num_queries):
    organisation = request.getfixturevalue(name)

    # session, user, membership; answers, decisions, people, acceptances; note taken; the
    # register's record.
    with django_assert_num_queries(9):
        page_of(member, organisation)


@pytest.mark.parametrize("count", [1, 3])
def test_plan_costs_the_same_however_many_edits(
    editor_client, organisation, count, django_assert_num_queries
):
    ids = [f"row00000000{number}" for number in range(count)]
    rows = {f"rows/actions/{each}/action": "Inviter" for each in ids}
    answered(organisation, "plan", {"order/actions": ids} | rows)

    with django_assert_num_queries(9):
        page_of(editor_client, organisation)


def test_card_tells_what_the_plan_comes_to(member, halfway):
    text = text_of(member.get(reverse("following", args=[halfway.pk])))

    assert "Plan d’action" in text
    assert "actions à mener." in text


def test_card_says_what_it_waits_for(editor_client, organisation):
    text = text_of(editor_client.get(reverse("following", args=[organisation.pk])))

    assert "Les dates attendent celle de l’ouverture, question 13." in text


def test_plan_of_another_organisation_is_not_shown(member, halfway):
    other = make_organisation()

    assert page_of(member, other).status_code == 404
