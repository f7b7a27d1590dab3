"""The timeline of the plan, from thirty days before the opening to ninety after.

Plain geometry, written as SVG paths, so that one drawing serves the page and the document. It is
as wide as a printed page: four units a millimetre.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conclusions.domain.plan.overlay import State
from conclusions.domain.plan.plan import Action, Plan

FIRST, LAST = -30, 90
STEP = 15
WIDTH, LABELS, RIGHT = 688, 262, 676
DAY = (RIGHT - LABELS) / (LAST - FIRST + 1)
HEAD, ROW, FOOT, BAR, ARROW = 46, 17, 17, 9, 4
# Beyond that day, who does it is written before the bar.
CROWDED = 62
# How wide a letter of a name is, about.
LETTER = 4.6
# Rows of one drawing, headings included, so that it holds on a printed page.
ROWS = 40
# How far a line runs down before it goes to the bar that waits.
GAP = 2.5


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis: where it stands, and how far it is from the opening."""

    x: str
    offset: int
    label: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the drawing: a heading, or an action with its bar.

    `outline` is its shape, `done` the part that is filled; `notch` shows that it is late, where
    colour cannot be seen.
    """

    label: str
    y: str
    text_y: str
    heading: bool = False
    state: str = ""
    milestone: bool = False
    outline: str = ""
    done: str = ""
    notch: str = ""
    # Who does it, written beside the bar.
    owner: str = ""
    owner_x: str = ""
    owner_anchor: str = ""
    # What stands behind the name, so that no line crosses it.
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the drawing: actions and owners by id, phases, days of the axis.

    `ticks` says of each day how far it is from the opening, and which day that is.
    """

    titles: Mapping[str, str]
    owners: Mapping[str, str]
    phases: Mapping[str, str]
    ticks: Mapping[int, tuple[str, str]]
    opening: str
    today: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One drawing; a long plan takes several, all on the same axis."""

    width: int
    height: int
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    # What waits for what, as one path.
    links: str
    opening: str
    # Where today stands; nothing outside the drawing.
    today: str
    foot: int
    wording: Wording

    @property
    def drawn(self) -> int:
        """How many actions it shows."""
        return sum(not each.heading for each in self.lines)


@dataclass(frozen=True, slots=True)
class _Bar:
    action: Action
    start: int
    due: int


def drawable(plan: Plan) -> dict[str, tuple[Action, ...]]:
    """The actions of each phase whose days meet the drawing."""
    found = {
        phase: tuple(each for each in actions if _meets(_days(each, plan)))
        for phase, actions in plan.phases.items()
    }
    return {phase: actions for phase, actions in found.items() if actions}


def _days(action: Action, plan: Plan) -> tuple[int, int] | None:
    """First and last day, counted from the opening; None when nobody can tell."""
    if action.offset is None:
        return None
    return action.offset - (action.span.due - action.span.start), action.offset


def _meets(days: tuple[int, int] | None) -> bool:
    return days is not None and days[0] <= LAST and days[1] >= FIRST


def draw(plan: Plan, wording: Wording) -> tuple[Timeline, ...]:
    """The drawings of a plan, in order; none when nothing meets the window."""
    return tuple(_drawing(each, plan, wording) for each in _parts(drawable(plan)))


Part = Sequence[tuple[str, Sequence[Action]]]


def _parts(found: Mapping[str, tuple[Action, ...]]) -> Iterator[Part]:
    """The phases, cut so that no drawing is too high; a phase that is cut is named again."""
    total = sum(len(actions) + 1 for actions in found.values())
    most = -(-total // max(1, -(-total // ROWS))) + 2
    part: list[tuple[str, list[Action]]] = []
    taken = 0
    for phase, actions in found.items():
        for number, action in enumerate(actions):
            if taken >= most:
                yield part
                part, taken = [], 0
            if not number or not part:
                part.append((phase, []))
                taken += 1
            part[-1][1].append(action)
            taken += 1
    if part:
        yield part


def _drawing(part: Part, plan: Plan, wording: Wording) -> Timeline:
    lines: list[Line] = []
    bars: dict[str, tuple[_Bar, float]] = {}
    top = HEAD
    for phase, actions in part:
        lines.append(_line(wording.phases.get(phase, phase), top, heading=True))
        top += ROW
        for action in actions:
            bar = _Bar(action, *(_days(action, plan) or (0, 0)))
            line = _barred(_line(wording.titles.get(action.id, ""), top), bar, top)
            lines.append(_owned(line, bar, wording.owners.get(action.id, "")))
            bars[action.id] = (bar, top + ROW / 2)
            top += ROW
    return Timeline(
        width=WIDTH,
        height=top + FOOT,
        ticks=tuple(
            Tick(_x(each), each, *wording.ticks.get(each, ("", "")))
            for each in range(FIRST, LAST + 1, STEP)
        ),
        lines=tuple(lines),
        links="".join(_links(bars)),
        opening=_x(0),
        today=_today(plan),
        foot=top,
        wording=wording,
    )


def _owned(line: Line, bar: _Bar, owner: str) -> Line:
    """The line with who does it: after the bar, or before it where there is no room."""
    crowded = bar.due > CROWDED
    beside = _left(bar.start) - 2 * ARROW if crowded else _right(bar.due) + 3 * ARROW + 2
    anchor = "end" if crowded else "start"
    width = len(owner) * LETTER + 2
    left = beside + 1 - width if crowded else beside - 1
    middle = float(line.y) + ROW / 2
    ground = _box(left, left + width, middle) if owner else ""
    return replace(line, owner=owner, owner_x=_n(beside), owner_anchor=anchor, ground=ground)


def _line(label: str, top: float, *, heading: bool = False) -> Line:
    return Line(label, _n(top), _n(top + ROW / 2 + 3.6), heading=heading)


def _barred(line: Line, bar: _Bar, top: float) -> Line:
    middle = top + ROW / 2
    left, right = _left(bar.start), _right(bar.due)
    action = bar.action
    shape = _diamond(right - DAY / 2, middle) if action.is_milestone else _shape(bar, middle)
    filled = {
        State.DONE: shape,
        State.DOING: _box(left, (left + right) / 2, middle),
    }
    return replace(
        line,
        state=action.state.value,
        milestone=action.is_milestone,
        outline=shape,
        done=filled.get(action.state, ""),
        notch=_notch(right, middle) if action.late else "",
    )


def _left(day: int) -> float:
    return LABELS + (max(day, FIRST) - FIRST) * DAY


def _right(day: int) -> float:
    """Where a day ends."""
    return LABELS + (min(day, LAST) - FIRST + 1) * DAY


def _shape(bar: _Bar, middle: float) -> str:
    """A bar; it ends in a point where it goes on outside the drawing."""
    left, right = _left(bar.start), _right(bar.due)
    up, down = middle - BAR / 2, middle + BAR / 2
    before = f"L{_n(left - ARROW)} {_n(middle)}" if bar.start < FIRST else ""
    after = f"L{_n(right + ARROW)} {_n(middle)}" if bar.due > LAST else ""
    return (
        f"M{_n(left)} {_n(up)}L{_n(right)} {_n(up)}{after}"
        f"L{_n(right)} {_n(down)}L{_n(left)} {_n(down)}{before}Z"
    )


def _box(left: float, right: float, middle: float) -> str:
    up, down = _n(middle - BAR / 2), _n(middle + BAR / 2)
    return f"M{_n(left)} {up}H{_n(right)}V{down}H{_n(left)}Z"


def _diamond(x: float, middle: float) -> str:
    half = BAR / 2 + 1.5
    return (
        f"M{_n(x)} {_n(middle - half)}L{_n(x + half)} {_n(middle)}"
        f"L{_n(x)} {_n(middle + half)}L{_n(x - half)} {_n(middle)}Z"
    )


def _notch(right: float, middle: float) -> str:
    """A small triangle after the bar that points back at it."""
    x = right + ARROW
    return f"M{_n(x)} {_n(middle)}L{_n(x + 6)} {_n(middle - 4.5)}V{_n(middle + 4.5)}Z"


def _links(bars: Mapping[str, tuple[_Bar, float]]) -> Iterator[str]:
    """A thin line from each bar to those that wait for it; the opening has its own line."""
    for bar, y in bars.values():
        derived = bar.action.derived
        if derived and derived.kind.id == "opening":
            continue
        for key in bar.action.after:
            if key in bars:
                before, above = bars[key]
                x, start = _right(before.due), _begins(bar)
                bend = max(min(x + GAP, start), x)
                yield f"M{_n(x)} {_n(above)}H{_n(bend)}V{_n(y)}H{_n(max(start, bend))}"


def _begins(bar: _Bar) -> float:
    """Where a line comes in: the left of a bar, or of the diamond of a milestone."""
    if bar.action.is_milestone:
        return _right(bar.due) - DAY / 2 - BAR / 2 - 1.5
    return _left(bar.start)


def _today(plan: Plan) -> str:
    opens: date | None = plan.opens
    offset = (plan.as_of - opens).days if opens else LAST + 1
    return _x(offset) if FIRST <= offset <= LAST else ""


def _x(offset: int) -> str:
    """Where a day begins."""
    return _n(LABELS + (offset - FIRST) * DAY)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
