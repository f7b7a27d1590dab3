"""What does not hold together, and the annex of what the organisation stands by all the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import Any

from conclusions.domain.findings import Finding, Level
from conclusions.domain.review import review
from conclusions.domain.rulebook import Legal
from conclusions.domain.telling import Narrator, Shown
from deliverables.chapters.elsewhere import reference
from deliverables.reader import Reader
from deliverables.tree import Block, Chapter, Column, Fact, Facts, Grid, Prose, Row, Section
from deliverables.widths import PAGE

# What a finding tells of what it read; beyond, how many more.
LINES = 5
# Characters of one value that it tells.
LONG = 100
FINDING, PERSON, DATE = 58, 30, 24


@dataclass(frozen=True)
class Reviewed:
    """A dossier under review on the day of its document."""

    reader: Reader
    as_of: date
    # Codes of the exceptions that hold, where the dossier is no longer as it was accepted.
    holding: frozenset[str] | None = None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find."""
        return review(self.reader.dossier, self.as_of)

    @cached_property
    def narrator(self) -> Narrator:
        """Its words, in the document's language."""
        return Narrator(self.reader.dossier, self.reader.language)

    @property
    def words(self) -> dict[str, str]:
        """The words of the chapter and of the annex."""
        return dict(self.narrator.book.words["document"])

    @cached_property
    def acceptances(self) -> dict[str, dict[str, Any]]:
        """What accepts a finding as its answers stand, by code."""
        kept = {each["code"]: each for each in self.reader.dossier.get("acceptances", ())}
        codes = (
            holding(self.reader.dossier, self.findings) if self.holding is None else self.holding
        )
        return {each.code: kept[each.code] for each in self.findings if each.code in codes}

    @property
    def open(self) -> tuple[Finding, ...]:
        """What nobody has accepted."""
        return tuple(each for each in self.findings if each.code not in self.acceptances)

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """What does not hold together, and nobody has accepted."""
        return tuple(each for each in self.open if each.level is not Level.REMINDER)

    @property
    def reminders(self) -> tuple[Finding, ...]:
        """What the law recalls about the answers, and nobody has accepted."""
        return tuple(each for each in self.open if each.level is Level.REMINDER)


def holding(dossier: Mapping[str, Any], findings: Iterable[Finding]) -> frozenset[str]:
    """The codes of the findings accepted as their answers stand."""
    accepted = {each["code"]: each["fingerprint"] for each in dossier.get("acceptances", ())}
    return frozenset(each.code for each in findings if accepted.get(each.code) == each.fingerprint)


def contradictions_chapter(reviewed: Reviewed) -> Chapter:
    """The findings that are open, the most serious first."""
    words, levels = reviewed.words, Counter(each.level for each in reviewed.open)
    counts = {level.value: levels[level] for level in Level}
    told = bool(reviewed.contradictions or reviewed.acceptances)
    lead = words["lead"].format(**counts, accepted=len(reviewed.acceptances))
    return Chapter(
        id="contradictions",
        title=reviewed.reader.title(words["title"]),
        lead=reviewed.reader.own(lead if told else words["nothing"]),
        blocks=tuple(_elsewhere(reviewed)),
        sections=tuple(_section(reviewed, each) for each in reviewed.contradictions),
    )


def _elsewhere(reviewed: Reviewed) -> Iterator[Block]:
    """Where the exceptions and the reminders are."""
    reader, words = reviewed.reader, reviewed.words
    if reviewed.acceptances:
        yield reference(reader, words["to_exceptions"], "exceptions", words["exceptions"])
    if reviewed.reminders:
        first = f"finding-{reviewed.reminders[0].code}"
        yield reference(reader, words["to_reminders"], first, reader.words["reminders.title"])


def reminded(reviewed: Reviewed) -> tuple[Section, ...]:
    """The reminders that answers call for, for the chapter on what the law recalls."""
    return tuple(_section(reviewed, each) for each in reviewed.reminders)


def _section(reviewed: Reviewed, finding: Finding) -> Section:
    reader, wording = reviewed.reader, reviewed.narrator.wording(finding)
    return Section(
        id=f"finding-{finding.code}",
        title=reader.title(wording.title),
        remarks=tuple(_remarks(reviewed, finding)),
        blocks=tuple(_blocks(reviewed, finding)),
        sources=_sources(finding),
    )


def _sources(finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in finding.places))


def _remarks(reviewed: Reviewed, finding: Finding) -> Iterator[Fact]:
    reader, words = reviewed.reader, reviewed.words
    yield Fact(words["level"], reader.own(words[finding.level.value]))
    for text in reviewed.narrator.wording(finding).legal:
        yield Fact(words["legal"], reader.own(_legal(reviewed, text)))


def _legal(reviewed: Reviewed, text: Legal) -> str:
    words = reviewed.words
    checked = words["unchecked"]
    if text.checked:
        checked = words["checked"].format(day=reviewed.narrator.teller.date(text.checked))
    named = f"{text.text}, {text.article}" if text.article else text.text
    return f"{named} ({checked})"


def _blocks(reviewed: Reviewed, finding: Finding) -> Iterator[Block]:
    reader, narrator, words = reviewed.reader, reviewed.narrator, reviewed.words
    sources = _sources(finding)
    yield Prose(reader.own(narrator.sentence(finding)), sources=sources)
    left = " ".join(narrator.left(finding))
    told = [
        Fact(words["why"], reader.own(narrator.wording(finding).why)),
        *([Fact(words["mend"], reader.own(left))] if left else []),
        # A reminder names what calls for it; the values stand in their answers.
        *(_read(reviewed, finding) if finding.level is not Level.REMINDER else ()),
    ]
    yield Facts(tuple(told), sources=sources)


def _read(reviewed: Reviewed, finding: Finding) -> Iterator[Fact]:
    """What was read, a line for each thing asked: its rows together, those that say nothing last.

    What only names rows that another thing tells of is left out.
    """
    reader = reviewed.reader
    asked: dict[tuple[str, str], list[Shown]] = {}
    for shown in dict.fromkeys(map(reviewed.narrator.shown, finding.reads)):
        asked.setdefault((reviewed.narrator.number(shown.place), shown.label), []).append(shown)
    for (place, label), said in asked.items():
        others = {each.row for key, rows in asked.items() if key != (place, label) for each in rows}
        if all(each.row and each.row == each.told.words and each.row in others for each in said):
            continue
        told = reader.several(_told(reviewed, said))
        yield Fact(reader.title(_asked(reviewed, place, label)), reader.own(told))


def _asked(reviewed: Reviewed, place: str, label: str) -> str:
    return reviewed.words["told"].format(label=place, words=label) if place else label


def _told(reviewed: Reviewed, shown: list[Shown]) -> list[str]:
    """The values, each after its row; then which rows have none; then how many more there are."""
    words = reviewed.words
    said = [_said(reviewed, each) for each in shown if each.told.words]
    unsaid = [_named(each) for each in shown if not each.told.words]
    if unsaid:
        named = ", ".join(each for each in unsaid if each)
        said.append(
            words["told"].format(label=named, words=words["empty"]) if named else words["empty"]
        )
    if len(said) > LINES + 1:
        more = words["others"].format(count=reviewed.reader.teller.number(len(said) - LINES))
        return [*said[:LINES], more]
    return said


def _said(reviewed: Reviewed, shown: Shown) -> str:
    told = _short(shown.told.words)
    if not shown.row or shown.row == shown.told.words:
        return told
    return reviewed.words["told"].format(label=_named(shown), words=told)


def _named(shown: Shown) -> str:
    """The name of a row, and what tells it from another of the same name."""
    return f"{_short(shown.row)} ({_short(shown.apart)})" if shown.apart else _short(shown.row)


def _short(words: str) -> str:
    """One value, with no full stop before what follows it."""
    return shorten(words, LONG, placeholder="…").removesuffix(".")


def exceptions_chapter(reviewed: Reviewed) -> Iterator[Chapter]:
    """The annex of accepted exceptions; none when there is none."""
    reader, words = reviewed.reader, reviewed.words
    accepted = [each for each in reviewed.findings if each.code in reviewed.acceptances]
    if not accepted:
        return
    columns = (
        Column(words["finding"], FINDING),
        Column(words["reason"], PAGE - FINDING - PERSON - DATE),
        Column(words["person"], PERSON),
        Column(words["date"], DATE),
    )
    ids = tuple(dict.fromkeys(source for each in accepted for source in _sources(each)))
    rows = tuple(_row(reviewed, each) for each in accepted)
    yield Chapter(
        id="exceptions",
        title=reader.title(words["exceptions"]),
        lead=reader.own(words["exceptions_lead"]),
        blocks=(Grid(reader.title(words["exceptions"]), columns, rows, wide=True, sources=ids),),
    )


def _row(reviewed: Reviewed, finding: Finding) -> Row:
    reader, kept = reviewed.reader, reviewed.acceptances[finding.code]
    name = reader.people.get(kept.get("person", ""), kept.get("name", ""))
    return Row(
        (
            reader.own(reviewed.narrator.sentence(finding)),
            reader.typed(kept["reason"]),
            reader.typed(name),
            reader.own(reader.teller.date(kept["date"])),
        )
    )
