"""The indicators as a tree: what the page tells, a value noted, a main indicator refused."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deliverables.dossier.loading import load
from tests.answers import answer, revisions, row_of, save, text_of, value_of, words_of, write
from tests.conclusions import demonstration

ROW = "row000000001"
READING = "reading00001"
READ = f"rows/values/{READING}"
OBJECTIVE = {
    "rows/objectives/objective001/objective": "trust",
    "order/objectives": ["objective001"],
}


@pytest.fixture
def measured(organisation, owner):
    """An organisation with one indicator under its objective."""
    write(organisation, owner, "objective", OBJECTIVE)
    indicate(organisation, owner, 1)
    return organisation


def indicate(organisation, owner, count):
    rows = [f"row00000000{number}" for number in range(1, count + 1)]
    cells = {
        "indicator": "Délai tenu",
        "objective": "objective001",
        "family": "trust",
        "unit": "%",
        "baseline": "40",
        "measured_on": "2026-01-01",
        "target": "80",
        "due": (timezone.localdate() + timedelta(days=300)).isoformat(),
    }
    paths = {f"rows/indicators/{row}/{name}": said for row in rows for name, said in cells.items()}
    write(organisation, owner, "indicators", paths | {"order/indicators": rows})


def page_of(client, organisation):
    return client.get(reverse("indicators", args=[organisation.pk]))


def note(client, organisation, row=ROW, *, save_id=None, follow=True, **said):
    today = timezone.localdate().isoformat()
    given = {"value": "52,5", "measured_on": today, "save_id": save_id or uuid.uuid4(), **said}
    url = reverse("note_reading", args=[organisation.pk, row])
    return client.post(url, {f"{row}-{key}": each for key, each in given.items()}, follow=follow)


def readings(organisation):
    return value_of(organisation, "checkins").get("tables", {}).get("values", [])


def test_page_without_indicators_leads_to_question_24(editor_client, organisation):
    text = text_of(page_of(editor_client, organisation))

    assert "Aucun indicateur encore" in text
    assert "Ouvrir la question 24" in text


def test_indicator_stands_under_its_objective_with_its_line(owner_client, measured):
    response = page_of(owner_client, measured)

    text = text_of(response)
    assert "Objectif prioritaire Inspirer confiance" in text
    assert "Pas encore relevé" in text
    assert '<svg class="trend"' in response.content.decode()


def test_what_a_sheet_lacks_links_to_its_field(owner_client, measured):
    body = page_of(owner_client, measured).content.decode()
    links = re.findall(r'href="([^"#]+)#(id_[^"]+|table-[^"]+)"', body)

    lost = [
        anchor
        for url, anchor in links
        if f'id="{anchor}"' not in owner_client.get(url.replace("&amp;", "&")).content.decode()
    ]

    assert f"id_rows-indicators-{ROW}-source" in {anchor for _url, anchor in links}
    assert lost == []


def test_what_a_sheet_lacks_is_said_once(owner_client, owner, measured):
    write(measured, owner, "indicators", {f"rows/indicators/{ROW}/baseline": ""})

    text = text_of(page_of(owner_client, measured))

    assert text.count("une valeur de départ") == 1


def test_value_is_noted_in_one_post(editor_client, measured):
    response = note(editor_client, measured, note="Deux à répondre")

    (kept,) = readings(measured)
    assert {name: said for name, said in kept.items() if name != "id"} == {
        "indicator": ROW,
        "measured_on": timezone.localdate().isoformat(),
        "value": "52.5",
        "note": "Deux à répondre",
    }
    assert "Noté : Délai tenu, 52,5 %." in words_of(response)
    assert response.redirect_chain[-1][0].endswith(f"#{ROW}")
    assert revisions(measured, "checkins")[0].kind == "saved"
    assert answer(measured, "checkins").state == "draft"


def test_second_value_of_a_day_says_which_one_counts_no_more(editor_client, measured):
    first = note(editor_client, measured)
    again = note(editor_client, measured)
    second = note(editor_client, measured, value="60")

    told = "La valeur du même jour, 52,5 %, reste au registre et ne compte plus."
    assert [told in words_of(each) for each in (first, again, second)] == [False, False, True]


def register(client, organisation, **said):
    """Save one row of the register, on its own page."""
    version = answer(organisation, "checkins").version if readings(organisation) else 0
    unit = row_of("values", READING) if not readings(organisation) else {"unit": READ}
    return save(client, organisation, "checkins", **unit, version=version, indicator=ROW, **said)


def test_register_refuses_what_is_refused_to_who_notes(editor_client, measured):
    refused = register(editor_client, measured, value="450")
    kept = register(editor_client, measured, value="45")

    assert "Une part en % va de 0 à 100." in refused.content.decode()
    assert (refused.status_code, kept.status_code) == (422, 200)
    assert [row.get("value") for row in readings(measured)] == ["45"]


def test_register_keeps_what_stood_beyond_its_whole_while_one_writes_beside_it(
    editor_client, measured, owner
):
    said = {"indicator": ROW, "value": "450"}
    paths = {f"{READ}/{name}": each for name, each in said.items()}
    write(measured, owner, "checkins", paths | {"order/values": [READING]})

    beside = register(editor_client, measured, value="450", note="Une faute de frappe")

    assert beside.status_code == 200
    assert [row["note"] for row in readings(measured)] == ["Une faute de frappe"]


def test_value_sent_twice_is_noted_once(editor_client, measured):
    save_id = uuid.uuid4()
    note(editor_client, measured, save_id=save_id)
    note(editor_client, measured, save_id=save_id)

    assert len(readings(measured)) == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"value": "beaucoup"}, "Saisissez un nombre."),
        ({"value": ""}, "Ce champ est obligatoire."),
        ({"value": "450"}, "Une part en % va de 0 à 100."),
        ({"value": "99999999999"}, "inférieure ou égale à 1 000 000 000"),
        ({"value": "-1"}, "Une part en % va de 0 à 100."),
        (
            {"measured_on": (date.today() + timedelta(days=2)).isoformat()},
            "Ce jour n’est pas encore venu.",
        ),
    ],
)
def test_value_that_is_wrong_is_told_at_its_field(editor_client, measured, said, sentence):
    response = note(editor_client, measured, **said)

    assert (response.status_code, readings(measured)) == (422, [])
    assert sentence in text_of(response)
    assert f'href="#id_{ROW}-{next(iter(said))}"' in response.content.decode()


def test_full_register_keeps_what_was_typed_in_the_page(editor_client, owner, measured):
    rows = [f"{number:012}" for number in range(500)]
    paths = {f"rows/values/{row}/value": "1" for row in rows}
    write(measured, owner, "checkins", paths | {"order/values": rows})

    response = note(editor_client, measured, value="77")

    assert response.status_code == 422
    assert "le plus de lignes possible" in text_of(response)
    assert 'value="77"' in response.content.decode()


def test_value_of_no_indicator_is_not_found(editor_client, measured):
    assert note(editor_client, measured, "row000000009").status_code == 404


def test_reader_sees_the_tree_and_may_not_note(reader_client, measured):
    body = page_of(reader_client, measured).content.decode()

    assert "Délai tenu" in body
    assert reverse("note_reading", args=[measured.pk, ROW]) not in body
    assert note(reader_client, measured).status_code == 403


def test_audience_stands_last_and_is_never_the_main_one(owner, client_of):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)

    page = page_of(client_of(owner), organisation)
    text = text_of(page)

    assert page.content.decode().count('<svg class="trend is-quiet"') == 1
    assert text.index("Messages ayant reçu") < text.index("Tailles d’audience")
    assert text.index("Tailles d’audience") < text.index("Abonnés de la page")
    assert "Principal" not in text
    assert "Aucun indicateur de confiance" in text


def test_several_main_indicators_are_told(owner_client, owner, measured):
    told = "Plusieurs indicateurs se disent principaux"
    indicate(measured, owner, 2)
    write(measured, owner, "indicators", {f"rows/indicators/{ROW}/main": True})
    assert told not in text_of(page_of(owner_client, measured))

    write(measured, owner, "indicators", {"rows/indicators/row000000002/main": True})
    assert told in text_of(page_of(owner_client, measured))


def test_indicator_without_objective_is_told_as_a_gap(owner_client, owner, measured):
    write(measured, owner, "indicators", {f"rows/indicators/{ROW}/objective": None})

    text = text_of(page_of(owner_client, measured))

    assert "Aucun indicateur ne sert cet objectif." in text
    assert "Sans objectif" in text


def test_page_speaks_english(owner_client, measured):
    owner_client.cookies["language"] = "en"

    text = text_of(page_of(owner_client, measured))

    assert "Number-one objective Earn trust" in text
    assert "Not read yet" in text


def test_card_tells_the_main_indicator_and_what_is_awaited(owner_client, owner, measured):
    cells = {"main": True, "frequency": "monthly"}
    named = {f"rows/indicators/{ROW}/{name}": said for name, said in cells.items()}
    write(measured, owner, "indicators", named)

    text = text_of(owner_client.get(reverse("following", args=[measured.pk])))

    assert "Indicateurs Pas encore relevé Délai tenu. 40 % au départ" in text.replace("\xa0", " ")
    assert "1 relevé est attendu." in text
    assert "Relevé attendu depuis le 1er février 2026" in words_of(page_of(owner_client, measured))
    note(owner_client, measured)
    assert "Prochain relevé attendu le" in text_of(page_of(owner_client, measured))


def test_audience_ticked_as_the_main_indicator_is_refused_with_a_reason(owner_client, organisation):
    response = save(
        owner_client,
        organisation,
        "indicators",
        **row_of("indicators", ROW),
        indicator="Abonnés",
        audience_size_only="yes",
        main="yes",
    )

    assert (response.status_code, value_of(organisation, "indicators")) == (422, {})
    assert "Une taille d’audience ne peut pas être l’indicateur principal" in text_of(response)


def test_row_that_came_with_both_can_be_saved_and_is_told_by_the_review(owner, client_of):
    organisation = load(demonstration("sauvelande-fr"), owner=owner)
    client, row = client_of(owner), "9sz74fd780sw"

    response = save(
        client,
        organisation,
        "indicators",
        unit=f"rows/indicators/{row}",
        version=1,
        indicator="Abonnés de la page",
        audience_size_only="yes",
        main="yes",
    )

    assert response.status_code == 200
    review = text_of(client.get(reverse("review", args=[organisation.pk])))
    assert "Une taille d’audience comme mesure principale" in review
