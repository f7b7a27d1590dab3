"""A document as a pure function of a dossier, its time and a language."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from deliverables.chapters.answers import heading_chapter
from deliverables.chapters.articles import CharterReader, charter_chapter, decisions_blocks
from deliverables.chapters.closing import closing
from deliverables.chapters.contradictions import contradictions_chapter, exceptions_chapter
from deliverables.chapters.elsewhere import printed
from deliverables.chapters.following import Following
from deliverables.chapters.missing import missing_chapters
from deliverables.chapters.opening import control, cover, organisation, status_line
from deliverables.chapters.order import AFTER_CONTRADICTIONS, BEFORE_ANSWERS, chapters
from deliverables.chapters.reminders import reminders_chapter
from deliverables.chapters.synthesis import synthesis
from deliverables.reader import Reader
from deliverables.tree import Document


@dataclass(frozen=True)
class Snapshot:
    """What a document is made from: a dossier, and the time of its last change."""

    dossier: dict[str, Any]
    as_of: datetime
    # Characters that no font draws, already replaced in the dossier by their codes.
    missing: tuple[str, ...] = ()
    # The exceptions that held before those characters were replaced.
    holding: frozenset[str] | None = None

    @property
    def told_at(self) -> datetime:
        """The time of its last change where the site stands, as people read it."""
        return localtime(self.as_of)

    @property
    def day(self) -> date:
        """The day on which its rules are read."""
        return self.told_at.date()

    @property
    def fingerprint(self) -> str:
        """Sixteen characters that change with anything said."""
        told = json.dumps(self.dossier, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def compose(snapshot: Snapshot, language: str) -> Document:
    """The strategy document; `language` is of the document's own words."""
    known = CharterReader(Reader(snapshot.dossier, language))
    computed_ids = [each.id for each in known.reader.questionnaire.questions if each.computed]
    reader = replace(known.reader, counted=dict.fromkeys(computed_ids, known.counted))
    following = Following(reader, snapshot.day, snapshot.holding)
    words = reader.words
    name = str(reader.organisation.get("name", ""))
    computed = {"charter": decisions_blocks(known)}
    lacking = missing_chapters(reader, known)
    before = tuple(chapters(following, BEFORE_ANSWERS))
    after = tuple(chapters(following, AFTER_CONTRADICTIONS))
    elsewhere = printed(reader, (*before, *after))
    return Document(
        language=language,
        dossier_language=reader.dossier_language,
        title=words.say("document.full_title", organisation=name),
        author=name,
        description=words["document.description"],
        status=status_line(reader, snapshot.told_at),
        confidentiality=words["document.confidentiality"],
        contents_title=words["contents.title"],
        cover=cover(known, following.reviewed, snapshot.told_at),
        chapters=(
            control(
                reader,
                known,
                fingerprint=snapshot.fingerprint,
                missing=snapshot.missing,
                complete=not lacking,
            ),
            synthesis(reader),
            organisation(reader),
            *before,
            *(
                heading_chapter(reader, heading, computed, elsewhere)
                for heading in reader.questionnaire.headings
            ),
            contradictions_chapter(following.reviewed),
            *after,
            *lacking,
            charter_chapter(known),
            reminders_chapter(known, following.reviewed),
            *exceptions_chapter(following.reviewed),
            closing(reader),
        ),
    )
