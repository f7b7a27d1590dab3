"""The fields of each question: their kinds, the stars of the quick form, their links and bounds."""

import pytest

from strategy.domain import limits
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Kind

FRENCH = questionnaire("fr")

# question: header fields and columns of the quick form.
QUICK = {
    "receivers": "audience circle rank minors",
    "relays": "relay reason consideration",
    "voices": "voice tone",
    "speakers": "staff_rule place holder deputy",
    "arbiters": "decider out_of_hours maximum_delay",
    "image": "overall_tone said",
    "messages": "message proof",
    "contents": "monthly_capacity",
    "red_lines": "subject",
    "conversations": "space url type",
    "places": "place owner role open_to_contributions",
    "encounters": "accuracy",
    "opening": "opens_on",
    "rhythm": "cadence",
    "reply_times": "announced_delay covered_hours out_of_hours",
    "crisis": "trigger case",
    "monitoring": "level",
    "tone": "signature adjective",
    "replies": "maturity",
    "moderation": "",
    "feedback": "maturity",
    "hours": "weekly_hours",
    "budget": "yearly_budget",
    "indicators": "indicator family unit baseline measured_on target due",
    "objective": "sentence horizon objective",
    "trust": "level because",
    "change_of_course": "review_on condition",
}
QUICK_ROWS = {
    "relays.relays": 3,
    "voices.voices": 3,
    "speakers.speakers": 1,
    "messages.messages": 1,
    "places.places": 3,
    "crisis.triggers": 1,
    "crisis.silences": 1,
    "indicators.indicators": 1,
    "objective.objectives": 1,
}
KINDS = {
    "receivers.audiences": "text one text long number one",
    "relays.relays": "text one text one money text",
    "voices.voices": "text one one one text date",
    "speakers.speakers": "link person person text text money date",
    "arbiters.levels": "long person person person duration",
    "image.themes": "text scale text url date text one text one",
    "messages.messages": "text link text url text yes_no date person",
    "contents.formats": "text text text one person number number one",
    "red_lines.subjects": "text one one text text person",
    "conversations.spaces": "text url one links number date text one",
    "places.places": "text one one links yes_no text number text date",
    "encounters.queries": "text one long text one date text",
    "opening.prerequisites": "one text person date date",
    "rhythm.places": "link one several person",
    "rhythm.moments": "text one date date link",
    "reply_times.places": "link one duration duration weekly_hours",
    "crisis.triggers": "text one persons text duration long",
    "crisis.silences": "text text text",
    "monitoring.queries": "text one one several text one text person yes_no duration",
    "tone.adjectives": "text text text",
    "replies.cases": "one yes_no long one one text",
    "feedback.returns": "text person yes_no one text text text date",
    "hours.people": "person one number text text person",
    "budget.lines": "one money yes_no date",
    "indicators.indicators": (
        "text link one yes_no yes_no text one number date number date text one"
    ),
    "objective.objectives": "one number",
    "trust.audiences": "link text long long text text",
    "change_of_course.conditions": "text link one",
}
HEADERS = {
    "speakers": "long",
    "image": "scale text",
    "contents": "number",
    "encounters": "scale",
    "opening": "date",
    "rhythm": "one",
    "reply_times": "duration weekly_hours one",
    "monitoring": "one",
    "tone": "one several",
    "replies": "one",
    "feedback": "one date",
    "hours": "number",
    "budget": "money",
    "objective": "text one date",
    "trust": "scale text",
    "change_of_course": "date person long",
}
LINKS = {
    "speakers.speakers.place": "places.places",
    "messages.messages.audience": "receivers.audiences",
    "conversations.spaces.audiences": "receivers.audiences",
    "places.places.audiences": "receivers.audiences",
    "rhythm.places.place": "places.places",
    "rhythm.moments.place": "places.places",
    "reply_times.places.place": "places.places",
    "indicators.indicators.objective": "objective.objectives",
    "trust.audiences.audience": "receivers.audiences",
    "change_of_course.conditions.indicator": "indicators.indicators",
}


def columns_of(asked):
    for question in asked.questions:
        for table in question.tables:
            for column in table.columns:
                yield f"{question.id}.{table.id}.{column.id}", column


@pytest.mark.parametrize("question", FRENCH.questions, ids=lambda each: each.id)
def test_quick_form_holds_exactly_the_starred_fields(question):
    fields = [*question.fields, *(each for table in question.tables for each in table.columns)]

    quick = [each.id for each in fields if each.quick]

    assert quick == QUICK[question.id].split()


def test_quick_form_holds_the_first_rows():
    told = {
        f"{question.id}.{table.id}": table.quick_rows
        for question in FRENCH.questions
        for table in question.tables
        if table.quick_rows
    }

    assert told == QUICK_ROWS


def test_quick_form_of_the_arbiters_is_the_red_row():
    levels = FRENCH.by_id["arbiters"].table("levels")

    assert [(row.id, row.quick) for row in levels.fixed] == [
        ("green", False),
        ("orange", False),
        ("red", True),
    ]


def test_columns_are_of_their_kind():
    kinds = {
        f"{question.id}.{table.id}": " ".join(column.kind for column in table.columns)
        for question in FRENCH.questions
        for table in question.tables
    }

    assert kinds == KINDS


def test_links_lead_to_the_rows_they_name():
    assert {place: column.to for place, column in columns_of(FRENCH) if column.to} == LINKS


def test_weekly_hours_are_summed_from_the_people():
    hours = FRENCH.by_id["hours"].field("weekly_hours")

    assert (hours.sum_of, hours.quick) == ("people.weekly_hours", True)


def test_header_fields_are_of_their_kind():
    kinds = {
        question.id: " ".join(each.kind for each in question.fields)
        for question in FRENCH.questions
        if question.fields
    }

    assert kinds == HEADERS


def test_nine_objectives_can_be_chosen():
    (objectives,) = FRENCH.by_id["objective"].tables

    assert len(objectives.column("objective").options) == 9


def test_bounds_are_kept_where_they_are_stated():
    columns = dict(columns_of(FRENCH))
    hours, rank = columns["places.places.weekly_hours"], columns["receivers.audiences.rank"]

    assert (hours.min, hours.max) == ("0", "168")
    assert (rank.min, rank.max, rank.integer, rank.unique) == ("1", "500", True, True)
    assert columns["indicators.indicators.main"].single


def test_values_of_an_indicator_have_the_same_bounds_wherever_they_are_typed():
    values = FRENCH.linked("checkins.values")[1].column("value")
    columns = dict(columns_of(FRENCH))
    named = [columns[f"indicators.indicators.{name}"] for name in ("baseline", "target")]

    assert {each.bounds for each in (values, *named)} == {(-limits.MEASURED, limits.MEASURED)}


def test_numbers_say_their_unit_or_are_ranks():
    silent = [
        place
        for place, column in columns_of(FRENCH)
        if column.kind is Kind.NUMBER and not column.unit and not column.unique
    ]

    # What an indicator counts is told by the column beside it.
    assert silent == ["indicators.indicators.baseline", "indicators.indicators.target"]
