"""Opening day and after: who learns first, what is measured, what closes, what is renewed."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conclusions.domain.dossier import Cells, cells, named
from conclusions.domain.plan.derivations.groundwork import (
    INDICATORS,
    OWN_SPACE,
    PEOPLE,
    PREREQUISITES,
)
from conclusions.domain.plan.derivations.voices import SPEAKERS
from conclusions.domain.plan.deriving import Instance, Known, by, derives, first, person, times

AUDIENCES, PLACES, MOMENTS = "receivers.audiences", "places.places", "rhythm.moments"
RETURNS, LINES = "feedback.returns", "budget.lines"
INNER = ("employees", "loyal")
NOT_YET = ("nothing", "informal")
# Months of notice before a place closes, where the charter does not say.
NOTICE, LONGEST = Decimal(1), Decimal(120)
DAYS_A_MONTH = 30
LEAD = {"key_moment": 14, "quiet_period": 7, "absence": 7}


def _days_before(day: date, days: int) -> date:
    """That many days before, or the first day there is."""
    return date.fromordinal(max(1, day.toordinal() - days))


def _begun(known: Known) -> bool:
    """True when an opening is being prepared."""
    return bool(known.opens or known.dossier.rows(PREREQUISITES))


@derives("inform_inner_circles")
def inform_inner_circles(known: Known) -> Iterator[Instance]:
    """The two inner circles, before everybody else."""
    rows = [row for row in known.dossier.rows(AUDIENCES) if row.get("circle") in INNER]
    if rows and _begun(known):
        values = {"audiences": named(rows, AUDIENCES)}
        owner = known.in_charge("receivers")
        yield Instance(cells(rows, "circle"), values=values, owner=owner)


@derives("opening")
def opening(known: Known) -> Iterator[Instance]:
    """The opening itself."""
    if _begun(known):
        reads, owner = known.dossier.header("opening").read("opens_on"), known.in_charge("opening")
        past = known.opens if known.opens and known.opens < known.as_of else None
        yield Instance(reads, owner=owner, due=known.opens, done_on=past)


@derives("welcome_members")
def welcome_members(known: Known) -> Iterator[Instance]:
    """There will be members to welcome."""
    space = known.dossier.choice("space")
    if space.has(*OWN_SPACE):
        rows = known.dossier.rows(PEOPLE)
        hosts = by((row for row in rows if row.get("mission") == "moderation"), "person")
        yield Instance(space.read(), owner=first(*hosts, known.decider("space")))


@derives("feedback_circuit")
def feedback_circuit(known: Known) -> Iterator[Instance]:
    """What is heard goes nowhere yet."""
    header, rows = known.dossier.header("feedback"), known.dossier.rows(RETURNS)
    waiting = header.get("maturity") in NOT_YET or (rows and header.day("circuit_since") is None)
    if waiting:
        reads = header.read("maturity", "circuit_since")
        owner = first(known.in_charge("feedback"), *by(rows, "recipient"))
        yield Instance(reads, owner=owner)


@derives("public_return")
def public_return(known: Known) -> Iterator[Instance]:
    """Something is to be told in return, and nothing has been obtained yet."""
    rows = known.dossier.rows(RETURNS)
    if rows and not any(row.day("obtained_on") for row in rows):
        owner = known.in_charge("feedback")
        yield Instance(cells(rows, "public_return", "obtained_on"), owner=owner)


@derives("first_measures")
def first_measures(known: Known) -> Iterator[Instance]:
    """There are indicators to read."""
    rows = known.dossier.rows(INDICATORS)
    measuring = (r for r in known.dossier.rows(PEOPLE) if r.get("mission") == "measurement")
    if rows:
        owner = first(*by(measuring, "person"), known.in_charge("indicators"))
        yield Instance(cells(rows, "frequency"), owner=owner)


@derives("closing_criteria")
def closing_criteria(known: Known) -> Iterator[Instance]:
    """Places that nothing would close."""
    rows = [
        row
        for row in known.dossier.rows(PLACES)
        if row.get("place") and not row.get("closing_criterion") and not row.day("planned_closing")
    ]
    if rows:
        owner, effort = known.in_charge("places"), times("0.5", len(rows))
        values = {"places": named(rows, PLACES)}
        yield Instance(cells(rows, "closing_criterion"), values=values, owner=owner, effort=effort)


@derives("month_point")
def month_point(known: Known) -> Iterator[Instance]:
    """A month after the opening."""
    if _begun(known):
        header = known.dossier.header("change_of_course")
        owner = first(known.in_charge("opening"), person(header.get("decider")))
        yield Instance(known.dossier.header("opening").read("opens_on"), owner=owner)


@derives("review")
def review(known: Known) -> Iterator[Instance]:
    """The review of question 27."""
    header = known.dossier.header("change_of_course")
    if header.day("review_on") or known.dossier.rows("change_of_course.conditions"):
        owner = first(person(header.get("decider")), known.in_charge("change_of_course"))
        reads = header.read("review_on", "decider")
        yield Instance(reads, owner=owner, due=header.day("review_on"))


def _hosts(known: Known) -> dict[str, str]:
    """Who speaks at each place."""
    there: dict[str, str] = {}
    for row in known.dossier.rows(SPEAKERS):
        if row.get("holder"):
            there.setdefault(person(row.get("place")), person(row.get("holder")))
    return there


def _closing(known: Known) -> Iterator[tuple[Cells, date, str]]:
    """Each place that is to close, when, and who speaks there."""
    hosts = _hosts(known)
    for row in known.dossier.rows(PLACES):
        day = row.day("planned_closing")
        if day:
            yield row, day, first(hosts.get(row.row, ""), known.in_charge("places"))


@derives("announce_closing")
def announce_closing(known: Known) -> Iterator[Instance]:
    """A closing is announced as long before as the charter says."""
    departure = known.dossier.choice("departure")
    months = departure.number("notice_months")
    notice = int(min(max(NOTICE if months is None else months, Decimal(0)), LONGEST)) * DAYS_A_MONTH
    for row, day, owner in _closing(known):
        values = {"place": named([row], PLACES)}
        reads = (*row.read("planned_closing"), *departure.read("notice_months"))
        due = _days_before(day, notice)
        yield Instance(reads, row.row, values, owner=owner, due=due)


@derives("close_place")
def close_place(known: Known) -> Iterator[Instance]:
    """Places of question 11 with a day of closing."""
    for row, day, owner in _closing(known):
        values = {"place": named([row], PLACES)}
        yield Instance(row.read("planned_closing"), row.row, values, owner=owner, due=day)


@derives("renew_line")
def renew_line(known: Known) -> Iterator[Instance]:
    """Expenses whose commitment is still to end, those that end the same day together."""
    ending: dict[date, list[Cells]] = {}
    for row in known.dossier.rows(LINES):
        until = row.day("committed_until")
        if until and until >= known.as_of and row.get("line"):
            ending.setdefault(until, []).append(row)
    for until, rows in ending.items():
        values, owner = {"lines": cells(rows, "line")}, known.in_charge("budget")
        due, effort = _days_before(until, DAYS_A_MONTH), times("1", len(rows))
        reads = cells(rows, "line", "committed_until")
        yield Instance(reads, until.isoformat(), values, owner=owner, due=due, effort=effort)


def _moments(known: Known, *natures: str) -> Iterator[Instance]:
    """Moments of question 14 of these natures that are still to come."""
    hosts = _hosts(known)
    for row in known.dossier.rows(MOMENTS):
        begins, nature = row.day("from"), str(row.get("nature"))
        if begins and begins >= known.as_of and row.get("label") and nature in natures:
            owner = first(hosts.get(person(row.get("place")), ""), known.in_charge("rhythm"))
            values = {"moment": named([row], MOMENTS)}
            due = _days_before(begins, LEAD[nature])
            yield Instance(row.read("label", "from"), row.row, values, owner=owner, due=due)


@derives("prepare_moment")
def prepare_moment(known: Known) -> Iterator[Instance]:
    """Key moments; the opening has its own actions."""
    around = timedelta(days=1)
    for each in _moments(known, "key_moment"):
        begins = date.fromisoformat(each.reads[1].value)
        if known.opens is None or abs(begins - known.opens) > around:
            yield each


@derives("cover_absence")
def cover_absence(known: Known) -> Iterator[Instance]:
    """Quiet periods and absences."""
    return _moments(known, "quiet_period", "absence")
