"""Places and who speaks there: questions 4, 5, 11 and 22, and the space of the charter."""

from datetime import date

from conclusions.domain.dossier import Cells, Chosen, Dossier, cells, named
from conclusions.domain.findings import Found, idle
from conclusions.domain.reads import JoinedReads
from conclusions.domain.registry import rule
from conclusions.domain.rules.means import FORMATS

PLACES, SPEAKERS, SPACES = "places.places", "speakers.speakers", "conversations.spaces"
OWN = ("own_comments", "public_community", "members_community", "admitted_community")
RHYTHM = "rhythm.places"
# Where members wait for somebody: one may listen, inform or sell without a voice of one's own.
ANSWERING = ("help", "host")
OTHERS = ("third_party_page", "independent_community")
# Who replaces whom: table, first person, the other.
PAIRS = (
    (SPEAKERS, "holder", "deputy"),
    ("arbiters.levels", "decider", "deputy"),
    ("hours.people", "person", "replacement"),
)


@rule("R12")
def holders_without_deputy(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody speaks in a place, and nobody else does in their absence."""
    rows = [row for row in dossier.rows(SPEAKERS) if row.get("holder") and not row.get("deputy")]
    if not rows:
        return None
    return Found(cells(rows, "holder", "deputy"), {"speakers": named(rows, SPEAKERS)})


@rule("R18")
def community_for_a_campaign(dossier: Dossier, as_of: date) -> Found | None:
    """A place of ours is to be hosted for three months, and nobody says when it closes."""
    header = dossier.header("objective")
    rows = [row for row in dossier.rows(PLACES) if _hosted(row) and not row.day("planned_closing")]
    if header.get("horizon") != "three_months" or not rows:
        return None
    reads = header.read("horizon") + cells(rows, "owner", "role", "planned_closing")
    return Found(reads, {"places": named(rows, PLACES)})


def _hosted(row: Cells) -> bool:
    ours = (row.get("owner"), row.get("role")) == ("us", "host")
    return ours and row.get("open_to_contributions") is True


@rule("X22")
def places_without_a_voice(dossier: Dossier, as_of: date) -> Found | None:
    """A place where one helps or hosts has nobody who speaks there."""
    speakers = [row for row in dossier.rows(SPEAKERS) if row.get("place") and row.get("holder")]
    heard = {row.text("place") for row in speakers}
    rows = [
        row for row in dossier.rows(PLACES) if row.get("role") in ANSWERING and row.row not in heard
    ]
    if not speakers or not rows:
        return None
    reads = cells(rows, "role") + cells(speakers, "place")
    return Found(reads, {"places": named(rows, PLACES)})


@rule("X23")
def space_not_among_places(dossier: Dossier, as_of: date) -> Found | None:
    """The space that the charter governs is none of the places of question 11."""
    space, rows = dossier.choice("space"), dossier.rows(PLACES)
    if not rows or not all(row.get("owner") for row in rows) or not space.is_taken:
        return None
    own = any(_open(row) for row in rows if row.get("owner") == "us")
    others = any(row.get("owner") == "third_party" for row in rows)
    if (space.has(*OWN) and own) or (space.has(*OTHERS) and others):
        return None
    reads = space.read() + cells(rows, "owner", "open_to_contributions")
    return Found(reads, {"space": reads[0]})


@rule("X83")
def own_space_without_a_charter(dossier: Dossier, as_of: date) -> Found | None:
    """Question 11 hosts a place of ours, and the charter is that of somebody else's space."""
    space, rows = dossier.choice("space"), [row for row in dossier.rows(PLACES) if _hosted(row)]
    if not rows or not space.has(*OTHERS) or space_not_among_places(dossier, as_of):
        return None
    reads = (*space.read(), *cells(rows, "owner", "role", "open_to_contributions"))
    return Found(reads, {"places": named(rows, PLACES), "space": reads[0]})


@rule("X90")
def spoken_where_closed(dossier: Dossier, as_of: date) -> Found | None:
    """Question 11 speaks in a space of others that question 10 says is closed."""
    spaces = [row for row in dossier.rows(SPACES) if row.get("entry") == "closed"]
    closed = {_name(row, "space"): row for row in spaces if row.text("space")}
    rows = [
        row
        for row in dossier.rows(PLACES)
        if row.get("owner") != "us"
        and row.get("role") not in (None, "listen")
        and _name(row, "place") in closed
    ]
    if not rows:
        return None
    theirs = [closed[_name(row, "place")] for row in rows]
    return Found(cells(rows, "role") + cells(theirs, "entry"), {"places": named(rows, PLACES)})


def _name(row: Cells, column: str) -> str:
    """A name as it is compared: one place is written twice, rarely in the same way."""
    return " ".join(row.said(column).casefold().split())


def _open(row: Cells) -> bool:
    """True unless somebody said that nobody may contribute there."""
    return row.get("open_to_contributions") is not False


@rule("X25")
def own_deputies(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody is named to replace themselves."""
    pairs = [(_own(dossier, *each), *each[1:]) for each in PAIRS]
    people = {row.said(person): (row, person) for rows, person, _other in pairs for row in rows}
    if not people:
        return None
    reads = JoinedReads(*(cells(rows, person, other) for rows, person, other in pairs))
    told = Chosen(tuple(row.read(person)[0] for row, person in people.values()))
    own = {table: rows for (table, *_columns), (rows, *_same) in zip(PAIRS, pairs, strict=True)}
    causes = {f"{table}.{other}": own[table] for table, _person, other in PAIRS}
    return Found(reads, {"people": told}, idle=idle(causes))


@rule("X94")
def covered_by_who_is_away(dossier: Dossier, as_of: date) -> Found | None:
    """Question 14 covers absences in a place by the only person who speaks there."""
    producers = {row.said("producer") for row in dossier.rows(FORMATS)} - {""}
    holders: dict[str, set[str]] = {}
    for row in dossier.rows(SPEAKERS):
        holders.setdefault(row.said("place"), set()).add(row.said("holder"))
    rows = [
        row
        for row in dossier.rows(RHYTHM)
        if row.said("place") and row.said("cover")
        if holders.get(row.said("place")) == {row.said("cover")}
        # Where somebody else makes the contents, it is they who may be away.
        if producers <= {row.said("cover")}
    ]
    if not rows:
        return None
    covered = {row.said("place") for row in rows}
    theirs = [row for row in dossier.rows(SPEAKERS) if row.said("place") in covered]
    return Found(cells(rows, "cover") + cells(theirs, "holder"), {"places": named(rows, RHYTHM)})


def _own(dossier: Dossier, table: str, person: str, other: str) -> list[Cells]:
    return [
        row
        for row in dossier.rows(table)
        if row.said(person) and row.said(person) == row.said(other)
    ]
