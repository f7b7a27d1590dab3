"""The course that a dossier holds, and the table of 27 that it is read in."""

import shutil
from decimal import Decimal

import pytest

from conclusions.domain.course import course
from conclusions.domain.course_words import ASPECTS, MEANS, load, problems, table
from conclusions.domain.dossier import Dossier
from conclusions.domain.rulebook import CONTENT
from tests.conclusions import dossier

LANGUAGES = ("fr", "en")


def read(**objective):
    return course(Dossier(dossier(objective=objective)))


def test_course_is_the_first_objective_and_its_horizon():
    found = read(
        sentence="Une phrase",
        horizon="lasting",
        due="2027-12-31",
        objectives=[
            {"objective": "trust", "rank": "3"},
            {"objective": "hiring"},
            {"objective": "help", "rank": "1"},
            {"objective": "listening", "rank": "2"},
            {"rank": "4"},
        ],
    )

    assert (found.objective, found.row, found.horizon) == ("help", "objectives3", "lasting")
    assert (found.sentence, str(found.due)) == ("Une phrase", "2027-12-31")
    assert [(each.objective, each.rank) for each in found.others] == [
        ("listening", Decimal(2)),
        ("trust", Decimal(3)),
        ("hiring", None),
    ]


def test_two_firsts_are_no_course():
    found = read(
        objectives=[{"objective": "trust", "rank": "1"}, {"objective": "help", "rank": "1"}]
    )

    assert (found.objective, found.is_listed) == ("", True)
    assert [each.objective for each in found.others] == ["trust", "help"]


def test_nothing_said_is_no_course():
    found = course(Dossier({}))

    assert (found.objective, found.others, found.is_listed) == ("", (), False)
    assert course(Dossier({"answers": {"objective": {"value": 3}}})) == found


def test_course_that_does_not_apply_is_none():
    written = dossier(objective={"objectives": [{"objective": "help", "rank": "1"}]})
    written["answers"]["objective"]["state"] = "not_applicable"

    assert course(Dossier(written)).is_listed is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_27_says_six_things_in_words_of_its_own(language):
    entries = table(language).entries

    assert len(entries) == 27
    for entry in entries.values():
        assert [each.id for each in entry.aspects] == list(ASPECTS)
        assert all(each.words.endswith((".", "!", "?")) for each in entry.aspects)
    for name in ("setup", "means", "gives_up"):
        assert len({entry.aspect(name).words for entry in entries.values()}) == 27
    assert {entry.means for entry in entries.values()} == set(MEANS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_objective_is_measured_by_trust_too(language):
    trust = {"fr": "confiance", "en": "trust"}[language]

    for objective in table(language).objectives:
        assert objective.id == "trust" or trust in objective.indicators


@pytest.mark.parametrize("language", LANGUAGES)
def test_operation_is_concentrated_and_what_lasts_is_spread(language):
    for (_objective, horizon), entry in table(language).entries.items():
        assert (entry.means == "concentrated") == (horizon == "three_months")
        assert horizon != "lasting" or entry.means == "spread"


def test_words_we_never_use_are_not_used():
    for entry in table("fr").entries.values():
        words = " ".join(each.words for each in entry.aspects).lower()
        assert "cible" not in words
        assert "gérer" not in words


def test_what_is_not_chosen_has_no_entry():
    assert table("fr").entry("help", "") is None
    assert table("klingon").entry("help", "lasting") == table("fr").entry("help", "lasting")


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    return folder


def test_shipped_table_is_sound():
    assert [each for language in LANGUAGES for each in problems(language)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("course/help.toml", 'id = "help"', 'id = "helping"', "course: awareness, "),
        ("course/help.toml", 'id = "lasting"', 'id = "for_ever"', "help.toml: three_months, "),
        ("course/help.toml", 'means = "spread"', 'means = "thin"', "'thin' is no way to lay out"),
        ("course.toml", 'id = "lasting"', 'id = "for_ever"', "course.toml: three_months, "),
        ("course.toml", 'id = "gives_up"', 'id = "left"', "course.toml: setup, means, "),
        ("course.toml", 'id = "waves"', 'id = "tides"', "course.toml: concentrated, waves, "),
        ("course/help.toml", "[[objective]]", "[[objektive]]", "no [[objective]] in it"),
    ],
)
def test_mistake_in_the_table_is_told(content, file, old, new, expected):
    path = content / file
    path.write_text(path.read_text().replace(old, new))

    assert any(expected in each for each in list(problems("fr", content)))
    if "objektive" not in new:
        assert load("fr", content).objectives
