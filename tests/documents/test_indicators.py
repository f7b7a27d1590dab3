"""The chapter on indicators: the tree with its sheets and readings, nothing lost or told twice."""

import copy

import pytest

from deliverables.paper.proof import normal
from tests.conclusions import demonstration, dossier
from tests.documents.test_last_chapters import chapter_of

INDICATOR = {"id": "avis00000000", "indicator": "Avis", "unit": "avis publiés par trimestre"}


def details(row):
    return {fact.label: fact.text.words for fact in row.details}


def indicators(**registers):
    return dossier(indicators={"indicators": [INDICATOR]}, **registers)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sheet_and_readings_stand_under_their_indicator(language):
    written = demonstration(f"altivane-{language}")
    chapter = chapter_of(written, "indicators", language)

    told = [details(row) for row in chapter.blocks[-1].rows]
    assert chapter.sections == ()
    assert [len(each) for each in told] == [6, 5, 10, 5, 6]
    formulas = [
        row["formula"]
        for row in written["answers"]["indicator_sheets"]["value"]["tables"]["sheets"]
    ]
    printed = [fact.text.words for row in chapter.blocks[-1].rows for fact in row.details]
    assert set(map(normal, formulas)) <= set(map(normal, printed))


def test_reading_tells_its_day_its_value_and_its_note():
    told = details(chapter_of(demonstration("altivane-fr"), "indicators").blocks[-1].rows[2])

    assert told["Relevé le 31\xa0août 2026"] == "51\xa0% – Congés\xa0: une seule personne répondait"
    assert told["Relevé le 30\xa0septembre 2026"] == "57\xa0%"


def test_long_unit_and_what_is_lacking_are_told():
    (row,) = chapter_of(indicators(), "indicators").blocks[0].rows

    assert details(row)["Unité"] == "avis publiés par trimestre"
    assert details(row)["Manque"].startswith("un objectif, une famille, une formule")


def test_objective_that_nothing_measures_is_said_so():
    written = dossier(objective={"objectives": [{"objective": "serve", "rank": "1"}]})
    written["answers"] |= indicators()["answers"]

    cells = [row.cells[1].words for row in chapter_of(written, "indicators").blocks[0].rows]
    assert cells == ["Aucun indicateur ne sert cet objectif.", "Avis"]


def test_reading_without_a_value_is_printed_as_it_was_typed():
    written = indicators(checkins={"values": [{"indicator": INDICATOR["id"], "note": "Panne"}]})

    (register,) = chapter_of(written, "indicators").sections
    assert "Panne" in [text.words for text in register.texts()]


def test_second_sheet_of_an_indicator_is_printed_as_it_was_typed():
    written = copy.deepcopy(demonstration("altivane-fr"))
    sheets = written["answers"]["indicator_sheets"]["value"]["tables"]["sheets"]
    sheets.append(sheets[0] | {"id": "second000000", "formula": "Autre calcul"})

    (register,) = chapter_of(written, "indicators").sections
    assert "Autre calcul" in [text.words for text in register.texts()]


def test_note_of_a_register_is_printed():
    written = copy.deepcopy(demonstration("altivane-fr"))
    written["answers"]["checkins"]["note"] = "Relu à deux"

    (register,) = chapter_of(written, "indicators").sections
    assert [text.words for text in register.texts()] == ["Relu à deux"]
