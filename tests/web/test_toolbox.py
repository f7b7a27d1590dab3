"""The toolbox and the monitoring pack: what their pages tell, and OPML given and taken."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conclusions.domain.tools import opml
from conclusions.forms import OPML_MEGABYTES
from tests.answers import save, value_of
from tests.opml import opml_problems

OPML = (
    b'<opml version="2.0"><head/><body><outline text="Presse">'
    b'<outline text="Le Jour" type="rss" xmlUrl="https://jour.example/rss"/>'
    b'<outline text="La Nuit" type="rss" xmlUrl="https://nuit.example/rss"/>'
    b"</outline></body></opml>"
)


def url(name, organisation):
    return reverse(name, args=[organisation.pk])


def tool(client, organisation, row, **cells):
    unit = {"unit": f"rows/tools/{row}", "new": f"tools/{row}"}
    return save(client, organisation, "toolbox", **unit, **cells)


def imported(client, organisation, content=OPML, name="flux.opml"):
    body = {"file": SimpleUploadedFile(name, content)}
    return client.post(url("import_feeds", organisation), body)


def addresses(organisation):
    rows = value_of(organisation, "monitoring_pack").get("tables", {}).get("sources", [])
    return [row["address"] for row in rows]


def test_toolbox_tells_what_a_tool_serves_and_lacks(editor_client, organisation):
    tool(
        editor_client, organisation, "row000000001", tool="Agrégateur", function="monitoring_feeds"
    )

    page = editor_client.get(url("toolbox", organisation)).content.decode()

    assert "Agrégateur" in page
    assert "Jamais vérifié : dites quand vous l’avez vu marcher." in page
    assert "Aucune solution de repli pour cette fonction." in page
    assert '<p class="notice notice-warning">1 outil à vérifier.</p>' in page
    assert "Fonctions couvertes\xa0: 1 sur 11. 1 outil à vérifier." in page


def test_families_of_a_full_toolbox_are_folded(owner, client_of, finished):
    page = client_of(owner).get(url("toolbox", finished)).content.decode()

    assert page.count('<details class="fold">') == 5


def test_empty_toolbox_says_what_to_do_first(reader_client, organisation):
    page = reader_client.get(url("toolbox", organisation)).content.decode()

    assert "Aucun outil inscrit" in page
    assert "Tenir le registre des outils" not in page


def test_pack_gives_queries_from_the_name_alone(reader_client, organisation):
    page = reader_client.get(url("monitoring_pack", organisation))

    assert "&quot;La Boussole&quot;" in page.content.decode()


def test_query_has_a_button_of_its_own_that_only_scripts_show(reader_client, organisation):
    page = reader_client.get(url("monitoring_pack", organisation)).content.decode()

    copied = re.findall(r'data-copy="([^"]+)" data-copied="Copié\." hidden>Copier<', page)
    assert copied == re.findall(r'<code id="([^"]+)"', page)
    assert len(copied) == len(set(copied)) > 1
    assert page.count('<span role="status" data-copy-status></span>') == len(copied)
    assert "js/copying" in page


def test_feeds_are_given_as_opml(reader_client, organisation):
    reply = reader_client.get(url("monitoring_feeds", organisation))

    assert reply["Content-Type"] == "text/x-opml"
    assert "attachment" in reply["Content-Disposition"]
    assert opml_problems(reply.content) == []
    assert all("La%20Boussole" in feed.address for feed in opml.read(reply.content))


def test_feeds_of_a_reader_are_taken_once(editor_client, organisation):
    first = imported(editor_client, organisation)
    second = imported(editor_client, organisation)

    assert [first.status_code, second.status_code] == [302, 302]
    assert addresses(organisation) == ["https://jour.example/rss", "https://nuit.example/rss"]
    told = editor_client.get(url("monitoring_pack", organisation)).content.decode()
    assert "2 étaient déjà suivis." in told


def test_feeds_of_our_own_come_back_as_they_were(editor_client, organisation):
    given = editor_client.get(url("monitoring_feeds", organisation)).content

    imported(editor_client, organisation, given)

    assert editor_client.get(url("monitoring_feeds", organisation)).content == given


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"nothing", "Ce n’est pas un fichier OPML", id="no OPML"),
        pytest.param(
            b"<opml><body><outline text='x'/></body></opml>",
            "Aucun flux dans ce fichier",
            id="empty",
        ),
        pytest.param(b" " * (OPML_MEGABYTES * 2**20 + 1), "Il est trop lourd", id="too large"),
    ],
)
def test_file_that_is_no_opml_is_refused(editor_client, organisation, content, sentence):
    reply = imported(editor_client, organisation, content)

    assert reply.status_code == 422
    assert sentence in reply.content.decode()
    assert addresses(organisation) == []


def test_file_with_too_many_feeds_adds_none(editor_client, organisation):
    outlines = "".join(f'<outline text="a" xmlUrl="https://a.example/{n}"/>' for n in range(501))
    content = f"<opml><body>{outlines}</body></opml>".encode()

    reply = imported(editor_client, organisation, content)

    assert reply.status_code == 422
    assert "Ce fichier donne 501 flux" in reply.content.decode()
    assert addresses(organisation) == []


def test_reviewer_may_not_import(reviewer_client, organisation):
    assert imported(reviewer_client, organisation).status_code == 403
