"""Catalogues: what the check of translations refuses."""

from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog

from deploy import catalogues


@pytest.fixture
def sources(monkeypatch):
    """Two French messages, one of which names a number."""
    found = Catalog()
    found.add("Enregistrer")
    found.add(("%(count)s ligne", "%(count)s lignes"))
    monkeypatch.setattr(catalogues, "sources", lambda: found)


def _catalogue(**changed):
    """A sound catalogue, but for what is changed."""
    translated = {"save": "Save", "rows": ("%(count)s row", "%(count)s rows")} | changed
    catalogue = Catalog(locale="en")
    catalogue.add("Enregistrer", translated["save"])
    catalogue.add(("%(count)s ligne", "%(count)s lignes"), translated["rows"])
    return catalogue


def test_catalogue_with_every_word_is_sound(sources):
    assert list(catalogues.find_problems(_catalogue())) == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        pytest.param({"save": ""}, "not translated: 'Enregistrer'", id="a word is missing"),
        pytest.param(
            {"rows": ("%(count)s row", "")},
            "not translated: '%(count)s lignes'",
            id="a plural is missing",
        ),
        pytest.param(
            {"rows": ("%(number)s row", "%(count)s rows")},
            "names not what the French does: '%(number)s row'",
            id="a name is mistaken",
        ),
    ],
)
def test_catalogue_with_a_faulty_translation_is_refused(sources, changed, problem):
    assert list(catalogues.find_problems(_catalogue(**changed))) == [problem]


def test_catalogue_with_a_doubtful_translation_is_refused(sources):
    catalogue = _catalogue()
    catalogue["Enregistrer"].flags.add("fuzzy")

    assert list(catalogues.find_problems(catalogue)) == ["marked fuzzy: 'Enregistrer'"]


def test_catalogue_with_an_unused_word_is_refused(sources):
    catalogue = _catalogue()
    catalogue.add("Jadis", "Once")

    assert list(catalogues.find_problems(catalogue)) == ["no longer used: 'Jadis'"]


def test_catalogue_without_a_new_word_is_refused(sources):
    catalogue = _catalogue()
    catalogue.delete("Enregistrer")

    assert list(catalogues.find_problems(catalogue)) == ["not in the catalogue: 'Enregistrer'"]


def test_french_says_nothing_and_one_in_the_singular(sources, tmp_path):
    path = tmp_path / "django.mo"

    catalogues.write_plurals(path)

    with path.open("rb") as file:
        french = GNUTranslations(file)
    told = [french.ngettext("%(count)s ligne", "%(count)s lignes", count) for count in range(3)]
    assert told == ["%(count)s ligne", "%(count)s ligne", "%(count)s lignes"]
    assert french.gettext("Enregistrer") == "Enregistrer"
