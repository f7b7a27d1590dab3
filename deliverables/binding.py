"""A document printed in two halves side by side, and bound into one tagged file.

WeasyPrint lays out about ten pages a second and uses one core. So each half of the chapters is
printed by a process of its own, then the front: the cover, the contents, and one bare page for
each page of the halves, whose number is laid over it. Both halves carry the
anchors of the other on a last page that is dropped, so that every link leads somewhere.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from deliverables import printing, rendering
from deliverables.child import Running
from deliverables.printing import Printed
from deliverables.tree import Chapter, Document


def print_document(document: Document, path: Path) -> int:
    """How many pages the file at that path has.

    Raises child.ChildError and child.LimitReachedError as the child that prints a half does.
    """
    first, second = rendering.halves(document)
    with Running(lambda: _print_half(document, second, "second")) as running:
        bodies = (_print_half(document, first, "first"), running.result())
    front = printing.print_pdf(rendering.front(document, chain(*map(_pages, bodies))))
    _bind(front, bodies, path)
    return len(front.anchors)


def _print_half(document: Document, chapters: tuple[Chapter, ...], part: str) -> Printed:
    return printing.print_pdf(rendering.body(document, chapters), part)


def _pages(body: Printed) -> tuple[tuple[str, ...], ...]:
    """The anchors of each page, without the last: those of the other half."""
    return body.anchors[:-1]


def _bind(front: Printed, bodies: Sequence[Printed], path: Path) -> None:
    with Pdf.open(BytesIO(front.file)) as whole:
        count = sum(len(_pages(body)) for body in bodies)
        start = len(whole.pages) - count
        places: dict[str, Object] = {}
        for body in bodies:
            places |= _append(whole, body)
        for index in range(start, start + count):
            _number(whole.pages[index + count], whole.pages[index], index)
        del whole.pages[start : start + count]
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


def _number(page: Page, bare: Page, index: int) -> None:
    """Draw on the page what the bare one carries, by a name that depends on nothing else."""
    name = page.add_resource(bare.as_form_xobject(), Name.XObject, Name(f"/Number{index}"))
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
