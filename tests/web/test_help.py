"""Help: every place that a page leads to is there."""

import re

import pytest
from django.urls import reverse

from deliverables.dossier.loading import load
from tests.conclusions import demonstration

ASKING = (
    "review", "course", "compare_courses", "circles", "workload", "indicators", "plan", "roles",
    "trust", "crisis_kit", "practices", "toolbox", "monitoring_pack", "ten_minutes",
)  # fmt: skip


@pytest.fixture
def helped(client, db):
    return client.get(reverse("help")).content.decode()


def test_contents_lead_to_every_part(helped):
    places = re.findall(r'\sid="(help-[a-z_]+)"', helped)

    assert len(places) == len(set(places))
    assert len(re.findall('<h2 id="help-', helped)) == len(re.findall('href="#help-', helped))
    assert set(re.findall(r'href="#(help-[a-z_]+)"', helped)) <= set(places)


def test_page_leads_to_its_own_help(helped, owner, client_of):
    finished = load(demonstration("altivane-fr"), owner=owner)
    member = client_of(owner)

    for name in ASKING:
        page = member.get(reverse(name, args=[finished.pk])).content.decode()
        assert re.findall(r'/help#(help-[a-z_]+)"', page) == [f"help-{name}"]
        assert f'id="help-{name}"' in helped
