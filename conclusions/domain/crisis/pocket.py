"""One page in eight panels, folded to fit a pocket: whom to call, what to do, what to say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from conclusions.domain.crisis.kit import Contact, Level
from conclusions.domain.crisis.telling import CrisisTelling
from conclusions.domain.theme_telling import Run

NAMES = 6
# Signs after which words are cut.
SHORT, LINE, TEXT, STATEMENT = 46, 90, 150, 380
# Millimetres below the title of a panel of 74 by 105, those of a line of 8 points and after
# each text; the signs of such a line, found by looking at full panels.
ROOM, HEIGHT, GAP, SIGNS = 87.0, 3.6, 1.0, 53
LARGER = 1.25
BLANKS, WITHIN_NUMBER = re.compile(r"[ \t\r\n]+"), re.compile(r"(?<=\d\d) (?=\d\d\b)")


class Line(NamedTuple):
    """A line of a panel: what it is about, what is said; `kind` says how it is set.

    Kinds: `text`, `lead` (what one reads first), `quote` (a statement to copy), `foot`.
    """

    label: str
    words: str
    typed: bool = False
    kind: str = "text"


class Panel(NamedTuple):
    """One of the eight; `level` is the one that it is about, if any."""

    id: str
    title: str
    lines: tuple[Line, ...]
    level: str = ""


def panels(telling: CrisisTelling, as_of: date) -> tuple[Panel, ...]:
    """The eight panels in the order of reading: the first and the fifth stand outside."""
    kit, words = telling.kit, telling.words
    levels = [
        Panel(level.id, telling.label(level), tuple(_level(telling, level)), level.id)
        for level in kit.levels
    ]
    green, orange, red = kit.levels
    return (
        Panel("call", words["pocket.title"], tuple(_call(telling, as_of))),
        *levels,
        Panel("out", words["pocket.out"], tuple(_out(telling))),
        Panel("reach", words["pocket.reach"], tuple(_reach(telling))),
        Panel("say", words["pocket.statements"], tuple(_unanswered(telling, (green, orange)))),
        Panel("last", words["pocket.last"], (*_say(telling, (red,)), *_reflexes(telling)), "red"),
    )


def _line(label: str, run: Run, limit: int = LINE, kind: str = "text") -> Line:
    return Line(label, clip(run.words, limit), run.typed, kind)


def clip(words: str, limit: int) -> str:
    """The words on one line, cut at the end of a word when they are too long.

    A number written in pairs stays on one line of paper.
    """
    line = WITHIN_NUMBER.sub("\xa0", BLANKS.sub(" ", words).strip())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def height(line: Line) -> float:
    """About how many millimetres a line takes, folded as often as it must be."""
    larger = LARGER if line.kind == "lead" else 1
    return GAP + HEIGHT * (bool(line.label) + larger * ceil(len(line.words) * larger / SIGNS))


def _fitting(
    telling: CrisisTelling, before: list[Line], groups: Sequence[list[Line]]
) -> Iterator[Line]:
    """As many whole groups as the panel still holds, then how many there are besides."""
    yield from before
    left = len(groups)
    more = _line("", telling.say("pocket.more", count=telling.narrator.teller.number(left)))
    room = ROOM - sum(map(height, before))
    for group in groups:
        room -= sum(map(height, group))
        if room < (height(more) if left > 1 else 0):
            count = telling.narrator.teller.number(left)
            yield _line("", telling.say("pocket.more", count=count), LINE, "foot")
            return
        yield from group
        left -= 1


def _call(telling: CrisisTelling, as_of: date) -> Iterator[Line]:
    """Whom one calls in a red case, by day and by night."""
    words, red = telling.words, telling.kit.red
    yield _line("", Run(telling.organisation, typed=True))
    by_day = list(_named(telling, red.by_day[:2], "by_day"))
    yield from _headed(words["pocket.first"], by_day) or [_nobody(telling, "pocket.first")]
    by_night = list(_named(telling, red.by_night[:1], "out_of_hours"))
    yield from _headed(words["pocket.night"], by_night) or [_nobody(telling, "pocket.night")]
    published = telling.kit.promised.text("urgent_contact")
    if published:
        yield _line(words["pocket.public_contact"], Run(published, typed=True))
    day = telling.narrator.teller.date(as_of)
    yield _line("", telling.say("pocket.folded", day=day), TEXT, "foot")


def _headed(label: str, lines: list[Line]) -> list[Line]:
    """The same lines, the first under a label."""
    return [lines[0]._replace(label=label), *lines[1:]] if lines else []


def _nobody(telling: CrisisTelling, label: str) -> Line:
    return _line(telling.words[label], telling.say("pocket.nobody"))


def _named(telling: CrisisTelling, contacts: Iterable[Contact], when: str) -> Iterator[Line]:
    """A name in large, and below it how one reaches that person."""
    for contact in contacts:
        yield _line("", Run(telling.person(contact.person), typed=True), SHORT, "lead")
        yield _line("", telling.how(contact, when), SHORT)


def _level(telling: CrisisTelling, level: Level) -> Iterator[Line]:
    """When it begins, who decides within which time, who is told, what is done first."""
    words = telling.words
    delay = telling.delay(level).words
    within = telling.say("within.delay", delay=delay) if delay else telling.say("pocket.no_delay")
    name = telling.person(level.person) or words["pocket.nobody"]
    decides = f"{clip(name, SHORT)}, {within.words}"
    told = telling.people(level.told[:NAMES])
    people = Run(told, typed=True) if told else telling.say("pocket.nobody")
    before = [
        _line(words["pocket.when"], telling.threshold(level), TEXT),
        Line(words["pocket.decides"], decides, typed=bool(level.person)),
        _line(words["pocket.told"], people, TEXT),
    ]
    label = words["pocket.acts" if level.triggers else "pocket.act"]
    acts = [list(_act(act.trigger, act.act, act.delay)) for act in telling.acts(level)]
    yield from _fitting(telling, before, _titled(label, acts))


def _titled(label: str, groups: list[list[Line]]) -> list[list[Line]]:
    """The same groups, the first under a label."""
    return [_headed(label, group) if not each else group for each, group in enumerate(groups)]


def _act(trigger: Run, act: Run, delay: Run) -> Iterator[Line]:
    if trigger.words:
        yield _line("", trigger, LINE)
    said = clip(act.words, LINE) or "–"
    yield Line("", f"{said} ({delay.words})" if delay.words else said, act.typed, "act")


def _out(telling: CrisisTelling) -> Iterator[Line]:
    """Who answers when; outside those hours, what is said and whom one calls."""
    words, kit, teller = telling.words, telling.kit, telling.narrator.teller
    asked = telling.narrator.asked.by_id[kit.reply_times.id]
    for name, label, unsaid in (
        ("covered_hours", "staffed", "unstaffed"),
        ("out_of_hours", "outside", "no_delay"),
    ):
        field = asked.field(name)
        told = teller.tell(field, kit.reply_times.get(name)) if field else None
        run = Run(told.words) if told and told.words else None
        if run or name == "covered_hours":
            yield _line(words[f"pocket.{label}"], run or telling.say(f"pocket.{unsaid}"))
    urgent = kit.promised.get("urgent_delay")
    if kit.on_call and urgent:
        within = telling.say("within.delay", delay=teller.duration(urgent))
        yield _line(words["pocket.urgent"], within)
    calls = list(_named(telling, kit.red.by_night, "out_of_hours"))
    yield from _headed(words["pocket.calls"], calls) or [_nobody(telling, "pocket.calls")]


def _reach(telling: CrisisTelling) -> Iterator[Line]:
    """Everybody who may be called or told, with what one knows of how."""
    groups = [[_contact(telling, each)] for each in telling.kit.contacts]
    yield from _fitting(telling, [], groups or [[_nobody(telling, "pocket.reach")]])


def _contact(telling: CrisisTelling, contact: Contact) -> Line:
    ways = [
        telling.say(f"pocket.{label}", how=clip(said, SHORT)).words
        for label, said in (("day", contact.by_day), ("out_of_hours", contact.out_of_hours))
        if said
    ]
    name = clip(telling.person(contact.person), SHORT)
    return Line(name, " · ".join(ways) or telling.words["pocket.unreached"], typed=bool(ways))


def _unanswered(telling: CrisisTelling, levels: tuple[Level, ...]) -> Iterator[Line]:
    """What is said at these levels, then what is left without an answer."""
    silent = [[_line("", telling.cell(row, "case"))] for row in telling.kit.silences]
    label = telling.words["pocket.silence"]
    yield from _fitting(telling, list(_say(telling, levels)), _titled(label, silent))


def _say(telling: CrisisTelling, levels: tuple[Level, ...]) -> Iterator[Line]:
    for level in levels:
        label = telling.label(level).partition(":")[0].strip()
        if not level.statement:
            label = f"{label} ({telling.words['pocket.proposal']})"
        yield _line(label, telling.statement(level), STATEMENT, "quote")


def _reflexes(telling: CrisisTelling) -> Iterator[Line]:
    """What everybody does, when it is rehearsed, one legal reminder for who hosts."""
    words, kit = telling.words, telling.kit
    yield _line(words["pocket.reflexes"], telling.say("pocket.reflexes_text"), STATEMENT)
    if kit.rehearsal:
        yield _line(words["pocket.rehearsal"], _rehearsed(telling))
    if kit.hosts:
        yield _line(words["pocket.legal"], telling.say("pocket.legal_text"), STATEMENT, "foot")


def _rehearsed(telling: CrisisTelling) -> Run:
    row, teller = telling.kit.rehearsal, telling.narrator.teller
    done, due = (row.day("done_on"), row.day("due")) if row else (None, None)
    if done:
        return telling.say("pocket.rehearsed", day=teller.date(done))
    return (
        telling.say("pocket.planned", day=teller.date(due))
        if due
        else telling.say("pocket.unplanned")
    )
