"""The charter’s chapter: articles as they would be published, their origin in the margin."""

from collections.abc import Iterator
from functools import cached_property

from charter.domain.applicability import applicable
from charter.domain.choosing import chosen, header_of
from charter.domain.clauses import Article, Published, published
from charter.domain.decisions import Charter, Decision
from charter.domain.loading import charter
from charter.domain.progress import Progress, progress
from deliverables.reader import Reader
from deliverables.tree import (
    Block,
    Chapter,
    Clause,
    Column,
    Fact,
    Grid,
    Prose,
    Row,
    Section,
    Text,
)
from strategy.computed import state_of
from strategy.domain.telling import TYPED


class CharterReader:
    """The decisions of a dossier, read in the document's language."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.decided = reader.dossier.get("decisions", {})

    @cached_property
    def charter(self) -> Charter:
        """The decisions to take, in the document's language."""
        return charter(self.reader.language)

    @cached_property
    def progress(self) -> Progress:
        """What is confirmed, what waits, what is missing."""
        return progress(self.charter, self.decided)

    @cached_property
    def published(self) -> Published:
        """The charter's text."""
        name = str(self.reader.organisation.get("name", ""))
        return published(self.charter, self.decided, organisation=name)

    @cached_property
    def applicable(self) -> tuple[Decision, ...]:
        """The decisions to take, given the space chosen."""
        return applicable(self.charter, self.decided)

    @property
    def counted(self) -> str:
        """The state of the question that the charter answers."""
        settled, begun = len(self.progress.confirmed), len(self.progress.to_confirm)
        return state_of(settled, total=len(self.applicable), begun=begun)

    def state(self, decision: Decision) -> str:
        """How far a decision is."""
        return str(self.decided.get(decision.id, {}).get("state", "empty"))

    def choice(self, decision: Decision) -> str:
        """The titles of the options chosen."""
        options = chosen(decision, header_of(self.decided.get(decision.id, {})))
        return self.reader.several([option.title for option in options])

    def typed(self, decision: Decision) -> set[str]:
        """The words that a person gave as details, and the organisation's name."""
        header = header_of(self.decided.get(decision.id, {}))
        given = {
            str(header[detail.id])
            for detail in decision.details
            if detail.field.kind in TYPED and detail.id in header
        }
        return given | {str(self.reader.organisation.get("name", ""))}


def charter_chapter(known: CharterReader) -> Chapter:
    """The charter as it would be published."""
    reader = known.reader
    if not known.published.articles:
        return Chapter(
            id="charter",
            title=reader.title(known.published.title),
            blocks=(Prose(reader.own(reader.words["charter.none"], "missing")),),
        )
    return Chapter(
        id="charter",
        title=reader.title(known.published.title),
        lead=reader.own(reader.words["charter.lead"]),
        sections=tuple(_section(known, each) for each in known.published.articles),
    )


def _section(known: CharterReader, article: Article) -> Section:
    reader, decision = known.reader, article.decision
    state = known.state(decision)
    return Section(
        id=f"article-{decision.id}",
        title=reader.title(article.heading),
        number=str(known.published.articles.index(article) + 1),
        state=state,
        state_label=reader.words.label("state", state),
        remarks=tuple(_remarks(known, article)),
        blocks=(_clause(known, article),),
        sources=(decision.id,),
    )


def _remarks(known: CharterReader, article: Article) -> Iterator[Fact]:
    reader, decision = known.reader, article.decision
    label = reader.words.say("charter.article", number=decision.number)
    yield Fact(reader.title(label), reader.own(known.choice(decision)))
    if article.edited:
        yield Fact(reader.words["margin.note"], reader.own(reader.words["charter.edited"]))


def _clause(known: CharterReader, article: Article) -> Clause:
    typed = known.typed(article.decision)
    paragraphs = [
        tuple(
            _run(
                known.reader, piece.words, bool(piece.blank), article.edited or piece.words in typed
            )
            for piece in paragraph.pieces
        )
        for paragraph in article.paragraphs
    ]
    return Clause(tuple(paragraphs), sources=(article.decision.id,))


def _run(reader: Reader, words: str, blank: bool, typed: bool) -> Text:
    if blank:
        return reader.own(words, "missing")
    return reader.typed(words) if typed else reader.own(words)


def decisions_blocks(known: CharterReader) -> tuple[Block, ...]:
    """The answer to the question that the charter answers: what is decided, how far."""
    reader, words = known.reader, known.reader.words
    counts = words.say(
        "answers.moderation_counts",
        confirmed=len(known.progress.confirmed),
        applicable=len(known.applicable),
    )
    columns = (
        Column(words["missing.number"], 10),
        Column(words["answers.decision"], 50),
        Column(words["answers.choice"], 62),
        Column(words["margin.owner"], 27),
        Column(words["answers.state"], 23),
    )
    rows = tuple(_decision_row(known, decision) for decision in known.applicable)
    ids = tuple(decision.id for decision in known.applicable)
    return (
        Prose(reader.own(counts), sources=ids),
        Grid(words["answers.moderation"], columns, rows, wide=True, sources=ids),
    )


def _decision_row(known: CharterReader, decision: Decision) -> Row:
    reader = known.reader
    choice = known.choice(decision)
    state = reader.words.label("state", known.state(decision))
    nothing = reader.own(reader.words["document.to_decide"], "missing")
    decided = known.decided.get(decision.id, {})
    owner, note = decided.get("owner", ""), decided.get("note")
    return Row(
        (
            reader.own(str(decision.number)),
            reader.own(decision.title),
            reader.own(choice) if choice else nothing,
            reader.typed(reader.people.get(owner, owner)),
            reader.own(state),
        ),
        (Fact(reader.words["margin.note"], reader.typed(note)),) if note else (),
    )
