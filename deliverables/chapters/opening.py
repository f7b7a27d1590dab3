"""What opens the document: cover, control, the organisation, scope and observation."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from conclusions.domain.review import contradicted
from conclusions.remarking import charter_question
from deliverables.chapters.answers import answer_blocks
from deliverables.chapters.articles import CharterReader
from deliverables.chapters.contradictions import Reviewed
from deliverables.reader import Reader
from deliverables.tree import (
    Block,
    Chapter,
    Column,
    Cover,
    Fact,
    Facts,
    Grid,
    Row,
    Section,
    Text,
)
from deliverables.widths import TEXT
from strategy.domain.dial import STATES

NAME_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Signatures(Block):
    """Lines to sign on paper: who read, who approved."""

    kind: ClassVar[str] = "signatures"
    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    sources: tuple[str, ...] = ()


def cover(known: CharterReader, reviewed: Reviewed, as_of: datetime) -> Cover:
    """The first page, with the dial as the site draws it: contradictions are notched."""
    reader = reviewed.reader
    words = reader.words
    against = contradicted(reviewed.open, charter=charter_question())
    stand = {
        each.id: "contradicted" if each.id in against else reader.state(each.id)
        for each in reader.questionnaire.questions
    }
    counts = {state: list(stand.values()).count(state) for state in STATES}
    return Cover(
        organisation=reader.typed(str(reader.organisation.get("name", ""))),
        title=words["document.title"],
        subtitle=words["document.subtitle"],
        facts=tuple(_cover_facts(reader, known, as_of)),
        dial_title=words["cover.dial"],
        dial_text=words.say("cover.dial_text", **counts),
        standings=tuple(
            (question.heading, question.id, stand[question.id], question.title)
            for question in reader.questionnaire.questions
        ),
    )


def _cover_facts(reader: Reader, known: CharterReader, as_of: datetime) -> Iterator[Fact]:
    words = reader.words
    yield Fact(words["cover.state"], reader.own(status_line(reader, as_of)))
    horizon = [reader.header_text("objective", each) for each in ("horizon", "due")]
    if told := [each.words for each in horizon if each.words]:
        yield Fact(words["cover.horizon"], reader.own(reader.separator.join(told)))
    done = sum(reader.state(each.id) == "done" for each in reader.questionnaire.questions)
    progress = words.say(
        "cover.progress",
        done=done,
        questions=len(reader.questionnaire.questions),
        confirmed=len(known.progress.confirmed),
        decisions=len(known.applicable),
    )
    yield Fact(words["cover.answered"], reader.own(progress))
    yield Fact(words["cover.confidentiality"], reader.own(words["document.confidentiality"]))


def status_line(reader: Reader, as_of: datetime) -> str:
    """What this copy is: a working draft, and of which day."""
    return reader.words.say("document.status_line", date=reader.teller.date(as_of.date()))


def control(
    reader: Reader,
    known: CharterReader,
    *,
    fingerprint: str,
    missing: tuple[str, ...],
    complete: bool,
) -> Chapter:
    """Document control: what this copy is, how far the dossier is, who signs."""
    words = reader.words
    return Chapter(
        id="control",
        title=words["control.title"],
        lead=reader.own(words["control.lead"]),
        sections=(
            Section(
                id="control-document",
                title=words["control.document"],
                blocks=(Facts(tuple(_identity(reader, fingerprint, missing))),),
            ),
            Section(
                id="control-progress",
                title=words["control.progress"],
                blocks=(Facts(tuple(_progress(reader, known, complete=complete))),),
            ),
            Section(
                id="control-approval",
                title=words["control.approval"],
                blocks=(_signatures(reader),),
            ),
        ),
    )


def _identity(reader: Reader, fingerprint: str, missing: tuple[str, ...]) -> Iterator[Fact]:
    words = reader.words
    content = reader.dossier.get("content", {})
    told = {
        "organisation": reader.typed(str(reader.organisation.get("name", ""))),
        "document": reader.own(words["document.title"]),
        "state": reader.own(words["document.status"]),
        "circulation": reader.own(words["document.confidentiality"]),
        "language": reader.own(words[f"language.name_{reader.dossier_language}"]),
        "content": reader.own(
            words.say(
                "control.content_is",
                strategy=content.get("strategy", "–"),
                charter=content.get("charter", "–"),
            )
        ),
        "fingerprint": reader.own(fingerprint),
    }
    yield from (Fact(words[f"control.{name}"], text) for name, text in told.items())
    if missing:
        codes = words.say("control.missing_characters", codes=", ".join(missing))
        yield Fact(words["control.characters"], reader.own(codes, "missing"))


def _progress(reader: Reader, known: CharterReader, *, complete: bool) -> Iterator[Fact]:
    words = reader.words
    questions = reader.questionnaire.questions
    states = Counter(reader.state(question.id) for question in questions)
    sure = Counter(reader.answer(question.id).get("confidence") for question in questions)
    decided = Counter(known.state(decision) for decision in known.applicable)
    counts = {
        "answers": words.say("control.answer_counts", **{each: states[each] for each in STATES}),
        "decisions": words.say(
            "control.decision_counts",
            **{state: decided[state] for state in ("confirmed", "to_confirm", "empty")},
        ),
        "sureness": words.say(
            "control.sureness_counts",
            **{each: sure[each] for each in ("observed", "estimated", "assumed")},
        ),
    }
    yield from (Fact(words[f"control.{name}"], reader.own(told)) for name, told in counts.items())
    told = words["missing.nothing" if complete else "missing.told"]
    yield Fact(words["missing.title"], reader.own(told))


def _signatures(reader: Reader) -> Signatures:
    words = reader.words
    return Signatures(
        title=words["control.approval"],
        columns=tuple(words[f"control.{each}"] for each in ("role", "name", "date", "signature")),
        rows=tuple(words[f"control.{each}"] for each in ("written", "reviewed", "approved")),
    )


def organisation(reader: Reader) -> Chapter:
    """The organisation: its profile, its people, the scope and what has been observed."""
    words = reader.words
    people = _people(reader)
    return Chapter(
        id="organisation",
        title=words["organisation.title"],
        sections=(
            Section(
                id="profile",
                title=words["organisation.profile"],
                blocks=(Facts(tuple(_profile(reader))), *([people] if people else [])),
            ),
            Section(
                id="scope",
                title=words["scope.title"],
                blocks=tuple(answer_blocks(reader, reader.questionnaire.before)),
                sources=(reader.questionnaire.before.id,),
            ),
        ),
    )


def _profile(reader: Reader) -> Iterator[Fact]:
    words, profile = reader.words, reader.organisation
    yield Fact(words["organisation.name"], reader.typed(str(profile.get("name", ""))))
    told = {
        "sector": words.label("sector", profile.get("sector", "")),
        "regulated": _regulated(reader),
        "public_body": words.label("public_body", profile.get("public_body", "")),
        "in_group": _yes_no(reader, profile.get("in_group")),
        "headcount": words.label("headcount", profile.get("headcount", "")),
        "turnover": words.label("turnover", profile.get("turnover", "")),
    }
    for name, value in told.items():
        yield Fact(words[f"organisation.{name}"], _known(reader, value))


def _regulated(reader: Reader) -> str:
    named = reader.organisation.get("regulated_fields", [])
    told = [reader.words.label("regulated", each) for each in named]
    return ", ".join(told) or reader.words["organisation.no_regulated"]


def _yes_no(reader: Reader, value: Any) -> str:
    if value is None:
        return ""
    return reader.words["organisation.yes" if value else "organisation.no"]


def _known(reader: Reader, value: str) -> Text:
    if value:
        return reader.own(value)
    return reader.own(reader.words["organisation.unknown"], "missing")


def _people(reader: Reader) -> Grid | None:
    people = reader.dossier.get("people", [])
    words = reader.words
    if not people:
        return None
    columns = (
        Column(words["organisation.person"], NAME_WIDTH),
        Column(words["organisation.role"], TEXT - NAME_WIDTH),
    )
    rows = tuple(
        Row((reader.typed(each["name"]), reader.typed(each.get("role", "")))) for each in people
    )
    return Grid(words["organisation.people"], columns, rows)
