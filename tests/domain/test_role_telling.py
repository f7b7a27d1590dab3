"""Roles in words: why somebody stands there, and what each sheet says."""

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.roles.telling import RoleTelling
from conclusions.domain.telling import Narrator
from tests.conclusions import demonstration, dossier
from tests.domain.test_roles import hours, levels


def telling(written, language="fr"):
    return RoleTelling(Dossier(written), Narrator(written, language))


def said(written, person, language="fr"):
    told = telling(written, language)
    sheet = {each.person: each for each in told.sheets}[person]
    return {
        each.label: ["".join(run.words for run in item).replace("\xa0", " ") for item in each.items]
        for each in told.told(sheet)
    }


def test_sheet_of_the_demonstration_says_everything():
    found = said(demonstration("altivane-fr"), "xb1lo02wrgdb")

    assert found["Activités"][0] == "Veille : en répond, réalise"
    assert found["Heures par semaine"] == [
        "23 h en tout",
        "Réponse aux messages : 10 h",
        "Accueil et modération : 10 h",
        "Veille : 3 h",
    ]
    assert found["Parle en notre nom"][0].endswith(
        "Entretien, réparation, vie de la communauté ; "
        "limite : Aucune promesse de délai hors de la grille publiée ; geste jusqu’à 50 €"
    )
    assert found["Décide"][0] == "Vert : répond seul (décide, sous 1 jour ouvré)"
    assert "Exclusion d’un membre" in found["Décide"]
    assert found["Formation"] == ["suivie le 8 octobre 2026"]


def test_sheet_speaks_english():
    found = said(demonstration("altivane-en"), "xb1lo02wrgdb", "en")

    assert found["Activities"][0] == "Monitoring: is accountable, is responsible"
    assert found["Decides"][0].endswith(" (decides, within 1 working day)")


def test_words_of_a_person_are_marked_as_typed():
    told = telling(demonstration("altivane-fr"))
    speaks = {each.label: each.items for each in told.told(told.sheets[1])}["Parle en notre nom"]

    assert [run.typed for run in speaks[0]][:3] == [True, False, True]


def test_what_is_not_said_is_left_out():
    written = dossier(
        hours=hours(("ines", "moderation")),
        speakers={"speakers": [{"holder": "ines"}, {"deputy": "ines"}]},
        arbiters=levels(red={"decider": "ines"}),
        change_of_course={"decider": "ines"},
        red_lines={"subjects": [{"exception_by": "ines"}]},
    )
    found = said(written, "ines")

    assert found["Heures par semaine"] == ["Aucune heure à la question 22"]
    assert found["Parle en notre nom"] == ["lieu à dire"]
    assert found["Supplée"] == ["lieu à dire"]
    assert found["Décide"] == [
        "Rouge : escalade (décide)",
        "Dérogation à une ligne rouge : ",
        "La révision de la stratégie (question 27)",
    ]
    assert "Formation" not in found


def test_single_mission_needs_no_total_and_no_gesture_is_said():
    written = dossier(
        hours={"people": [{"person": "ines", "mission": "moderation", "weekly_hours": "3"}]},
        speakers={"speakers": [{"holder": "ines", "maximum_amount": 0, "deputy": "marc"}]},
    )

    assert said(written, "ines")["Heures par semaine"] == ["Accueil et modération : 3 h"]
    assert said(written, "ines")["Parle en notre nom"] == ["lieu à dire : aucun geste commercial"]
    assert said(written, "marc")["Supplée"] == ["Ines : lieu à dire"]


def test_skill_to_acquire_says_how_where_it_is_known():
    rows = [
        {"person": "ines", "mission": "moderation", "to_acquire": "Écoute", "how": "En binôme"},
        {"person": "ines", "mission": "monitoring", "to_acquire": "Requêtes"},
    ]

    assert said(dossier(hours={"people": rows}), "ines")["À acquérir"] == [
        "Écoute : En binôme",
        "Requêtes",
    ]


@pytest.mark.parametrize(("language", "even"), [("fr", "À égalité avec"), ("en", "Even with")])
def test_equals_are_named(language, even):
    rows = hours(("marc", "monitoring", "2"), ("ines", "monitoring", "2"))
    told = telling(dossier(hours=rows), language)

    assert f"{even} Ines" in told.why(told.activities[0].accountable).replace("\xa0", " ")


def test_level_that_nobody_knows_keeps_its_id():
    written = dossier(arbiters=levels(violet={"decider": "ines"}))

    assert said(written, "ines")["Décide"] == ["violet (décide)"]


def test_column_of_a_table_that_is_gone_says_nothing():
    told = telling(dossier(hours=hours(("ines", "moderation", "1"))))

    assert told.cell(told.sheets[0].hours[0], "colour").words == ""
    assert told.person("") == ""
    moderation = told.activities[3].accountable
    assert told.why(moderation) == "Le plus d’heures pour cela à la question 22."
