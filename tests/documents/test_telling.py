"""Values in words, in both languages."""

from typing import Any

import pytest

from strategy.domain.questionnaire import Field, Kind, Option
from strategy.domain.telling import Teller, Told

WEEK = [{"day": day, "from": "09:00", "to": "18:00"} for day in ("monday", "tuesday", "wednesday")]
SATURDAY = [{"day": "saturday", "from": "10:00", "to": "12:30"}]
OPTIONS = (Option("-1", "Plutôt défavorable"), Option("a", "Premier"), Option("b", "Second"))

CASES = [
    (Kind.MONEY, 1_200_000, "12 000 €", "€12,000"),
    (Kind.MONEY, 123_456, "1 234,56 €", "€1,234.56"),
    (Kind.NUMBER, "1234.5", "1 234,5", "1,234.5"),
    (Kind.DATE, "2027-03-01", "1er mars 2027", "1 March 2027"),
    (Kind.DURATION, {"value": "1.5", "unit": "hour"}, "1,5 heure", "1.5 hours"),
    (Kind.DURATION, {"value": "4", "unit": "working_day"}, "4 jours ouvrés", "4 working days"),
    (
        Kind.WEEKLY_HOURS,
        WEEK + SATURDAY,
        "du lundi au mercredi, 9 h–18 h ; samedi, 10 h–12 h 30",
        "Monday to Wednesday, 09:00–18:00; Saturday, 10:00–12:30",
    ),
    (Kind.YES_NO, False, "Non", "No"),
    (Kind.SEVERAL, ["a", "b"], "Premier, Second", "Premier, Second"),
    (Kind.ONE, "gone", "gone", "gone"),
    (Kind.DATE, "hier", "hier", "hier"),
]


@pytest.mark.parametrize(("kind", "value", "french", "english"), CASES)
def test_value_is_told_in_both_languages(kind: Kind, value: Any, french: str, english: str):
    asked = Field("x", kind, "X", options=OPTIONS)

    told = [Teller(language).tell(asked, value).words for language in ("fr", "en")]

    assert [plain(words) for words in told] == [french, english]


def plain(words: str) -> str:
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def test_step_of_a_scale_is_told_with_its_place():
    tone = Field("x", Kind.SCALE, "X", min="-2", max="2", options=OPTIONS)
    trust = Field("x", Kind.SCALE, "X", min="0", max="4", options=(Option("3", "Confiance"),))

    assert Teller("fr").tell(tone, -1).words == "Plutôt défavorable (\N{MINUS SIGN}1)"
    assert Teller("fr").tell(trust, 3).words == "Confiance (3 sur 4)"


def test_people_and_rows_are_told_by_name():
    teller = Teller("fr", {"p1": "Inès"}, {"places.places": {"r1": Told(("Forum",), typed=True)}})
    link = Field("x", Kind.LINKS, "X", to="places.places")

    assert teller.tell(Field("x", Kind.PERSONS, "X"), ["p1"]) == Told(("Inès",), typed=True)
    assert teller.tell(link, ["r1", "r2"]) == Told(("Forum", "ligne retirée"), typed=True)


def test_absent_value_is_told_by_nothing():
    assert Teller("fr").tell(Field("x", Kind.TEXT, "X"), None).items == ()
