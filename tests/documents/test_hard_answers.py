"""Any answers render, whole or not at all."""

import re

import pytest

from deliverables import child
from deliverables.compose import Snapshot
from deliverables.paper import production, proof
from deliverables.reader import Reader
from deliverables.tree import Text
from tests.documents import dossiers
from tests.documents.conftest import AS_OF

SENTENCE = "Une phrase assez longue, avec des mots ordinaires et une fin. "
ADDRESS = ("https://exemple.example/" + "dossier/page-une?cle=valeur&" * 100)[:2000]
LONG = {
    "scope": ("a" * 20_000, "meaning"),
    "change_of_course": ((SENTENCE * 400)[:20_000], "closing_terms"),
    "speakers": ("\n".join(f"Ligne numéro {number}" for number in range(500)), "staff_rule"),
}
SHORT = {
    "image": ("<b>gras</b> {{ 7*7 }} {% debug %} \"deux\" 'un' « fr » & &amp;", "said"),
    "trust": ("Bravo 👩‍👩‍👧‍👦 👍🏽 🇫🇷 ❤️ 我们的声誉取决于我们的行动", "because"),
    "objective": ("مرحبا بكم في ورشة الدراجات 2026 و שלום עולם", "sentence"),
}

FROM_THE_RIGHT = {
    "emoji": "עברית שלום 🦊",
    "brackets": "أن يثق بنا الزبائن (100 %) قبل نهاية 2027 🎯",
    "every bracket": "الهدف [هدف] \u2039قبل> و (<script>)",
}


def of(answers):
    return dossiers.empty() | {
        "answers": {
            question: {"state": "draft", "value": {"header": {field: text}, "tables": {}}}
            for question, (text, field) in answers.items()
        }
    }


@pytest.fixture(scope="module")
def hard(made):
    """Every long and every strange text in one document."""
    dossier = of(LONG | SHORT)
    rows = [
        {"id": f"r{number}", "audience": f"Public numéro {number}", "rank": str(number)}
        for number in range(1, 501)
    ]
    value = {"header": {}, "tables": {"audiences": rows}}
    dossier["answers"]["receivers"] = {"state": "draft", "value": value}
    spaces = [{"id": "s1", "space": "Forum", "url": ADDRESS, "rules": "mot " * 400}]
    value = {"header": {}, "tables": {"spaces": spaces}}
    dossier["answers"]["conversations"] = {"state": "draft", "value": value}
    return made(dossier)


@pytest.mark.parametrize("question", LONG)
def test_long_answer_is_whole(hard, question):
    text, _ = LONG[question]
    pages = proof.pages_of(hard.path)

    assert proof.Proofreader(pages).finds(proof.normal(text))


def test_markup_is_printed_as_it_was_typed(hard):
    assert proof.normal(SHORT["image"][0]) in proof.normal(hard.text)


def test_emoji_and_chinese_are_printed(hard):
    assert proof.normal("我们的声誉取决于我们的行动") in proof.normal(hard.text)
    assert hard.production.missing == ()


def test_address_of_2000_signs_is_whole(hard):
    assert proof.Proofreader(proof.pages_of(hard.path)).finds(proof.normal(ADDRESS))


def test_500_rows_are_printed_under_a_repeated_header(hard):
    text = hard.text

    assert [number for number in range(1, 501) if f"Public numéro {number} " not in text] == []
    assert text.count("Rang de priorité") > 10


def test_unknown_character_is_printed_as_its_code(made):
    document = made(dossiers.with_text("Signe \ue000 et \x07 et \ud800 fin"))

    assert document.production.missing == tuple(
        f"{code} (question 6)" for code in ("[U+0007]", "[U+D800]", "[U+E000]")
    )
    assert "Signe [U+E000] et [U+0007] et [U+D800] fin" in document.text
    assert "Caractères sans dessin dans nos polices" in document.text


def test_sign_that_turns_the_words_after_it_is_printed_as_its_code(made):
    said = "Un nom \u202eécrit à l’envers, puis \u2067une suite ; \u2068Inès\u2069 répond."
    document = made(dossiers.with_text(said))

    assert document.production.missing == ("[U+202E] (question 6)", "[U+2067] (question 6)")
    assert "Un nom [U+202E]écrit à l’envers, puis [U+2067]une suite" in document.text
    assert "Inès répond" in document.text


def test_lost_text_is_told_where_it_was_said_whole():
    said = "Ce qui manque, et sa suite."
    parts = [("Synthèse", [Text("Ce qui manque…")]), ("6. Que dit-on ?", [Text(said)])]

    with pytest.raises(proof.TextLostError, match=re.escape("6. Que dit-on ?: Ce qui manque, et")):
        proof.prove(["rien"], parts)


def test_lost_text_fails_the_document():
    pages = ["Cequireste", "surlespages"]
    said = [Text("Ce qui reste"), Text("Ce qui manque")]

    with pytest.raises(proof.TextLostError, match="Titre: Ce qui manque"):
        proof.prove(pages, [("Titre", said)])


def test_text_cut_between_pages_is_found():
    pages = ["colonneunedébutdelacellule", "entêtefindelacellulecolonnedeux"]

    assert proof.Proofreader(pages).finds("débutdelacellulefindelacellule")


def test_too_large_a_document_ends_at_its_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "FILE", 10_000)

    with pytest.raises(child.LimitReachedError):
        production.produce(Snapshot(dossiers.empty(), AS_OF), "fr", tmp_path / "x.pdf")


def test_child_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(child, "CPU_SECONDS", 1)

    with pytest.raises(child.LimitReachedError):
        child.in_child(forever)


def forever():
    while True:
        pass


def test_unforeseen_error_of_the_child_is_told():
    with pytest.raises(child.ChildError, match="ZeroDivisionError"):
        child.in_child(lambda: 1 // 0)


def test_what_is_read_from_the_right_is_printed_with_its_brackets(made):
    said = "\n".join(FROM_THE_RIGHT.values())
    dossier = dossiers.with_text(said)
    dossier["organisation"]["name"] = f"مؤسسة الاختبار (فرنسا) {FROM_THE_RIGHT['brackets']}"

    document = made(dossier)

    assert document.production.missing == ()
    assert "(" in document.text


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        pytest.param({}, "10", id="no row says hours: what was said of all of them stands"),
        pytest.param({"weekly_hours": "1.50"}, "1,5", id="written one way"),
    ],
)
def test_sum_is_printed_as_the_page_shows_it(cells, printed):
    dossier = dossiers.with_rows([{"id": "a"} | cells], question="hours", table="people")
    dossier["answers"]["hours"]["value"]["header"] = {"weekly_hours": "10"}

    assert Reader(dossier, "fr").header_text("hours", "weekly_hours").words.startswith(printed)


def test_query_is_set_in_the_order_in_which_it_is_typed():
    query = '("تعاونية" OR "Altivane")'

    assert (Text(query).direction, Text(query, tone="code").direction) == ("rtl", "")
