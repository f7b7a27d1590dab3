"""The tree of a document: what stands where, and what it says of what is missing."""

import html
import re
import tomllib
from dataclasses import replace
from itertools import chain

import pytest

from deliverables.paper import binding
from deliverables.rendering import body
from deliverables.tree import Clause, Grid, Summary
from deliverables.widths import PAGE, TEXT
from deliverables.words import CONTENT, words
from organisations.models import Headcount, PublicBody, RegulatedField, Sector, Turnover
from tests.conclusions import demonstration
from tests.documents import dossiers
from tests.documents.conftest import tree_of

ORDER = ["control", "synthesis", "organisation"]
HEADINGS = ["who", "what", "where", "when", "how", "how_much", "why"]


def blocks_of(tree, kind):
    sections = chain.from_iterable(chapter.sections for chapter in tree.chapters)
    blocks = chain(
        *(chapter.blocks for chapter in tree.chapters), *(section.blocks for section in sections)
    )
    return [block for block in blocks if isinstance(block, kind)]


def test_chapters_stand_in_their_order():
    chapters = [chapter.id for chapter in tree_of(dossiers.full()).chapters]

    assert chapters == [
        *ORDER,
        "course",
        "circles",
        *(f"heading-{each}" for each in HEADINGS),
        "contradictions",
        "plan",
        "indicators",
        "roles",
        "workload",
        "crisis",
        "toolbox",
        "trust",
        "practices",
        "living",
        "missing",
        "charter",
        "reminders",
        "closing",
    ]


@pytest.mark.parametrize("name", ["empty", "full"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_columns_fill_the_page_or_the_text(name, language):
    grids = blocks_of(tree_of(getattr(dossiers, name)(), language), Grid)

    widths = {sum(column.width for column in grid.columns) for grid in grids}

    assert widths <= {TEXT, PAGE}
    assert all(grid.wide == (sum(c.width for c in grid.columns) == PAGE) for grid in grids)


def test_synthesis_says_what_is_to_be_decided():
    summary = blocks_of(tree_of(dossiers.empty()), Summary)[0]

    assert [line[0].words for point in summary.points for line in point.lines] == ["à décider"] * 10


def test_synthesis_of_the_longest_answers_holds_on_a_page(tmp_path):
    dossier = dossiers.full()
    for answer in dossier["answers"].values():
        lengthen(answer["value"])
    tree = tree_of(dossier)

    alone = replace(tree, chapters=(tree.chapters[ORDER.index("synthesis")],))
    pages = binding.print_document(alone, tmp_path / "synthesis.pdf")

    # The cover, the contents, and this page.
    assert (alone.chapters[0].id, pages) == ("synthesis", 3)


def lengthen(value):
    for rows in [[value["header"]], *value["tables"].values()]:
        for row in rows:
            for key, cell in row.items():
                if isinstance(cell, str) and " " in cell:
                    row[key] = (cell + " " + "mot ordinaire " * 40)[:500]


def test_blocks_of_answers_name_where_they_come_from():
    tree = tree_of(dossiers.full())

    sections = [each for chapter in tree.chapters if chapter.arc for each in chapter.sections]

    assert len(sections) == 27
    assert all(block.sources for section in sections for block in section.blocks)


def test_nothing_missing_makes_no_chapter():
    dossier = dossiers.full(rows=12)
    for choice in dossier["decisions"].values():
        choice["state"] = "confirmed"

    chapters = {chapter.id: chapter for chapter in tree_of(dossier).chapters}

    kinds = [block.title for block in chapters["missing"].blocks] if "missing" in chapters else []
    assert "Décisions à prendre ou à confirmer" not in kinds


def test_row_that_is_gone_keeps_its_words():
    dossier = dossiers.with_rows(
        [{"id": "r1", "place": "old"}], question="speakers", table="speakers"
    )
    gone = {"places": {"old": "Forum d’avant"}}
    dossier["answers"]["places"] = {"state": "draft", "value": {"gone": gone}}

    grid = next(g for g in blocks_of(tree_of(dossier), Grid) if "lieu par lieu" in g.title)

    assert grid.rows[0].cells[0].words == "Forum d’avant (ligne retirée)"


def test_every_choice_of_the_profile_has_words():
    groups = {
        "sector": Sector,
        "regulated": RegulatedField,
        "public_body": PublicBody,
        "headcount": Headcount,
        "turnover": Turnover,
    }

    for language in ("fr", "en"):
        missing = [
            f"{group}.{value}"
            for group, choices in groups.items()
            for value in choices.values
            if f"{group}.{value}" not in words(language)
        ]
        assert missing == []


def test_words_of_documents_are_all_used():
    source = "".join(path.read_text() for path in CONTENT.parent.rglob("*.py"))
    files = [tomllib.loads(path.read_text()) for path in CONTENT.glob("*.toml")]
    written = {group: entries for each in files for group, entries in each.items()}
    looked_up = {
        "state", "confidence", "sector", "regulated", "public_body", "headcount", "turnover",
        "language", "control", "synthesis", "organisation", "missing", "circles", "course", "trust",
        "roles", "crisis", "living", "verdict",
    }  # fmt: skip

    unused = [
        f"{group}.{key}"
        for group, entries in written.items()
        if group not in looked_up
        for key in entries
        if f'"{group}.{key}"' not in source
    ]

    assert unused == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_counts_are_right_when_there_is_one_of_a_thing(language):
    """« 1 décisions » would be: no count stands before a word that it would have to bend."""
    known = words(language)
    counts = "|".join(("done", "questions", "confirmed", "decisions", "applicable", "wanted"))
    bent = {
        place: said
        for place, said in known.items()
        if re.search(rf"{{({counts})}} (?!(sur|of|au|on)\b)\w+s\b", said)
    }

    assert bent == {}


def test_no_space_stands_at_the_end_of_a_block():
    """It would make a line that is full to its end break too early."""
    document = tree_of(dossiers.full())
    page = body(document, document.chapters)

    assert re.findall(r".{30}\s(?:</(?:a|span)>)*</(?:caption|div|h[1-6]|li|p|td|th)>", page) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_of_a_clause_stand_as_they_are_published(language):
    """No space before the full stop that follows a word of theirs."""
    document = tree_of(demonstration(f"altivane-{language}"), language)
    page = body(document, document.chapters)

    printed = re.findall(r'<div class="clause"><p>(.*?)</p>', page, re.DOTALL)
    told = [
        "".join(run.words for run in each.paragraphs[0]) for each in blocks_of(document, Clause)
    ]
    assert [html.unescape(re.sub("<[^>]*>", "", each)) for each in printed] == told


def test_decision_says_who_answers_for_it_and_what_was_noted():
    dossier = dossiers.empty()
    dossier["people"] = [{"id": "ines", "name": "Inès"}]
    header = {"options": ["public_community"]}
    decided = {"state": "confirmed", "owner": "ines", "note": "L’entraide doit se voir."}
    dossier["decisions"] = {"space": {**decided, "value": {"header": header}}}

    grid = next(each for each in blocks_of(tree_of(dossier), Grid) if each.rows[0].details)

    assert grid.rows[0].cells[3].words == "Inès"
    assert [each.text.words for each in grid.rows[0].details] == ["L’entraide doit se voir."]


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("altivane-fr", "fr", "de 41 à 70\u00a0% d’ici au 31\u00a0décembre 2027"),
        ("altivane-en", "en", "from 41 to 70% by 31\u00a0December 2027"),
    ],
)
def test_percentage_of_the_synthesis_is_written_as_its_language_does(name, language, told):
    (summary,) = blocks_of(tree_of(demonstration(name), language), Summary)
    lines = ["".join(run.words for run in line) for point in summary.points for line in point.lines]

    assert told in [line.strip() for line in lines]
