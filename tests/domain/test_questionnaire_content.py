"""What the shipped questions promise: ids for ever, orders, and words in two languages."""

import pytest

from strategy.domain.loading import LANGUAGES, questionnaire
from strategy.domain.questionnaire import Field, Kind
from strategy.domain.soundness import find_problems

FRENCH, ENGLISH = (questionnaire(language) for language in LANGUAGES)

# Ids are for ever: answers are stored under them.
NUMBERS = {
    "receivers": 1,
    "relays": 2,
    "voices": 3,
    "speakers": 4,
    "arbiters": 5,
    "image": 6,
    "messages": 7,
    "contents": 8,
    "red_lines": 9,
    "conversations": 10,
    "places": 11,
    "encounters": 12,
    "opening": 13,
    "rhythm": 14,
    "reply_times": 15,
    "crisis": 16,
    "monitoring": 17,
    "tone": 18,
    "replies": 19,
    "moderation": 20,
    "feedback": 21,
    "hours": 22,
    "budget": 23,
    "indicators": 24,
    "objective": 25,
    "trust": 26,
    "change_of_course": 27,
}
HEADINGS = {
    "who": range(1, 6),
    "what": range(6, 10),
    "where": range(10, 13),
    "when": range(13, 17),
    "how": range(17, 22),
    "how_much": range(22, 25),
    "why": range(25, 28),
}
PATH = [25, 22, 1, 10, 3, 6, 12, 26, 7, 9, 2, 11, 4, 5, 8, 17, 18, 15, 14, 16, 19, 20, 21, 23]
PATH += [13, 24, 27]
STAGES = [2, 5, 4, 5, 7, 4]


def test_content_is_sound():
    assert list(find_problems()) == []


def test_questions_keep_their_ids_and_numbers():
    assert {question.id: question.number for question in FRENCH.questions} == NUMBERS


def test_questions_stand_in_the_order_of_their_numbers():
    assert [question.number for question in FRENCH.questions] == list(range(1, 28))


def test_questions_stand_under_their_headings():
    numbers = {
        heading.id: [question.number for question in FRENCH.under(heading.id)]
        for heading in FRENCH.headings
    }

    assert numbers == {heading: list(each) for heading, each in HEADINGS.items()}


def test_only_the_first_two_questions_were_recovered():
    recovered = [each.number for each in FRENCH.questions if each.status == "recovered"]

    assert recovered == [1, 2]


def test_path_is_the_recommended_one():
    assert [question.number for question in FRENCH.along_path] == PATH
    assert [len(stage.questions) for stage in FRENCH.path] == STAGES


def test_path_asks_every_dependency_before():
    asked = []
    for question in FRENCH.along_path:
        assert set(question.depends_on) <= set(asked), question.id
        asked.append(question.id)


def test_before_the_questions_one_text_and_what_was_observed():
    kinds = {each.id: each.kind.value for each in FRENCH.before.fields}

    assert (FRENCH.before.id, FRENCH.before.number) == ("scope", 0)
    assert kinds == {
        "meaning": "long",
        "observed_since": "date",
        "observed_where": "text",
        "observed_by": "person",
    }


def test_moderation_is_counted_from_the_charter():
    moderation = FRENCH.by_id["moderation"]

    assert (moderation.computed, moderation.fields, moderation.tables) == ("charter", (), ())


def test_both_languages_have_the_same_structure():
    def structure(asked):
        return [
            (
                question.id,
                [(each.id, each.kind, [option.id for option in each.options]) for each in fields],
                [(table.id, len(table.ticks), len(table.fixed)) for table in question.tables],
            )
            for question in (asked.before, *asked.questions)
            for fields in [
                [*question.fields, *(each for table in question.tables for each in table.columns)]
            ]
        ]

    assert structure(FRENCH) == structure(ENGLISH)
    assert FRENCH.version == ENGLISH.version


@pytest.mark.parametrize("asked", [FRENCH, ENGLISH], ids=LANGUAGES)
def test_every_question_says_why_what_is_good_what_to_avoid_and_an_example(asked):
    for question in (asked.before, *asked.questions):
        words = (question.why, question.good, question.avoid, question.source)
        assert all(words), question.id
        assert len(question.example.split()) >= 40 or question.computed, question.id


@pytest.mark.parametrize(
    ("question", "table", "named"),
    [
        pytest.param("relays", "relays", set(), id="nothing named"),
        pytest.param("speakers", "speakers", {"places"}, id="a place"),
        pytest.param("checkins", "values", {"indicators"}, id="an indicator"),
    ],
)
def test_rows_that_a_table_names_are_those_of_these_questions(question, table, named):
    columns = FRENCH.by_id[question].table(table).columns

    assert FRENCH.named_after(columns) == named


def test_rows_named_after_other_rows_bring_these_along():
    link = Field("voice", Kind.LINK, label="Voix", to="speakers.speakers")

    assert FRENCH.named_after([link]) == {"speakers", "places"}
