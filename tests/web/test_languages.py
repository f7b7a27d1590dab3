"""Pages in English over a dossier in French: our words follow the reader, answers stay."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from tests.charters import address, post_unit


@pytest.fixture
def english_owner(owner_client):
    """An owner who reads Cap27 in English."""
    owner_client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return owner_client


def test_open_blanks_of_a_clause_are_named_in_the_language_of_the_page(english_owner, organisation):
    post_unit(english_owner, organisation, "space/header", options="public_community")

    page = english_owner.get(address(organisation, "space")).content.decode()

    named = re.findall(r'<a id="clause-blank-\d+" href="#[^"]+">([^<]+)</a>', page)
    assert named == ["name of the space", "host"]
    assert "[à compléter : nom de l’espace]" in page.replace("\u202f", " ").replace("\xa0", " ")


def test_quick_form_says_how_many_rows_only_the_full_one_shows(english_owner, organisation):
    asked = reverse("question", args=[organisation.pk, "arbiters"])

    quick, full = (english_owner.get(asked, {"form": form}) for form in ("quick", "full"))

    assert "2 more rows in the full form." in quick.content.decode()
    assert "in the full form." not in full.content.decode()
