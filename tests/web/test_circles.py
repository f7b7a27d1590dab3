"""The page of publics and circles: who stands where, who learns first, whether the circle turns."""

import re

from django.urls import reverse

from deliverables.dossier.loading import load
from tests.answers import save, text_of, words_of, write
from tests.conclusions import demonstration


def page_of(client, organisation):
    return client.get(reverse("circles", args=[organisation.pk]))


def public(client, organisation, row, **cells):
    unit = {"unit": f"rows/audiences/{row}", "new": f"audiences/{row}"}
    return save(client, organisation, "receivers", **unit, **cells)


def test_publics_stand_in_their_circle_by_number(editor_client, organisation):
    public(editor_client, organisation, "row000000001", audience="Presse locale", circle="relays")
    public(editor_client, organisation, "row000000002", audience="L’équipe", circle="employees")

    page = page_of(editor_client, organisation).content.decode()

    assert [
        re.findall(rf">(\d+)</span> <a[^>]*>{name}<", page)
        for name in ("L’équipe", "Presse locale")
    ] == [["1"], ["2"]]
    assert len(re.findall('class="circles-public"', page)) == 2


def test_public_without_a_circle_is_said_and_leads_to_its_field(editor_client, organisation):
    public(editor_client, organisation, "row000000001", audience="Curieux")

    page = page_of(editor_client, organisation).content.decode()

    assert "id_rows-audiences-row000000001-circle" in page


def test_circles_of_nothing_say_what_to_do_first(editor_client, reader_client, organisation):
    assert "Nommer vos publics (question 1)" in text_of(page_of(editor_client, organisation))
    assert "Nommer vos publics (question 1)" not in text_of(page_of(reader_client, organisation))


def test_reader_reads_registers_and_edits_none(reader_client, organisation):
    text = text_of(page_of(reader_client, organisation))

    assert text.count("Lire le registre") == 4


def test_news_that_others_learn_first_is_flagged(owner_client, organisation, owner):
    write(
        organisation,
        owner,
        "receivers",
        {
            "order/audiences": ["row000000001", "row000000002"],
            "rows/audiences/row000000001/circle": "employees",
            "rows/audiences/row000000002/circle": "relays",
        },
    )
    write(
        organisation,
        owner,
        "information_order",
        {
            "order/steps": ["row000000003"],
            "rows/steps/row000000003/news": "Rachat",
            "rows/steps/row000000003/public": "row000000002",
            "rows/steps/row000000003/day": "-2",
        },
    )

    assert "D’autres l’apprennent d’abord" in text_of(page_of(owner_client, organisation))


def test_demonstration_tells_reach_as_a_ceiling(owner, client_of):
    made = load(demonstration("altivane-fr"), owner=owner)

    text = words_of(page_of(client_of(owner), made)).replace("\u202f", " ")

    assert re.search(r"au plus [\d ]+ personnes, recouvrement inconnu", text)


def test_page_speaks_english(owner_client, organisation):
    owner_client.cookies["language"] = "en"

    assert "Is it an ambassador?" in text_of(page_of(owner_client, organisation))
