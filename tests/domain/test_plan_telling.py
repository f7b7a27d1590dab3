"""The plan in words, in both languages, whatever the dossier holds."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from conclusions.domain.dossier import Dossier
from conclusions.domain.plan.deriving import id_of
from conclusions.domain.plan.plan import build
from conclusions.domain.plan.telling import PlanTeller, shortened
from conclusions.domain.review import review
from conclusions.domain.telling import Narrator
from deliverables.paper.fonts import strings
from tests.conclusions import demonstration, dossier
from tests.domain.test_review import DAYS, written
from tests.plans import action, bare, edit, edited, plan_of, prepared

NB = "\N{NO-BREAK SPACE}"


def teller(given_dossier, language="fr"):
    return PlanTeller(Narrator(given_dossier, language))


@settings(max_examples=60)
@given(written(), DAYS)
def test_any_plan_is_told(given_dossier, as_of):
    plan = build(Dossier(given_dossier), as_of, review(given_dossier, as_of))
    typed = any("{" in each for each in strings(given_dossier))

    for language in ("fr", "en"):
        told = teller(given_dossier, language)
        for each in plan.actions:
            assert told.title(each)
            # A blank that nothing filled would show its brace.
            assert typed or "{" not in told.title(each)
            assert (told.state(each), told.when(each)) != ("", "")
            if each.derived is not None:
                assert told.why(each.derived)
                assert list(told.sources(each.derived))


@pytest.mark.parametrize(
    ("language", "title", "when", "days"),
    [
        (
            "fr",
            f"Former Hugo Manteix{NB}: Parler devant la caméra",
            f"du 8 au 28{NB}janvier 2027",
            "J\N{MINUS SIGN}5",
        ),
        (
            "en",
            "Train Hugo Manteix: Parler devant la caméra",
            f"8 to 28{NB}January 2027",
            "D\N{MINUS SIGN}5",
        ),
    ],
)
def test_action_is_told_in_the_language_of_the_page(language, title, when, days):
    given_dossier = demonstration("altivane-fr")
    told, found = (
        teller(given_dossier, language),
        action(plan_of(given_dossier), "acquire_skills", "7cm230ehqiez"),
    )

    assert (told.title(found), told.when(found), told.days(found.offset)) == (title, when, days)


def test_day_without_an_opening_is_told_from_it():
    plan = bare(prepared(opening={"prerequisites": [{"prerequisite": "charter"}]}))
    told = teller(prepared())

    assert told.when(action(plan, "publish_charter")) == "J\N{MINUS SIGN}14"
    assert told.when(action(plan, "opening")) == "J"
    assert told.days(None) == ""
    assert told.day(None) == ""


def test_one_day_is_told_once():
    given_dossier = prepared()

    assert teller(given_dossier).when(action(bare(given_dossier), "opening")) == (
        f"le 2{NB}février 2027"
    )


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        ("2027-03-01", "2027-03-05", f"du 1er au 5{NB}mars 2027"),
        ("2027-03-30", "2027-04-02", f"du 30{NB}mars au 2{NB}avril 2027"),
        ("2026-12-30", "2027-01-02", f"du 30{NB}décembre 2026 au 2{NB}janvier 2027"),
    ],
)
def test_days_say_their_month_and_year_once(start, due, expected):
    given_dossier = edited(prepared(), edit("month_point", start=start, due=due))

    assert teller(given_dossier).when(action(bare(given_dossier), "month_point")) == expected


def test_title_of_theirs_replaces_ours_and_names_what_is_lost():
    own = {"id": "a1b2c3d4e5f6", "effort": "2"}
    given_dossier = edited(prepared(), edit("opening", title="Ouvrir le Relais"), own)
    told, plan = teller(given_dossier), bare(given_dossier)

    assert told.title(action(plan, "opening")) == "Ouvrir le Relais"
    assert told.title(plan.by_id["a1b2c3d4e5f6"]) == "Action sans titre"


def test_sources_name_each_question_once_with_what_was_read():
    given_dossier = dossier(hours={"people": [
        {"person": "ines", "to_acquire": "Filmer", "how": "Deux jours"}]})  # fmt: skip

    (source,) = teller(given_dossier).sources(
        action(bare(given_dossier), "acquire_skills", "ines").derived
    )

    assert source.title.startswith("Question 22. ")
    assert source.told == ("Filmer", "Deux jours")


def test_many_things_are_named_three_and_the_rest_counted():
    rows = [{"subject": f"Sujet {number}"} for number in range(5)]
    given_dossier = dossier(red_lines={"subjects": rows}, hours={"people": [
        {"person": "ines", "to_acquire": f"Savoir {number}"} for number in range(5)]})  # fmt: skip
    told, plan = teller(given_dossier), bare(given_dossier)

    assert told.title(action(plan, "replacement_sentences")).endswith(
        f"pour «{NB}Sujet 0{NB}», «{NB}Sujet 1{NB}», «{NB}Sujet 2{NB}» et 2 de plus"
    )
    assert told.title(action(plan, "acquire_skills", "ines")).endswith(
        f"Ines{NB}: Savoir 0, Savoir 1, Savoir 2 et 2 de plus"
    )


def test_row_without_a_name_is_told_as_one():
    given_dossier = dossier(monitoring={"queries": [{"aims_at": "name"}]})

    told = teller(given_dossier).title(action(bare(given_dossier), "monitoring_alerts"))

    assert told.endswith("une ligne sans nom")


def test_what_people_typed_is_told_under_its_label():
    given_dossier = edited(prepared(), edit("opening", effort="9", state="doing"))
    row = action(bare(given_dossier), "opening").row

    assert teller(given_dossier).said(row) == [("Charge", "9"), ("État de l’action", "En cours")]


def test_people_hours_and_columns_are_told():
    told = teller(prepared())

    assert (told.person(""), told.person("ines")) == ("à nommer", "Ines")
    assert told.hours(Decimal("1.5")) == "1,5 h"
    assert told.columns(("owner", "due")) == "qui, échéance"


def test_loop_is_told_as_who_waits_for_whom():
    given_dossier = edited(prepared(), edit("publish_charter", after=[id_of("opening")]))
    told, plan = teller(given_dossier), bare(given_dossier)

    assert told.loop(plan.loops[0], lambda key: told.title(plan.by_id[key])) == (
        f"«{NB}Publier la charte{NB}» attend «{NB}Ouvrir{NB}», "
        f"qui attend «{NB}Publier la charte{NB}»"
    )


@pytest.mark.parametrize(
    ("words", "longest", "expected"),
    [
        ("un deux", 10, "un deux"),
        ("un,  deux\ntrois", 10, "un, deux…"),
        ("un, deux", 6, "un…"),
        ("indivisible", 6, "indiv…"),
    ],
)
def test_long_words_are_cut_at_a_word(words, longest, expected):
    assert shortened(words, longest) == expected


def test_action_says_why_and_how_far_it_is():
    given_dossier = demonstration("altivane-fr")
    found = action(bare(given_dossier), "publish_charter")
    told = teller(given_dossier, "en")

    assert told.why(found.derived) == told.catalogue.by_id["publish_charter"].why
    assert told.state(found) == "To do"


def test_drafts_are_named_by_their_numbers():
    given = dossier() | {"answers": {"tone": {"state": "draft"}, "voices": {"state": "draft"}}}

    assert teller(given).title(action(bare(given), "finish_drafts")) == (
        "Terminer les réponses en brouillon\xa0: 3, 18"
    )
