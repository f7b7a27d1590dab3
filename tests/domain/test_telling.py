"""Stored values in words, as each language writes them."""

import pytest

from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, FixedRow, Kind, Option, Table
from strategy.domain.telling import Teller, Told, row_names, rows_apart, teller

STEPS = tuple(Option(str(step), f"Degré {step}") for step in range(-2, 5))
OPTIONS = (Option("us", "À nous"), Option("them", "À un tiers"))
PEOPLE = {"ines": "Inès Bellamy", "marc": "Marc Oyono"}
ROWS = {"places.places": {"r1": Told(("Forum",), typed=True), "r2": Told(("Site",), typed=True)}}
GONE = "a1b2c3d4e5f6"
MONDAY = {"day": "monday", "from": "09:00", "to": "18:30"}


def field(kind, **values):
    return Field("x", kind, "X", **values)


def told(kind, value, language="fr", **values):
    return Teller(language, PEOPLE, ROWS).tell(field(kind, **values), value).words


@pytest.mark.parametrize(
    ("kind", "value", "french", "english"),
    [
        (Kind.TEXT, "Mot", "Mot", "Mot"),
        (Kind.LONG, "Un\nDeux", "Un\nDeux", "Un\nDeux"),
        (Kind.URL, "https://x.example", "https://x.example", "https://x.example"),
        (Kind.NUMBER, "1234.5", "1\u202f234,5", "1,234.5"),
        (Kind.MONEY, 125_000, "1\u202f250\u00a0€", "€1,250"),
        (Kind.MONEY, 125_050, "1\u202f250,50\u00a0€", "€1,250.50"),
        (Kind.YES_NO, True, "Oui", "Yes"),
        (Kind.YES_NO, False, "Non", "No"),
        (Kind.DATE, "2027-03-01", "1er\u00a0mars 2027", "1\u00a0March 2027"),
        (Kind.DATE, "2027-03-12", "12\u00a0mars 2027", "12\u00a0March 2027"),
        (Kind.PERSON, "ines", "Inès Bellamy", "Inès Bellamy"),
        (Kind.PERSONS, ["ines", "marc"], "Inès Bellamy, Marc Oyono", "Inès Bellamy, Marc Oyono"),
    ],
)
def test_value_is_told_as_the_language_writes_it(kind, value, french, english):
    assert (told(kind, value), told(kind, value, "en")) == (french, english)


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        ("1", "working_hour", "1\u00a0heure ouvrée", "1\u00a0working hour"),
        ("1.5", "hour", "1,5\u00a0heure", "1.5\u00a0hours"),
        ("0", "day", "0\u00a0jour", "0\u00a0days"),
        ("2", "month", "2\u00a0mois", "2\u00a0months"),
    ],
)
def test_duration_agrees_with_its_number(value, unit, french, english):
    duration = {"value": value, "unit": unit}

    assert told(Kind.DURATION, duration) == french
    assert told(Kind.DURATION, duration, "en") == english


def test_hours_of_following_days_are_told_together():
    week = [MONDAY | {"day": day} for day in ("monday", "tuesday", "wednesday", "saturday")]
    week.append({"day": "saturday", "from": "20:00", "to": "24:00"})

    assert told(Kind.WEEKLY_HOURS, week) == (
        "du lundi au mercredi, 9\u00a0h–18\u00a0h\u00a030\u00a0; "
        "samedi, 9\u00a0h–18\u00a0h\u00a030 et 20\u00a0h–24\u00a0h"
    )
    assert told(Kind.WEEKLY_HOURS, week[:2], "en") == "Monday and Tuesday, 09:00–18:30"


def test_option_is_told_by_its_label_or_its_id():
    assert told(Kind.ONE, "us", options=OPTIONS) == "À nous"
    assert told(Kind.SEVERAL, ["us", "gone"], options=OPTIONS) == "À nous, gone"


def test_scale_tells_its_step():
    assert told(Kind.SCALE, 1, options=STEPS, min="-2", max="2") == "Degré 1 (+1)"
    assert told(Kind.SCALE, -2, options=STEPS, min="-2", max="2") == "Degré -2 (\N{MINUS SIGN}2)"
    assert told(Kind.SCALE, 3, options=STEPS, min="0", max="4") == "Degré 3 (3 sur 4)"
    assert told(Kind.SCALE, 3, "en", options=STEPS, min="0", max="4") == "Degré 3 (3 out of 4)"


def test_link_is_told_by_the_row_it_names():
    assert told(Kind.LINK, "r1", to="places.places") == "Forum"
    assert told(Kind.LINKS, ["r2", "r1"], to="places.places") == "Site, Forum"
    assert told(Kind.LINK, "r9", to="places.places") == "ligne retirée"
    assert told(Kind.LINK, "r9", "en", to="places.places") == "row removed"


def test_nothing_is_told_of_nothing():
    assert told(Kind.TEXT, None) == ""
    assert (Teller().date(None), Teller().person("")) == ("", "")


def test_person_who_left_the_list_is_told_so():
    assert told(Kind.PERSON, GONE) == "personne retirée de la liste"
    assert told(Kind.PERSONS, ["marc", GONE], "en") == "Marc Oyono, person removed from the list"


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Kind.PERSON, "La directrice"), (Kind.DATE, "bientôt"), (Kind.NUMBER, "beaucoup")],
)
def test_value_of_a_former_content_is_told_as_it_is(kind, value):
    assert told(kind, value) == value


def test_words_of_a_person_are_marked_as_typed():
    plain = Teller("fr", PEOPLE)

    assert plain.tell(field(Kind.TEXT), "Mot").typed
    assert not plain.tell(field(Kind.NUMBER), "1").typed


def test_row_is_named_by_its_first_column_even_when_it_is_gone():
    place = Field("place", Kind.TEXT, "Lieu")
    table = Table("places", "Lieux", "Lieu", (place,))
    value = {
        "tables": {"places": [{"id": "r1", "place": "Forum"}, {"id": "r2"}]},
        "gone": {"places": {"r0": "Ancien site"}},
    }

    named = {row: told.words for row, told in row_names(Teller("fr"), table, value).items()}

    assert named == {"r1": "Forum", "r0": "Ancien site (ligne retirée)"}


def test_fixed_row_is_named_by_its_label():
    table = Table("levels", "Niveaux", "", (field(Kind.TEXT),), fixed=(FixedRow("red", "Rouge"),))

    named = row_names(Teller("fr"), table, {"tables": {"levels": [{"id": "red", "x": "Mot"}]}})

    assert named["red"].words == "Rouge"


def test_teller_of_a_dossier_knows_the_rows_of_every_table():
    asked = questionnaire("fr")
    places = {"tables": {"places": [{"id": "r1", "place": "Forum"}]}}
    hours = {"tables": {"people": [{"id": "r2", "person": "ines"}]}}

    knowing = teller(asked, people=PEOPLE, values={"places": places, "hours": hours})

    assert knowing.tell(field(Kind.LINK, to="places.places"), "r1").words == "Forum"
    assert knowing.rows["hours.people"]["r2"].words == "Inès Bellamy"


@pytest.mark.parametrize(
    ("unit", "french", "english"),
    [
        ("%", "\u00a0", ""),
        ("% of messages", "\u00a0", ""),
        ("hours", "\u00a0", "\u00a0"),
        ("", "", ""),
    ],
)
def test_unit_stands_by_its_number_as_the_language_writes_it(unit, french, english):
    assert (Teller("fr").before_unit(unit), Teller("en").before_unit(unit)) == (french, english)


def test_rows_of_one_name_are_told_apart_by_their_next_column():
    columns = (Field("person", Kind.PERSON, "Qui"), Field("mission", Kind.TEXT, "Quoi"))
    table = Table("people", "Heures", "Heure", columns)
    said = [("r1", "ines", "Veille"), ("r2", "marc", ""), ("r3", "ines", "Réponse")]
    rows = [{"id": row, "person": who, "mission": what} for row, who, what in said]
    plain = Teller("fr", PEOPLE, ROWS)

    def apart(count):
        return rows_apart(plain, table, {"tables": {"people": rows[:count]}})

    assert apart(2) == ["Inès Bellamy", "Marc Oyono"]
    assert apart(3) == ["Inès Bellamy\N{NO-BREAK SPACE}: Veille, Réponse", "Marc Oyono"]


def test_field_that_has_a_unit_is_measured_in_it():
    assert field(Kind.NUMBER).measured == "X"
    assert field(Kind.NUMBER, unit="heures").measured == "X (heures)"
