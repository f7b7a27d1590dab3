"""A value fits its field, or a sentence says why not, at its place."""

import pytest

from strategy.domain import limits
from strategy.domain.questionnaire import Field, FixedRow, Kind, Option, Table
from strategy.domain.repeats import doubts
from strategy.domain.tables import header_mistakes, table_mistakes
from strategy.domain.values import Known, mistakes

OPTIONS = (Option("1", "un"), Option("2", "deux"))
KNOWN = Known({"person000001"}, {"places.places": {"row000000001"}})
FIELDS = {
    "line": Field("line", Kind.TEXT, ""),
    "long": Field("long", Kind.LONG, ""),
    "one": Field("one", Kind.ONE, "", options=OPTIONS),
    "several": Field("several", Kind.SEVERAL, "", options=OPTIONS),
    "scale": Field("scale", Kind.SCALE, "", options=OPTIONS),
    "number": Field("number", Kind.NUMBER, "", min="0", max="168", decimals=1),
    "rank": Field("rank", Kind.NUMBER, "", min="1", integer=True, unique=True),
    "money": Field("money", Kind.MONEY, "", min="0"),
    "date": Field("date", Kind.DATE, ""),
    "duration": Field("duration", Kind.DURATION, "", units=("hour", "working_hour")),
    "hours": Field("hours", Kind.WEEKLY_HOURS, ""),
    "yes": Field("yes", Kind.YES_NO, "", single=True),
    "url": Field("url", Kind.URL, ""),
    "person": Field("person", Kind.PERSON, ""),
    "persons": Field("persons", Kind.PERSONS, ""),
    "link": Field("link", Kind.LINK, "", to="places.places"),
    "links": Field("links", Kind.LINKS, "", to="places.places"),
}
MONDAY = {"day": "monday", "from": "09:00", "to": "18:00"}


def told(field, value, *, cell=False):
    return [str(each) for each in mistakes(FIELDS[field], value, place="x", known=KNOWN, cell=cell)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("line", "Vous connaissez le vrai délai."),
        ("long", "Une ligne\net une autre"),
        ("one", "1"),
        ("several", ["2", "1"]),
        ("scale", 2),
        ("number", "12.5"),
        ("rank", "3"),
        ("money", 125_000),
        ("date", "2027-02-02"),
        ("duration", {"value": "4", "unit": "working_hour"}),
        ("hours", [MONDAY, MONDAY | {"to": "24:00"}]),
        ("yes", False),
        ("url", "https://altivane.example/atelier?a=1"),
        ("person", "person000001"),
        ("persons", ["person000001"]),
        ("link", "row000000001"),
        ("links", ["row000000001"]),
    ],
)
def test_value_of_its_kind_fits(field, value):
    assert told(field, value) == []


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("line", 3, "un texte est attendu, entre guillemets."),
        ("line", "  ", "ce texte est vide : ce qui est vide ne s’écrit pas."),
        ("line", "a\nb", "2 lignes, 1 au plus."),
        ("line", "a\x00", "ce texte contient un caractère qui ne peut pas être conservé."),
        ("line", "a\ud800", "ce texte contient un caractère qui ne peut pas être conservé."),
        ("line", "a" * 501, "501 caractères, 500 au plus."),
        ("long", "a" * 20_001, "20\u202f001 caractères, 20\u202f000 au plus."),
        ("long", "a\n" * 500, "501 lignes, 500 au plus."),
        ("one", "3", "l’option « 3 » n’existe pas."),
        ("one", ["1"], "l’option « ['1'] » n’existe pas."),
        ("several", [], "une liste qui n’est pas vide est attendue."),
        ("several", ["1", "1"], "la même chose est dite deux fois dans cette liste."),
        ("scale", "1", "« 1 » n’est pas un degré de cette échelle."),
        ("scale", True, "« True » n’est pas un degré de cette échelle."),
        ("number", 3, "un nombre est attendu, entre guillemets, avec un point décimal."),
        ("number", "1e9", "un nombre est attendu, entre guillemets, avec un point décimal."),
        ("number", "-1", "-1 est trop petit : 0 au moins."),
        ("number", "169", "169 est trop grand : 168 au plus."),
        ("number", "1.25", "1.25 : 1 décimales au plus."),
        ("rank", "1.5", "1.5 : 0 décimales au plus."),
        ("money", 12.5, "un montant est attendu, en centimes entiers."),
        ("money", 10**15, "un montant est attendu, en centimes entiers."),
        ("money", -100, "-1 est trop petit : 0 au moins."),
        ("date", "2027-02-30", "« 2027-02-30 » n’est pas une date AAAA-MM-JJ."),
        ("date", "20270202", "« 20270202 » n’est pas une date AAAA-MM-JJ."),
        ("date", 2027, "« 2027 » n’est pas une date AAAA-MM-JJ."),
        ("duration", "4 h", "une durée est attendue : « value » et « unit »."),
        ("duration", {"value": "4", "unit": "month"}, "l’unité « month » n’est pas admise."),
        (
            "duration",
            {"value": "-4", "unit": "hour"},
            "une durée est un nombre positif, entre guillemets.",
        ),
        ("hours", [], "une liste de plages horaires est attendue."),
        (
            "hours",
            [MONDAY | {"to": "25:00"}],
            "une plage horaire s’écrit « day », « from » et « to » (09:00).",
        ),
        ("hours", ["monday"], "une plage horaire s’écrit « day », « from » et « to » (09:00)."),
        ("yes", "oui", "oui ou non est attendu : true ou false."),
        (
            "url",
            "javascript:alert(1)",
            "une adresse est attendue : http:// ou https://, sans espace.",
        ),
        ("url", "https://x.example/" + "a" * 2_000, "2\u202f018 caractères, 2\u202f000 au plus."),
        ("person", "nobody", "la personne « nobody » n’est pas dans la liste."),
        ("persons", "person000001", "une liste qui n’est pas vide est attendue."),
        ("link", "nothing", "la ligne « nothing » n’existe pas dans places.places."),
        ("links", [["x"]], "la ligne « ['x'] » n’existe pas dans places.places."),
    ],
)
def test_value_that_does_not_fit_says_why(field, value, sentence):
    assert told(field, value) == [f"x : {sentence}"]


def test_cell_is_shorter_than_a_long_text():
    assert told("long", "a" * limits.CELL, cell=True) == []
    assert told("long", "a" * 2_001, cell=True) == [
        "x : 2\u202f001 caractères, 2\u202f000 au plus."
    ]


def test_mistake_is_told_in_the_words_given():
    (mistake,) = mistakes(FIELDS["person"], "nobody", place="x", known=KNOWN)

    assert mistake.told(lambda french: "%(value)s is not on the list.") == (
        "x : nobody is not on the list."
    )


def test_header_names_unknown_fields():
    found = header_mistakes([FIELDS["one"]], {"one": "1", "two": "x"}, place="h", known=KNOWN)

    assert [str(each) for each in found] == ["h.two : ce champ n’existe pas."]
    assert [str(each) for each in header_mistakes([], [], place="h", known=KNOWN)] == [
        "h : un objet est attendu, entre accolades."
    ]


TABLE = Table("t", "", "", (FIELDS["rank"], FIELDS["yes"]), max_rows=3)
FIXED = Table("f", "", "", (FIELDS["line"],), fixed=(FixedRow("red", "Rouge"),))


def rows(*ids):
    return [{"id": each, "rank": "1"} for each in ids]


@pytest.mark.parametrize(
    ("table", "given", "sentences"),
    [
        (TABLE, {}, ["t : une liste de lignes est attendue, entre crochets."]),
        (TABLE, ["x"], ["t[0] : un objet est attendu, entre accolades."]),
        (TABLE, rows("a" * 12, "b" * 12), []),
        (TABLE, rows("a" * 12, "a" * 12), ["t : deux lignes ont l’identifiant « aaaaaaaaaaaa »."]),
        (
            TABLE,
            [{"rank": "1"}],
            ["t[0].id : un identifiant est attendu : 12 caractères, a-z et 0-9."],
        ),
        (TABLE, [{"id": "a" * 12, "no": 1}], ["t[0].no : cette colonne n’existe pas."]),
        (TABLE, rows("a" * 12, "b" * 12, "c" * 12, "d" * 12), ["t : 4 lignes, 3 au plus."]),
        (FIXED, [{"id": "red", "line": "x"}], []),
        (FIXED, [{"id": ["red"]}], ["t[0].id : un de ces identifiants est attendu : red."]),
    ],
)
def test_rows_that_do_not_fit_say_where(table, given, sentences):
    found = table_mistakes(table, given, place="t", known=KNOWN)

    assert [str(each) for each in found] == sentences


def test_equal_ranks_and_two_only_ones_are_doubts():
    given = [{"id": "a" * 12, "rank": "1", "yes": True}, {"id": "b" * 12, "rank": "1", "yes": True}]

    found = doubts([TABLE], {"tables": {"t": given}}, place="v")

    assert [str(each) for each in found] == [
        "v.tables.t.rank : « 1 » est donné deux fois.",
        "v.tables.t.yes : une seule ligne peut dire oui.",
    ]
    assert list(doubts([TABLE], {"tables": {"t": given[:1]}}, place="v")) == []
