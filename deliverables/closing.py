"""What closes the document: sources, credit, how it was made."""

from deliverables.reader import Reader
from deliverables.tree import Chapter, Fact, Facts, Prose, Section
from strategy.domain.questionnaire import Source


def closing(reader: Reader) -> Chapter:
    """Sources and credit."""
    words = reader.words
    sources = tuple(_source(reader, each) for each in reader.questionnaire.sources)
    return Chapter(
        id="closing",
        title=words["closing.title"],
        sections=(
            Section(
                id="credit",
                title=words["closing.credit"],
                blocks=(Prose(reader.own(reader.questionnaire.credit)),),
            ),
            Section(
                id="sources",
                title=words["closing.sources"],
                blocks=(Facts(sources),) if sources else (),
            ),
            Section(
                id="colophon",
                title=words["closing.colophon"],
                blocks=(Prose(reader.own(words["closing.colophon_text"])),),
            ),
        ),
    )


def _source(reader: Reader, source: Source) -> Fact:
    told = [str(each) for each in (source.title, source.year, source.url) if each]
    return Fact(reader.title(source.authors), reader.own(", ".join(told)))
