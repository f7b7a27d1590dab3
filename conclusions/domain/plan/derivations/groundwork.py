"""What an opening rests on: answers, monitoring, the space, the reserve of contents."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from conclusions.domain import shapes
from conclusions.domain.dossier import QUESTION, Cells, Read, cells, named
from conclusions.domain.findings import Place
from conclusions.domain.living.assumed import assumed
from conclusions.domain.plan.deriving import (
    Instance,
    Known,
    by,
    derives,
    first,
    person,
    times,
)
from strategy.domain.loading import STRUCTURE, questionnaire

PREREQUISITES, QUERIES = "opening.prerequisites", "monitoring.queries"
FORMATS, PEOPLE, INDICATORS = "contents.formats", "hours.people", "indicators.indicators"
WEEKS_A_MONTH = Decimal(52) / 12
RESERVE = 6  # weeks of contents, as question 13 asks
OWN_SPACE = ("own_comments", "public_community", "members_community", "admitted_community")


def prerequisite(known: Known, name: str) -> Cells | None:
    """The first prerequisite of that name, question 13."""
    rows = known.dossier.rows(PREREQUISITES)
    return next((row for row in rows if row.get("prerequisite") == name), None)


def instance_of(
    row: Cells, *also: Read, owner: str = "", effort: Decimal | None = None
) -> Instance:
    """The action of a prerequisite: whose it is, when it is due, when it was done."""
    return Instance(
        reads=(*row.read("prerequisite", "detail"), *also),
        owner=first(person(row.get("owner")), owner),
        due=row.day("due"),
        done_on=row.day("done_on"),
        effort=effort,
    )


def answered(known: Known, question: str) -> bool:
    """True when the answer says anything, or need not."""
    answer = known.answer(question)
    value = shapes.mapping(answer.get("value"))
    said = (shapes.mapping(value.get(part)).values() for part in ("header", "tables"))
    return any(map(any, said)) or answer.get("state") == "not_applicable"


@derives("answer_heading")
def answer_heading(known: Known) -> Iterator[Instance]:
    """The questions of each heading that say nothing yet."""
    asked = questionnaire(STRUCTURE)
    for heading in asked.headings:
        empty = [
            each
            for each in asked.under(heading.id)
            if not each.computed and not answered(known, each.id)
        ]
        if empty:
            reads = tuple(Read(QUESTION, each.id, "", None) for each in empty)
            numbers = ", ".join(str(each.number) for each in empty)
            values = {"heading": heading, "questions": numbers}
            owner = first(*(known.in_charge(each.id) for each in empty))
            effort = times("0.5", len(empty))
            yield Instance(reads, heading.id, values, owner=owner, effort=effort)


@derives("finish_drafts")
def finish_drafts(known: Known) -> Iterator[Instance]:
    """The answers left as drafts."""
    asked = questionnaire(STRUCTURE).questions
    drafts = [each for each in asked if known.answer(each.id).get("state") == "draft"]
    numbers = ", ".join(str(each.number) for each in drafts)
    return _listed([Place(QUESTION, each.id) for each in drafts], {"questions": numbers})


def _listed(found: Sequence[Place], values: Mapping[str, Any]) -> Iterator[Instance]:
    """One action for all of them, half an hour each."""
    if found:
        reads = tuple(Read(each.kind, each.id, "", None) for each in found)
        yield Instance(reads, values=values, effort=times("0.5", len(found)))


@derives("check_assumed")
def check_assumed(known: Known) -> Iterator[Instance]:
    """The answers and decisions that are assumed."""
    found = assumed(known.dossier)
    return _listed(found, {"count": Decimal(len(found))})


@derives("monitoring_queries")
def monitoring_queries(known: Known) -> Iterator[Instance]:
    """Somebody is to monitor, and no query is written."""
    header = known.dossier.header("monitoring")
    wanted = header.get("level") or prerequisite(known, "monitoring")
    if wanted and not known.dossier.rows(QUERIES):
        yield Instance(header.read("level"), owner=known.in_charge("monitoring"))


@derives("monitoring_alerts")
def monitoring_alerts(known: Known) -> Iterator[Instance]:
    """Queries without a threshold or without a recipient."""
    rows = [
        row
        for row in known.dossier.rows(QUERIES)
        if not row.get("threshold") or not row.get("recipient")
    ]
    if rows:
        reads = cells(rows, "threshold", "recipient")
        effort = times("0.5", len(rows))
        owner = known.in_charge("monitoring")
        yield Instance(reads, values={"queries": named(rows, QUERIES)}, owner=owner, effort=effort)


@derives("monitoring_data")
def monitoring_data(known: Known) -> Iterator[Instance]:
    """Queries that identify people, kept nobody knows how long."""
    rows = [
        row
        for row in known.dossier.rows(QUERIES)
        if row.get("identifies_people") is True and not row.get("retention")
    ]
    if rows:
        reads = cells(rows, "identifies_people", "retention")
        owner = known.in_charge("monitoring")
        yield Instance(reads, values={"queries": named(rows, QUERIES)}, owner=owner)


@derives("start_monitoring")
def start_monitoring(known: Known) -> Iterator[Instance]:
    """A prerequisite of the opening, or queries waiting to be put to use."""
    row, rows = prerequisite(known, "monitoring"), known.dossier.rows(QUERIES)
    owner = first(*(person(each.get("recipient")) for each in rows), known.in_charge("monitoring"))
    if row:
        yield instance_of(row, owner=owner)
    elif rows:
        yield Instance(cells(rows[:1], "query"), owner=owner)


@derives("set_up_space")
def set_up_space(known: Known) -> Iterator[Instance]:
    """The space of decision 1, where it is ours to set up."""
    space = known.dossier.choice("space")
    if space.has(*OWN_SPACE):
        name = space.header.get("name")
        told = Read("decision", "space", "header/name" if name else "header/options", name)
        if not name:
            told = space.read()[0]
        owner = known.decider("space")
        yield Instance(space.read("name"), values={"space": told}, owner=owner)


@derives("legal_notices")
def legal_notices(known: Known) -> Iterator[Instance]:
    """A prerequisite of the opening, or what a site of one's own shows."""
    row, space = prerequisite(known, "legal_notices"), known.dossier.choice("space")
    if row:
        yield instance_of(row)
    elif space.has(*OWN_SPACE):
        yield Instance(space.read(), owner=known.decider("space"))


@derives("other_prerequisite")
def other_prerequisite(known: Known) -> Iterator[Instance]:
    """What else they want ready; a prerequisite said a second time is one of these."""
    once: set[str] = set()
    for row in known.dossier.rows(PREREQUISITES):
        name = str(row.get("prerequisite"))
        if name == "other" or name in once:
            (told,) = row.read("detail" if row.get("detail") else "prerequisite")
            found = instance_of(row)
            yield Instance(
                found.reads,
                row.row,
                {"detail": told},
                owner=found.owner,
                due=found.due,
                done_on=found.done_on,
            )
        once.add(name)


@derives("content_buffer")
def content_buffer(known: Known) -> Iterator[Instance]:
    """Six weeks of contents; question 8 says how many hours that takes."""
    rows = known.dossier.rows(FORMATS)
    monthly = [
        hours * units
        for row in rows
        for hours, units in [(row.decimal("hours_per_unit"), row.decimal("units_per_month"))]
        if hours is not None and units is not None
    ]
    effort = round(sum(monthly) * RESERVE / WEEKS_A_MONTH) if monthly else None
    owner = first(*by(rows, "producer"), known.in_charge("contents"))
    said = cells(rows, "hours_per_unit", "units_per_month")
    row, hours = prerequisite(known, "six_weeks"), Decimal(effort) if effort else None
    if row:
        yield instance_of(row, *said, owner=owner, effort=hours)
    elif rows:
        yield Instance(said, owner=owner, effort=hours)


@derives("accessible_contents")
def accessible_contents(known: Known) -> Iterator[Instance]:
    """Formats that have no accessible alternative."""
    rows = [row for row in known.dossier.rows(FORMATS) if row.get("accessible") == "no"]
    if rows:
        owner = first(*by(rows, "producer"), known.in_charge("contents"))
        values, effort = {"formats": named(rows, FORMATS)}, times("3", len(rows))
        yield Instance(cells(rows, "accessible"), values=values, owner=owner, effort=effort)


@derives("acquire_skills")
def acquire_skills(known: Known) -> Iterator[Instance]:
    """What each person still has to learn, question 22."""
    lacking = [row for row in known.dossier.rows(PEOPLE) if row.get("to_acquire")]
    for key, rows in by(lacking, "person").items():
        skills = cells(rows, "to_acquire")
        values = {"person": rows[0].read("person")[0], "skills": skills}
        reads = skills + cells(rows, "how")
        yield Instance(reads, key, values, owner=key, effort=times("7", len(rows)))


@derives("baseline")
def baseline(known: Known) -> Iterator[Instance]:
    """Indicators without a value, or without its day."""
    measuring = by(
        (row for row in known.dossier.rows(PEOPLE) if row.get("mission") == "measurement"), "person"
    )
    owner = first(*measuring, known.in_charge("indicators"))
    for row in known.dossier.rows(INDICATORS):
        if row.decimal("baseline") is None or row.day("measured_on") is None:
            values = {"indicator": named([row], INDICATORS)}
            reads = row.read("baseline", "measured_on")
            yield Instance(reads, row.row, values, owner=owner)
