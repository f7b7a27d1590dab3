"""The page that fits a pocket: eight panels, each within what it can hold."""

import pytest

from conclusions.domain.crisis.pocket import ROOM, clip, height, panels
from conclusions.domain.crisis.telling import CrisisTelling
from conclusions.domain.dossier import Dossier
from conclusions.domain.telling import Narrator
from tests.conclusions import TODAY, demonstration, dossier
from tests.documents import dossiers
from tests.domain.test_crisis import REACH, RED
from tests.domain.test_roles import levels


def of(written, language="fr"):
    found = panels(CrisisTelling(Dossier(written), Narrator(written, language)), TODAY)
    return {each.id: each for each in found}


def lines(panel):
    plain = [(each.label, each.words) for each in panel.lines]
    return [tuple(words.replace("\xa0", " ") for words in line) for line in plain]


@pytest.mark.parametrize("written", [{}, dossiers.full(rows=40), demonstration("altivane-fr")])
def test_page_has_eight_panels_that_hold_what_they_say(written):
    found = of(written)

    assert list(found) == ["call", "green", "orange", "red", "out", "reach", "say", "last"]
    assert [each.id for each in found.values() if not each.lines] == []
    sizes = {each.id: sum(map(height, each.lines)) for each in found.values()}
    assert [size for size in sizes.items() if size[1] > ROOM] == []


@pytest.mark.parametrize("name", ["altivane-fr", "altivane-en"])
def test_longest_words_are_cut_within_each_panel(name):
    found = of(stretched(demonstration(name)), name[-2:])

    heights = {each.id: sum(map(height, each.lines)) for each in found.values()}
    assert [panel for panel in heights.items() if panel[1] > ROOM] == []


def stretched(said):
    """The same dossier whose texts are all long."""
    if isinstance(said, dict):
        kept = {"id", "person", "decider", "deputy", "out_of_hours", "level", "language"}
        return {key: each if key in kept else stretched(each) for key, each in said.items()}
    if isinstance(said, list):
        return [stretched(each) for each in said]
    return f"{said} et davantage encore " * 20 if isinstance(said, str) and " " in said else said


@pytest.mark.parametrize("name", ["altivane-fr", "altivane-en"])
def test_demonstration_leaves_nothing_out(name):
    found = of(demonstration(name), name[-2:])

    assert [line for each in found.values() for line in each.lines if "…" in line.words] == []


def test_first_panel_says_whom_to_call():
    found = lines(of(dossier(arbiters=RED, crisis_kit=REACH))["call"])

    assert found == [
        ("", "La Boussole"),
        ("Niveau rouge : appeler d’abord", "Ines"),
        ("", "aucun moyen inscrit"),
        ("", "Marc"),
        ("", "Poste 12"),
        ("Soir, week-end, congés", "Marc"),
        ("", "Astreinte"),
        ("", "Pliez trois fois en deux, cette face dehors. État au 23 novembre 2026."),
    ]


def test_empty_page_says_that_nobody_is_named():
    found = of({})

    assert lines(found["call"])[1] == ("Niveau rouge : appeler d’abord", "personne n’est nommé")
    assert lines(found["reach"]) == [("Joindre", "personne n’est nommé")]
    assert lines(found["out"])[-1] == ("Qui l’on appelle, dans l’ordre", "personne n’est nommé")


def test_level_says_when_who_and_what_first():
    found = lines(of(dossier(arbiters=RED))["red"])

    assert found[1:] == [
        ("Décide", "Ines, sous 1 heure"),
        ("Prévenir", "Ines, Marc"),
        (
            "Premier acte",
            "Suspendre toute publication programmée, figer les preuves, appeler qui décide "
            "(1 heure)",
        ),
    ]


def test_triggers_beyond_the_panel_are_counted():
    rows = [{"trigger": f"Déclencheur {each}", "level": "red"} for each in range(9)]
    found = lines(of(dossier(crisis={"triggers": rows}))["red"])

    assert found[-3:] == [
        ("", "Déclencheur 4"),
        ("", "–"),
        ("", "… et 4 de plus, dans la stratégie."),
    ]


def test_people_beyond_the_panel_are_counted():
    rows = [{"person": f"p{each}", "by_day": "Poste 1"} for each in range(12)]
    found = lines(of(dossier(crisis_kit={"reach": rows}))["reach"])

    assert found[0] == ("p0", "jour : Poste 1")
    assert found[-2:] == [
        ("p9", "jour : Poste 1"),
        ("", "… et 2 de plus, dans la stratégie."),
    ]


def test_what_is_left_without_an_answer_stands_below_what_is_said():
    found = lines(
        of(dossier(crisis={"silences": [{"case": "Insulte"}, {"case": "Rumeur"}]}))["say"]
    )

    assert found[-2:] == [("On ne répond pas", "Insulte"), ("", "Rumeur")]


def test_out_of_hours_follow_question_15_and_decision_14():
    written = dossier(
        arbiters=levels(red={"decider": "ines", "out_of_hours": "marc"}),
        crisis_kit=REACH,
        reply_times={"out_of_hours": "on_call"},
        decisions={"hours": "on_call"},
    )
    found = lines(of(written)["out"])

    assert found == [
        ("Quelqu’un répond", "plages à dire (question 15)"),
        ("En dehors", "Une astreinte : quelqu’un peut être joint"),
        ("Contenu dangereux", "sous 1 heure"),
        ("Qui l’on appelle, dans l’ordre", "Marc"),
        ("", "Astreinte"),
        ("", "Ines"),
        ("", "aucun moyen inscrit"),
    ]


def test_emergency_contact_of_the_charter_is_on_the_front():
    details = {"urgent_contact": "urgence@boussole.example"}
    found = lines(of(dossier(decisions={"hours": ("on_call", details)}))["call"])

    assert ("Contact d’urgence publié", "urgence@boussole.example") in found


def rehearsal(**cells):
    rows = [{"prerequisite": "crisis_rehearsed", **cells}]
    return dict(lines(of(dossier(opening={"prerequisites": rows}))["last"]))["Exercice"]


def test_rehearsal_is_held_planned_or_to_be_dated():
    assert rehearsal(done_on="2026-11-02", due="2026-11-01") == "fait le 2 novembre 2026"
    assert rehearsal(due="2027-01-19") == "prévu le 19 janvier 2027"
    assert rehearsal() == "à dater (question 13)"


def test_statement_that_nobody_typed_is_said_to_be_a_proposal():
    typed = {"levels": [{"id": "green", "statement": "Mes mots"}]}
    found = [label for label, _words in lines(of(dossier(crisis_kit=typed))["say"])]

    assert found == ["Vert", "Orange (proposition)"]


def test_legal_reminder_is_for_who_hosts():
    hosting = {"space": "public_community"}

    assert "à confirmer par un conseil" in lines(of(dossier(decisions=hosting))["last"])[-1][0]
    assert lines(of(dossier())["last"])[-1][0] == "Réflexes"


def test_page_speaks_english():
    found = of(demonstration("altivane-en"), "en")

    assert found["call"].title == "Crisis kit"
    assert found["red"].lines[0].label == "When"


def test_words_are_cut_at_the_end_of_one():
    assert clip("un  deux\ntrois", 20) == "un deux trois"
    assert clip("un deux trois", 9) == "un deux…"
    assert clip("a" * 20, 9) == "a" * 8 + "…"


def test_number_in_pairs_stays_on_one_line():
    assert clip("Astreinte, 06 39 98", 40) == "Astreinte, 06\xa039\xa098"
