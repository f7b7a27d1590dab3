"""The chapter on the next review: its date, what brings it forward, what is read again first."""

from collections.abc import Iterator
from datetime import date

from conclusions.domain.triggers import TRIGGERS as HAPPENED
from conclusions.domain.triggers import departures, is_open
from deliverables.answers import answer_blocks
from deliverables.following import Following
from deliverables.tree import Chapter, Fact, Facts, Section, Text

REGISTER = "review_triggers"
COURSE = "change_of_course"


def living_chapter(following: Following) -> Iterator[Chapter]:
    """Nothing while no review is dated, nothing has happened and nothing is assumed."""
    reader = following.reader
    told = dict(_told(following))
    said = reader.answer(REGISTER).get("value")
    if not (told or said):
        return
    undated = reader.own(reader.words["living.undated"], "missing")
    facts = {"next": undated} | told
    words = reader.words
    yield Chapter(
        id="living",
        title=reader.title(words["living.title"]),
        lead=reader.own(words["living.lead"]),
        sections=tuple(_sections(following, facts, register=bool(said))),
    )


def _told(following: Following) -> Iterator[tuple[str, Text]]:
    reader, dossier = following.reader, following.dossier
    planned = dossier.header(COURSE).day("review_on")
    if planned:
        yield "next", reader.own(reader.teller.date(planned))
    rows = reader.teller.rows[HAPPENED]
    happened = [
        rows[row.row].words
        for row in dossier.rows(HAPPENED)
        if row.row in rows and is_open(row, date.min, following.as_of)
    ]
    if happened:
        yield "happened", reader.own("\n".join(happened))
    gone = [reader.question(each).place for each in departures(dossier)]
    if gone:
        yield "departed", reader.own("\n".join(gone))
    assumed = [
        each.place
        for each in reader.questionnaire.everything
        if reader.answer(each.id).get("confidence") == "assumed"
        and reader.answer(each.id).get("value")
    ]
    if assumed:
        yield "assumed", reader.own("\n".join(assumed))


def _sections(following: Following, facts: dict[str, Text], *, register: bool) -> Iterator[Section]:
    reader = following.reader
    told = tuple(Fact(reader.words[f"living.{name}"], text) for name, text in facts.items())
    yield Section(
        id="living-next",
        title=reader.title(reader.words["living.next"]),
        blocks=(Facts(told, sources=(COURSE, REGISTER)),),
        sources=(COURSE, REGISTER),
    )
    if register:
        asked = reader.question(REGISTER)
        yield Section(
            id=f"register-{REGISTER}",
            title=reader.title(asked.title),
            blocks=tuple(answer_blocks(reader, asked)),
            sources=(REGISTER,),
        )
