"""The timeline of the plan, from thirty days before the opening to ninety after.

Plain geometry, written as SVG paths, so that one drawing serves the page and the document; a phone
has a narrower one of its own (frames.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conclusions.domain.plan.frames import (
    ARROW,
    BAR,
    FIRST,
    LAST,
    WIDE,
    Frame,
    bar,
    box,
    diamond,
    n,
    notch,
)
from conclusions.domain.plan.overlay import State
from conclusions.domain.plan.plan import Action, Plan
from conclusions.domain.plan.wrapping import Words, height, line_at, middle, title_lines, wide

HEAD, FOOT = 46, 17
# How high the rows of one drawing are, so that it holds on a page; what the first one leaves to
# the title of its chapter.
MOST, TITLED = 780, 300
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
    # The label, on as many lines as it takes.
    words: tuple[Words, ...] = ()
    heading: bool = False
    state: str = ""
    milestone: bool = False
    outline: str = ""
    done: str = ""
    notch: str = ""
    # Who does it, written beside the bar.
    owner: str = ""
    owner_x: str = ""
    owner_y: str = ""
    owner_anchor: str = ""
    owner_ground: str = ""


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

    height: int
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    # What waits for what, as one path.
    links: str
    opening: str
    # Where today stands, and where its word ends; nothing outside the drawing.
    today: str
    told_today: str
    foot: int
    wording: Wording
    frame: Frame

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


def draw(plan: Plan, wording: Wording, frame: Frame = WIDE) -> tuple[Timeline, ...]:
    """The drawings of a plan, in order; none when nothing meets the window."""
    parts = _parts(drawable(plan), wording)
    return tuple(_drawing(each, plan, wording, frame) for each in parts)


Part = Sequence[tuple[str, Sequence[Action]]]


def _parts(found: Mapping[str, tuple[Action, ...]], wording: Wording) -> Iterator[Part]:
    """The phases, cut so that no drawing is too high on paper; one that is cut is named again."""
    heights = {
        action.id: height(wording.titles.get(action.id, ""), WIDE)
        for actions in found.values()
        for action in actions
    }
    total = sum(heights.values()) + WIDE.heading * len(found)
    count = -(-(total + TITLED) // MOST)
    most = (total + TITLED + WIDE.heading * (count - 1)) / count
    part: list[tuple[str, list[Action]]] = []
    taken = TITLED
    for phase, actions in found.items():
        for number, action in enumerate(actions):
            if taken >= most:
                yield part
                part, taken = [], 0
            if not number or not part:
                part.append((phase, []))
                taken += WIDE.heading
            part[-1][1].append(action)
            taken += heights[action.id]
    if part:
        yield part


def _drawing(part: Part, plan: Plan, wording: Wording, frame: Frame) -> Timeline:
    today = _today(plan, frame)
    lines: list[Line] = []
    bars: dict[str, tuple[_Bar, float]] = {}
    top: float = HEAD
    for phase, actions in part:
        lines.append(_headed(wording.phases.get(phase, phase), top, frame))
        top += frame.heading
        for action in actions:
            found = _Bar(action, *(_days(action, plan) or (0, 0)))
            title = wording.titles.get(action.id, "")
            line = _barred(Line(title, n(top), title_lines(title, top, frame)), found, top, frame)
            lines.append(_owned(line, found, wording.owners.get(action.id, ""), frame))
            bars[action.id] = (found, middle(title, top, frame))
            top += height(title, frame)
    return Timeline(
        height=int(top) + FOOT,
        ticks=tuple(
            Tick(n(frame.x(each)), each, *wording.ticks.get(each, ("", "")))
            for each in range(FIRST, LAST + 1, frame.step)
        ),
        lines=tuple(lines),
        links="".join(_links(bars, frame)),
        opening=n(frame.x(0)),
        today=today,
        told_today=_told(today, wording.today, frame),
        foot=int(top),
        wording=wording,
        frame=frame,
    )


def _headed(label: str, top: float, frame: Frame) -> Line:
    words = line_at(label, top + frame.heading / 2 + 3.6, frame)
    return Line(label, n(top), (words,), heading=True)


def _owned(line: Line, found: _Bar, owner: str, frame: Frame) -> Line:
    """The line with who does it: after the bar, before it, or nowhere without room."""
    width = wide(owner) * frame.letter + 2
    after = _beyond_opening(frame.right(found.due) + 3 * ARROW + 2, width, frame)
    before = frame.left(found.start) - 2 * ARROW
    crowded = after + width > frame.width
    beside, left = (before, before + 1 - width) if crowded else (after, after - 1)
    if not owner or left < frame.clear:
        return line
    centre = middle(line.label, float(line.y), frame)
    return replace(
        line,
        owner=owner,
        owner_x=n(beside),
        owner_y=n(centre + 3.6),
        owner_anchor="end" if crowded else "start",
        owner_ground=box(left, left + width, centre),
    )


def _beyond_opening(left: float, width: float, frame: Frame) -> float:
    """Where words of a width begin, so that the line of the opening does not cross them."""
    opening = frame.x(0)
    return opening + ARROW if left - 1 < opening < left + width else left


def _barred(line: Line, found: _Bar, top: float, frame: Frame) -> Line:
    centre = middle(line.label, top, frame)
    left, right = frame.left(found.start), frame.right(found.due)
    action = found.action
    outline = bar(frame, found.start, found.due, centre)
    if action.is_milestone:
        outline = diamond(right - frame.day / 2, centre)
    filled = {
        State.DONE: outline,
        State.DOING: box(left, (left + right) / 2, centre),
    }
    return replace(
        line,
        state=action.state.value,
        milestone=action.is_milestone,
        outline=outline,
        done=filled.get(action.state, ""),
        notch=notch(right, centre) if action.late else "",
    )


def _links(bars: Mapping[str, tuple[_Bar, float]], frame: Frame) -> Iterator[str]:
    """A thin line from each bar to those that wait for it; the opening has its own line."""
    for found, y in bars.values():
        derived = found.action.derived
        if derived and derived.kind.id == "opening":
            continue
        for key in found.action.after:
            if key in bars:
                before, above = bars[key]
                x, start = frame.right(before.due), _begins(found, frame)
                bend = max(min(x + GAP, start), x)
                yield f"M{n(x)} {n(above)}H{n(bend)}V{n(y)}H{n(max(start, bend))}"


def _begins(found: _Bar, frame: Frame) -> float:
    """Where a line comes in: the left of a bar, or of the diamond of a milestone."""
    if found.action.is_milestone:
        return frame.right(found.due) - frame.day / 2 - BAR / 2 - 1.5
    return frame.left(found.start)


def _told(today: str, word: str, frame: Frame) -> str:
    """Left of its line, and whole within the drawing."""
    return n(max(float(today) - ARROW, wide(word) * frame.letter)) if today else ""


def _today(plan: Plan, frame: Frame) -> str:
    opens: date | None = plan.opens
    offset = (plan.as_of - opens).days if opens else LAST + 1
    return n(frame.x(offset)) if FIRST <= offset <= LAST else ""
