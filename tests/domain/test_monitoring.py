"""The monitoring pack: queries and feeds from words, and OPML written and read."""

import shutil
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conclusions.domain.dossier import Dossier
from conclusions.domain.tools import opml
from conclusions.domain.tools.monitoring import Feed, pack, phrases
from conclusions.domain.tools.watching import CONTENT, problems, watching
from tests.conclusions import dossier
from tests.opml import opml_problems

NAME = '"La Boussole"'


def terms(*rows, sources=(), profile=None):
    written = dossier(
        profile=profile, monitoring_pack={"terms": list(rows), "sources": list(sources)}
    )
    return pack(Dossier(written), "fr")


def told(found):
    return {query.title: (query.boolean, query.search) for query in found.queries}


def test_name_alone_gives_two_queries():
    found = terms()

    assert list(told(found)) == [
        "Notre nom, sous toutes ses formes",
        "Notre nom et un mot d’alerte",
    ]
    assert told(found)["Notre nom, sous toutes ses formes"] == (NAME, NAME)


def test_misspellings_join_the_name():
    found = terms({"term": "Laboussole", "stands_for": "misspelling"})

    assert told(found)["Notre nom, sous toutes ses formes"][0] == f'({NAME} OR "Laboussole")'


def test_what_one_word_leaves_out_leaves_the_others_whole():
    found = told(terms({"term": "Bouss", "stands_for": "misspelling", "without": "bus"}))

    assert found["Notre nom, sous toutes ses formes"][0] == NAME
    assert found["Notre nom, sous toutes ses formes, n° 2"][0] == '"Bouss" NOT "bus"'


def test_product_takes_the_words_that_tell_it_apart():
    product = {"term": "Cap", "stands_for": "product", "beside": "carte, « nord »", "without": "IT"}

    found = terms(product)

    assert told(found)["Nos produits et services"] == (
        '"Cap" AND ("carte" OR "nord") NOT "IT"',
        '"Cap" ("carte" OR "nord") -"IT"',
    )


def test_product_without_them_takes_our_name():
    found = terms({"term": "Atlas", "stands_for": "product"})

    assert told(found)["Nos produits et services"][0] == f'"Atlas" AND {NAME}'


def test_competitors_are_watched_alone_and_beside_us():
    found = terms({"term": "Le Compas", "stands_for": "competitor"})

    assert told(found)["Nos concurrents"][0] == '"Le Compas"'
    assert told(found)["Nous et eux, dans la même page"][0] == f'"Le Compas" AND {NAME}'


def test_nobody_is_compared_with_an_organisation_without_a_name():
    found = terms({"term": "Le Compas", "stands_for": "competitor"}, profile={"name": " "})

    assert list(told(found)) == ["Nos concurrents"]


def test_long_list_is_cut_into_queries_that_engines_read_whole():
    rows = [{"term": f"Faute {number}", "stands_for": "misspelling"} for number in range(12)]

    found = terms(*rows)

    titles = [title for title in told(found) if title.startswith("Notre nom, sous")]
    assert titles == [
        "Notre nom, sous toutes ses formes",
        "Notre nom, sous toutes ses formes, n° 2",
    ]
    assert all(query.search.count(" OR ") < 30 for query in found.queries)


def test_each_language_has_its_queries_and_its_feeds():
    found = terms(
        {"term": "harness", "stands_for": "subject", "language": "english"},
        {"term": "baudrier", "stands_for": "subject", "language": "french"},
    )

    assert told(found)["Les sujets où l’on nous attend (anglais)"][0] == '"harness"'
    assert told(found)["Les sujets où l’on nous attend (français)"][0] == '"baudrier"'
    (english,) = [
        feed.address
        for feed in found.feeds
        if "harness" in feed.address and "google" in feed.title.lower()
    ]
    assert english.endswith("&hl=en&gl=GB&ceid=GB:en")


def test_dossier_in_english_is_watched_in_english():
    found = terms(profile={"language": "en"})

    assert {query.language.id for query in found.queries} == {"english"}


def test_own_feeds_come_first_with_their_names():
    found = terms(
        sources=[
            {"source": "Journal", "address": "https://a.example/f", "page": "https://a.example/"},
            {"address": "https://b.example/f"},
            {"source": "Sans adresse"},
        ]
    )

    assert found.feeds[:2] == (
        Feed("Nos sources", "Journal", "https://a.example/f", "https://a.example/"),
        Feed("Nos sources", "https://b.example/f", "https://b.example/f"),
    )


def test_phrases_are_cut_at_commas_each_once():
    assert phrases(' « a  b », c;"a b"\n,') == ("a b", "c")


words = st.dictionaries(
    st.sampled_from(["term", "stands_for", "language", "beside", "without"]),
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["name", "product", "competitor", "french", "any"]),
        st.none(),
        st.integers(),
    ),
)


@given(rows=st.lists(words, max_size=6), name=st.text(max_size=40))
def test_any_words_give_an_opml_that_holds(rows, name):
    found = terms(*rows, profile={"name": name})

    if found.feeds:
        written = opml.write(found.feeds, title=name)
        assert opml_problems(written) == []
        assert {feed.address for feed in opml.read(written)} == {
            feed.address for feed in found.feeds
        }


def test_opml_holds_each_feed_in_its_folder():
    feeds = [Feed("À nous", "Un & deux", "https://a.example/?a=1&b=2", "https://a.example/")]

    root = ElementTree.fromstring(opml.write(feeds, title="Veille"))

    assert root.find("head/title").text == "Veille"
    (folder,) = root.findall("body/outline")
    (feed,) = folder.findall("outline")
    assert folder.attrib == {"text": "À nous"}
    assert feed.attrib == {
        "text": "Un & deux",
        "title": "Un & deux",
        "type": "rss",
        "xmlUrl": "https://a.example/?a=1&b=2",
        "htmlUrl": "https://a.example/",
    }


FOREIGN = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="1.1"><head/><body>
  <outline text="Presse"><outline text="Le Jour" xmlUrl="HTTPS://jour.example/rss" htmlUrl="ftp://x"/>
    <outline xmlUrl="https://b.example/rss" htmlUrl="https://b.example/"/></outline>
  <outline text="Encore" xmlUrl="https://b.example/rss"/>
  <outline text="Un fichier" xmlUrl="file:///etc/passwd"/>
  <outline text="Une note"/>
</body></opml>"""


def test_foreign_opml_gives_its_web_feeds_each_once():
    assert opml.read(FOREIGN) == (
        Feed("Presse", "Le Jour", "HTTPS://jour.example/rss"),
        Feed("", "Encore", "https://b.example/rss"),
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html><body/></html>", id="another language"),
        pytest.param(b"<opml><head/></opml>", id="no body"),
        pytest.param(b"<opml><body>", id="cut short"),
        pytest.param(b"\xff\xfe\x00", id="bytes of nothing"),
        pytest.param(
            b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>',
            id="an entity",
        ),
        pytest.param(
            b'<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml><body/></opml>', id="a file"
        ),
        pytest.param(b'<?xml version="1.0" encoding="klingon"?><opml/>', id="an encoding"),
    ],
)
def test_what_is_no_opml_is_refused(content):
    if b"SYSTEM" in content:
        assert opml.read(content) == ()
        return
    with pytest.raises(opml.UnreadableOpmlError):
        opml.read(content)


def test_folders_in_folders_are_read_to_the_bottom():
    nest = b"<outline text='n'>" * 5000 + b"<outline xmlUrl='https://a.example/'/>"
    content = b"<opml><body>" + nest + b"</outline>" * 5000 + b"</body></opml>"

    assert opml.read(content) == (Feed("n", "https://a.example/", "https://a.example/"),)


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1"])
def test_accents_are_read_whatever_encoding_is_declared(written, declared):
    told = f'<?xml version="1.0" encoding="{"utf-16" if written == "utf-16" else declared}"?>'
    outline = '<outline text="Été" xmlurl="https://a.example/"/>'
    content = f"\n{told}<opml><body>{outline}</body></opml>"

    (feed,) = opml.read((content if written != "utf-16" else content.strip()).encode(written))

    assert feed == Feed("", "Été", "https://a.example/")


def test_address_that_no_cell_holds_is_left_out():
    long = f"https://a.example/{'x' * 2000}"
    content = f'<opml><body><outline text="a" xmlUrl="{long}"/></body></opml>'

    assert opml.read(content.encode()) == ()


def test_watches_are_those_that_queries_are_built_for(tmp_path):
    folder = shutil.copytree(CONTENT, tmp_path / "content")
    path = folder / "monitoring.toml"
    text = path.read_text().replace('id = "alert"', 'id = "alarm"', 1)
    path.write_text(text.replace("q={query}&hl", "q=x&hl", 1))

    assert list(problems("fr", folder)) == [
        "monitoring.toml: the watches are names, alert, leaders, products, competitors,"
        " comparison, subjects, in this order.",
        "monitoring.toml google_news: the feed has no {query}.",
    ]


def test_mistake_in_the_file_is_told(tmp_path):
    (tmp_path / "monitoring.toml").write_text("[[watch]]\nid = 1\n")

    assert list(problems("fr", tmp_path)) == ["monitoring.toml 1: missing purpose, title."]


def test_words_are_read_once():
    assert watching("fr") is watching("fr")
