"""Two halves bound into one file: pages, links, bookmarks and structure are those of a whole."""

import re

import pikepdf

from deliverables import rendering
from deliverables.paper import proof


def places(pdf):
    """The number of the page where each named place stands."""
    names = pdf.Root.Names.Dests.Names
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}


def page_of(document, place):
    """The number of the page where a place stands."""
    with pikepdf.open(document.path) as pdf:
        return places(pdf)[place]


def opening_of_second_half(document):
    """The number of the page that the second half begins with."""
    _first, second = rendering.halves(document.tree)
    return page_of(document, second[0].id)


def elements(pdf):
    """Each element of the structure, from the root down."""
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
            yield each
            kids = each.get("/K", [])
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def test_every_link_leads_to_a_place_of_the_file(full):
    with pikepdf.open(full.path) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        inside = {str(link.Dest) for link in links if "/Dest" in link}

        assert len(inside) > len(full.tree.chapters)
        assert inside - places(pdf).keys() == set()


def test_each_chapter_is_found_on_its_page(full):
    with pikepdf.open(full.path) as pdf:
        found = places(pdf)
    opened = [found[chapter.id] for chapter in full.tree.chapters]

    assert opened == sorted(opened)
    assert opened[0] == 3
    assert opened[-1] <= full.production.pages


def test_contents_give_the_pages_of_the_places(full):
    contents = proof.pages_of(full.path)[1]
    with pikepdf.open(full.path) as pdf:
        found = places(pdf)
    told = [proof.normal(f"{each.title}{found[each.id]}") for each in full.tree.chapters]

    assert [each for each in told if each not in contents] == []


def test_bookmarks_name_each_question_with_its_number(full):
    with pikepdf.open(full.path) as pdf, pdf.open_outline() as outline:
        told = [below.title for each in outline.root for below in each.children]

    assert [title for title in told if title.startswith("1. ")] == [
        "1. Qui sont les récepteurs de ma communication\u202f?",
        "1. Cet espace",
    ]


def test_structure_and_pages_name_each_other(full):
    with pikepdf.open(full.path) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        strays = [
            number
            for number, page in enumerate(pdf.pages, 1)
            for element in owners[int(page.StructParents)]
            if element.Pg.objgen != page.objgen
        ]
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                assert owners[int(link.StructParent)].S == "/Link"

    assert strays == []


def test_headers_of_both_halves_have_names_of_their_own(full):
    with pikepdf.open(full.path) as pdf:
        names = [str(each.ID) for each in elements(pdf) if "/ID" in each]
        heads = {
            str(head)
            for each in elements(pdf)
            if each.S == "/TD"
            for head in each.get("/A", {}).get("/Headers", [])
        }

    assert len(names) == len(set(names))
    assert heads - set(names) == set()
    assert {name.split("-")[0] for name in heads} == {"front", "first", "second"}


def test_no_block_ends_with_a_space(full):
    """WeasyPrint makes room for it, and breaks a line that is full too early."""
    page = rendering.body(full.tree, full.tree.chapters)

    assert re.findall(r"\s(?:</(?:a|span)>\s*)*</(?:caption|h3|li|p|td|th)>", page) == []
