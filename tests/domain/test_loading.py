"""Content read from files: one language at a time, each mistake with its file and its id."""

import pytest

from strategy.domain.loading import (
    CONTENT,
    field,
    load,
    question_files,
    questionnaire,
    version_of,
)
from strategy.domain.places import ContentError
from strategy.domain.questionnaire import Kind
from tests.domain.contents import write


def test_questionnaire_is_read_in_one_language(tmp_path):
    french, english = (load(language, write(tmp_path)) for language in ("fr", "en"))

    assert [question.title for question in french.questions] == [
        "Quels publics\u00a0?",
        "Quel but\u00a0?",
    ]
    assert english.by_id["publics"].table("publics").column("public").label == "Audience"
    assert (french.credit, english.credit) == ("D’après deux questions.", "After two questions.")
    assert [source.authors for source in french.sources] == ["A. Auteur"]
    assert [heading.title for heading in english.headings] == ["Who?", "Why?"]
    assert [each.id for each in french.along_path] == ["aim", "publics"]
    assert [each.id for each in french.under("who")] == ["publics"]


def test_field_is_read_whole(tmp_path):
    table = load("fr", write(tmp_path)).by_id["publics"].table("publics")
    rank, delay = table.column("rank"), table.column("delay")

    assert (rank.kind, str(rank.bounds[0]), str(rank.bounds[1])) == (Kind.NUMBER, "1", "9.5")
    assert (delay.units, delay.bounds) == (("hour", "day"), (None, None))
    assert table.ticks[0].set == (("public", "label"),)
    assert table.expected == (2, 4)


def test_what_is_not_there_is_none(tmp_path):
    asked = load("fr", write(tmp_path))
    aim = asked.by_id["aim"]

    assert (aim.field("x"), aim.table("x"), aim.table("aims").column("x")) == (None, None, None)
    assert aim.table("aims").column("aim").option("x") is None
    assert aim.field("sentence").label == "Phrase"
    with pytest.raises(KeyError):
        asked.linked("aim.nothing")


def test_version_changes_with_any_word(tmp_path):
    before = version_of(write(tmp_path))

    after = version_of(write(tmp_path, ("why/aim.toml", "Phrase", "Phrase !")))

    assert before != after
    assert version_of(write(tmp_path)) == before


def test_shipped_questionnaire_falls_back_on_french():
    assert questionnaire("de").language == "fr"
    assert len(question_files(CONTENT)) == 27


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(
            ("why/aim.toml", 'kind = "text"', 'kind = "texte"'),
            "why/aim.toml aim sentence: kind is one of text, long, one, several, number, money, "
            "date, duration, weekly_hours, scale, yes_no, url, person, persons, link, links, not "
            "'texte'.",
            id="a typo in a kind",
        ),
        pytest.param(
            ("who/publics.toml", "depends_on", "dependson"),
            "who/publics.toml publics: unknown key dependson (depends_on?).",
            id="an unknown key",
        ),
        pytest.param(
            ("who/publics.toml", 'public = "label" }', 'public = "label" }, more = 1'),
            "who/publics.toml publics publics staff: unknown key more.",
            id="an unknown key deep down",
        ),
        pytest.param(
            ("why/aim.toml", "number = 2\n", ""),
            "why/aim.toml aim: missing number.",
            id="a key that lacks",
        ),
        pytest.param(
            ("why/aim.toml", 'title.en = "Which aim?"', 'title.en = " "'),
            "why/aim.toml aim title: no words in 'en' beside ['Quel but ?', ' '].",
            id="a language without words",
        ),
        pytest.param(
            ("why/aim.toml", 'title.en = "Which aim?"\n', ""),
            "why/aim.toml aim title: no words in 'en' beside ['Quel but ?'].",
            id="a language that lacks",
        ),
        pytest.param(
            ("why/aim.toml", 'label.en = "Trust"', "label.en = 3"),
            "why/aim.toml aim aims aim trust label: no words in 'en' beside ['Confiance', 3].",
            id="a number for words",
        ),
        pytest.param(
            ("why/aim.toml", "quick = true", 'quick = "yes"'),
            "why/aim.toml aim sentence: quick should be true or false, not 'yes'.",
            id="a value of the wrong type",
        ),
        pytest.param(
            ("why/aim.toml", "number = 2", 'number = "2"'),
            "why/aim.toml aim: number should be a whole number, not '2'.",
            id="a number in quotes",
        ),
        pytest.param(
            ("why/aim.toml", "[[question]]", "[[questions]]"),
            "why/aim.toml: no [[question]] in it.",
            id="a table of another name",
        ),
        pytest.param(
            ("who/publics.toml", "expected = [2, 4]", "expected = 2"),
            "who/publics.toml publics publics: expected should be a list, not 2.",
            id="one thing for a list",
        ),
        pytest.param(
            ("path.toml", 'questions = ["aim", "publics"]', 'questions = "aim"'),
            "path.toml all: questions should be a list, not 'aim'.",
            id="words for a list",
        ),
        pytest.param(
            ("why/aim.toml", "[[question.fields]]", "[question.fields]"),
            "why/aim.toml aim: fields should be tables, not {'id': 'sentence', 'kind': 'text', "
            "'quick': True, 'label': 'Phrase'}.",
            id="one bracket for two",
        ),
        pytest.param(
            ("who/publics.toml", '{ public = "label" }', '"label"'),
            "who/publics.toml publics publics: set should be tables, not ['label'].",
            id="words for the values of a tick",
        ),
    ],
)
def test_mistake_is_told_with_its_file_its_id_and_a_sentence(tmp_path, change, sentence):
    with pytest.raises(ContentError) as raised:
        load("fr", write(tmp_path, change))

    assert str(raised.value) == sentence


def test_file_that_is_not_toml_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"aim\.toml: .*line 2"):
        load("fr", write(tmp_path, ("why/aim.toml", "[[question]]", "[[question")))


def test_file_that_is_not_there_is_named(tmp_path):
    folder = write(tmp_path)
    (folder / "path.toml").unlink()

    with pytest.raises(ContentError, match=r"path\.toml: .*No such file"):
        load("fr", folder)


def test_field_without_a_label_is_refused():
    with pytest.raises(ContentError, match="x y: missing label"):
        field({"id": "y", "kind": "text"}, "x")
