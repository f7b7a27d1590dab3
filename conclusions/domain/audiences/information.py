"""Who learns what in which order: key moments and promises to announce, circle by circle.

Each circle that question 1 names learns on its own day (circles.toml); a row of the register
says otherwise for one public or one circle.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from conclusions.domain.audiences.circle_words import CIRCLES, INNER, circle_words
from conclusions.domain.audiences.circles import AUDIENCES
from conclusions.domain.derived import derived_id, may_be_derived
from conclusions.domain.dossier import QUESTION, STRUCTURE, Cells, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.trust.promises import REGISTER, SETTLED

MOMENTS, MESSAGES, STEPS = "rhythm.moments", "messages.messages", "information_order.steps"
FURTHEST = 365


class Step(NamedTuple):
    """When one circle learns, in days from the public announcement.

    `row` is the row of the register that says so; nothing when the order of circles does.
    """

    circle: str
    day: int
    row: str = ""
    public: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: its words, its day when it has one, where it comes from, who learns."""

    name: str
    day: date | None
    place: Place
    steps: tuple[Step, ...]

    @property
    def planned(self) -> bool:
        """True when the register says something of it."""
        return any(step.row for step in self.steps)

    @property
    def early(self) -> tuple[Step, ...]:
        """What lets somebody outside circles 1 and 2 learn before one of these two does.

        Where neither learns, everybody outside learns before them.
        """
        inner = [days[0] for circle in INNER if (days := self.days(circle))]
        outside = tuple(each for each in self.steps if each.circle not in INNER)
        return tuple(each for each in outside if each.day < max(inner)) if inner else outside

    def days(self, circle: str) -> list[int]:
        """The days on which a circle learns, the earliest first."""
        return sorted(step.day for step in self.steps if step.circle == circle)

    def on(self, day: int) -> date | None:
        """That day in the calendar; None when the news has no day."""
        try:
            return self.day + timedelta(days=day) if self.day else None
        except OverflowError:
            return None


class _Begun(NamedTuple):
    """News while its steps are gathered."""

    name: str
    day: date | None
    # Where it is named.
    row: Cells
    column: str
    # Who learns it without a row saying so.
    circles: tuple[str, ...]
    steps: list[Step]


def news(dossier: Dossier) -> tuple[News, ...]:
    """Every piece of news, those with a day first, in the order of the calendar."""
    return _in_order(dossier, _begun(dossier))


def planned(dossier: Dossier) -> tuple[News, ...]:
    """The news of which the register says something, in the same order."""
    if not dossier.rows(STEPS):
        return ()
    return _in_order(dossier, (each for each in _begun(dossier) if each.steps))


def _begun(dossier: Dossier) -> Iterable[_Begun]:
    """Every piece of news, with what the register alone says of it."""
    circles = {row.row: str(row.get("circle") or "") for row in dossier.rows(AUDIENCES)}
    # A piece of news has a row for each who learns it.
    key_of = cache(_key)
    begun = {key_of(each.name): each for each in _known(dossier, circles)}
    for row in dossier.rows(STEPS):
        name, step = str(row.get("news") or ""), _step(row, circles)
        key = key_of(name)
        if key and step:
            if key not in begun:
                begun[key] = _Begun(name, None, row, "news", CIRCLES, [])
            begun[key].steps.append(step)
    return begun.values()


def _in_order(dossier: Dossier, begun: Iterable[_Begun]) -> tuple[News, ...]:
    named = {row.said("circle") for row in dossier.rows(AUDIENCES)}
    present = [each for each in CIRCLES if each in named]
    found = [_whole(each, present) for each in begun]
    return tuple(sorted(found, key=lambda each: (each.day is None, each.day or date.max)))


def _known(dossier: Dossier, circles: dict[str, str]) -> Iterator[_Begun]:
    """Key moments, for everybody; promises to announce, for their public and those before it."""
    for row in dossier.rows(MOMENTS):
        if row.get("nature") == "key_moment" and row.get("label"):
            name, day = str(row.get("label")), row.day("from")
            yield _Begun(name, day, row, "label", CIRCLES, [])
    out, upto = _out(dossier), cache(_upto)
    for row in dossier.rows(MESSAGES):
        if row.get("promise") is True and row.get("message") and row.row not in out:
            told = upto(circles.get(str(row.get("audience")), ""))
            # When it is due says nothing of when it is announced.
            yield _Begun(str(row.get("message")), None, row, "message", told, [])


def _out(dossier: Dossier) -> set[str]:
    """The rows of question 7 whose promise is known to the public, or has come to its end."""
    settled = {
        row.row
        for row in dossier.rows(REGISTER)
        if (row.get("announced") is True or row.said("state") in SETTLED)
        and may_be_derived(row.row)
    }
    if not settled:
        return set()
    return {row.row for row in dossier.rows(MESSAGES) if derived_id("message", row.row) in settled}


def _upto(circle: str) -> tuple[str, ...]:
    """The two inner circles and this one; what is promised inside goes no further."""
    return (*INNER[: INNER.index(circle)], circle) if circle in INNER else (*INNER, circle)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _step(row: Cells, circles: dict[str, str]) -> Step | None:
    """What a row of the register says; None until it says who and when."""
    public = str(row.get("public") or "")
    circle = circles.get(public) or str(row.get("circle") or "")
    day = row.decimal("day")
    if circle not in CIRCLES or day is None or abs(day) > FURTHEST:
        return None
    return Step(circle, int(day), row.row, public)


def _whole(begun: _Begun, present: list[str]) -> News:
    """The steps that the register gives, then the order of circles for those it leaves out."""
    said = {step.circle for step in begun.steps}
    known = circle_words(STRUCTURE).circle
    left = [each for each in present if each in begun.circles and each not in said]
    follow = [Step(each, known[each].first) for each in left]
    steps = sorted([*begun.steps, *follow], key=lambda each: CIRCLES.index(each.circle))
    place = Place(QUESTION, begun.row.id, f"{begun.row.path}/{begun.column}")
    return News(begun.name, begun.day, place, tuple(steps))
