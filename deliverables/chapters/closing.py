"""What closes the document: credit, how it was made, sources."""

from collections.abc import Iterator

from deliverables.reader import Reader
from deliverables.tree import Chapter, Column, Grid, Prose, Row, Section
from deliverables.widths import PAGE
from strategy.domain.questionnaire import Source

AUTHOR, ADDRESS = 36, 72


def closing(reader: Reader) -> Chapter:
    """Credit, then the sources on one page."""
    words = reader.words
    return Chapter(
        id="closing",
        title=words["closing.title"],
        lead=reader.own(reader.questionnaire.credit),
        sections=(
            Section(
                id="colophon",
                title=words["closing.colophon"],
                blocks=(Prose(reader.own(words["closing.colophon_text"])),),
            ),
            *_cited(reader),
        ),
    )


def _cited(reader: Reader) -> Iterator[Section]:
    if reader.questionnaire.sources:
        title = reader.words["closing.cited"]
        yield Section(id="cited", title=title, blocks=(_sources(reader),))


def _sources(reader: Reader) -> Grid:
    words = reader.words
    columns = (
        Column(words["closing.author"], AUTHOR),
        Column(words["closing.work"], PAGE - AUTHOR - ADDRESS),
        Column(words["closing.address"], ADDRESS),
    )
    rows = tuple(_row(reader, source) for source in reader.questionnaire.sources)
    return Grid(words["closing.cited"], columns, rows, wide=True)


def _row(reader: Reader, source: Source) -> Row:
    title = f"{source.title}, {source.year}" if source.year else source.title
    return Row((reader.own(source.authors), reader.own(title), reader.own(source.url)))
