"""Who does what, against itself: questions 4 and 22, decisions 13 and 14, the register of roles."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date

from conclusions.domain.dossier import QUESTION, Cells, Dossier, Read, Reads, Rows, cells
from conclusions.domain.findings import Found, idle
from conclusions.domain.reads import JoinedReads
from conclusions.domain.registry import rule
from conclusions.domain.roles.activities import ON_CALL, activities
from conclusions.domain.roles.raci import MISSIONS, REGISTER, Activity
from conclusions.domain.rules.hosting import appeal_to_the_same_person
from conclusions.domain.rules.means import HOURS, total

# The appeals of which one person who did not decide is promised; a panel has others beside.
ANOTHER = ("another_person", "certified_body")
# Assumptions, said with the finding: what one person can answer for, and the time it takes.
AT_MOST, HOURS_EACH = 3, 2


def cell(activity: str, column: str, value: str | None = None) -> Read:
    """One cell of the register, as what a rule has read."""
    return Read(QUESTION, "roles", f"rows/activities/{activity}/{column}", value)


def _known(dossier: Dossier) -> dict[str, Activity]:
    return {each.id: each for each in dossier.once(activities)}


def _hours_of(dossier: Dossier, person: str, *missions: str) -> Sequence[Read]:
    """The rows of question 22 of one person, for some missions or for all."""
    rows = [row for row in dossier.rows(HOURS) if row.get("person") == person]
    kept = [row for row in rows if not missions or row.get("mission") in missions]
    return cells(kept, "person", "weekly_hours")


@rule("X46")
def judges_their_own_decisions(dossier: Dossier, as_of: date) -> Found | None:
    """Whoever moderates, in the evening too, also hears the appeal, or stands in for who does."""
    known = _known(dossier)
    moderating = known["moderation"].moderating
    both = [each for each in _hearing(known["appeal"]) if each[1] in moderating]
    if not both:
        return _hours_for_both(dossier, as_of)
    column, person, told = both[0]
    named = cell("appeal", "accountable", person)
    read = Read(QUESTION, "roles", f"rows/activities/appeal/{column}", told)
    reads = (read, *_hours_of(dossier, person, "moderation"))
    return Found(reads, {"person": named}, "cover" if column == "cover" else "")


def _hearing(appeal: Activity) -> Iterator[tuple[str, str, str | list[str]]]:
    """Who hears appeals, at which column, and what that holds; the stand-in last."""
    yield "accountable", appeal.accountable.person, appeal.accountable.person
    for person in appeal.responsible:
        yield "responsible", person, list(appeal.responsible)
    yield "cover", appeal.cover.person, appeal.cover.person


def _hours_for_both(dossier: Dossier, as_of: date) -> Found | None:
    """Question 22 gives one person the hours of both, and the charter promises somebody else."""
    rows = [row for row in dossier.rows(HOURS) if row.said("person")]
    moderating = {row.said("person") for row in rows if row.get("mission") == "moderation"}
    hearing = [row for row in rows if row.get("mission") == "appeal"]
    both = [row for row in hearing if row.said("person") in moderating]
    if not both or not dossier.choice("appeal").has(*ANOTHER):
        return None
    # Of two who hear appeals, each reviews what the other decided.
    if len({row.said("person") for row in hearing}) > 1:
        return None
    # Where there is nobody else at all, C26 says it.
    if appeal_to_the_same_person(dossier, as_of):
        return None
    read = both[0].read("person")
    more = _hours_of(dossier, both[0].said("person"), "moderation")
    promised = dossier.choice("appeal").read()
    return Found((*read, *more, *promised), {"person": read[0]}, "hours")


# What makes each activity wanted, and what must be filled before nobody is a gap in it.
WANTED: dict[str, tuple[str, Callable[[Dossier], Sequence[Read]]]] = {
    "monitoring": (HOURS, lambda dossier: dossier.column("monitoring.queries.query")),
    "production": (HOURS, lambda dossier: dossier.column("contents.formats.format")),
    "answering": (HOURS, lambda dossier: _said(dossier, "reply_times", "announced_delay")),
    "moderation": (HOURS, lambda dossier: _chosen(dossier, "moderation_mode")),
    "appeal": ("arbiters.levels", lambda dossier: _chosen(dossier, "appeal", "none")),
    "crisis": ("arbiters.levels", lambda dossier: dossier.column("crisis.triggers.trigger")),
    "measurement": (HOURS, lambda dossier: dossier.column("indicators.indicators.indicator")),
}


# A team that never said who watches and who measures has a gap to fill, and contradicts nothing
# until it fills the register.
UNSAID = ("monitoring", "measurement")
STOPPED = ("answering", "moderation")


def _said(dossier: Dossier, question: str, name: str) -> Sequence[Read]:
    header = dossier.header(question)
    return header.read(name) if header.get(name) else ()


def _chosen(dossier: Dossier, decision: str, *refused: str) -> Sequence[Read]:
    choice = dossier.choice(decision)
    return choice.read() if choice.is_taken and not choice.has(*refused) else ()


@rule("X47")
def nobody_answers_for_it(dossier: Dossier, as_of: date) -> Found | None:
    """Something is planned or promised, others are named, and nobody answers for it."""
    unsaid = () if dossier.rows(REGISTER) else UNSAID
    gaps = [
        (each.id, wanted)
        for each in dossier.once(activities)
        if each.id not in unsaid
        for table, wants in [WANTED[each.id]]
        if not each.accountable.person and dossier.rows(table) and (wanted := wants(dossier))
    ]
    if not gaps:
        return None
    reads = tuple(
        read for name, wanted in gaps for read in (cell(name, "accountable"), *wanted[:1])
    )
    return Found(reads, {"activities": Rows(REGISTER, tuple(name for name, _wanted in gaps))})


@rule("X48")
def answers_for_too_much(dossier: Dossier, as_of: date) -> Found | None:
    """One person answers for many activities, with fewer hours than they take."""
    held: dict[str, list[str]] = {}
    for each in dossier.once(activities):
        held.setdefault(each.accountable.person, []).append(each.id)
    for person, names in held.items():
        rows = [row for row in dossier.rows(HOURS) if row.get("person") == person]
        given = total(rows, "weekly_hours")
        if len(names) > AT_MOST and given is not None and given < len(names) * HOURS_EACH:
            named = tuple(cell(name, "accountable", person) for name in names)
            values = {"person": named[0], "count": len(names), "given": given}
            return Found((*named, *_hours_of(dossier, person)), values | {"each": HOURS_EACH})
    return None


def _promises(dossier: Dossier) -> Iterator[tuple[str, Sequence[Read]]]:
    """The activities that cannot stop, with what was promised in them."""
    yield "answering", _said(dossier, "reply_times", "announced_delay")
    yield "moderation", _chosen(dossier, "hours")
    on_call = dossier.choice("hours")
    yield "crisis", on_call.read() if on_call.has(*ON_CALL) else ()


@rule("X49")
def nobody_stands_in(dossier: Dossier, as_of: date) -> Found | None:
    """A delay is promised, and nobody stands in for who keeps it."""
    known = _known(dossier)
    bare = [
        (name, promised)
        for name, promised in _promises(dossier)
        if promised and known[name].accountable.person and not known[name].cover.person
    ]
    # Who answers for a question is known before its table is filled.
    held = STOPPED if _deputised(dossier) else ()
    filled = [each for each in bare if each[0] not in held and dossier.rows(WANTED[each[0]][0])]
    if not filled:
        return None
    reads = tuple(read for name, promised in filled for read in (cell(name, "cover"), *promised))
    return Found(reads, {"activities": Rows(REGISTER, tuple(name for name, _ in filled))})


def _deputised(dossier: Dossier) -> bool:
    """True when question 4 names a deputy in each place: somebody does answer there."""
    rows = [row for row in dossier.rows("speakers.speakers") if row.get("holder")]
    return bool(rows) and all(row.get("deputy") for row in rows)


@rule("X50")
def named_without_hours(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody speaks for the organisation or does one of its missions, without an hour for it."""
    given = {row.text("person") for row in dossier.rows(HOURS)} - {None}
    if not given or total(dossier.rows(HOURS), "weekly_hours") is None:
        return None
    missions = [row for row in dossier.rows(REGISTER) if row.row in MISSIONS]
    holders = dossier.rows("speakers.speakers")
    causes = {
        "speakers.speakers.holder": _bare(holders, "holder", given),
        f"{REGISTER}.accountable": _bare(missions, "accountable", given),
    }
    bare = JoinedReads(*causes.values())
    if not bare:
        return None
    reads = bare + dossier.column(f"{HOURS}.person")
    return Found(reads, {"person": bare[0]}, idle=idle(causes))


def _bare(rows: Iterable[Cells], column: str, given: Collection[str | None]) -> Reads:
    """Whom these rows name that has no hours."""
    return cells(
        [row for row in rows if row.said(column) and row.text(column) not in given], column
    )


@rule("X51")
def stands_in_for_themselves(dossier: Dossier, as_of: date) -> Found | None:
    """The register names somebody as their own stand-in."""
    own = [
        each
        for each in dossier.once(activities)
        if each.cover.person and each.cover.person == each.accountable.person
    ]
    if not own:
        return None
    reads = tuple(
        cell(each.id, column, each.cover.person)
        for each in own
        for column in ("cover", "accountable")
    )
    names = Rows(REGISTER, tuple(each.id for each in own))
    return Found(reads, {"person": reads[0], "activities": names})
