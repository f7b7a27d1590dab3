"""A finding in words: names, amounts, dates, where each thing stands."""

from decimal import Decimal

import pytest

from conclusions.domain import clock
from conclusions.domain.counting import Counted
from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Place
from conclusions.domain.mending import is_done
from conclusions.domain.reads import Read
from conclusions.domain.rulebook import Mend
from conclusions.domain.telling import Narrator
from strategy.domain.telling import Teller
from tests.conclusions import dossier, found


def relays(*names):
    rows = [{"relay": name, "consideration": "money"} for name in names]
    return dossier(relays={"relays": [{k: v for k, v in row.items() if v} for row in rows]})


def sentence(written, code, language="fr"):
    return Narrator(written, language).sentence(found(written, code))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["A"], "«\xa0A\xa0»", id="one"),
        pytest.param(["A", "B", "C"], "«\xa0A\xa0», «\xa0B\xa0», «\xa0C\xa0»", id="three"),
        pytest.param(
            list("ABCDE"), "«\xa0A\xa0», «\xa0B\xa0», «\xa0C\xa0» et 2 de plus", id="more"
        ),
        pytest.param([""], "une ligne sans nom", id="none"),
        pytest.param(["A" * 90], f"«\xa0{'A' * 79}…\xa0»", id="long"),
        pytest.param(["On répond."], "«\xa0On répond\xa0»", id="sentence"),
        pytest.param(["Club A.B."], "«\xa0Club A.B.\xa0»", id="initials"),
    ],
)
def test_rows_are_named_in_the_sentence(names, expected):
    assert sentence(relays(*names), "R04") == f"Une contrepartie est prévue pour {expected}."


def test_sentence_speaks_the_language_asked_for():
    assert sentence(relays("A"), "R04", "en") == "Something is given in return to “A”."


def test_amounts_are_told_as_money():
    written = dossier(
        budget={"yearly_budget": 100, "lines": [{"line": "tools", "amount": 12_345_600}]}
    )

    assert sentence(written, "X20", "en") == (
        "The lines of question 23 add up to €123,456, for a budget of €1."
    )


def test_row_called_after_another_takes_its_name():
    written = dossier(
        places={"places": [{"place": "Forum"}]},
        speakers={"speakers": [{"place": "places1", "holder": "ines"}]},
    )
    narrator = Narrator(written, "en")

    shown = [narrator.shown(each) for each in found(written, "R12").reads]

    assert [(each.row, each.told.words) for each in shown] == [("Forum", "Ines"), ("Forum", "")]


def test_rows_of_one_name_are_told_apart_by_their_next_column():
    missions = ("answering", "moderation", "answering")
    rows = [
        {"person": person, "mission": mission, "weekly_hours": "1"}
        for person, mission in zip(("ines", "ines", "omar"), missions, strict=True)
    ]
    written = dossier(
        places={"places": [{"place": "Forum", "weekly_hours": "9"}]}, hours={"people": rows}
    )
    narrator = Narrator(written, "en")

    shown = [narrator.shown(each) for each in found(written, "R05").reads]

    assert [(each.row, each.apart) for each in shown] == [
        ("Forum", ""),
        ("Ines", "Answering messages"),
        ("Ines", "Welcome and moderation"),
        ("omar", ""),
    ]
    nobody = narrator.shown(Read("question", "hours", "rows/people/people1/mission", "answering"))
    assert nobody.apart == ""


def test_rows_are_named_only_when_asked_for():
    narrator = Narrator(relays("A"), "fr")
    before = len(narrator.teller.rows)

    narrator.sentence(found(narrator.written, "R04"))

    assert (before, list(narrator.teller.rows)) == (0, ["relays.relays"])


def test_profile_and_choices_are_told_too():
    written = dossier(
        profile={"regulated_fields": ["alcohol"]},
        decisions={"age": "fifteen_and_over"},
    )
    narrator = Narrator(written, "en")

    shown = [narrator.shown(each) for each in found(written, "C09").reads]

    assert [(each.title, each.label, each.told.words) for each in shown] == [
        ("Profile of the organisation", "Regulated fields", "alcohol"),
        (
            "Decision 4. " + narrator.charter.by_id["age"].title,
            "Choice",
            "15 and over, self-declared",
        ),
    ]


def test_hours_of_the_week_are_told():
    monday = [{"day": "monday", "from": "09:00", "to": "12:00"}]
    written = dossier(
        reply_times={"covered_hours": [{"day": "friday", "from": "09:00", "to": "12:00"}]},
        decisions={"hours": ("business_hours", {"weekly_hours": monday})},
    )

    assert "Monday, 09:00–12:00" in sentence(written, "X02", "en")


def test_tier_is_told_as_it_is():
    written = dossier(decisions={"space": "public_community", "reasons": "silent"})

    assert "(tier N3, to be confirmed)" in sentence(written, "C02", "en")


def test_details_of_a_decision_are_told():
    written = dossier(
        hours={"people": [{"person": "ines", "mission": "moderation", "weekly_hours": "1"}]},
        decisions={
            "moderation_mode": "before_publication",
            "space": ("public_community", {"weekly_messages": "1200"}),
        },
    )
    narrator = Narrator(written, "en")

    shown = [narrator.shown(each) for each in found(written, "C05").reads]

    assert [each.told.words for each in shown][1:] == ["1,200", "1"]


def test_spans_that_touch_are_one():
    morning = {"day": "monday", "from": "09:00", "to": "12:00"}
    noon = {"day": "monday", "from": "12:00", "to": "14:00"}
    nothing = {"day": "monday", "from": "18:00", "to": "17:00"}

    assert clock.spans([noon, morning, nothing]) == [(540, 840)]


def test_spans_leave_out_what_is_no_range():
    monday = {"day": "monday", "from": "09:00", "to": "12:00"}

    assert clock.spans([{}, "monday", monday | {"from": "9"}, monday | {"day": []}, monday]) == [
        (540, 720)
    ]
    assert clock.spans("monday") == []


def test_decision_that_is_not_to_be_taken_mends_nothing():
    minors = {"receivers": {"audiences": [{"audience": "Lycéens", "minors": "unknown"}]}}
    told = {
        space: [
            place.id
            for written in [dossier(**minors, decisions={"space": space})]
            for _do, place in Narrator(written, "fr").mends(found(written, "R16"))
        ]
        for space in ("third_party_page", "public_community")
    }

    assert told == {"third_party_page": ["receivers"], "public_community": ["age", "receivers"]}


@pytest.mark.parametrize(
    ("age", "minors", "left"),
    [
        pytest.param("fifteen_and_over", "unknown", 1, id="age confirmed, public unknown"),
        pytest.param("", "fifteen_and_over", 1, id="public known, age undecided"),
        pytest.param("fifteen_and_over", "fifteen_and_over", 0, id="all said"),
    ],
)
def test_reminder_asks_no_more_for_what_is_said(age, minors, left):
    decided = {"space": "public_community", **({"age": "fifteen_and_over"} if age else {})}
    audiences = [{"audience": "Lycéens", "minors": minors}, {"audience": "Élus", "minors": "no"}]
    written = dossier(receivers={"audiences": audiences}, decisions=decided)

    assert len(Narrator(written, "fr").left(found(written, "R16"))) == left


@pytest.mark.parametrize(
    ("to", "done"),
    [
        pytest.param("receivers", False, id="a whole question"),
        pytest.param("profile.country", False, id="the profile"),
        pytest.param("hours.weekly_hours", True, id="a field that is said"),
        pytest.param("budget.yearly_budget", False, id="a field that is not"),
        pytest.param("relays.relays.yearly_value", False, id="a table that was not read"),
    ],
)
def test_what_is_asked_for_is_done_where_it_is_said(to, done):
    written = dossier(
        receivers={"audiences": [{"audience": "Lycéens", "minors": "unknown"}]},
        hours={"weekly_hours": "9"},
    )

    target = Mend("", to).target

    assert is_done(target, found(written, "R16"), Dossier(written)) is done


TITLE = "Le registre des promesses, et qui pourrait nous retirer sa confiance"


@pytest.mark.parametrize(
    ("place", "number", "short"),
    [
        pytest.param(Place("question", "objective"), "Question 25", "Question 25", id="a question"),
        pytest.param(Place("decision", "age"), "Décision 4", "Décision 4", id="a decision"),
        pytest.param(Place("question", "promises"), "", TITLE, id="a register"),
        pytest.param(Place("profile", ""), "", "Profil de l’organisation", id="the profile"),
    ],
)
def test_place_is_called_by_its_number_where_it_has_one(place, number, short):
    narrator = Narrator(dossier(), "fr")

    assert (narrator.number(place), narrator.short(place)) == (number, short)


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("fr", "1.5", "1,5\N{NO-BREAK SPACE}heure"),
        ("fr", "0", "0\N{NO-BREAK SPACE}heure"),
        ("fr", "2", "2\N{NO-BREAK SPACE}heures"),
        ("en", "1", "1\N{NO-BREAK SPACE}heure"),
        ("en", "1.5", "1.5\N{NO-BREAK SPACE}heures"),
    ],
)
def test_number_takes_its_noun_as_the_language_counts(language, number, said):
    counted = Counted.of(Decimal(number), Teller(language))

    assert f"{counted:heure|heures}" == said
    assert f"{counted}" == counted
