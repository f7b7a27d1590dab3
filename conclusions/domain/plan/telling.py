"""The plan in words: titles with their blanks filled, when, why, and where it all comes from."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from conclusions.domain.dossier import Cells, Read, Reads, Rows
from conclusions.domain.findings import Finding, Place
from conclusions.domain.plan.catalogue import Catalogue, catalogue
from conclusions.domain.plan.deriving import Derived
from conclusions.domain.plan.overlay import COLUMNS, STATES
from conclusions.domain.plan.plan import Action
from conclusions.domain.telling import Narrator
from strategy.domain.questionnaire import Heading

# Characters of a title, of one thing it names, and how many things it names.
LONG, SHORT, NAMED = 320, 90, 3
# What is told of where an action comes from; beyond, how many more.
SOURCES = 4
# Spaces that may be broken; those of French typography stay as they are.
SPACES = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A question or a decision that an action comes from, and what was read there."""

    place: Place
    title: str
    told: tuple[str, ...]


class PlanTeller:
    """Tells the actions of one dossier in one language."""

    def __init__(self, narrator: Narrator) -> None:
        self.narrator = narrator
        self.catalogue: Catalogue = catalogue(narrator.language)
        self.words = self.catalogue.words

    def title(self, action: Action) -> str:
        """What an action is called."""
        row = action.row
        if action.derived is None:
            return self.named(row)
        return clipped(row.get("title")) or self.derived(action.derived)

    def derived(self, derived: Derived) -> str:
        """What a derived action is called, its blanks filled."""
        kind = self.catalogue.by_id[derived.kind.id]
        told = {name: self._value(value) for name, value in derived.instance.values.items()}
        return clipped(kind.title.format(**told))

    def named(self, row: Cells) -> str:
        """What a row is called by itself: an action of their own, or what a lost one was."""
        named = clipped(row.get("title")) or clipped(row.get("action"))
        return named or str(self.words["unnamed"])

    def why(self, derived: Derived) -> str:
        """Why it is to be done."""
        return self.catalogue.by_id[derived.kind.id].why

    def _value(self, value: Any) -> str:
        for kind, tell in VALUES.items():
            if isinstance(value, kind):
                return tell(self, value)
        return str(value)

    def read(self, read: Read) -> str:
        """One value that was read, cut where it is long; nothing where it says nothing."""
        return shortened(self.narrator.shown(read).told.words, SHORT) if read.path else ""

    def several(self, reads: Sequence[Read]) -> str:
        """Several values: the first few of them, and how many more there are."""
        told = list(dict.fromkeys(filter(None, map(self.read, reads))))
        return self.listed(told[:NAMED], len(told))

    def listed(self, told: Sequence[str], count: int) -> str:
        """Some of so many things, and how many more there are."""
        named, words = ", ".join(told), self.narrator.book.words
        if count == len(told):
            return named
        last = words["more"].format(count=self.narrator.teller.number(count - len(told)))
        return str(words["and"].format(all=named, last=last))

    def person(self, key: str) -> str:
        """Who it is; that it is nobody when nobody is named."""
        return self.narrator.teller.person(key) if key else str(self.words["nobody"])

    def hours(self, count: Decimal) -> str:
        """« 4 h »."""
        return str(self.words["hours"]).format(count=self.narrator.teller.number(count))

    def days(self, offset: int | None) -> str:
        """« J-14 » with a minus sign, « J+7 », « J »; nothing when nobody can tell."""
        if offset is None:
            return ""
        told = f"{offset:+d}".replace("-", "\N{MINUS SIGN}") if offset else ""
        return str(self.words["offset"]).format(days=told)

    def day(self, day: date | None) -> str:
        """A day in words; nothing for none."""
        return self.narrator.teller.date(day)

    def when(self, action: Action) -> str:
        """« du 12 au 15 janvier 2027 », or « J-14 » while no opening is set."""
        start, due = action.span.start_day, action.span.due_day
        if start is None or due is None:
            return self.days(action.offset)
        if start == due:
            return str(self.words["on"]).format(due=self.day(due))
        return str(self.words["from_to"]).format(start=self._first(start, due), due=self.day(due))

    def _first(self, start: date, due: date) -> str:
        """The first day without what the last one says too: its month, its year."""
        told = self.day(start)
        if start.year != due.year:
            return told
        day_and_month = told.rpartition(" ")[0]
        return (
            told.partition("\N{NO-BREAK SPACE}")[0] if start.month == due.month else day_and_month
        )

    def state(self, action: Action) -> str:
        """How far it is."""
        return str(self.words["states"][action.state.value])

    def columns(self, names: Iterable[str]) -> str:
        """What these columns are called, on one line."""
        return ", ".join(str(self.words["columns"][each]).lower() for each in names)

    def sources(self, derived: Derived) -> Iterator[Source]:
        """Where it comes from: each question and decision, with the first things read there."""
        by_thing: dict[tuple[str, str], list[Read]] = {}
        for each in derived.instance.reads:
            by_thing.setdefault((each.kind, each.id), []).append(each)
        for reads in by_thing.values():
            first = reads[0]
            told = tuple(dict.fromkeys(filter(None, map(self.read, reads[:SOURCES]))))
            place = Place(first.kind, first.id, first.path)
            yield Source(place, self.narrator.title(place), told)

    def loop(self, loop: Sequence[str], titles: Callable[[str], str]) -> str:
        """Who waits for whom, in one sentence that comes back to where it began."""
        quoted = [str(self.words["quoted"]).format(name=titles(each)) for each in loop]
        first, then, *rest = quoted
        told = str(self.words["loop_first"]).format(first=first, then=then)
        return told + "".join(str(self.words["loop_then"]).format(then=each) for each in rest)

    def said(self, row: Cells) -> list[tuple[str, str]]:
        """What people typed in a row: the label of each column with its value in words."""
        return [
            (shown.label, shown.told.words)
            for name in (*COLUMNS, *STATES)
            if row.get(name) is not None
            for shown in [self.narrator.shown(row.read(name)[0])]
        ]


def clipped(words: Any) -> str:
    """A title on one line, cut where it is too long; nothing for what is no text."""
    return shortened(words, LONG) if isinstance(words, str) else ""


def shortened(words: str, longest: int) -> str:
    """Words on one line, cut at a word where they are too many."""
    line = SPACES.sub(" ", words).strip()
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…"


def _rows(teller: PlanTeller, rows: Rows) -> str:
    known = teller.narrator.teller.rows[rows.place]
    words = teller.narrator.book.words
    names = [known[row].words if row in known else "" for row in rows.ids[:NAMED]]
    quoted = str(teller.words["quoted"])
    told = [
        quoted.format(name=shortened(name, SHORT)) if name else str(words["unnamed"])
        for name in names
    ]
    return teller.listed(told, len(rows.ids))


def _heading(teller: PlanTeller, heading: Heading) -> str:
    asked = teller.narrator.asked.headings
    return next((each.title for each in asked if each.id == heading.id), heading.title)


VALUES: dict[type, Callable[[PlanTeller, Any], str]] = {
    Rows: _rows,
    Heading: _heading,
    Read: lambda teller, read: teller.read(read),
    Finding: lambda teller, finding: teller.narrator.wording(finding).title,
    Decimal: lambda teller, number: teller.narrator.teller.number(number),
    Reads: lambda teller, reads: teller.several(reads),
}
