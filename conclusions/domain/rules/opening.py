"""What must be true before the doors open: questions 13 and 27, the charter's date."""

from collections.abc import Sequence
from datetime import date

from conclusions.domain.dossier import DECISION, Cells, Dossier, Read, cells, named
from conclusions.domain.findings import Found, Place, idle
from conclusions.domain.registry import rule

PREREQUISITES, PLACES = "opening.prerequisites", "places.places"


def opening(dossier: Dossier) -> date | None:
    """The day of the opening."""
    return dossier.header("opening").day("opens_on")


def opening_read(dossier: Dossier) -> Sequence[Read]:
    """The day of the opening, as read."""
    return dossier.header("opening").read("opens_on")


@rule("R07")
def open_without_charter(dossier: Dossier, as_of: date) -> Found | None:
    """A place takes contributions, and no charter is planned by the opening."""
    places = [row for row in dossier.rows(PLACES) if row.get("open_to_contributions") is True]
    unconfirmed = [each for each in dossier.applicable if dossier.state(each.id) != "confirmed"]
    prerequisites, opens = dossier.rows(PREREQUISITES), opening(dossier)
    if not places or not unconfirmed:
        return None
    planned = [row for row in prerequisites if row.get("prerequisite") == "charter"]
    if any(_in_time(row, opens) for row in planned):
        return None
    reads = (
        *cells(places, "open_to_contributions"),
        *opening_read(dossier),
        *cells(planned, "due", "done_on"),
        *dossier.column(f"{PREREQUISITES}.prerequisite"),
    )
    due = min((day for row in planned if (day := row.day("due"))), default=None)
    values = {"places": named(places, PLACES), "count": len(unconfirmed)}
    values |= {"opens": opens, "due": due} if due else {}
    lead = {"charter.space": Place(DECISION, unconfirmed[0].id, "header/options")}
    return Found(reads, values, _case(planned, due), lead)


def _case(planned: Sequence[Cells], due: date | None) -> str:
    return ("late" if due else "undated") if planned else ""


def _in_time(row: Cells, opens: date | None) -> bool:
    due = row.day("due")
    return row.day("done_on") is not None or (due is not None and (opens is None or due <= opens))


@rule("R08")
def prerequisite_too_late(dossier: Dossier, as_of: date) -> Found | None:
    """Something that must come before the opening will not."""
    opens = opening(dossier)
    waiting = [row for row in dossier.rows(PREREQUISITES) if row.day("done_on") is None]
    late = [row for row in waiting if _late(row, opens, as_of)]
    if not late:
        return None
    reads = opening_read(dossier) + cells(late, "prerequisite", "due", "done_on")
    values = {"prerequisites": named(late, PREREQUISITES), "opens": opens}
    # No opening is late enough for what has no date.
    causes = {"opening.opens_on": any(row.day("due") for row in late)}
    return Found(reads, values, "" if opens else "undated", idle=idle(causes))


def _late(row: Cells, opens: date | None, as_of: date) -> bool:
    due = row.day("due")
    return due is None or (opens is not None and (due > opens or opens < as_of))


@rule("X13")
def reviewed_before_open(dossier: Dossier, as_of: date) -> Found | None:
    """The review of question 27 comes before the opening: there will be nothing to review."""
    course, opens = dossier.header("change_of_course"), opening(dossier)
    review = course.day("review_on")
    if opens is None or review is None or review >= opens:
        return None
    reads = (*course.read("review_on"), *opening_read(dossier))
    return Found(reads, {"review": review, "opens": opens})


@rule("X17")
def voices_trained_on_paper(dossier: Dossier, as_of: date) -> Found | None:
    """The prerequisite says that voices are trained, and one holder of several has no date."""
    done = [
        row
        for row in dossier.rows(PREREQUISITES)
        if row.get("prerequisite") == "trained_voices" and row.day("done_on")
    ]
    rows = [row for row in dossier.rows("speakers.speakers") if row.get("holder")]
    speakers = [row for row in rows if row.day("trained_on") is None]
    # Where nobody has a date, nobody keeps them here.
    if not done or not speakers or len(speakers) == len(rows):
        return None
    reads = cells(done, "done_on") + cells(speakers, "holder", "trained_on")
    return Found(reads, {"speakers": named(speakers, "speakers.speakers")})


@rule("X27")
def charter_dated_after_opening(dossier: Dossier, as_of: date) -> Found | None:
    """The charter carries a date after the opening."""
    life, opens = dossier.choice("charter_life"), opening(dossier)
    dated = life.header.day("date") if life.is_taken else None
    if opens is None or dated is None or dated <= opens:
        return None
    reads = (*life.header.read("date"), *opening_read(dossier))
    return Found(reads, {"dated": dated, "opens": opens})
