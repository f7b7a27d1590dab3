"""A document printed in two halves side by side, and bound into one tagged file.

WeasyPrint lays out about ten pages a second and uses one core. So each half of the chapters is
printed by a process of its own; then the cover and the contents, beside bare pages that carry
the numbers and are laid over those of the halves. Each part has the anchors of the others on a
last page that is dropped, so that every link leads somewhere.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from deliverables import rendering
from deliverables.chapters.crisis import FOLDED as UNNUMBERED
from deliverables.child import Running
from deliverables.paper import printing
from deliverables.paper.printing import Lead, Printed
from deliverables.tree import Chapter, Document
from deliverables.words import words

# The anchors of a page.
Places = tuple[str, ...]
# Cover and contents have a page each, but for contents that nobody has seen yet.
FRONT = 2


class Sheet(NamedTuple):
    """What a page of the chapters says of itself."""

    names: Places
    leads: tuple[Lead, ...]


def print_document(document: Document, path: Path) -> int:
    """How many pages the file at that path has.

    Raises child.ChildError and child.LimitReachedError as the child that prints a half does.
    """
    first, second = rendering.halves(document)
    with Running(lambda: _print_half(document, second, "second")) as running:
        bodies = (_print_half(document, first, "first"), running.result())
    front, numbers = _around(document, [*chain(*map(_sheets, bodies))], FRONT)
    _bind(front, bodies, numbers, path)
    return len(_pages(front)) + len(numbers.anchors)


def _around(document: Document, sheets: Sequence[Sheet], before: int) -> tuple[Printed, Printed]:
    """Cover and contents, and the numbers of the pages that follow so many."""
    total = before + len(sheets)
    found = {name: at for at, each in enumerate(sheets, before + 1) for name in each.names}
    page = words(document.language)["elsewhere.page"]
    told = [
        rendering.Numbers(
            "" if UNNUMBERED in each.names else f"{at} / {total}",
            tuple((lead, page.format(number=found[lead.target])) for lead in each.leads),
        )
        for at, each in enumerate(sheets, before + 1)
    ]
    numbers = rendering.numbers(document, told)
    with Running(lambda: printing.print_pdf(numbers, "numbers")) as running:
        front = printing.print_pdf(rendering.front(document, found, total))
        if len(_pages(front)) == before:
            return front, running.result()
    # Contents longer than a page push everything further.
    return _around(document, sheets, len(_pages(front)))


def _print_half(document: Document, chapters: tuple[Chapter, ...], part: str) -> Printed:
    return printing.print_pdf(rendering.body(document, chapters), part)


def _sheets(body: Printed) -> Iterator[Sheet]:
    return map(Sheet, _pages(body), body.leads)


def _pages(body: Printed) -> tuple[Places, ...]:
    """The anchors of each page, without the last: those of the other parts."""
    return body.anchors[:-1]


def _bind(front: Printed, bodies: Sequence[Printed], numbers: Printed, path: Path) -> None:
    with Pdf.open(BytesIO(front.file)) as whole, Pdf.open(BytesIO(numbers.file)) as numbered:
        del whole.pages[-1]
        start = len(whole.pages)
        places: dict[str, Object] = {}
        for body in bodies:
            places |= _append(whole, body)
        for index, bare in enumerate(numbered.pages):
            number = whole.copy_foreign(bare.as_form_xobject())
            _number(whole.pages[start + index], number, index)
        whole.Root.Names = Dictionary(Dests=_name_tree(places))
        bound = BytesIO()
        whole.save(bound, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    path.write_bytes(bound.getbuffer())


def _append(whole: Pdf, body: Printed) -> dict[str, Object]:
    """The places that links name, once the pages, structure and bookmarks of a half are added."""
    with Pdf.open(BytesIO(body.file)) as part:
        names = part.Root.Names.Dests.Names
        start = len(whole.pages)
        del part.pages[-1]
        del part.Root.Names
        whole.add_pages_from(part)
        _join_structure(whole, whole.copy_foreign(part.Root.StructTreeRoot), start)
        return {
            name: whole.copy_foreign(part.make_indirect(names[index + 1]))
            for index, name in ((each, str(names[each])) for each in range(0, len(names), 2))
            if name not in body.anchors[-1]
        }


def _number(page: Page, number: Object, index: int) -> None:
    """Draw the number on the page, by a name that depends on nothing else."""
    name = page.add_resource(number, Name.XObject, Name(f"/Number{index}"))
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q {name} Do Q".encode())


def _join_structure(whole: Pdf, structure: Object, start: int) -> None:
    """One tree of structure; what a page and a link are known by in it is counted on."""
    root = whole.Root.StructTreeRoot
    known = root.ParentTree.Nums
    shift = int(known[-2]) + 1
    numbers = structure.ParentTree.Nums
    for index in range(0, len(numbers), 2):
        known.append(int(numbers[index]) + shift)
        known.append(numbers[index + 1])
    for page in list(whole.pages)[start:]:
        page.StructParents = int(page.StructParents) + shift
        for link in page.get(Name.Annots, ()):
            link.StructParent = int(link.StructParent) + shift
    document = root.K[0]
    for element in structure.K[0].K:
        element.P = document
        document.K.append(element)


def _name_tree(places: dict[str, Object]) -> Dictionary:
    pairs = [each for name in sorted(places) for each in (String(name), places[name])]
    return Dictionary(Names=Array(pairs))
