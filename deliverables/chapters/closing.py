"""What closes the document: sources, credit, how it was made."""

from deliverables.reader import Reader
from deliverables.tree import Chapter, Column, Grid, Prose, Row, Section
from deliverables.widths import PAGE
from strategy.domain.questionnaire import Source

AUTHOR, ADDRESS = 36, 72


def closing(reader: Reader) -> Chapter:
    """Sources and credit."""
    words = reader.words
    return Chapter(
        id="closing",
        title=words["closing.title"],
        lead=reader.own(reader.questionnaire.credit),
        blocks=(_sources(reader),) if reader.questionnaire.sources else (),
        sections=(
            Section(
                id="colophon",
                title=words["closing.colophon"],
                blocks=(Prose(reader.own(words["closing.colophon_text"])),),
            ),
        ),
    )


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
