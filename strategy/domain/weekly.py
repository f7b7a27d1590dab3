"""Weekly hours as a person types them: « lun-ven 9h-18h ; sam 9h-12h30 »."""

import re
from collections.abc import Iterator
from itertools import groupby

from strategy.domain.values import DAYS

SHORT = {
    "fr": ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}
RANGE = re.compile(
    r"^(?P<day>[a-zé]+)\.?(?:\s*(?:-|–|au|à|to)\s*(?P<last>[a-zé]+)\.?)?\s*:?\s+"
    r"(?P<from>[\d:h ]+?)\s*(?:-|–|à|to)\s*(?P<to>[\d:h ]+)$"
)
CLOCK = re.compile(r"^(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?$")

HOUR = 60  # minutes

Range = dict[str, str]


class UnreadableHoursError(ValueError):
    """Text that is not weekly hours; the message is the part that could not be read."""


def parse(text: str) -> list[Range]:
    """Ranges of {day, from, to}, days in English, times as HH:MM; 24:00 ends a day.

    Raises UnreadableHoursError with the part that could not be read.

    >>> parse("sam 9h-12h30")
    [{'day': 'saturday', 'from': '09:00', 'to': '12:30'}]
    """
    # One space at most between words, so that the pattern reads any text in a moment.
    parts = [" ".join(part.split()) for part in re.split(r"[;,\n]", text.lower())]
    return [found for part in parts if part for found in _ranges(part)]


def _ranges(part: str) -> Iterator[Range]:
    read = RANGE.match(part)
    if read is None:
        raise UnreadableHoursError(part)
    first = _day(read["day"], part)
    last = _day(read["last"], part) if read["last"] else first
    start, end = _clock(read["from"], part), _clock(read["to"], part)
    if last < first or end <= start:
        raise UnreadableHoursError(part)
    for day in DAYS[first : last + 1]:
        yield {"day": day, "from": start, "to": end}


def _day(word: str, part: str) -> int:
    for names in (*SHORT.values(), DAYS):
        for place, name in enumerate(names):
            if word[:3] == name[:3]:
                return place
    raise UnreadableHoursError(part)


def _clock(text: str, part: str) -> str:
    read = CLOCK.match(text.strip())
    hour, minute = (int(read[1]), int(read[2] or 0)) if read else (25, 0)
    if hour * HOUR + minute > 24 * HOUR or minute >= HOUR:
        raise UnreadableHoursError(part)
    return f"{hour:02}:{minute:02}"


def write(ranges: list[Range], language: str) -> str:
    """The ranges as `parse` reads them, days with the same hours side by side joined.

    >>> write(parse("mon-wed 9-17; sat 9-12"), "en")
    'mon-wed 09:00-17:00; sat 09:00-12:00'
    """
    names = SHORT.get(language, SHORT["en"])
    ordered = sorted((DAYS.index(each["day"]), each["from"], each["to"]) for each in ranges)
    by_hours = sorted(ordered, key=lambda each: (each[1], each[2], each[0]))
    runs = [(days[0], start, end, days[-1]) for (start, end, _run), days in _runs(by_hours)]
    return "; ".join(
        f"{names[first]}{f'-{names[last]}' if last > first else ''} {start}-{end}"
        for first, start, end, last in sorted(runs)
    )


def _runs(
    ordered: list[tuple[int, str, str]],
) -> Iterator[tuple[tuple[str, str, int], list[int]]]:
    numbered = enumerate(ordered)
    for key, group in groupby(
        numbered, key=lambda each: (each[1][1], each[1][2], each[1][0] - each[0])
    ):
        yield key, [day for _place, (day, _start, _end) in group]
