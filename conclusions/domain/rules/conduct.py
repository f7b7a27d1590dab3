"""What one promises, watches, answers and learns: questions 7, 9, 12, 16, 17, 19, 21."""

from datetime import date

from conclusions.domain.clock import months_before
from conclusions.domain.dossier import PROFILE, Dossier, Read, cells, named
from conclusions.domain.findings import Found, Place
from conclusions.domain.registry import rule

REGULATED = ("health", "finance", "alcohol", "gambling", "tobacco", "adult", "political")
MESSAGES, SUBJECTS, PLACES = "messages.messages", "red_lines.subjects", "places.places"
ENCOUNTERS, MONITORED = "encounters.queries", "monitoring.queries"
RETURNS, SILENCES, TRIGGERS = "feedback.returns", "crisis.silences", "crisis.triggers"
CASES = "replies.cases"
HALF_A_YEAR = 6


@rule("R09")
def promises_without_proof(dossier: Dossier, as_of: date) -> Found | None:
    """A promise of question 7 has no proof, or no date."""
    rows = [
        row
        for row in dossier.rows(MESSAGES)
        if row.get("promise") is True and not (row.get("proof") and row.day("due"))
    ]
    if not rows:
        return None
    reads = cells(rows, "promise", "proof", "due")
    bare = {
        f"{MESSAGES}.{each}": next((row for row in rows if not row.get(each)), None)
        for each in ("proof", "due")
    }
    leads = {
        to: Place(row.kind, row.id, f"{row.path}/{to.rpartition('.')[2]}")
        for to, row in bare.items()
        if row
    }
    told = {"messages": named(rows, MESSAGES)}
    return Found(reads, told, leads=leads, idle=bare.keys() - leads.keys())


@rule("R13")
def watched_people_kept_for_ever(dossier: Dossier, as_of: date) -> Found | None:
    """A query identifies people, and nobody said how long that is kept."""
    rows = [
        row
        for row in dossier.rows(MONITORED)
        if row.get("identifies_people") is True and row.delay("retention") is None
    ]
    if not rows:
        return None
    reads = cells(rows, "identifies_people", "retention")
    return Found(reads, {"queries": named(rows, MONITORED)})


@rule("R14")
def wrong_answers_left(dossier: Dossier, as_of: date) -> Found | None:
    """An assistant answers wrongly, and nothing is done about it."""
    rows = [
        row
        for row in dossier.rows(ENCOUNTERS)
        if (row.get("where"), row.get("exact")) == ("ai_assistant", "no") and not row.get("action")
    ]
    if not rows:
        return None
    return Found(cells(rows, "where", "exact", "action"), {"queries": named(rows, ENCOUNTERS)})


@rule("R15")
def listening_changed_nothing(dossier: Dossier, as_of: date) -> Found | None:
    """What is heard has been passed on for six months, and nothing was obtained in the last six."""
    header, rows = dossier.header("feedback"), dossier.rows(RETURNS)
    since, limit = header.day("circuit_since"), months_before(as_of, HALF_A_YEAR)
    if since is None or since > limit:
        return None
    if any(limit <= (row.day("obtained_on") or date.min) <= as_of for row in rows):
        return None
    reads = header.read("circuit_since") + cells(rows, "obtained_on")
    return Found(reads, {"since": since})


@rule("R17")
def nothing_left_unanswered(dossier: Dossier, as_of: date) -> Found | None:
    """Question 16 names what sets a crisis off, and no case where one keeps silent."""
    triggers = dossier.rows(TRIGGERS)
    if not triggers or dossier.rows(SILENCES):
        return None
    return Found(cells(triggers, "trigger"))


@rule("X06")
def regulated_subject_under_plain_rules(dossier: Dossier, as_of: date) -> Found | None:
    """A red line is in a regulated field, and members have no reinforced rules."""
    rows = [row for row in dossier.rows(SUBJECTS) if row.get("field") in REGULATED]
    rules = dossier.choice("content_rules")
    if not rows or not rules.lacks("reinforced"):
        return None
    return Found(cells(rows, "field") + rules.read(), {"subjects": named(rows, SUBJECTS)})


@rule("X07")
def regulated_field_without_red_line(dossier: Dossier, as_of: date) -> Found | None:
    """The profile names a regulated field of which question 9 says nothing."""
    rows = [row for row in dossier.rows(SUBJECTS) if row.get("field")]
    drawn = {row.text("field") for row in rows}
    bare = tuple(each for each in dossier.regulated(*REGULATED) if each not in drawn)
    if not rows or not bare:
        return None
    told = Read(PROFILE, PROFILE, "regulated_fields", list(bare))
    return Found(dossier.regulated_read + cells(rows, "field"), {"fields": told})


@rule("X28")
def places_that_nobody_watches(dossier: Dossier, as_of: date) -> Found | None:
    """A place takes contributions, and nothing is watched."""
    header = dossier.header("monitoring")
    places = [row for row in dossier.rows(PLACES) if row.get("open_to_contributions") is True]
    if header.get("level") != "nothing" or not places:
        return None
    reads = header.read("level") + cells(places, "open_to_contributions")
    return Found(reads, {"places": named(places, PLACES)})


@rule("X86")
def customers_linked_and_not_heard(dossier: Dossier, as_of: date) -> Found | None:
    """Accounts are linked to customers, and nothing that is heard is passed on."""
    data, feedback = dossier.choice("personal_data"), dossier.header("feedback")
    if not data.has("customer_link") or feedback.get("maturity") != "nothing":
        return None
    return Found(data.read() + feedback.read("maturity"))


@rule("X88")
def complaints_answered_and_not_admitted(dossier: Dossier, as_of: date) -> Found | None:
    """Question 19 answers founded complaints in public, and the charter admits no criticism."""
    criticism = dossier.choice("criticism")
    rows = [
        row
        for row in dossier.rows(CASES)
        if row.get("case") == "founded_complaint"
        and row.get("answered") is True
        and row.get("channel") == "public"
    ]
    if not rows or not criticism.has("not_allowed"):
        return None
    return Found(criticism.read() + cells(rows, "case", "answered", "channel"))
