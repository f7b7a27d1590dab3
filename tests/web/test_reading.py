"""Pages as who may only read them sees them: everything that is said, nothing to type in."""

import re

import pytest
from django.urls import reverse

from organisations.models import Role
from tests.answers import OTHER_ROW, ROW, text_of, url, write
from tests.charters import address, decide
from tests.factories import make_member, make_person

SHEET = re.compile(r'<section class="(?:unit )?sheet-unit".*?</section>', re.DOTALL)


@pytest.fixture
def ines(organisation):
    return make_person(organisation, "Inès Bellamy")


def sheet_of(page):
    """The words of the sheet, on one line."""
    found = SHEET.search(page.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def test_reader_sees_how_far_how_sure_whose_and_the_note(organisation, owner, reader_client, ines):
    paths = {"header/sentence": "Être crus", "state": "done", "confidence": "observed"}
    write(organisation, owner, "objective", paths | {"owner": ines.key, "note": "Lu en conseil"})

    page = reader_client.get(url("question", organisation, "objective"))

    assert sheet_of(page) == (
        "Où en est cette réponse État Terminé Degré de certitude Observé"
        " Qui en répond Inès Bellamy Note Lu en conseil"
    )


def test_what_the_sheet_does_not_say_is_told_as_such(organisation, reader_client):
    page = reader_client.get(url("question", organisation, "objective"))

    assert sheet_of(page) == (
        "Où en est cette réponse État Sans réponse"
        " Degré de certitude Pas encore dit Qui en répond Pas encore dit"
    )


def test_reviewer_reads_what_the_sheet_does_not_let_them_write(
    organisation, owner, reviewer_client, ines
):
    paths = {"header/sentence": "Être crus", "confidence": "assumed", "owner": ines.key}
    write(organisation, owner, "objective", paths)

    page = reviewer_client.get(url("question", organisation, "objective"))

    words = sheet_of(page)
    assert "Degré de certitude Supposé Qui en répond Inès Bellamy" in words
    assert [words.count(each) for each in (" Note ", "Qui en répond")] == [1, 1]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Lue par tous les membres et imprimée dans la stratégie."),
        ("en", "Read by all members and printed in the strategy."),
    ],
)
@pytest.mark.parametrize("place", [("question", "objective"), ("decision", "age")])
def test_note_says_at_its_field_who_will_read_it(
    organisation, reviewer_client, language, said, place
):
    reviewer_client.post(reverse("language"), {"language": language})
    name, of = place

    page = reviewer_client.get(reverse(name, args=[organisation.pk, of])).content.decode()

    assert '<label class="form-label" for="id_sheet-note">Note</label>' in page
    assert f'id="id_sheet-note_helptext">{said}</div>' in page
    assert 'aria-describedby="id_sheet-note_helptext"' in page


@pytest.mark.parametrize("role", ["reader_client", "reviewer_client"])
def test_question_without_object_says_why_where_its_answer_stood(
    request, organisation, owner, role
):
    write(organisation, owner, "crisis", {"state": "not_applicable", "reason": "Plan d’urgence"})

    page = request.getfixturevalue(role).get(url("question", organisation, "crisis"))

    reading = page.context["page"].reading
    assert (reading.record.reason, reading.is_silent) == ("Plan d’urgence", True)
    assert "Plan d’urgence" in text_of(page)
    assert "Pas encore répondu" not in text_of(page).partition("Où en est")[0]


def test_question_without_object_keeps_what_it_said_before(organisation, owner, reader_client):
    said = {"header/sentence": "Être crus", "state": "not_applicable", "reason": "Autre année"}
    write(organisation, owner, "objective", said)

    page = reader_client.get(url("question", organisation, "objective"))

    assert "Autre année" in text_of(page)
    assert "Être crus" in text_of(page)


def test_quick_form_is_read_as_it_is_typed(organisation, owner, reader_client):
    cells = {"audience": "Riverains", "expectation": "Être prévenus", "rank": "1"}
    paths = {f"rows/audiences/{ROW}/{name}": words for name, words in cells.items()}
    write(organisation, owner, "receivers", {"order/audiences": [ROW], **paths})

    quick = reader_client.get(url("question", organisation, "receivers"), {"form": "quick"})
    full = reader_client.get(url("question", organisation, "receivers"), {"form": "full"})

    assert ("Riverains" in text_of(quick), "Être prévenus" in text_of(quick)) == (True, False)
    assert ("Riverains" in text_of(full), "Être prévenus" in text_of(full)) == (True, True)


def test_who_only_reads_is_shown_everything_unless_they_ask_for_less(
    organisation, owner, reader_client
):
    address = url("question", organisation, "receivers")
    first = reader_client.get(address)
    reader_client.get(address, {"form": "quick"})
    then = reader_client.get(address)

    assert [page.context["page"].quick for page in (first, then)] == [False, True]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ("La suite de cette ligne, dans la forme complète", "Pas encore répondu")),
        ("en", ("The rest of this row, in the full form", "Not answered yet")),
    ],
)
def test_row_that_says_more_in_the_full_form_is_not_called_unanswered(
    organisation, owner, reader_client, language, told
):
    cells = {"audience": "Riverains", "expectation": "Être prévenus"}
    paths = {f"rows/audiences/{ROW}/{name}": words for name, words in cells.items()}
    other = {f"rows/audiences/{OTHER_ROW}/audience": "Élus"}
    write(organisation, owner, "receivers", {"order/audiences": [ROW, OTHER_ROW], **paths, **other})
    reader_client.post(reverse("language"), {"language": language})

    address = url("question", organisation, "receivers")
    page = reader_client.get(address, {"form": "quick"}).content.decode()

    ends = [page.partition(f'id="row-{row}"')[2] for row in (ROW, OTHER_ROW)]
    rows = [end.partition("</section>")[0] for end in ends]
    assert [[words in row for words in told] for row in rows] == [[True, False], [False, True]]
    assert f'href="?form=full#row-{ROW}"' in rows[0]


def test_rows_beyond_the_quick_form_are_counted_not_shown(organisation, owner, reader_client):
    write(organisation, owner, "indicators", {
        "order/indicators": [ROW, OTHER_ROW],
        f"rows/indicators/{ROW}/indicator": "Avis",
        f"rows/indicators/{OTHER_ROW}/indicator": "Délai",
    })  # fmt: skip

    page = reader_client.get(url("question", organisation, "indicators"), {"form": "quick"})

    (table,) = page.context["page"].reading.tables
    assert [row.name.words for row in table.rows] == ["Avis"]
    assert "1 autre ligne dans la forme complète." in text_of(page)


def test_table_of_the_full_form_is_named_in_the_quick_one(organisation, owner, reader_client):
    typed = {"order/queries": [ROW], f"rows/queries/{ROW}/query": "altivane"}
    write(organisation, owner, "monitoring", typed)

    page = reader_client.get(url("question", organisation, "monitoring"), {"form": "quick"})

    assert "Dans la forme complète : Plan de veille · 1 ligne" in text_of(page)


def test_rows_that_are_always_there_keep_their_names(organisation, reader_client):
    page = reader_client.get(url("question", organisation, "arbiters"), {"form": "full"})

    (table,) = page.context["page"].reading.tables
    names = [row.label for row in table.table.fixed]
    assert [row.name.words for row in table.rows] == names
    assert [name for name in names if name in page.content.decode()] == names


def test_priority_objective_is_told_at_its_row(organisation, owner, reader_client):
    write(organisation, owner, "objective", {
        "order/objectives": [ROW, OTHER_ROW],
        f"rows/objectives/{ROW}/objective": "trust",
        f"rows/objectives/{ROW}/rank": "2",
        f"rows/objectives/{OTHER_ROW}/objective": "help",
        f"rows/objectives/{OTHER_ROW}/rank": "1",
    })  # fmt: skip

    page = reader_client.get(url("question", organisation, "objective"), {"form": "full"})

    (table,) = page.context["page"].reading.tables
    assert {row.id: row.first for row in table.rows} == {ROW: False, OTHER_ROW: True}
    assert text_of(page).count("C’est l’objectif prioritaire") == 1


def test_sum_is_read_where_the_table_adds_up(organisation, owner, reader_client):
    paths = {"order/people": [ROW], f"rows/people/{ROW}/weekly_hours": "6.5"}
    write(organisation, owner, "hours", paths)

    page = reader_client.get(url("question", organisation, "hours"), {"form": "full"})

    assert "6,5" in text_of(page)


def test_reader_sees_how_far_a_decision_is_and_whose(organisation, reader_client, ines):
    said = {"confidence": "estimated", "owner": ines.key, "note": "Vu avec le conseil"}
    decide(organisation, "age", "adults_only", state="confirmed", **said)

    page = reader_client.get(address(organisation, "age"))

    assert sheet_of(page) == (
        "Où en est cette décision État Confirmée Degré de certitude Estimé"
        " Qui en répond Inès Bellamy Note Vu avec le conseil"
    )


def test_detail_that_nobody_changed_is_read_as_it_is_published(organisation, reader_client):
    decide(organisation, "moderation_mode", "hybrid")

    page = reader_client.get(address(organisation, "moderation_mode"))

    decision = page.context["decision"]
    asked = [each for each in decision.details if "hybrid" in each.serves or not each.serves]
    told = {each.label: each.words.words for each in page.context["page"].told}
    assert list(told) == ["Notre choix", *(each.field.label for each in asked)]
    assert {each.field.label for each in asked if each.default is not None} <= {
        label for label, words in told.items() if words
    }


def test_nothing_chosen_is_told_as_such(organisation, reader_client):
    page = reader_client.get(address(organisation, "age"))

    assert page.context["page"].told == []
    assert "Rien n’est encore choisi." in text_of(page)


@pytest.mark.parametrize("name", ["question", "decision"])
def test_sheet_is_read_in_english_over_a_french_dossier(organisation, reader_client, name):
    reader_client.post(reverse("language"), {"language": "en"})
    place = "objective" if name == "question" else "age"

    page = reader_client.get(reverse(name, args=[organisation.pk, place]))

    assert "Confidence Not said yet Owner Not said yet" in sheet_of(page)


@pytest.mark.parametrize(
    ("name", "register"),
    [
        ("crisis_kit", "crisis_kit"),
        ("roles", "roles"),
        ("practices", "practices"),
        ("toolbox", "toolbox"),
        ("workload", "workload"),
        ("indicators", "indicator_sheets"),
        ("indicators", "checkins"),
        ("ten_minutes", "review_triggers"),
        ("trust", "promises"),
    ],
)
def test_register_behind_a_page_can_be_read(finished, client_of, name, register):
    reader = client_of(make_member(finished, Role.READER))

    page = reader.get(reverse(name, args=[finished.pk]))

    address = url("question", finished, register)
    link = re.search(
        rf'<a[^>]*href="{address}(?:\?form=full)?"[^>]*>(.*?)</a>', page.content.decode()
    )
    assert link[1].startswith("Lire ")


@pytest.mark.parametrize("name", ["indicators", "review", "ten_minutes"])
def test_reader_of_an_empty_page_is_not_asked_to_begin(
    organisation, reader_client, owner_client, name
):
    address = reverse(name, args=[organisation.pk])

    assert "btn-primary" in owner_client.get(address).content.decode()
    assert "btn-primary" not in reader_client.get(address).content.decode()


def test_reader_of_the_plan_is_not_told_to_take_note_of_it(finished, client_of):
    page = client_of(make_member(finished, Role.READER)).get(reverse("plan", args=[finished.pk]))

    assert "Prenez-en acte" not in text_of(page)
    assert "Personne n’a encore pris acte de ce plan" in text_of(page)
