"""What stands beside a question, asked for after each save: the dial, the states, the remarks."""

import re

import pytest
from django.urls import reverse

from tests.answers import text_of, url, write


def test_dial_and_list_say_what_was_saved(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/sentence": "Être crus", "state": "done"})

    reply = owner_client.get(url("stands", organisation, "objective"))

    assert reply.context["page"].dial.settled == 1
    assert reply.content.decode().count("is-done") == 3  # its tick, its stroke, its line


def test_what_contradicts_the_answer_is_told_again(organisation, owner, owner_client):
    write(organisation, owner, "objective", {"header/due": "2020-01-31"})

    reply = owner_client.get(url("stands", organisation, "objective"))

    (remark,) = reply.context["page"].about.remarks
    assert remark.title in text_of(reply)
    assert 'id="remarks" role="status"' in reply.content.decode()


def test_what_contradicts_a_register_is_told_without_a_list(organisation, owner_client):
    page = owner_client.get(url("question", organisation, "toolbox")).content.decode()

    reply = owner_client.get(url("stands", organisation, "toolbox")).content.decode()

    assert re.findall(r'hx-select-oob="([^"]*)"', page) == ["#remarks:innerHTML"]
    assert re.findall(r' id="([^"]*)"', reply) == ["remarks"]


def test_it_is_told_in_few_queries_whatever_is_said(
    finished, organisation, owner_client, django_assert_num_queries
):
    for each in (organisation, finished):
        with django_assert_num_queries(11):
            owner_client.get(url("stands", each, "objective"))


@pytest.mark.parametrize("asked", ["objective", "toolbox"])
def test_page_asks_for_it_after_each_save(organisation, owner_client, asked):
    page = owner_client.get(url("question", organisation, asked)).content.decode()

    address = reverse("stands", args=[organisation.pk, asked])
    assert f'hx-get="{address}" hx-trigger="cap27:saved from:body delay:1s"' in page
