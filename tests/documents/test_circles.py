"""Publics, promises and trust in the strategy document."""

import copy

from deliverables.figures import Figure
from tests.conclusions import demonstration
from tests.documents.conftest import tree_of


def chapter(written, chapter_id, language="fr"):
    return next(
        (each for each in tree_of(written, language).chapters if each.id == chapter_id), None
    )


def words(found):
    return " ".join(text.words for section in found.sections for text in section.texts()).replace(
        "\xa0", " "
    )


def figures(found):
    return [
        block for section in found.sections for block in section.blocks if isinstance(block, Figure)
    ]


def test_circles_and_the_virtuous_circle_are_drawn_and_told():
    circles, loop = figures(chapter(demonstration("altivane-fr"), "circles"))

    assert circles.text.replace("\xa0", " ").startswith("1. Salariés et équipes : 1")
    assert loop.text.startswith("1. Promesse tenue – Prouvée")


def test_everything_typed_in_registers_is_told():
    written = demonstration("altivane-fr")
    told = words(chapter(written, "circles")) + words(chapter(written, "trust"))
    told = told.replace("\u202f", " ").replace("\u200b", "")

    lost = [
        cell
        for register in ("ambassadors", "information_order", "promises", "reach", "virtuous_circle")
        for rows in written["answers"][register]["value"]["tables"].values()
        for row in rows
        for name, cell in row.items()
        if isinstance(cell, str) and " " in cell and cell.replace("\xa0", " ") not in told
    ]
    assert lost == []


def test_register_that_does_not_apply_is_told_as_it_was_typed():
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["answers"]["promises"] |= {"state": "not_applicable", "reason": "Tenu ailleurs"}

    told = words(chapter(written, "trust"))

    assert "Tenu ailleurs" in told


def test_nothing_said_makes_no_chapter():
    empty = {"cap27": 1, "organisation": {"name": "La Boussole", "language": "fr"}}

    assert chapter(empty, "circles") is None
    assert chapter(empty, "trust") is None


def test_news_that_others_learn_first_is_counted_in_print():
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["answers"]["information_order"]["value"]["tables"]["steps"][2]["day"] = "-20"

    assert "J\N{MINUS SIGN}20 (trop tôt)" in words(chapter(written, "circles"))


def test_reach_is_said_to_be_unknown_when_no_audience_is():
    written = {
        "cap27": 1,
        "organisation": {"name": "La Boussole", "language": "fr"},
        "answers": {
            "relays": {
                "state": "draft",
                "value": {
                    "header": {},
                    "tables": {"relays": [{"id": "row000000001", "relay": "Forum"}]},
                },
            }
        },
    }

    assert "Aucune audience n’est connue" in words(chapter(written, "circles"))


def test_chapters_speak_english():
    assert "What each one is owed" in [
        each.title for each in chapter(demonstration("altivane-en"), "circles", "en").sections
    ]


def test_register_and_answer_are_both_told_when_they_differ():
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["answers"]["reply_times"]["value"]["header"]["announced_delay"]["value"] = "2"
    (register,) = [
        block.rows
        for block in chapter(written, "trust").sections[0].blocks
        if hasattr(block, "rows")
    ]

    facts = [fact.label for row in register for fact in row.details]

    assert facts.count("La réponse dit maintenant") == 1


def test_day_without_its_proof_is_still_told():
    written = copy.deepcopy(demonstration("altivane-fr"))
    steps = written["answers"]["virtuous_circle"]["value"]["tables"]["steps"]
    steps[7]["date"] = "2026-11-20"

    assert "20 novembre 2026" in words(chapter(written, "circles"))
