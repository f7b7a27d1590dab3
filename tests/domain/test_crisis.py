"""The crisis kit: levels, who is told and reached, statements in the tone that was chosen."""

import pytest

from conclusions.domain.crisis.kit import Contact, kit
from conclusions.domain.crisis.telling import CrisisTelling
from conclusions.domain.dossier import Dossier
from conclusions.domain.telling import Narrator
from tests.conclusions import demonstration, dossier
from tests.domain.test_roles import levels

HOUR = {"value": "1", "unit": "hour"}
RED = levels(red={"decider": "ines", "deputy": "marc", "maximum_delay": HOUR})
REACH = {"reach": [{"person": "marc", "by_day": "Poste 12", "out_of_hours": "Astreinte"}]}


def of(**answers):
    return kit(Dossier(dossier(**answers)))


def told(written, language="fr"):
    return CrisisTelling(Dossier(written), Narrator(written, language))


def plain(run):
    return run.words.replace("\xa0", " ")


def test_nothing_said_is_an_empty_kit_of_three_levels():
    found = kit(Dossier({}))

    assert [level.id for level in found.levels] == ["green", "orange", "red"]
    assert (found.is_empty, found.contacts, found.hosts) == (True, (), False)


def test_one_answer_is_enough_to_begin():
    assert of(crisis_kit={"levels": [{"id": "red", "threshold": "A"}]}).is_empty is False
    assert of(crisis_kit=REACH).is_empty is False
    assert of(arbiters=RED).is_empty is False


def test_people_are_called_by_day_and_by_night_in_opposite_orders():
    rows = levels(red={"decider": "ines", "deputy": "marc", "out_of_hours": "zoe"})
    red = of(arbiters=rows).red

    assert [each.person for each in red.by_day] == ["ines", "marc", "zoe"]
    assert [each.person for each in red.by_night] == ["zoe", "marc", "ines"]


def test_first_who_can_be_reached_is_found():
    red = of(arbiters=RED, crisis_kit=REACH).red

    assert red.reached_by_day == Contact("marc", "Poste 12", "Astreinte")
    assert red.reached_by_night == red.reached_by_day


def test_level_without_a_way_reaches_nobody():
    red = of(arbiters=RED).red

    assert (red.reached_by_day, red.reached_by_night) == (None, None)


def test_people_told_are_the_deciders_and_those_of_the_triggers():
    triggers = [
        {"trigger": "A", "level": "red", "informed": ["zoe", "ines"]},
        {"trigger": "B", "level": "orange", "informed": ["paul"]},
    ]
    found = of(arbiters=RED, crisis={"triggers": triggers})

    assert found.red.told == ("ines", "marc", "zoe")
    assert [each.person for each in found.contacts] == ["ines", "marc", "zoe", "paul"]


def test_people_whom_only_the_register_names_come_last():
    found = of(arbiters=RED, crisis_kit={"reach": [{"person": "zoe"}, {"by_day": "perdu"}]})

    assert [each.person for each in found.contacts] == ["ines", "marc", "zoe"]


def test_threshold_is_typed_then_an_example_then_a_proposal():
    typed = {"levels": [{"id": "red", "threshold": "Dix messages"}]}
    examples = levels(red={"examples": "Un accident"}, orange={"examples": "Un retard"})
    telling = told(dossier(arbiters=examples, crisis_kit=typed))
    green, orange, red = (telling.threshold(level) for level in telling.kit.levels)

    assert (red.words, red.typed) == ("Dix messages", True)
    assert (orange.words, orange.typed) == ("Un retard", True)
    assert (green.words.startswith("Une question"), green.typed) == (True, False)


def test_acts_are_those_of_the_triggers():
    row = {
        "trigger": "Chute",
        "level": "red",
        "first_act": "Arrêter la vente",
        "delay": HOUR,
        "informed": ["ines"],
        "holding_statement": "Nous vérifions.",
    }
    telling = told(dossier(crisis={"triggers": [row]}))
    (act,) = telling.acts(telling.kit.red)

    assert (act.trigger.words, act.act.words, plain(act.delay)) == (
        "Chute",
        "Arrêter la vente",
        "1 heure",
    )
    assert (act.statement.words, act.told) == ("Nous vérifions.", "Ines")


def test_level_without_a_trigger_has_a_proposal_and_its_delay():
    telling = told(dossier(arbiters=RED))
    (act,) = telling.acts(telling.kit.red)

    assert act.act.words.startswith("Suspendre toute publication")
    assert (act.trigger.words, plain(act.delay)) == ("", "1 heure")


def statement(signature, language="fr", **other):
    written = dossier(arbiters=RED, tone={"signature": signature}, **other)
    written["people"][0]["role"] = "Directrice"
    written["organisation"]["language"] = language
    telling = told(written, language)
    return plain(telling.statement(telling.kit.red))


@pytest.mark.parametrize(
    ("signature", "language", "first", "last"),
    [
        ("brand", "fr", "Nous avons pris", "La Boussole"),
        ("first_name_and_role", "fr", "J’ai pris", "Ines, directrice"),
        ("person", "fr", "Je dirige", "Ines, directrice, La Boussole"),
        ("brand", "en", "We have learnt", "La Boussole"),
        ("person", "en", "I lead", "Ines, directrice, La Boussole"),
    ],
)
def test_statement_is_proposed_in_the_chosen_tone(signature, language, first, last):
    words = statement(signature, language)

    assert (words[: len(first)], words[-len(last) :]) == (first, last)
    assert ("sous 1 heure" in words) or ("within 1 hour" in words)


@pytest.mark.parametrize("page", ["fr", "en"])
def test_statement_speaks_to_members_in_the_language_of_the_organisation(page):
    telling = told(dossier(arbiters=RED), page)
    said = telling.statement(telling.kit.red)

    assert (plain(said).startswith("Nous avons pris"), said.typed) == (True, True)
    assert "sous 1 heure" in plain(said)


def test_statement_typed_by_a_person_is_kept():
    typed = {"levels": [{"id": "red", "statement": "Mes mots"}]}

    assert statement("brand", crisis_kit=typed) == "Mes mots"


def test_statement_without_a_delay_or_a_person_leaves_its_blank():
    telling = told(dossier(tone={"signature": "person"}))
    words = plain(telling.statement(telling.kit.red))

    assert "[à quelle heure]" in words
    assert words.endswith("La Boussole")


def test_green_statement_is_signed_by_who_answers():
    people = [{"person": "marc", "mission": "answering", "weekly_hours": "3"}]
    telling = told(dossier(hours={"people": people}, tone={"signature": "first_name_and_role"}))

    assert plain(telling.statement(telling.kit.levels[0])).endswith("Marc, La Boussole")


@pytest.mark.parametrize(
    ("name", "expected"), [("Dr Samia Belorme", "Samia"), ("Mme", "Mme"), ("Accueil", "Accueil")]
)
def test_first_name_leaves_out_titles(name, expected):
    written = dossier(arbiters=RED, tone={"signature": "first_name_and_role"})
    written["people"][0] |= {"name": name, "role": "DRH"}
    telling = told(written)

    assert plain(telling.statement(telling.kit.red)).endswith(f"{expected}, DRH")


def test_people_that_are_no_list_have_no_role():
    written = dossier(arbiters=RED, tone={"signature": "brand"}) | {"people": "?"}

    assert plain(told(written).statement(told(written).kit.red)).endswith("La Boussole")


def test_way_to_reach_somebody_is_told_or_said_to_be_missing():
    telling = told(dossier(crisis_kit=REACH))
    contact = telling.kit.contacts[0]

    assert telling.how(contact, "by_day") == ("Poste 12", True)
    assert telling.how(Contact("zoe"), "by_day") == ("aucun moyen inscrit", False)
    assert (telling.person(""), telling.people(("ines", "marc"))) == ("", "Ines, Marc")


def test_column_of_a_table_that_is_gone_says_nothing():
    telling = told(dossier(arbiters=RED))

    assert telling.cell(telling.kit.red.arbiter, "colour").words == ""


def test_finished_demonstration_has_somebody_at_each_level():
    found = kit(Dossier(demonstration("altivane-fr")))

    assert [level.person != "" for level in found.levels] == [True] * 3
    assert (found.on_call, found.hosts, found.signature) == (True, True, "first_name_and_role")
