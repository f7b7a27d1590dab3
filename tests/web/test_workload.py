"""The workload page: the estimate, what it rests on, and one imagined that saves nothing."""

import pytest
from django.urls import reverse

from tests.answers import save
from tests.charters import choice_of, decide


def page_of(client, organisation, **given):
    return client.get(reverse("workload", args=[organisation.pk]), given)


@pytest.fixture
def forum(organisation):
    decide(organisation, "space", "public_community", weekly_messages="200")
    return organisation


def test_estimate_says_hours_people_and_cost(reader_client, forum):
    figures = page_of(reader_client, forum).context["page"].figures

    assert figures.week.endswith("h")
    assert figures.people
    assert figures.cost.endswith("€")
    assert figures.drawing.bars[0].label == "Lire avant parution"


def test_estimate_waits_for_the_messages(editor_client, reader_client, organisation):
    decide(organisation, "space", "public_community")

    pages = [
        page_of(each, organisation).content.decode() for each in (editor_client, reader_client)
    ]

    assert ["Combien de messages par semaine ?" in page for page in pages] == [True, True]
    assert ["#id_header-weekly_messages" in page for page in pages] == [True, False]


def test_estimate_is_nobodys_where_others_host(reader_client, organisation):
    decide(organisation, "space", "independent_community")

    assert "D’autres modèrent cet espace" in page_of(reader_client, organisation).content.decode()


def test_figure_of_ones_own_is_said_beside_ours(editor_client, forum):
    save(editor_client, forum, "workload", first_minutes="1")

    groups = page_of(editor_client, forum).context["page"].groups

    (own,) = [each for _title, kept in groups for each in kept if each.own]
    assert (own.value, own.usual) == ("1\u00a0min par message", "1,5 – 2,5")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        pytest.param("1", "c’est moins que", id="short"),
        pytest.param("160", "assez pour", id="enough"),
    ],
)
def test_estimate_is_compared_with_the_hours_given(editor_client, forum, hours, words):
    row = {"unit": "rows/people/row000000001", "new": "people/row000000001"}
    save(editor_client, forum, "hours", **row, mission="moderation", weekly_hours=hours)

    (sentence,) = page_of(editor_client, forum).context["page"].comparison

    assert words in sentence


def test_hours_within_the_range_are_said_to_be_tight(editor_client, forum):
    found = page_of(editor_client, forum).context["page"].found
    row = {"unit": "rows/people/row000000001", "new": "people/row000000001"}
    hours = str(round(found.own.middle, 1))
    save(editor_client, forum, "hours", **row, mission="moderation", weekly_hours=hours)

    (sentence,) = page_of(editor_client, forum).context["page"].comparison

    assert "sans marge pour une mauvaise semaine" in sentence


def test_other_messages_are_imagined_and_nothing_is_saved(reader_client, forum):
    version = choice_of(forum, "space").version

    page = page_of(reader_client, forum, messages="400", mode="before_publication").context["page"]

    assert page.imagined.week != page.figures.week
    assert choice_of(forum, "space").version == version


@pytest.mark.parametrize("given", [{"messages": "-1", "mode": "nothing"}, {"messages": "x"}])
def test_absurd_wish_is_told_at_its_field(reader_client, forum, given):
    page = page_of(reader_client, forum, **given).context["page"]

    assert page.imagined is None
    assert set(page.form.errors) == {"messages", "mode"}
