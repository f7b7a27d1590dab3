"""The seven activities of a dossier, what people typed put in place of what is derived."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from conclusions.domain.dossier import DECISION, QUESTION, Cells, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.roles.raci import (
    ACTIVITIES,
    MISSIONS,
    MODERATES,
    NOBODY,
    REGISTER,
    SEVERAL,
    SINGLE,
    SOURCES,
    UNCOVERED,
    Activity,
    Held,
    at_level,
    choose,
    missions,
    named_in,
)

# Who is asked before, and who is told after: `table.column`, one row of it, or an activity.
CONSULTED: Mapping[str, tuple[str, ...]] = {
    "production": ("red_lines.subjects.exception_by",),
    "answering": ("arbiters.levels.decider/orange",),
    "moderation": ("arbiters.levels.decider/orange",),
    "appeal": ("moderation",),
    "crisis": ("arbiters.levels.decider/orange",),
}
INFORMED: Mapping[str, tuple[str, ...]] = {
    "monitoring": ("monitoring.queries.recipient",),
    "production": ("speakers.speakers.holder",),
    "answering": ("feedback.returns.recipient",),
    "moderation": ("answering",),
    "appeal": ("arbiters.levels.decider/red",),
    "crisis": ("crisis.triggers.informed",),
    "measurement": ("change_of_course.decider",),
}
ON_CALL = ("on_call", "around_the_clock", "extended_hours")


def activities(dossier: Dossier) -> tuple[Activity, ...]:
    """The seven, in the order in which a message meets them, measurement last."""
    found: dict[str, Activity] = {}
    typed = {row.row: row for row in dossier.rows(REGISTER)}
    # Appeal waits for moderation: who moderates never hears it.
    for name in sorted(ACTIVITIES, key=lambda each: each == "appeal"):
        found[name] = _activity(dossier, name, typed.get(name), found)
    return tuple(found[name] for name in ACTIVITIES)


def by_id(found: Iterable[Activity]) -> dict[str, Activity]:
    """The activities by their ids."""
    return {each.id: each for each in found}


def _activity(
    dossier: Dossier, name: str, typed: Cells | None, known: Mapping[str, Activity]
) -> Activity:
    left_out = known["moderation"].moderating if name == "appeal" else frozenset[str]()
    accountable, found = _chosen(dossier, name, typed, left_out)
    # Who answers for it does it, where nobody else is found.
    doing = found or (accountable.person,)
    responsible = _others(_several(typed, "responsible", doing), frozenset({""}))
    taken = frozenset({"", accountable.person, *responsible})
    columns = (*SINGLE, *SEVERAL)
    return Activity(
        id=name,
        accountable=accountable,
        responsible=responsible,
        tell=partial(_around, dossier, name, typed, known, taken),
        cover=_single(typed, "cover", left_out)
        or _cover(dossier, name, accountable.person, left_out),
        evening=_single(typed, "evening") or _evening(dossier, name),
        typed=frozenset(each for each in columns if typed and typed.get(each)),
    )


def _around(
    dossier: Dossier,
    name: str,
    typed: Cells | None,
    known: Mapping[str, Activity],
    taken: frozenset[str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom one asks and whom one tells, besides those who do it: each in the strongest place."""
    asked = _people(dossier, CONSULTED.get(name, ()), known)
    consulted = _others(_several(typed, "consulted", asked), taken)
    told = _people(dossier, INFORMED[name], known)
    return consulted, _others(_several(typed, "informed", told), taken | {*consulted})


def _others(people: Iterable[str], taken: frozenset[str]) -> tuple[str, ...]:
    """Each person once, without those who have a place already."""
    return tuple(each for each in dict.fromkeys(people) if each not in taken)


def _chosen(
    dossier: Dossier, name: str, typed: Cells | None, left_out: frozenset[str]
) -> tuple[Held, tuple[str, ...]]:
    """Who answers for it and who does it."""
    typed_in = _single(typed, "accountable", left_out)
    if name == "appeal" and dossier.choice("appeal").has("none"):
        nobody = NOBODY._replace(basis="no_appeal", place=Place(DECISION, "appeal"))
        return typed_in or nobody, ()
    held, ranked = choose(dossier, SOURCES[name], left_out)
    doing = {"crisis": _crisis_team(dossier), "appeal": ()}.get(name, ranked)
    return typed_in or held, doing


def _crisis_team(dossier: Dossier) -> tuple[str, ...]:
    columns = ("decider", "deputy", "out_of_hours")
    return tuple(
        person
        for column in columns
        for person in named_in("arbiters.levels", column, "red")(dossier)
    )


def _single(
    typed: Cells | None, column: str, left_out: Collection[str] = frozenset()
) -> Held | None:
    """What a person typed in a cell of the register; said to be out of place when it is."""
    person = typed.text(column) if typed else None
    if typed is None or not person:
        return None
    basis = MODERATES if person in left_out else "register"
    return Held(person, basis, Place(QUESTION, typed.id, f"{typed.path}/{column}"))


def _several(typed: Cells | None, column: str, derived: Iterable[str]) -> tuple[str, ...]:
    return (typed.several(column) if typed else ()) or tuple(derived)


def _people(
    dossier: Dossier, places: Iterable[str], known: Mapping[str, Activity]
) -> tuple[str, ...]:
    return tuple(person for place in places for person in _at(dossier, place, known))


def _at(dossier: Dossier, place: str, known: Mapping[str, Activity]) -> tuple[str, ...]:
    """The people of a column, of one cell, of a header field, or who answers for an activity."""
    if place in known:
        return (known[place].accountable.person,)
    column, _slash, row = place.partition("/")
    table, _dot, name = column.rpartition(".")
    if "." not in table:
        return (dossier.header(table).text(name) or "",)
    held = [each for each in dossier.rows(table) if row in ("", each.row)]
    return tuple([person for each in held for person in each.people(name) if person])


def _cover(dossier: Dossier, name: str, accountable: str, left_out: frozenset[str]) -> Held:
    """Who stands in for the person accountable."""
    if not accountable:
        return NOBODY
    without = {accountable, *left_out}
    if name in MISSIONS:
        return _replacement(dossier, name, without)
    if name == "appeal":
        return choose(dossier, SOURCES["appeal"], without)[0]
    return choose(dossier, (at_level("red", "deputy"),), without)[0]


def _replacement(dossier: Dossier, mission: str, without: set[str]) -> Held:
    """The replacement of question 22: of the person accountable first, of another then."""
    rows = missions(dossier).get(mission, ())
    rows = sorted(rows, key=lambda row: row.said("person") not in without)
    for row in rows:
        found = row.text("replacement")
        if found and found not in without:
            return Held(found, "replacement", Place(QUESTION, "hours", f"{row.path}/replacement"))
    # Where nobody replaces, another who does the same can.
    able = [each for row in rows if (each := row.text("person")) and each not in without]
    place = Place(QUESTION, "hours", "rows/people")
    return Held(able[0], "colleague", place) if able else NOBODY


def _evening(dossier: Dossier, name: str) -> Held:
    """Who is there in the evening, at weekends; which activities can wait says so."""
    waits, level = EVENINGS.get(name, (_can_wait, ""))
    basis = waits(dossier)
    if basis in UNCOVERED:
        return NOBODY._replace(basis=basis)
    place = Place(QUESTION, "arbiters", f"rows/levels/{level}/out_of_hours")
    found = tuple(named_in("arbiters.levels", "out_of_hours", level)(dossier))
    return Held(found[0], "out_of_hours", place) if found else NOBODY._replace(place=place)


def _can_wait(dossier: Dossier) -> str:
    return "next_working_day"


def _answering_waits(dossier: Dossier) -> str:
    kept = dossier.header("reply_times").text("out_of_hours") or ""
    return {"on_call": "", "waiting_message": "waiting_message"}.get(kept, "next_working_day")


def _moderation_waits(dossier: Dossier) -> str:
    return "" if dossier.choice("hours").has(*ON_CALL) else "next_working_day"


EVENINGS = {
    "answering": (_answering_waits, "orange"),
    "moderation": (_moderation_waits, "red"),
    "crisis": (lambda dossier: "", "red"),
}
