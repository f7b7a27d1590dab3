"""The plan as it stands on a day: what follows from a dossier, and over it what people changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.findings import Finding
from conclusions.domain.plan import derivations
from conclusions.domain.plan.deriving import Derived, Known, derive
from conclusions.domain.plan.overlay import OPEN, Overlay, Settled, State
from conclusions.domain.plan.schedule import Span

REGISTERED = derivations.__all__
# The last day of each phase, counted from the opening.
PHASES = (("before", -31), ("prepare", -15), ("ready", -1), ("open", 30), ("settle", 90))
LATER, DATED = "later", "dated"


@dataclass(frozen=True, slots=True)
class Action:
    """One action of the plan, in its place."""

    settled: Settled
    span: Span
    after: tuple[str, ...]
    # Days from the opening to the day it is due; None when nobody can tell.
    offset: int | None
    late: bool

    @property
    def id(self) -> str:
        """Its id for life."""
        return self.settled.id

    @property
    def derived(self) -> Derived | None:
        """What it follows from; None for an action of their own."""
        return self.settled.derived

    @property
    def row(self) -> Cells:
        """What people typed in it."""
        return self.settled.row

    @property
    def owner(self) -> str:
        """Who does it; nothing when nobody is named."""
        return self.settled.owner

    @property
    def effort(self) -> Decimal:
        """How many hours it takes."""
        return self.settled.effort

    @property
    def state(self) -> State:
        """How far it is."""
        return self.settled.state

    @property
    def is_open(self) -> bool:
        """True while there is something to do."""
        return self.state in OPEN

    @property
    def done_on(self) -> date | None:
        """The day it was done, where somebody or an answer says so."""
        if self.state is not State.DONE:
            return None
        return self.row.day("done_on") or (self.derived.instance.done_on if self.derived else None)

    @property
    def is_milestone(self) -> bool:
        """True for a day that one remembers rather than a task."""
        return self.derived is not None and self.derived.kind.milestone

    @property
    def phase(self) -> str:
        """The stretch of time that it belongs to."""
        if self.offset is None:
            return DATED
        return next((name for name, last in PHASES if self.offset <= last), LATER)


@dataclass(frozen=True)
class Plan:
    """Every action, by the day it is due; those dropped and edits that lost their action apart."""

    opens: date | None
    as_of: date
    derived: tuple[Derived, ...]
    # To do, under way or done.
    actions: tuple[Action, ...]
    dropped: tuple[Action, ...]
    lost: tuple[Cells, ...]
    # Who would wait for whom, for each dependency left aside.
    loops: tuple[tuple[str, ...], ...]

    @cached_property
    def by_id(self) -> dict[str, Action]:
        """Every action, those dropped included."""
        return {each.id: each for each in (*self.actions, *self.dropped)}

    @property
    def phases(self) -> dict[str, tuple[Action, ...]]:
        """The actions of each phase, in the order of time; phases without any left out."""
        names = (*(name for name, _last in PHASES), LATER, DATED)
        found = {name: tuple(a for a in self.actions if a.phase == name) for name in names}
        return {name: actions for name, actions in found.items() if actions}

    @cached_property
    def open(self) -> tuple[Action, ...]:
        """The actions to carry out."""
        return tuple(each for each in self.actions if each.is_open)

    @property
    def done(self) -> tuple[Action, ...]:
        """The actions carried out."""
        return tuple(each for each in self.actions if not each.is_open)

    @property
    def late(self) -> tuple[Action, ...]:
        """The actions whose day has passed."""
        return tuple(each for each in self.actions if each.late)

    @property
    def coming(self) -> tuple[Action, ...]:
        """The actions to carry out whose day has not passed."""
        return tuple(each for each in self.open if not each.late)

    @property
    def hours(self) -> Decimal:
        """The hours that the open actions take."""
        return hours_of(self.open)

    @property
    def loads(self) -> dict[str, tuple[Action, ...]]:
        """The open actions of each person, the most hours first; "" for nobody's."""
        owners = dict.fromkeys(each.owner for each in self.open)
        found = {key: tuple(each for each in self.open if each.owner == key) for key in owners}
        return dict(sorted(found.items(), key=lambda each: -hours_of(each[1])))


def hours_of(actions: Iterable[Action]) -> Decimal:
    """The hours that these actions take."""
    return sum((each.effort for each in actions), Decimal(0))


def build(dossier: Dossier, as_of: date, findings: Iterable[Finding] = ()) -> Plan:
    """The plan of a dossier on a day; `findings` are those that nobody has accepted."""
    known = Known(dossier, as_of, tuple(findings))
    overlay = Overlay(known, derive(known))
    spans, (waits, loops) = overlay.spans(), overlay.graph
    found = [
        _action(each, spans[key], tuple(waits[key]), known) for key, each in overlay.settled.items()
    ]
    # A stable sort: what is due the same day keeps the order of the catalogue.
    found.sort(key=lambda each: (each.span.dated, each.span.due, each.span.start))
    return Plan(
        opens=known.opens,
        as_of=as_of,
        derived=overlay.derived,
        actions=tuple(each for each in found if each.state is not State.DROPPED),
        dropped=tuple(each for each in found if each.state is State.DROPPED),
        lost=overlay.lost,
        loops=tuple(map(tuple, loops)),
    )


def _action(settled: Settled, span: Span, after: tuple[str, ...], known: Known) -> Action:
    opens, offset = known.opens, None
    if opens:
        offset = span.due - opens.toordinal()
    elif not span.dated:
        offset = span.due
    late = settled.state in OPEN and span.dated and span.due < known.as_of.toordinal()
    return Action(settled, span, after, offset, late)
